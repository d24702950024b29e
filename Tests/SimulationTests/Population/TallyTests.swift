internal import Legislation
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Simulation
internal import TestSupport
internal import Testing
internal import Vocabulary

@Suite("A tally")
struct TallyTests {
  @Test("of one citizen costs what the citizen's own ledger holds, to the øre", arguments: ShippedLaws.names)
  func oneCitizen(name: String) throws {
    let plan = try SimulationPlan(law: ShippedLaws.law(name))
    let costing = try ShippedLaws.costing()
    let pricing = TallyCosting(
      codebook: plan.codebook, prices: try ShippedLaws.prices(), level: .base)

    for scenario in try ShippedLaws.scenarios() {
      let tally = try TallyBench.tally(of: [scenario], under: plan, frame: .init(scenario.period))
      let course = try CourseSimulator.course(of: scenario, under: plan)
      let ledger = try costing.ledger(of: course)
      let country = try pricing.ledger(of: tally)

      #expect(country.wholeByProvision == ledger.byProvision.mapValues(\.øre), "\(scenario.id)")
      #expect(country.wholeByPayer == ledger.byPayer.mapValues(\.øre), "\(scenario.id)")
      #expect(country.isBalanced && country.balance == .zero && ledger.balance == .zero, "\(scenario.id)")
      #expect(tally.demands.sum { _ in true }.whole == course.demands.count, "\(scenario.id)")
      #expect(tally.handOvers.sum { _ in true }.whole == course.handOvers.count, "\(scenario.id)")
      #expect(
        tally.days.sum { $0.kind == .group }.whole == course.groups.reduce(0) { $0 + $1.stretch.length },
        "\(scenario.id)")
    }
  }

  @Test("merges in any order and in any parts to the same", arguments: [2, 3, 7])
  func mergingLaws(parts: Int) throws {
    let plan = try SimulationPlan(law: ShippedLaws.law("current"))
    let scenarios = Array(try ShippedLaws.scenarios().prefix(40))
    let frame = Tally.Frame(Stretch(year: 2023))
    let whole = try TallyBench.tally(of: scenarios, under: plan, frame: frame)
    var generator = SeededGenerator(seed: UInt64(parts))
    let split = try (0..<parts).map { part in
      try TallyBench.tally(
        of: scenarios.indices.filter { $0 % parts == part }.map { scenarios[$0] }, under: plan, frame: frame)
    }

    let forwards = split.reduce(Tally()) { $0.merging($1) }
    let shuffled = split.shuffled(using: &generator).reduce(Tally()) { $0.merging($1) }
    let nested = split.dropFirst().reversed().reduce(Tally()) { $1.merging($0) }

    #expect(forwards == whole)
    #expect(shuffled == whole)
    #expect(split[0].merging(nested) == whole)
    #expect(whole.merging(Tally()) == whole && Tally().merging(whole) == whole)
    #expect(forwards.demands.rows.map(\.key) == whole.demands.rows.map(\.key))
    #expect(whole != Tally())
  }

  @Test("counts a citizen as many times as the people it stands for")
  func weights() throws {
    let plan = try SimulationPlan(law: ShippedLaws.law("current"))
    let scenario = try #require(try ShippedLaws.scenarios().first { $0.id == "viktor" })
    let frame = Tally.Frame(scenario.period)
    let one = try TallyBench.tally(of: [scenario], under: plan, frame: frame)
    let three = try TallyBench.tally(of: [scenario], under: plan, frame: frame, weight: Weight(persons: 3))

    #expect(three.people.whole == 3)
    #expect(three.demands.rows.map(\.sum) == one.demands.rows.map { $0.sum * 3 })
    #expect(three.benefits.rows.map(\.sum) == one.benefits.rows.map { $0.sum * 3 })
  }

  @Test("leaves out what lies outside its frame, and two halves of a year make the year")
  func frames() throws {
    let plan = try SimulationPlan(law: ShippedLaws.law("current"))
    let scenarios = Array(try ShippedLaws.scenarios().prefix(30))
    let middle = try #require(Day("2023-07-01"))
    let year = Stretch(year: 2023)
    let whole = try TallyBench.tally(of: scenarios, under: plan, frame: .init(year))
    let first = try TallyBench.tally(
      of: scenarios, under: plan, frame: .init(Stretch(from: year.from, until: middle)))
    let second = try TallyBench.tally(
      of: scenarios, under: plan, frame: .init(Stretch(from: middle, until: year.until)))

    #expect(first.merging(second).demands == whole.demands)
    #expect(first.merging(second).benefits == whole.benefits)
    #expect(first.merging(second).days == whole.days)
    #expect(whole.demands.rows.allSatisfy { $0.key.year == 2023 })
    #expect(!first.demands.isEmpty && !second.demands.isEmpty)
  }

  @Test("counts a person once a year, however often she comes back")
  func personsOnce() throws {
    let plan = try SimulationPlan(law: ShippedLaws.law("current"))
    let scenario = try #require(
      try ShippedLaws.scenarios().first { $0.id == "comes-back-to-cash-benefit-after-a-short-job" })
    let tally = try TallyBench.tally(of: [scenario], under: plan, frame: .init(scenario.period))
    let course = try CourseSimulator.course(of: scenario, under: plan)

    #expect(course.cases.count > 1)
    #expect(tally.persons[.init(.openCase, 0, year: 0)].whole == 1)
    #expect(tally.persons.rows.allSatisfy { $0.sum.whole == 1 })
  }
}

/// Scenarios tallied one after another.
enum TallyBench {
  static func tally(
    of scenarios: [Scenario], under plan: SimulationPlan, frame: Tally.Frame, weight: Weight = .one
  ) throws -> Tally {
    let writer = TallyWriter(codebook: plan.codebook, frame: frame)
    var tally = Tally()
    for scenario in scenarios {
      try writer.add(
        CourseSimulator.record(of: scenario, under: plan), period: scenario.period, weight: weight,
        to: &tally)
    }
    return tally
  }
}

extension CountryLedger {
  var wholeByProvision: [ProvisionID: Int] {
    entries.reduce(into: [:]) { $0[$1.provision, default: 0] += $1.amount.whole ?? 0 }
  }

  var wholeByPayer: [Payer: Int] {
    entries.reduce(into: [:]) { $0[$1.payer, default: 0] += $1.amount.whole ?? 0 }
  }
}
