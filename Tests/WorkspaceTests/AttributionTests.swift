internal import Attribution
internal import Diagnostics
internal import Expressions
internal import Foundation
internal import LawSupport
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Testing
internal import Vocabulary
internal import Workspace

/// A law of four kinds of work, a reform of four measures, and people who need it for a while.
struct TinyReform {
  var workspace: Workspace
  let sample: CitizenSample

  /// - Parameters:
  ///   - law: further lines of the base's duties.
  ///   - citizens: how many of the hundred and twenty people are replayed.
  init(target: String = TinyReform.target, citizens: Int = 120) throws {
    let folder = try TinyLaw.folder(["tiny": TinyLaw.text(Self.law), "less": Self.reform])
    try Data(target.utf8).write(to: folder.appendingPathComponent("target.yaml"))
    try Data(Self.behaviour.utf8).write(to: folder.appendingPathComponent("behaviour.yaml"))
    workspace = Workspace(rules: folder.path)
    let vocabulary = try #require(workspace.library.vocabulary)
    let population = try #require(Self.people(vocabulary))
    sample = CitizenSample(of: population, count: citizens)
    // Everything is read while the folder is there.
    for name in ["tiny", "less"] { _ = workspace.library.law(named: name) }
    _ = workspace.library.prices()
    _ = workspace.library.target()
    _ = workspace.library.behaviour()
    let findings = workspace.library.findings.sorted.map { "\($0.range): \($0.message)" }
    try #require(findings.isEmpty, "\(findings)")
    self.folder = folder
  }

  private let folder: URL

