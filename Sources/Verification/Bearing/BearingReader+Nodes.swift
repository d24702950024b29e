internal import Expressions
internal import Quantities

extension BearingReader {
  /// What a part of an expression can come to in the present state of knowledge.
  mutating func meaning(of node: CheckedExpression.Node, _ law: Int) -> Meaning {
    switch node.operation {
    case .constant(let value):
      guard let number = residues.number(of: value, type: node.type) else { return incomparable() }
      return residues.constant(number)
    case .name(let slot, _), .elapsing(let slot, _): return state(switched.references[law][slot])
    case .not(let inner):
      let meaning = meaning(of: inner, law)
      switch meaning.values.only {
      case Residues.no?: return residues.truth(true)
      case Residues.yes?: return residues.truth(false)
      default: return open(.not, [meaning])
      }
    case .and(let left, let right): return both(meaning(of: left, law), meaning(of: right, law))
    case .or(let left, let right): return either(meaning(of: left, law), meaning(of: right, law))
    case .comparison(let comparison, let left, let right):
      return compare(comparison, meaning(of: left, law), meaning(of: right, law))
    case .membership(let subject, let tests): return membership(meaning(of: subject, law), tests, law)
    case .condition(let condition, let first, let second):
      let asked = meaning(of: condition, law)
      if asked.values.only == Residues.yes { return meaning(of: first, law) }
      if asked.values.only == Residues.no { return meaning(of: second, law) }
      let (first, second) = (meaning(of: first, law), meaning(of: second, law))
      if first == second { return first }
      return joined(.condition, [asked], [first, second])
    case .known(let inner):
      let meaning = meaning(of: inner, law)
      guard meaning.values.contains(Residues.unknown) else { return residues.truth(true) }
      if meaning.values.only != nil { return residues.truth(false) }
      return open(.known, [meaning])
    case .otherwise(let left, let right):
      let first = meaning(of: left, law)
      guard first.values.contains(Residues.unknown) else { return first }
      let second = meaning(of: right, law)
      if first.values.only != nil { return second }
      var known = first
      if case .some(let values) = first.values {
        known.values = .some(values.filter { $0 != Residues.unknown })
      }
      return joined(.otherwise, [], [known, second])
    case .variable(let index, _): return other("variable \(index)", [])
    case .negative(let inner): return other("negative", [meaning(of: inner, law)])
    case .arithmetic(let operation, let left, let right):
      return other(operation.rawValue, [meaning(of: left, law), meaning(of: right, law)])
    case .property(let property, let inner): return other(property.rawValue, [meaning(of: inner, law)])
    case .call(let call, let arguments):
      return other("call \(call.name)", arguments.map { meaning(of: $0, law) })
    case .list(let items): return other("list", items.map { meaning(of: $0, law) })
    case .quantified(let isEvery, let variable, let list, let condition):
      return other(
        "\(isEvery ? "every" : "some") \(variable)", [meaning(of: list, law), meaning(of: condition, law)])
    }
  }

  // MARK: Truth

  /// Either truth, hanging on everything that its parts hang on.
  mutating func open(_ kind: Residues.Kind, _ parts: [Meaning]) -> Meaning {
    Meaning(
      values: .some([Residues.no, Residues.yes]), switches: parts.reduce(0) { $0 | $1.switches },
      residue: residues.number(of: kind, parts.map(\.residue)))
  }

  mutating func both(_ left: Meaning, _ right: Meaning) -> Meaning {
    if left.values.only == Residues.no || right.values.only == Residues.no { return residues.truth(false) }
    if left.values.only == Residues.yes { return right }
    if right.values.only == Residues.yes || left == right { return left }
    return open(.and, [left, right])
  }

  mutating func either(_ left: Meaning, _ right: Meaning) -> Meaning {
    if left.values.only == Residues.yes || right.values.only == Residues.yes { return residues.truth(true) }
    if left.values.only == Residues.no { return right }
    if right.values.only == Residues.no || left == right { return left }
    return open(.or, [left, right])
  }

  private mutating func compare(_ comparison: Comparison, _ left: Meaning, _ right: Meaning) -> Meaning {
    if case .some(let firsts) = left.values, case .some(let seconds) = right.values {
      var outcomes: Set<Bool?> = []
      for first in firsts { for second in seconds { outcomes.insert(holds(comparison, first, second)) } }
      if outcomes.count == 1, let only = outcomes.first, let only { return residues.truth(only) }
      if right.values.only != nil, !outcomes.contains(nil) {
        return passing(left, firsts.filter { holds(comparison, $0, seconds[0]) == true })
      }
      if left.values.only != nil, !outcomes.contains(nil) {
        return passing(right, seconds.filter { holds(comparison, firsts[0], $0) == true })
      }
    }
    return open(.comparison(comparison), [left, right])
  }

