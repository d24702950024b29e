/// Makes laws by chance: every section, every form of schedule, texts that change on dated days.
///
/// What must be decided once (which benefit, group, unit or exception) is written so that one answer
/// holds for everybody, but for one law in some, where citizens may be met whom it cannot decide: then
/// neither evaluator may.
struct LawMaker {
  var chance: Chance
  var expressions: ExpressionMaker
  /// Whether alternatives exclude one another.
  let isSound: Bool
  let benefits: [String]
  let groups: [String]
  let units: [String]
  let clocks: [String]
  let episodes: [String]
  /// Definitions that name one of several alternatives, by how many there are.
  var choosers: [(name: String, members: [String], stage: ExpressionMaker.Stage)] = []

  /// The text of law number `index` of a seed.
  static func law(_ index: Int, seed: UInt64) -> Draft {
    var maker = LawMaker(chance: Chance(seed: seed &+ UInt64(index) &* 0x9E37_79B9))
    return maker.law()
  }

  private init(chance given: Chance) {
    var chance = given
    func some(_ names: [String], _ least: Int) -> [String] { Array(names.prefix(chance.from(least...names.count))) }
    isSound = !chance.once(in: 16)
    benefits = some(["aid", "pay", "grant"], 1)
    groups = some(["able", "ill", "young", "far"], 1)
    units = some(["office", "clinic", "fund"], 1)
    clocks = some(["waited", "used", "idle"], 1)
    episodes = some(["course", "stay"], 0)
    expressions = ExpressionMaker(chance: chance.branch())
    self.chance = chance
  }

  private mutating func law() -> Draft {
    declareFacts()
    declareState()
    let parameters = section(["p-days", "p-months", "p-number", "p-money", "p-share"]) { $0.parameter($1) }
    let practice = section(["u-count", "u-days"]) { $0.practice($1) }
    let definitions = (0..<chance.from(2...7)).map { definition("d\($0)") }
    let sections: [(String, [Draft.Entry])] = [
      ("parameters", parameters), ("practice", practice), ("definitions", chance.shuffled(definitions)),
      ("clocks", clocks.map { Draft.Entry($0, clock()) }),
      ("episodes", episodes.map { Draft.Entry($0, episode()) }),
      ("financing", [Draft.Entry("ladder", financing())]),
      ("benefits", alternatives(benefits, .facts, isComplete: false) { $0.benefit($1) }),
      ("groups", alternatives(groups, .groupSince, isComplete: true) { $0.group($1) }),
      ("units", alternatives(units, .group, isComplete: true) { $0.unit($1) }),
      ("duties", duties()),
    ]
    let head = Draft.keys(
      ("law", .text("random")), ("title", .keys(("da", .text("Tilfældig")), ("en", .text("Random")))),
      ("in force from", .text("2020-01-01")), ("covers", covers()))
    guard case .mapping(let entries) = head else { return head }
    return .mapping(
      entries + sections.filter { !$0.1.isEmpty }.map { Draft.Entry($0.0, .mapping($0.1)) })
  }

  // MARK: Names

  private mutating func declareFacts() {
    for name in ["working", "sick", "trained"] { declare(name, .boolean) }
    declare("level", .member(of: ["low", "middle", "high"]))
    declare("children", .number)
    declare("hours", .number)
    declare("wage", .amount)
    declare("outlook", .days, isOptional: true)
    declare("promised", .date, isOptional: true)
    for fact in ["born", "sick", "working", "level"] { declare("\(fact).since", .date) }
    declare("born", .date)
    for event in ["missed", "called"] { declare("\(event).last", .date, isOptional: true) }
    for name in ["today", "law-day"] { declare(name, .date, elapses: true) }
    declare("age", .number, elapses: true)
  }

  private mutating func declareState() {
    declare("benefit", .member(of: ["none"] + benefits), .benefit)
    declare("benefit.since", .date)
    declare("benefit.before", .member(of: ["none"] + benefits))
    declare("group", .member(of: ["none"] + groups), .group)
    declare("group.since", .date, .groupSince)
    declare("unit", .member(of: ["none"] + units), .unit)
    declare("unit.since", .date, .group)
    declare("case.since", .date)
    for episode in episodes {
      declare("\(episode).open", .boolean)
      declare("\(episode).began", .date, isOptional: true)
      declare("\(episode).ended", .date, isOptional: true)
      declare("\(episode).times", .number)
    }
    for clock in clocks { declare(clock, .days, elapses: true) }
  }

  mutating func declare(
    _ name: String, _ kind: ExpressionMaker.Kind, _ stage: ExpressionMaker.Stage = .facts,
    isOptional: Bool = false, elapses: Bool = false
  ) {
    expressions.names.append(
      .init(text: name, kind: kind, stage: stage, isOptional: isOptional, elapses: elapses))
  }