  mutating func attribution(
    of reform: String = "less", against baseline: String = "tiny",
    _ ask: (inout AttributionQuestion) -> Void = { _ in }
  ) throws -> CountryAttribution {
    var question = AttributionQuestion()
    ask(&question)
    let attribution = try workspace.attribution(of: reform, against: baseline, on: sample, question)
    return try #require(attribution, "\(workspace.library.findings.sorted.map(\.message))")
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  static let law = """
    parameters:
      idle: {cite: T, unit: number, values: {2000-01-01: 1}}
    practice:
      later: {cite: T, status: assumption, kind: interval, unit: duration, floor: 0 days, ceiling: none, low: 4 weeks, base: 8 weeks, high: 16 weeks, evidence: t}
    benefits:
      aid: {cite: T, when: not(working) and not(sick), amount: 3_100 kr per month, paid by: municipality, financing: municipality}
      sick-pay: {cite: T, when: sick, amount: 4_650 kr per month, paid by: municipality, financing: state}
    units:
      office: {cite: T, authority: municipality, holds when: not(sick)}
      clinic: {cite: T, authority: municipality, holds when: sick}
    duties:
      first-talk: {cite: § 1, kind: interview, for: everyone, by: holding unit, counted from: case, due: {within: 13 weeks}}
      talks: {cite: § 2, kind: interview, for: everyone, by: holding unit, counted from: case, due: {at least: 4, in: 26 weeks}, includes: [first-talk]}
      later-talks: {cite: § 3, kind: interview, for: everyone, by: holding unit, counted from: case, due: {every: later, after: 26 weeks}, ordered by: practice}
      course: {cite: § 4, kind: offer, for: everyone, by: holding unit, counted from: case, due: {within: 10 weeks}, lasts: 4 weeks}
      ruling: {cite: § 5, kind: decision, for: everyone, by: holding unit, counted from: case, due: {within: 2 weeks}}
    """

  static let reform = """
    law: less
    title: {da: Mindre, en: Less}
    amends: tiny
    measures:
      no-first-talk:
        {cite: T, repeals: [duties/first-talk], amends: {duties/talks: {includes: []}}}
      fewer-talks:
        {cite: T, after: [no-first-talk], amends: {duties/talks: {due: {at least: 2, in: 26 weeks}}, practice/later: {low: 8 weeks, base: 13 weeks, high: 26 weeks}}}
      no-course: {cite: T, repeals: [duties/course]}
      one-house:
        cite: T
        requires: [no-course]
        repeals: [units/clinic]
        amends: {units/office: {holds when: "true"}}
      nobody: {cite: T, amends: {parameters/idle: {values: {2000-01-01: 2}}}}
    """

  static let target = """
    amount: 1_000_000 kr
    year: 2030
    price level: 2023
    source: t
    counts: {accounts: [administration, offers], payers: [municipality], source: t}
    boxes:
      benefits: {accounts: [benefits], benefits: [aid]}
    flow-back: {share: {low: 10 %, base: 20 %, high: 30 %}, boxes: [benefits], source: t, status: unverified}
    published:
      paper: {law: less, amount: 900_000 kr, source: t}
    """

  static let behaviour = """
    effects:
      new-face: {hangs on: hand-overs, hazard: work, factor: {low: 0.2, base: 0.5, high: 1}, found for: t, source: t}
    """

  /// Out of work for up to a year, some of them ill on the way.
  private static func people(_ vocabulary: Vocabulary) -> Population? {
    guard let born = vocabulary.fact(named: "born"), let working = vocabulary.fact(named: "working"),
      let sick = vocabulary.fact(named: "sick"), let third = Rational(1, 3), let rest = Rational(2, 3)
    else { return nil }
    let spells = LengthTable(
      shares: [third, third, third],
      bounds: [.init(over: 0, upTo: 60), .init(over: 60, upTo: 200), .init(over: 200, upTo: 360)])
    let label = Label(danish: "t", english: "t")
    let jobless = Archetype(
      name: "jobless", label: label, inflow: 80, stock: 40, history: 360, leavesAtAge: nil,
      citizen: [
        .constant(.init(fact: working, value: .boolean(true))),
        .age(fact: born, AgeTable(shares: [.one], ages: [30..<60])),
      ],
      states: [
        LifeState(
          name: "out", sets: [.constant(.init(fact: working, value: .boolean(false)))], lasts: spells,
          exits: [.init(to: 1, share: third, isWork: false), .init(to: 2, share: rest, isWork: true)]),
        LifeState(
          name: "ill", sets: [.constant(.init(fact: sick, value: .boolean(true)))], lasts: spells,
          exits: [.init(to: 2, share: .one, isWork: true)]),
        LifeState(
          name: "work",
          sets: [
            .constant(.init(fact: working, value: .boolean(true))),
            .constant(.init(fact: sick, value: .boolean(false))),
          ], lasts: nil, exits: []),
      ])
    return Population(
      name: "few", title: label, window: Stretch(year: 2023), archetypes: [jobless],
      vocabulary: vocabulary, range: .start(of: "few.yaml"))
  }
}

@Suite("An attribution")
struct AttributionTests {
  private func tiny(citizens: Int = 120, target: String = TinyReform.target) throws -> TinyReform {
    try TinyReform(target: target, citizens: citizens)
  }

  @Test("adds up: rule and practice to each box, and the boxes to all of it, to the øre")
  func addsUp() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let effects = try tiny.attribution().effects

    for (place, effect) in effects.effects.enumerated() {
      #expect(effect.rule + effect.practice == effect.total)
      #expect(effect.total == effects.reform.totals[place] - effects.baseline.totals[place])
    }
    #expect(effects.effects.reduce(0) { $0 + $1.total } == effects.reform.total - effects.baseline.total)
    #expect(effects.effects[0].rule < 0)
    #expect(effects.effects[0].practice < 0)
    #expect(effects.saving == -effects.effects[0].total)
  }

  @Test("of a law against itself is nothing, and the other way round flips every sign")
  func signs() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let there = try tiny.attribution().effects
    let back = try tiny.attribution(of: "tiny", against: "less").effects
    let same = try tiny.attribution(of: "tiny", against: "tiny").effects