  /// Whether something is one of some of its values.
  private mutating func passing(_ subject: Meaning, _ values: [Int]) -> Meaning {
    open(.passes(values), [subject])
  }

  /// The language's own comparison; `nil` where it is not sure to be allowed.
  private func holds(_ comparison: Comparison, _ left: Int, _ right: Int) -> Bool? {
    let (first, second) = (residues.value(left), residues.value(right))
    guard first != .unknown, second != .unknown else { return nil }
    // A member stands here by its name, which has no order.
    if case .text = first, comparison != .equal, comparison != .notEqual { return nil }
    return comparison.holds(first, second)
  }

  // MARK: Tests

  mutating func membership(
    _ subject: Meaning, _ tests: [CheckedExpression.Test], _ law: Int
  ) -> Meaning {
    if case .some(let values) = subject.values {
      var passing: [Int] = []
      var isSettled = true
      for value in values {
        switch passes(value, tests, law) {
        case true?: passing.append(value)
        case false?: break
        case nil: isSettled = false
        }
      }
      if isSettled {
        if passing.isEmpty { return residues.truth(false) }
        return passing.count == values.count ? residues.truth(true) : self.passing(subject, passing)
      }
    }
    if tests.contains(where: { if case .anything = $0 { true } else { false } }) { return residues.truth(true) }
    var parts = [subject]
    for test in tests { parts.append(meaning(of: test, law)) }
    return open(.test("in"), parts)
  }

  private mutating func passes(
    _ value: Int, _ tests: [CheckedExpression.Test], _ law: Int
  ) -> Bool? {
    var isOpen = false
    for test in tests {
      switch passes(value, test, law) {
      case true?: return true
      case nil: isOpen = true
      case false?: break
      }
    }
    return isOpen ? nil : false
  }

  private mutating func passes(_ value: Int, _ test: CheckedExpression.Test, _ law: Int) -> Bool? {
    switch test {
    case .anything: return true
    case .comparison(let comparison, let node):
      guard let other = meaning(of: node, law).values.only else { return nil }
      return holds(comparison, value, other)
    case .range(let low, let high):
      guard let least = meaning(of: low.node, law).values.only,
        let most = meaning(of: high.node, law).values.only,
        let isAbove = holds(low.isIncluded ? .atLeast : .greater, value, least),
        let isBelow = holds(high.isIncluded ? .atMost : .less, value, most)
      else { return nil }
      return isAbove && isBelow
    case .any(let tests): return passes(value, tests, law)
    case .none(let tests): return passes(value, tests, law).map { !$0 }
    case .member: return nil
    }
  }

  /// What is left of a test that cannot be settled.
  private mutating func meaning(of test: CheckedExpression.Test, _ law: Int) -> Meaning {
    switch test {
    case .anything: return open(.test("-"), [])
    case .comparison(let comparison, let node):
      return open(.test(comparison.rawValue), [meaning(of: node, law)])
    case .range(let low, let high):
      return open(
        .test("\(low.isIncluded ? "[" : "(")\(high.isIncluded ? "]" : ")")"),
        [meaning(of: low.node, law), meaning(of: high.node, law)])
    case .member(let node): return open(.test("member"), [meaning(of: node, law)])
    case .any(let tests): return open(.test("any"), tests.map { meaning(of: $0, law) })
    case .none(let tests): return open(.test("none"), tests.map { meaning(of: $0, law) })
    }
  }

  // MARK: What is not looked into

  /// One of several meanings, chosen by others.
  mutating func joined(_ kind: Residues.Kind, _ choosing: [Meaning], _ all: [Meaning]) -> Meaning {
    var values = all[0].values
    for meaning in all.dropFirst() { values = values.union(meaning.values) }
    let parts = choosing + all
    return residues.settled(
      Meaning(
        values: values, switches: parts.reduce(0) { $0 | $1.switches },
        residue: residues.number(of: kind, parts.map(\.residue))))
  }

  mutating func other(_ words: String, _ parts: [Meaning]) -> Meaning {
    Meaning(
      values: .any, switches: parts.reduce(0) { $0 | $1.switches },
      residue: residues.number(of: .other(words), parts.map(\.residue)))
  }

  /// A value that cannot be told apart from those of another law: taken to be a new one every time.
  private mutating func incomparable() -> Meaning {
    strangers += 1
    return other("stranger \(strangers)", [])
  }
}
