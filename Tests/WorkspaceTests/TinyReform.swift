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
    of reform: String = "less", against baseline: String = "tiny", over years: ClosedRange<Int>? = nil,
    _ ask: (inout AttributionQuestion) -> Void = { _ in }
  ) throws -> CountryAttribution {
    var question = AttributionQuestion()
    ask(&question)
    let own = try years.map { years in
      CitizenSample(of: try #require(sample.population.moved(to: years)), count: sample.count)
    }
    let attribution = try workspace.attribution(
      of: reform, against: baseline, on: own ?? sample, question)
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