  // MARK: Parts

  private mutating func section(
    _ names: [String], _ entry: (inout LawMaker, String) -> Draft
  ) -> [Draft.Entry] {
    chance.some(of: names).map { Draft.Entry($0, entry(&self, $0)) }
  }

  mutating func condition(upTo stage: ExpressionMaker.Stage = .unit, depth: Int = 2) -> Draft {
    .condition(expressions.expression(.boolean, depth: depth, upTo: stage))
  }

  /// A condition once in so many times.
  mutating func condition(onceIn times: Int) -> Draft? { chance.once(in: times) ? condition() : nil }

  mutating func day() -> String {
    chance.one(of: ["2021-03-01", "2021-07-01", "2022-01-01", "2022-02-28", "2022-10-03", "2023-01-01", "2023-06-15"])
  }

  /// An entry's keys, some of them with other texts from a day on, and some in force for a time only.
  mutating func dated(
    _ keys: Draft, _ later: (inout LawMaker) -> Draft, mayEnd: Bool
  ) -> Draft {
    guard case .mapping(var entries) = keys, case .mapping(let newer) = chance.once(in: 4) ? later(&self) : .mapping([])
    else { return keys }
    entries.insert(.init("cite", .text("T")), at: 0)
    if !newer.isEmpty {
      entries.append(.init("versions", .list([.mapping([.init("from", .text(day()))] + newer)])))
    } else if mayEnd, chance.once(in: 8) {
      entries.append(.init(chance.one(of: ["from", "until"]), .text(day())))
    }
    return .mapping(entries)
  }

  /// Conditions of which one holds for everybody, or at most one where they need not be complete.
  private mutating func alternatives(
    _ names: [String], _ stage: ExpressionMaker.Stage, isComplete: Bool,
    _ entry: (inout LawMaker, Draft) -> Draft
  ) -> [Draft.Entry] {
    let fitting = choosers.filter { $0.stage <= stage && $0.members.count >= names.count }
    if names.count > 1, isSound, !fitting.isEmpty, chance.once(in: 2) {
      let chooser = chance.one(of: fitting)
      return names.enumerated().map { index, name in
        // The last takes what is left.
        let members = index == names.count - 1 ? Array(chooser.members[index...]) : [chooser.members[index]]
        let test = members.count == 1 ? "= \(members[0])" : "in (\(members.joined(separator: ", ")))"
        return Draft.Entry(name, entry(&self, .condition("\(chooser.name) \(test)")))
      }
    }
    let conditions = exclusive(names.count, stage, isComplete: isComplete)
    return zip(names, conditions).map { Draft.Entry($0, entry(&self, .condition($1))) }
  }

  /// So many conditions that exclude one another.
  mutating func exclusive(
    _ count: Int, _ stage: ExpressionMaker.Stage = .unit, isComplete: Bool = false
  ) -> [String] {
    var earlier: [String] = []
    return (0..<count).map { index in
      let own = isComplete && index == count - 1 ? nil : expressions.expression(.boolean, depth: 1, upTo: stage)
      let others = isSound ? earlier.map { "not(\($0))" } : []
      if let own { earlier.append(own) }
      let parts = others + (own.map { [$0] } ?? [])
      return parts.isEmpty ? "true" : parts.joined(separator: " and ")
    }
  }

  private mutating func covers() -> Draft {
    let when = chance.once(in: 3) ? expressions.expression(.boolean, depth: 1, upTo: .benefit) : "not(working)"
    return .keys(("when", .condition(chance.once(in: 6) ? when : "not(working) or \(when)")), ("cite", .text("T")))
  }

  private mutating func benefit(_ condition: Draft) -> Draft {
    let per = chance.one(of: ["month", "month", "week", "day"])
    let amount = chance.once(in: 8) ? nil : Draft.text(expressions.expression(.money(per: per)))
    return dated(
      .keys(
        ("when", condition), ("amount", amount),
        ("paid by", .text(chance.one(of: ["municipality", "a-kasse", "state"]))),
        ("financing", .text(chance.one(of: ["ladder", "ladder", "municipality", "state"])))),
      { maker in .keys(("amount", .text(maker.expressions.expression(.money(per: per))))) }, mayEnd: true)
  }

  private mutating func group(_ condition: Draft) -> Draft {
    .keys(("cite", .text("T")), ("when", condition))
  }

  private mutating func unit(_ condition: Draft) -> Draft {
    .keys(
      ("cite", .text("T")), ("authority", .text(chance.one(of: ["municipality", "a-kasse", "state"]))),
      ("holds when", condition))
  }
}