    #expect(back.effects.map(\.rule) == there.effects.map { -$0.rule })
    #expect(back.effects.map(\.practice) == there.effects.map { -$0.practice })
    #expect(back.saving == -there.saving)
    #expect(same.effects.allSatisfy { $0.rule == 0 && $0.practice == 0 })
  }

  @Test("leaves of a published saving what neither rule nor practice makes")
  func unexplained() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let attribution = try tiny.attribution { $0.budgetCut = Money(øre: 5_000) }
    let effects = attribution.effects

    #expect(attribution.published.map(\.amount.øre) == [5_000, 90_000_000])
    for published in attribution.published {
      let parts = [-effects.effects[0].rule, -effects.effects[0].practice, effects.unexplained(of: published.amount)]
      #expect(parts.reduce(0, +) == published.amount.øre)
    }
  }

  @Test("gives measures shares that add up in every box, exactly or by lot")
  func shares() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    for orders in [nil, 5] {
      let found = try tiny.attribution {
        $0.prices = .init()
        $0.prices?.orders = orders
      }.measures
      let prices = try #require(found)

      for place in prices.total.indices {
        #expect(prices.measures.reduce(0) { $0 + $1.share[place] } == prices.total[place])
      }
      #expect(prices.drawn == orders)
      #expect((prices.measures[0].error != nil) == (orders != nil))
    }
  }

  @Test("says of a repeal that saves nothing which rule still orders the work")
  func nothing() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let found = try tiny.attribution { $0.prices = .init() }.measures
    let prices = try #require(found)
    let byName = Dictionary(uniqueKeysWithValues: prices.measures.map { ($0.name, $0) })

    // Two talks are held either way, after 13 and 26 weeks: the first talk was one of them.
    guard case .stillOrdered(let rules) = byName["no-first-talk"]?.nothing else {
      Issue.record("\(String(describing: byName["no-first-talk"]?.nothing))")
      return
    }
    #expect(rules.map(\.provision.local) == ["duties/talks"])
    #expect(byName["fewer-talks"]?.nothing == nil)
    #expect(byName["no-course"]?.nothing == nil)
    #expect(byName["one-house"]?.nothing == .meetsNobody)
    #expect(byName["no-course"]?.dependents == ["one-house"])
  }

  @Test("takes a measure apart into provisions that, together, are worth what it is by itself")
  func provisions() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let found = try tiny.attribution {
      $0.prices = .init()
      $0.prices?.byProvision = true
    }.measures
    let prices = try #require(found)

    for measure in prices.measures {
      let provisions = try #require(measure.provisions)
      for place in prices.total.indices {
        let alone = provisions.entries.reduce(0) { sum, entry in
          if case .worth(let worth) = entry.outcome { sum + worth[place] } else { sum }
        }
        #expect(alone + provisions.together[place] == measure.alone[place])
      }
    }
    // Without the amendment of the talks, they would name a talk that is gone.
    let first = try #require(prices.measures.first { $0.name == "no-first-talk" }?.provisions)
    let amended = try #require(first.entries.first { $0.kind == "amends" })
    guard case .cannotStandAlone(let message) = amended.outcome else {
      Issue.record("\(amended.outcome)")
      return
    }
    #expect(message.contains("first-talk"))
  }

  @Test("costs at any prices what the replayed courses would, without replaying them")
  func matrix() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let base = try tiny.attribution { $0.draws = 200 }
    let low = try tiny.attribution { $0.settings.prices = .low }
    let high = try tiny.attribution { $0.settings.prices = .high }

    #expect(base.ranges.prices.low == low.effects.saving)
    #expect(base.ranges.prices.high == high.effects.saving)
    let draws = try #require(base.ranges.draws)
    #expect(low.effects.saving < draws.low)
    #expect(draws.low < draws.median && draws.median < draws.high)
    #expect(draws.high < high.effects.saving)
    #expect(base.ranges.spread?.base == base.effects.saving)
  }

  @Test("tells what drives its spread: prices and uses of discretion, widest first")
  func tornado() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let attribution = try tiny.attribution { $0.draws = 10 }
    let spread = try #require(attribution.ranges.spread)

    #expect(spread.bars.map(\.width) == spread.bars.map(\.width).sorted(by: >))
    #expect(Set(spread.bars.map(\.name)).isSuperset(of: ["hours/municipality", "work/interview", "weeks/offer"]))
    let later = try #require(spread.bars.first { $0.name == "tiny/practice/later" })
    #expect(later.kind == .practice)
    #expect(later.width > 0)
    // The one use of discretion there is, at its ends, is all practice at its ends.
    let practice = try #require(attribution.ranges.practice)
    #expect(practice.low == later.low && practice.high == later.high)
  }

  @Test("keeps behaviour and flow-back off unless asked, and flows back from benefits alone")
  func steps() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let off = try tiny.attribution().steps
    let on = try tiny.attribution {
      $0.behaviour = .base
      $0.flowBack = .base
    }.steps

    #expect(off.afterFlowBack == nil && off.afterBehaviour == nil)
    #expect(on.immediate == off.immediate)
    let after = try #require(on.afterFlowBack)
    #expect(after[0] == on.immediate[0])
    for place in after.indices where place != 1 { #expect(after[place] == on.immediate[place]) }
  }

  @Test("changes courses only where the laws differ, and then the chance of work")
  func behaviour() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let changed = try tiny.attribution { $0.behaviour = .base }.steps
    let unchanged = try tiny.attribution { $0.behaviour = .high }.steps
    let same = try tiny.attribution(of: "tiny", against: "tiny") { $0.behaviour = .low }.steps

    let spread = try tiny.attribution {
      $0.behaviour = .base
      $0.draws = 1
    }.ranges.spread
    let bar = try #require(spread?.bars.first { $0.kind == .behaviour })
    #expect(bar.name == "new-face")
    #expect(bar.low != bar.high)
    // One house saves whoever falls ill a change of hands, and with it half the time to work.
    #expect(try #require(changed.behaviour?.people) > 0)
    #expect(try #require(changed.afterBehaviour).reduce(0, +) < changed.immediate.reduce(0, +))
    #expect(unchanged.behaviour?.people == 0)
    #expect(unchanged.afterBehaviour == unchanged.immediate)
    #expect(same.behaviour?.people == 0)
    #expect(same.afterBehaviour?.allSatisfy { $0 == 0 } == true)
  }

  @Test("has a sampling error that is told apart, and none where everybody is alike")
  func samplingError() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let found = try tiny.attribution().sample.error
    let error = try #require(found)
    let none = try tiny.attribution(of: "tiny", against: "tiny").sample.error

    #expect(error.standardError > 0)
    #expect(error.batches == 20)
    #expect(none?.standardError == 0)
  }

  @Test("is the same again, and its sheet adds up as printed")
  func sheet() throws {
    var tiny = try tiny(citizens: 40)
    defer { tiny.remove() }
    func sheet() throws -> Sheet {
      AttributionSheet(
        try tiny.attribution {
          $0.draws = 20
          $0.prices = .init()
          $0.behaviour = .base
          $0.flowBack = .high
        }, kinds: []
      ).sheet
    }
    let first = try sheet()
    let again = try sheet()
    let effects = try #require(first.tables.first { $0.name == "effects" })
    let measures = try #require(first.tables.first { $0.name == "measures" })

    #expect(first == again)
    #expect(first.tables.allSatisfy { table in table.rows.allSatisfy { $0.count == table.columns.count } })
    for column in 1..<6 {
      let figures = effects.rows.compactMap { $0[column].exact }
      #expect(figures.dropLast().reduce(0, +) == figures.last)
    }
    let shares = measures.rows.compactMap { $0[1].exact }
    #expect(shares.dropLast().reduce(0, +) == shares.last)
    #expect(shares.last == effects.rows[0][5].exact)
  }

  @Test("says where the target should lie, and which benefit of it no law has")
  func failures() throws {
    var tiny = try tiny(target: TinyReform.target.replacingOccurrences(of: "[aid]", with: "[aide]"))
    defer { tiny.remove() }

    let finding = #expect(throws: Diagnostic.self) { try tiny.attribution() }

    #expect(finding?.code == "unknown-benefit")
    #expect(finding?.hint == "write 'aid'")
  }
}
