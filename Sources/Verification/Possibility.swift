internal import Expressions
internal import Quantities

/// Whether a condition can hold at all.
///
/// Names are taken to be free: any fact, definition, clock or benefit may have any value that the
/// condition can tell apart. So "never" is a proof, while "perhaps" is not a promise. What the search
/// cannot look into (arithmetic between names, functions) is taken to be possible.
/// - Complexity: a bounded search; beyond the bound the answer is "perhaps".
struct Possibility {
  private let root: CheckedExpression.Node
  private let domains: [(slot: Int, values: [Value])]
  private var steps = 0
  /// Enough for a condition with a dozen names; a limit so that checking stays quick.
  private static let limit = 20_000

  init(_ expression: CheckedExpression) {
    root = expression.root
    var found: [Int: Set<Value>] = [:]
    Possibility.collect(root, into: &found)
    domains = found.keys.sorted().map { slot in (slot, Array(found[slot] ?? [])) }
  }

  /// - Returns: false only when no assignment makes the condition true.
  mutating func isPossible() -> Bool { search(0, [:]) }

  private mutating func search(_ index: Int, _ assigned: [Int: Value]) -> Bool {
    steps += 1
    if steps > Possibility.limit { return true }
    switch Possibility.truth(root, assigned) {
    case true?: return true
    case false?: return false
    case nil: break
    }
    guard index < domains.count else { return true }
    for value in domains[index].values {
      var next = assigned
      next[domains[index].slot] = value
      if search(index + 1, next) { return true }
    }
    return false
  }

  // MARK: The values that a condition can tell apart

  private static func collect(_ node: CheckedExpression.Node, into found: inout [Int: Set<Value>]) {
    switch node.operation {
    case .name(let slot, _) where node.type == .boolean:
      found[slot, default: []].formUnion([.boolean(true), .boolean(false)])
    case .not(let inner): collect(inner, into: &found)
    case .and(let left, let right), .or(let left, let right):
      collect(left, into: &found)
      collect(right, into: &found)
    case .comparison(_, let left, let right):
      if let slot = slot(of: left), case .constant(let value) = right.operation {
        found[slot, default: []].formUnion(neighbours(of: value, type: left.type))
      } else if let slot = slot(of: right), case .constant(let value) = left.operation {
        found[slot, default: []].formUnion(neighbours(of: value, type: right.type))
      }
    case .membership(let subject, let tests):
      guard let slot = slot(of: subject) else { return }
      for value in tests.flatMap(constants) {
        found[slot, default: []].formUnion(neighbours(of: value, type: subject.type))
      }
    default: break
    }
  }

  private static func slot(of node: CheckedExpression.Node) -> Int? {
    switch node.operation {
    case .name(let slot, _), .elapsing(let slot, _): node.type.isOptional ? nil : slot
    default: nil
    }
  }

  private static func constants(_ test: CheckedExpression.Test) -> [Value] {
    switch test {
    case .anything: []
    case .comparison(_, let node), .member(let node):
      if case .constant(let value) = node.operation { [value] } else { [] }
    case .range(let lower, let upper):
      [lower.node, upper.node].compactMap { node in
        if case .constant(let value) = node.operation { value } else { nil }
      }
    case .any(let tests), .none(let tests): tests.flatMap(constants)
    }
  }

  private static func neighbours(of value: Value, type: ValueType) -> [Value] {
    switch value {
    case .member:
      type.enumeration.map { $0.members.indices.map(Value.member) } ?? [value]
    case .number(let number):
      [number.subtracting(.one), number, number.adding(.one)].compactMap { $0.map(Value.number) }
    case .time(let count):
      [count - Value.nanosecondsPerDay, count, count + Value.nanosecondsPerDay].map {
        Value.time(nanoseconds: $0)
      }
    case .months(let count): [count - 1, count, count + 1].map(Value.months)
    case .date(let day): [day.adding(days: -1), day, day.adding(days: 1)].map(Value.date)
    default: [value]
    }
  }

  // MARK: Truth as far as it is settled

  private static func truth(_ node: CheckedExpression.Node, _ assigned: [Int: Value]) -> Bool? {
    switch node.operation {
    case .constant(let value): return value.boolean
    case .name(let slot, _): return assigned[slot]?.boolean
    case .not(let inner): return truth(inner, assigned).map { !$0 }
    case .and(let left, let right):
      let (first, second) = (truth(left, assigned), truth(right, assigned))
      if first == false || second == false { return false }
      return first == true && second == true ? true : nil
    case .or(let left, let right):
      let (first, second) = (truth(left, assigned), truth(right, assigned))
      if first == true || second == true { return true }
      return first == false && second == false ? false : nil
    case .comparison, .membership: return settled(node, assigned)
    default: return nil
    }
  }

  /// A comparison is evaluated by the language itself, in the assigned situation.
  private static func settled(_ node: CheckedExpression.Node, _ assigned: [Int: Value]) -> Bool? {
    switch node.operation {
    case .comparison(let comparison, let left, let right):
      guard let first = value(left, assigned), let second = value(right, assigned) else { return nil }
      return comparison.holds(first, second)
    case .membership(let subject, let tests):
      guard let value = value(subject, assigned) else { return nil }
      var isOpen = false
      for test in tests {
        switch passes(value, test, assigned) {
        case true?: return true
        case nil: isOpen = true
        case false?: break
        }
      }
      return isOpen ? nil : false
    default: return nil
    }
  }

  private static func value(_ node: CheckedExpression.Node, _ assigned: [Int: Value]) -> Value? {
    if case .constant(let value) = node.operation { return value }
    return slot(of: node).flatMap { assigned[$0] }
  }

  private static func passes(
    _ subject: Value, _ test: CheckedExpression.Test, _ assigned: [Int: Value]
  ) -> Bool? {
    switch test {
    case .anything: return true
    case .comparison(let comparison, let node):
      return value(node, assigned).flatMap { comparison.holds(subject, $0) }
    case .range(let lower, let upper):
      guard let least = value(lower.node, assigned), let most = value(upper.node, assigned),
        let above = (lower.isIncluded ? Comparison.atLeast : .greater).holds(subject, least),
        let below = (upper.isIncluded ? Comparison.atMost : .less).holds(subject, most)
      else { return nil }
      return above && below
    case .member, .any, .none: return nil
    }
  }
}

extension Comparison {
  /// - Returns: `nil` when the values have no order that is known here.
  func holds(_ left: Value, _ right: Value) -> Bool? {
    switch self {
    case .equal: return left == right
    case .notEqual: return left != right
    case .less, .atMost, .greater, .atLeast:
      guard let isLess = Comparison.less(left, right) else { return nil }
      switch self {
      case .less: return isLess
      case .atLeast: return !isLess
      case .atMost: return isLess || left == right
      default: return !isLess && left != right
      }
    }
  }

  private static func less(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.number(let left), .number(let right)), (.money(let left), .money(let right)): left < right
    case (.months(let left), .months(let right)): left < right
    case (.time(let left), .time(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    default: nil
    }
  }
}
