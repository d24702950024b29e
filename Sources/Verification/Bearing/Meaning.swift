internal import Expressions
internal import Vocabulary

/// What an expression can come to, and why it does.
struct Meaning: Hashable {
  /// Every value that it may have; perhaps some that it never has.
  var values: Possible
  /// The switches that it can come out otherwise by.
  var switches: Switches
  /// What is left of it when all that is settled is left out. Two with the same are the same function
  /// of the same state.
  var residue: Int
}

/// Some of the values of `Residues`, or all that there are.
enum Possible: Hashable {
  case any
  /// In ascending order.
  case some([Int])

  /// The value, when there is but one.
  var only: Int? {
    if case .some(let values) = self, values.count == 1 { values[0] } else { nil }
  }

  func contains(_ value: Int) -> Bool {
    if case .some(let values) = self { values.contains(value) } else { true }
  }

  func union(_ other: Possible) -> Possible {
    guard case .some(let left) = self, case .some(let right) = other else { return .any }
    if left == right { return self }
    let all = Set(left).union(right)
    return all.count > Possible.most ? .any : .some(all.sorted())
  }

  /// More than so many are not told apart.
  static let most = 24
}

/// Numbers for values and for what is left of expressions: the same number exactly for the same.
struct Residues {
  /// What an expression does with its parts.
  enum Kind: Hashable {
    case name(SwitchedLaw.Reference)
    case not, and, or, condition, known, otherwise
    case comparison(Comparison)
    /// Whether the part is one of some values.
    case passes([Int])
    case test(String)
    /// Whatever is not looked into.
    case other(String)
    case branch, table(String), versions([String])
    case schedule(String)
    case entry([String])
  }

  private struct Key: Hashable {
    let kind: Kind
    let parts: [Int]
  }

  private var numbers: [Key: Int] = [:]
  private var values: [Value] = [.boolean(false), .boolean(true), .unknown]
  private var known: [Value: Int] = [.boolean(false): 0, .boolean(true): 1, .unknown: 2]

  static let no = 0
  static let yes = 1
  static let unknown = 2

  func value(_ number: Int) -> Value { values[number] }

  mutating func number(of value: Value) -> Int {
    if let number = known[value] { return number }
    known[value] = values.count
    values.append(value)
    return values.count - 1
  }

  /// Constants have the numbers below zero.
  mutating func number(of kind: Kind, _ parts: [Int] = []) -> Int {
    let key = Key(kind: kind, parts: parts)
    if let number = numbers[key] { return number }
    let number = numbers.count
    numbers[key] = number
    return number
  }

  // MARK: Meanings

  func constant(_ value: Int) -> Meaning {
    Meaning(values: .some([value]), switches: 0, residue: -1 - value)
  }

  func truth(_ holds: Bool) -> Meaning { constant(holds ? Residues.yes : Residues.no) }

  /// A meaning; what can have one value only hangs on nothing.
  func settled(_ meaning: Meaning) -> Meaning {
    meaning.values.only.map(constant) ?? meaning
  }

  /// A value that means the same in every law: a member by its name.
  mutating func number(of value: Value, type: ValueType) -> Int? {
    normal(value, type).map { number(of: $0) }
  }

  private func normal(_ value: Value, _ type: ValueType) -> Value? {
    switch (value, type) {
    case (_, .optional(let inner)) where value != .unknown: return normal(value, inner)
    case (.member(let index), .enumeration(let enumeration)):
      return enumeration.members.indices.contains(index) ? .text(enumeration.members[index]) : nil
    case (.member, _): return nil
    case (.list(let values), .list(let element)):
      guard let element else { return value }
      let all = values.map { normal($0, element) }
      return all.contains { $0 == nil } ? nil : .list(all.compactMap { $0 })
    default: return value
    }
  }
}
