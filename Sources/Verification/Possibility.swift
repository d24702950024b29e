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
    var found: [Int: Domain] = [:]
    Possibility.collect(root, into: &found)
    domains = found.sorted { $0.key < $1.key }.compactMap { slot, domain in
      domain.values.map { (slot, $0) }
    }
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

  private static func collect(_ node: CheckedExpression.Node, into found: inout [Int: Domain]) {
    func meet(_ subject: CheckedExpression.Node, _ constants: [Value]) {
      guard let slot = slot(of: subject) else { return }
      found[slot, default: Domain(type: subject.type)].constants.formUnion(constants)
    }
    switch node.operation {
    case .name where node.type == .boolean: meet(node, [])
    case .not(let inner): collect(inner, into: &found)
    case .and(let left, let right), .or(let left, let right):
      collect(left, into: &found)
      collect(right, into: &found)
    case .comparison(_, let left, let right):
      if case .constant(let value) = right.operation {
        meet(left, [value])
      } else if case .constant(let value) = left.operation {
        meet(right, [value])
      }
    case .membership(let subject, let tests): meet(subject, tests.flatMap(constants))
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
      return passes(value, tests, assigned)
    default: return nil
    }
  }

  private static func value(_ node: CheckedExpression.Node, _ assigned: [Int: Value]) -> Value? {
    if case .constant(let value) = node.operation { return value }
    return slot(of: node).flatMap { assigned[$0] }
  }

  /// Whether a value passes any of the tests; `nil` where that hangs on a name that has no value.
  static func passes(
    _ subject: Value, _ tests: [CheckedExpression.Test], _ assigned: [Int: Value] = [:]
  ) -> Bool? {
    var isOpen = false
    for test in tests {
      switch passes(subject, test, assigned) {
      case true?: return true
      case nil: isOpen = true
      case false?: break
      }
    }
    return isOpen ? nil : false
  }

  private static func passes(
    _ subject: Value, _ test: CheckedExpression.Test, _ assigned: [Int: Value]
  ) -> Bool? {
    switch test {
    case .anything: return true
    case .comparison(let comparison, let node):
      return value(node, assigned).map { comparison.holds(subject, $0) }
    case .range(let lower, let upper):
      guard let least = value(lower.node, assigned), let most = value(upper.node, assigned)
      else { return nil }
      return (lower.isIncluded ? Comparison.atLeast : .greater).holds(subject, least)
        && (upper.isIncluded ? Comparison.atMost : .less).holds(subject, most)
    case .any(let tests): return passes(subject, tests, assigned)
    case .none(let tests): return passes(subject, tests, assigned).map { !$0 }
    case .member: return nil
    }
  }
}

/// What a condition compares a name with.
struct Domain {
  let type: ValueType
  var constants: Set<Value> = []

  /// One value for each case that the constants can tell apart, in order: every constant, what lies below
  /// the least and above the greatest, and what lies between two neighbours. A search that stops early
  /// must stop at the same place each time, hence the order.
  ///
  /// `nil` for values with no such small set (texts, lists); the search leaves those open.
  var values: [Value]? {
    if type == .boolean { return [.boolean(false), .boolean(true)] }
    if let enumeration = type.enumeration { return enumeration.members.indices.map(Value.member) }
    let sorted = constants.sorted { Comparison.less.holds($0, $1) }
    guard let least = sorted.first, let greatest = sorted.last,
      let below = least.moved(by: -1), let above = greatest.moved(by: 1)
    else { return nil }
    var all = [below, least]
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      guard let between = left.halfway(to: right) else { return nil }
      all += [between, right]
    }
    return all + [above]
  }
}

extension Value {
  /// A value that many units away; `nil` where there is none, or none that could be counted.
  fileprivate func moved(by count: Int) -> Value? {
    switch self {
    case .number(let number): number.adding(Rational(count)).map(Value.number)
    case .money(let øre): øre.adding(Rational(count)).map(Value.money)
    case .time(let nanoseconds):
      .time(nanoseconds: nanoseconds + Int128(count) * Value.nanosecondsPerDay)
    case .months(let months): .months(months + count)
    case .date(let day): .date(day.adding(days: count))
    case .boolean, .member, .text, .list, .unknown: nil
    }
  }

  /// A value between two of a kind; one of them where nothing lies between.
  fileprivate func halfway(to other: Value) -> Value? {
    switch (self, other) {
    case (.number(let left), .number(let right)): left.halfway(to: right).map(Value.number)
    case (.money(let left), .money(let right)): left.halfway(to: right).map(Value.money)
    case (.time(let left), .time(let right)): .time(nanoseconds: left + (right - left) / 2)
    case (.months(let left), .months(let right)): .months(left + (right - left) / 2)
    case (.date(let left), .date(let right)): .date(left.adding(days: left.days(until: right) / 2))
    default: nil
    }
  }
}

extension Rational {
  fileprivate func halfway(to other: Rational) -> Rational? {
    adding(other).flatMap { $0.divided(by: Rational(2)) }
  }
}
