/// Makes expressions of the rule language by chance, well-typed over the names that a law has.
struct ExpressionMaker {
  enum Kind: Hashable {
    case boolean, number, days, months, date
    /// An amount of money without a unit of time.
    case amount
    case money(per: String)
    case member(of: [String])
  }

  /// When, within an instant, a name has its value of the day. What is decided may name what is decided
  /// before it.
  enum Stage: Int, Comparable, CaseIterable {
    case facts, benefit, groupSince, group, unit
    static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  struct Name {
    let text: String
    let kind: Kind
    var stage = Stage.facts
    var isOptional = false
    /// Changes by itself, so that it may only be compared.
    var elapses = false
  }

  var chance: Chance
  var names: [Name] = []

  init(chance: Chance) { self.chance = chance }

  /// An expression of a kind, in brackets where it has parts.
  mutating func expression(_ kind: Kind, depth: Int = 2, upTo stage: Stage = .unit) -> String {
    switch kind {
    case .boolean: boolean(depth, stage)
    case .number: number(depth, stage)
    case .days: days(depth, stage)
    case .months: months(depth, stage)
    case .date: date(depth, stage)
    case .amount: amount(depth, stage)
    case .money(let per): money(per: per, depth, stage)
    case .member(let members): member(of: members, depth, stage)
    }
  }

  /// A length of days or of months, longer than nothing.
  mutating func duration(_ stage: Stage = .unit) -> String {
    length(chance.once(in: 2) ? .days : .months, depth: 1, upTo: stage)
  }

  /// A length of the one or the other, longer than nothing.
  mutating func length(_ kind: Kind, depth: Int = 2, upTo stage: Stage) -> String {
    kind == .months ? months(depth, stage) : days(depth, stage, isPositive: true)
  }

  /// How many demands: a whole number that is none too large.
  mutating func count(_ stage: Stage = .unit) -> String {
    switch chance.below(5) {
    case 0: "min(\(abs(number(1, stage, isWhole: true))), 6)"
    case 1: "(if \(boolean(1, stage)) then \(chance.from(1...4)) else \(chance.from(0...7)))"
    default: "\(chance.from(1...6))"
    }
  }

  /// A share of people between none and all.
  mutating func share(_ stage: Stage = .unit) -> String {
    let some = "\(chance.from(0...10) * 10) %"
    return chance.once(in: 3) ? "(if \(boolean(1, stage)) then \(some) else 1 / \(chance.from(1...4)))" : some
  }

  // MARK: Truth

  private mutating func boolean(_ depth: Int, _ stage: Stage) -> String {
    guard depth > 0, !chance.once(in: 5) else { return test(depth, stage) }
    func part(_ maker: inout ExpressionMaker) -> String { maker.boolean(depth - 1, stage) }
    switch chance.below(9) {
    case 0, 1, 2: return "(\(part(&self)) and \(part(&self)))"
    case 3, 4: return "(\(part(&self)) or \(part(&self)))"
    case 5: return "not(\(part(&self)))"
    case 6: return "(if \(part(&self)) then \(part(&self)) else \(part(&self)))"
    case 7:
      let list = (0..<chance.from(1...3)).map { _ in "\(chance.below(6))" }.joined(separator: ", ")
      let word = chance.once(in: 2) ? "some" : "every"
      // One inside another needs another name.
      return "(\(word) n\(depth) in [\(list)] satisfies n\(depth) \(comparison()) \(number(depth - 1, stage)))"
    default: return test(depth, stage)
    }
  }

  /// A test of one name.
  private mutating func test(_ depth: Int, _ stage: Stage) -> String {
    let known = names.filter { $0.stage <= stage }
    guard !known.isEmpty else { return "true" }
    // What changes by itself is what evaluators trip over.
    let elapsing = known.filter(\.elapses)
    let name = chance.one(of: elapsing.isEmpty || !chance.once(in: 3) ? known : elapsing)
    if name.isOptional { return optionalTest(name, depth, stage) }
    return test(of: name.text, name.kind, depth, stage)
  }

  private mutating func optionalTest(_ name: Name, _ depth: Int, _ stage: Stage) -> String {
    switch chance.below(5) {
    case 0: return "known(\(name.text))"
    case 1: return "not(known(\(name.text)))"
    case 2: return "(known(\(name.text)) and \(test(of: name.text, name.kind, depth, stage)))"
    case 3 where name.kind == .date:
      return "(known(\(name.text)) and today \(comparison()) \(name.text) + \(duration(stage)))"
    default: return test(of: "(\(name.text) ?? \(literal(name.kind)))", name.kind, depth, stage)
    }
  }

  private mutating func test(of text: String, _ kind: Kind, _ depth: Int, _ stage: Stage) -> String {
    switch kind {
    case .boolean: return chance.once(in: 3) ? "not(\(text))" : text
    case .member(let members):
      if chance.once(in: 2) { return "\(text) \(chance.once(in: 3) ? "!=" : "=") \(chance.one(of: members))" }
      return "\(text) in (\(chance.some(of: members).joined(separator: ", ")))"
    case .date where text.hasSuffix(".since") && chance.once(in: 6):
      let part = chance.one(of: [("month", 12), ("day", 31), ("weekday", 7)])
      return "\(text).\(part.0) \(comparison()) \(chance.from(1...part.1))"
    case .number, .days, .months, .date, .amount, .money:
      let bound = text == "age" ? age() : expression(kind, depth: min(depth, 1), upTo: stage)
      switch chance.below(6) {
      case 0:
        let second = text == "age" ? age() : expression(kind, depth: 0, upTo: stage)
        // Two brackets in a row would begin a list of tests.
        let open = bound.hasPrefix("(") ? "[" : chance.one(of: ["[", "("])
        return "\(text) in \(open)\(bound)..\(second)\(chance.one(of: ["]", ")"]))"
      case 1:
        let second = text == "age" ? age() : expression(kind, depth: 0, upTo: stage)
        return "(\(text) between \(bound) and \(second))"
      default: return "\(text) \(comparison()) \(bound)"
      }
    }
  }

  mutating func comparison() -> String { chance.one(of: [">=", ">", "<", "<=", "=", "!=", ">=", ">"]) }

  mutating func age() -> String { chance.one(of: ["18", "25", "29.5", "30", "40", "67"]) }

  // MARK: Leaves

  private mutating func literal(_ kind: Kind) -> String {
    switch kind {
    case .boolean: chance.one(of: ["true", "false"])
    case .number: "\(chance.below(6))"
    case .days: chance.one(of: ["\(chance.from(1...20)) weeks", "\(chance.from(1...90)) days"])
    case .months: chance.once(in: 8) ? "1 year" : "\(chance.from(1...9)) months"
    case .date: ExpressionMaker.days[chance.below(ExpressionMaker.days.count)]
    case .amount: "\(chance.below(40))_500 kr"
    case .money(let per): "\(chance.below(40))_250 kr per \(per)"
    case .member(let members): chance.one(of: members)
    }
  }

  /// The ends of months, leap days, and days in the middle of courses.
  private static let days = [
    "2020-02-29", "2020-12-31", "2021-01-31", "2021-05-10", "2022-01-01", "2022-03-31", "2022-08-15", "2022-10-30",
    "2023-02-28", "2023-07-01", "2023-11-11", "2024-02-29",
  ]

  /// A name of a kind, or a literal where there is none.
  private mutating func leaf(_ kind: Kind, _ stage: Stage) -> String {
    let known = names.filter { $0.kind == kind && $0.stage <= stage && !$0.elapses }
    guard !known.isEmpty, !chance.once(in: 2) else { return literal(kind) }
    let name = chance.one(of: known)
    return name.isOptional ? "(\(name.text) ?? \(literal(kind)))" : name.text
  }

  private mutating func choice(_ kind: Kind, _ depth: Int, _ stage: Stage) -> String {
    let (first, second) = (
      expression(kind, depth: depth - 1, upTo: stage), expression(kind, depth: depth - 1, upTo: stage)
    )
    return "(if \(boolean(depth - 1, stage)) then \(first) else \(second))"
  }

  private mutating func extreme(_ kind: Kind, _ depth: Int, _ stage: Stage) -> String {
    let (first, second) = (
      expression(kind, depth: depth - 1, upTo: stage), expression(kind, depth: depth - 1, upTo: stage)
    )
    return "\(chance.one(of: ["min", "max"]))(\(first), \(second))"
  }

  private mutating func member(of members: [String], _ depth: Int, _ stage: Stage) -> String {
    depth > 0 && chance.once(in: 2) ? choice(.member(of: members), depth, stage) : chance.one(of: members)
  }

  // MARK: Numbers and money

  private func abs(_ number: String) -> String { "abs(\(number))" }

  private mutating func number(_ depth: Int, _ stage: Stage, isWhole: Bool = false) -> String {
    guard depth > 0, !chance.once(in: 3) else { return isWhole ? "\(chance.below(6))" : leaf(.number, stage) }
    func part(_ maker: inout ExpressionMaker) -> String { maker.number(depth - 1, stage, isWhole: isWhole) }
    switch chance.below(10) {
    case 0, 1: return "(\(part(&self)) + \(part(&self)))"
    case 2: return "(\(part(&self)) - \(part(&self)))"
    case 3: return "(\(part(&self)) * \(chance.from(0...3)))"
    case 4: return isWhole ? "floor(\(part(&self)) / 2)" : "(\(part(&self)) / \(chance.from(2...4)))"
    case 5: return "modulo(\(part(&self)), \(chance.from(2...3)))"
    case 6: return abs(part(&self))
    case 7: return "(if \(boolean(depth - 1, stage)) then \(part(&self)) else \(part(&self)))"
    default: return "\(chance.one(of: ["min", "max"]))(\(part(&self)), \(part(&self)))"
    }
  }

  private mutating func amount(_ depth: Int, _ stage: Stage) -> String {
    guard depth > 0, !chance.once(in: 2) else { return leaf(.amount, stage) }
    let (first, second) = (amount(depth - 1, stage), amount(depth - 1, stage))
    return chance.once(in: 2) ? "(\(first) + \(second))" : choice(.amount, depth, stage)
  }

  /// Whole øre, as a benefit must be.
  private mutating func money(per unit: String, _ depth: Int, _ stage: Stage) -> String {
    let kind = Kind.money(per: unit)
    guard depth > 0, !chance.once(in: 2) else { return leaf(kind, stage) }
    switch chance.below(5) {
    case 0: return choice(kind, depth, stage)
    case 1: return extreme(kind, depth, stage)
    case 2: return "(\(leaf(kind, stage)) + \(leaf(kind, stage)))"
    case 3: return "(\(leaf(kind, stage)) * \(chance.from(0...2)))"
    default:
      let rounding = chance.one(of: ["round half up", "round down", "round up", "floor"])
      return "\(rounding)(\(leaf(kind, stage)) * \(chance.one(of: ["0.83", "1 / 3", "75 %"])), \(chance.one(of: ["1 kr", "10 kr"])))"
    }
  }

  // MARK: Time

  private mutating func days(_ depth: Int, _ stage: Stage, isPositive: Bool = false) -> String {
    guard depth > 0, !chance.once(in: 3) else { return leaf(.days, stage) }
    func part(_ maker: inout ExpressionMaker) -> String { maker.days(depth - 1, stage, isPositive: isPositive) }
    switch chance.below(isPositive ? 5 : 8) {
    case 0: return choice(.days, depth, stage)
    case 1: return "(\(part(&self)) + \(part(&self)))"
    case 2: return "(\(part(&self)) * \(chance.from(1...3)))"
    case 3: return extreme(.days, depth, stage)
    case 4: return leaf(.days, stage)
    case 5: return "(\(part(&self)) - \(part(&self)))"
    case 6: return "(\(part(&self)) / 2)"
    default: return "(\(date(depth - 1, stage)) - \(date(depth - 1, stage)))"
    }
  }

  private mutating func months(_ depth: Int, _ stage: Stage) -> String {
    guard depth > 0, !chance.once(in: 3) else { return leaf(.months, stage) }
    switch chance.below(4) {
    case 0: return choice(.months, depth, stage)
    case 1: return "(\(months(depth - 1, stage)) + \(leaf(.months, stage)))"
    case 2: return extreme(.months, depth, stage)
    default: return leaf(.months, stage)
    }
  }

  private mutating func date(_ depth: Int, _ stage: Stage) -> String {
    guard depth > 0, !chance.once(in: 3) else { return leaf(.date, stage) }
    switch chance.below(6) {
    case 0: return choice(.date, depth, stage)
    case 1: return "(\(date(depth - 1, stage)) - \(chance.once(in: 2) ? days(depth - 1, stage) : months(depth - 1, stage)))"
    case 2: return extreme(.date, depth, stage)
    default: return "(\(date(depth - 1, stage)) + \(chance.once(in: 2) ? days(depth - 1, stage) : months(depth - 1, stage)))"
    }
  }
}
