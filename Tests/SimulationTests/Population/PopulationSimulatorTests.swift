internal import Diagnostics
internal import Outcomes
internal import Parallel
internal import Quantities
internal import Scenarios
internal import Simulation
internal import Testing
internal import Vocabulary

@Suite("A population's run")
struct PopulationSimulatorTests {
  @Test("gives the same whatever the number of workers", arguments: [2, 3, 16])
  func workers(number: Int) throws {
    let bench = try CountryBench()
    let one = try bench.run(workers: 1)

    let many = try bench.run(workers: number)

    #expect(many == one)
    #expect(many.rows == one.rows)
    #expect(one.laws.map(\.citizens) == [bench.sample.count, bench.sample.count])
  }

  @Test("gives the same whole and in ten parts merged in any order")
  func tenParts() throws {
    let bench = try CountryBench()
    let whole = try bench.run(workers: 2)
    let size = bench.sample.count / 10 + 1
    let parts = try (0..<10).map { part in
      try bench.run(workers: 1, part: part * size..<(part + 1) * size)
    }

    for order in [Array(parts), parts.reversed(), parts.shuffled()] {
      var merged = PopulationTally(laws: 0)
      order.forEach { merged.merge($0) }

      #expect(merged == whole)
      #expect(merged.rows == whole.rows)
    }
  }

  @Test("gives the same by either evaluator")
  func evaluators() throws {
    let bench = try CountryBench()

    #expect(try bench.run(workers: 2, evaluator: .plain) == bench.run(workers: 2, evaluator: .fast))
  }

  @Test("finds nobody who loses when a law is compared with itself")
  func sameLaw() throws {
    let tally = try CountryBench(laws: ["current", "current"]).run(workers: 2)

    #expect(tally.laws[0] == tally.laws[1])
    #expect(!tally.pairs.outcomes.isEmpty)
    #expect(tally.pairs.outcomes.rows.allSatisfy { $0.key.outcome == .keeps })
    #expect(tally.pairs.changes.isEmpty)
    #expect(tally.pairs.minimums.rows.allSatisfy { !$0.key.isBelow })
  }

  @Test("tells apart who loses by the citizen's own difference, which adds up to that of the laws")
  func losers() throws {
    let tally = try CountryBench().run(workers: 2)
    let everybody = PairedTally.ClassKey(.everybody, 0)

    for measure in PairedTally.Measure.allCases {
      let level = PairedTally.LevelKey(law: 1, measure, everybody)
      let change = PairedTally.Outcome.allCases.reduce(Weighted.zero) {
        $0 + tally.pairs.changes[PairedTally.OutcomeKey(level, $1)]
      }
      let first = tally.pairs.levels[PairedTally.LevelKey(law: 0, measure, everybody)]
      let people = PairedTally.Outcome.allCases.reduce(Weighted.zero) {
        $0 + tally.pairs.outcomes[PairedTally.OutcomeKey(level, $1)]
      }

      #expect(change == tally.pairs.levels[level] - first, "\(measure)")
      #expect(people == tally.pairs.people[everybody], "\(measure)")
    }
    let contacts = PairedTally.LevelKey(law: 1, .contacts, everybody)
    #expect(tally.pairs.outcomes[PairedTally.OutcomeKey(contacts, .loses)] > .zero)
    #expect(tally.pairs.minimums[PairedTally.MinimumKey(law: 1, everybody, isBelow: true)] > .zero)
  }

  @Test("divides everybody among the classes of each dimension")
  func dimensions() throws {
    let people = try CountryBench().run(workers: 1).pairs.people

    let everybody = people[PairedTally.ClassKey(.everybody, 0)]
    for dimension in PairedTally.Dimension.allCases {
      #expect(people.sum { $0.dimension == dimension } == everybody, "\(dimension)")
    }
    #expect(people.rows.count { $0.key.dimension == .group } > 5)
  }

  @Test("stops at the first citizen whom a law cannot decide, the same one with any number of workers",
    arguments: [1, 2, 8])
  func failure(workers: Int) throws {
    let bench = try CountryBench()
    let refused = ["viktor", "lise"]
    let simulator = PopulationSimulator(
      frame: bench.frame, measures: CountryBench.measures, codebooks: [bench.plans[0].codebook]
    ) { [RefusingEvaluator(plain: Replayer(bench.plans[0], by: .plain), refused: refused)] }
    var orders = PopulationSimulator<RefusingEvaluator>.Orders()
    orders.workers = workers
    let number = try #require(
      (0..<bench.sample.count).first { refused.contains(bench.sample[$0].scenario.id) })
    let first = bench.sample[number].scenario.id

    let error = #expect(throws: Diagnostic.self) { try simulator.run(bench.sample, orders) }

    #expect(error?.code == "no-group")
    #expect(error?.message == "no group for '\(first)'")
    #expect(
      error?.notes.map(\.message) == [
        "the citizen is '\(first)' under the law 'current'; '--citizen \(number)' replays it alone"
      ])
  }

  @Test("ends without a result when it is cancelled")
  func cancelled() throws {
    let bench = try CountryBench()
    let simulator = PopulationSimulator(
      frame: bench.frame, measures: CountryBench.measures, codebooks: bench.plans.map(\.codebook)
    ) { bench.plans.map { Replayer($0, by: .plain) } }
    var orders = PopulationSimulator<Replayer>.Orders()
    orders.isCancelled = { true }

    #expect(try simulator.run(bench.sample, orders) == nil)
  }

  @Test("tells how many citizens are done, all of them at the end")
  func progress() throws {
    let bench = try CountryBench()
    let told = Guarded<[Int]>([])
    let simulator = PopulationSimulator(
      frame: bench.frame, measures: CountryBench.measures, codebooks: [bench.plans[0].codebook]
    ) { [Replayer(bench.plans[0], by: .plain)] }
    var orders = PopulationSimulator<Replayer>.Orders()
    orders.progress = { done in told.withLock { $0.append(done) } }

    _ = try simulator.run(bench.sample, orders)

    #expect(told.withLock { $0.max() } == bench.sample.count)
  }
}

/// The scenarios beside the laws as a country of their own.
struct CountryBench {
  let plans: [SimulationPlan]
  let sample: Sample
  let frame = Tally.Frame(Stretch(year: 2023))

  init(laws: [String] = ["current", "framework"]) throws {
    plans = try laws.map { try SimulationPlan(law: ShippedLaws.law($0), reachesBack: true) }
    let scenarios = try ShippedLaws.scenarios()
    // More citizens than one worker takes at a time, of different weights.
    sample = Sample(count: scenarios.count * 2) { index in
      Sample.Member(
        scenario: scenarios[index % scenarios.count], weight: Weight(millionths: Int64(1_234_567 + index)))
    }
  }

  static let measures: CitizenMeasures = {
    guard let figures = try? ShippedLaws.figures() else {
      return CitizenMeasures(
        contactKinds: [], clarity: .init(fact: 0, settled: []), lastingBenefits: [], education: 0,
        born: 0, ages: [], distance: 0)
    }
    return figures.measures
  }()

  func run(
    workers: Int, part: Range<Int>? = nil, evaluator: Evaluator = .fast
  ) throws -> PopulationTally {
    let plans = plans
    let simulator = PopulationSimulator(
      frame: frame, measures: CountryBench.measures, codebooks: plans.map(\.codebook)
    ) { plans.map { Replayer($0, by: evaluator) } }
    var orders = PopulationSimulator<Replayer>.Orders()
    orders.workers = workers
    orders.part = part
    return try #require(try simulator.run(sample, orders))
  }
}

/// An evaluator that cannot decide some citizens.
private struct RefusingEvaluator: CourseEvaluator {
  var plain: Replayer
  let refused: [String]

  mutating func replay(_ scenario: Scenario, into record: inout CourseRecord) throws(Diagnostic) {
    if refused.contains(scenario.id) {
      throw Diagnostic(.error, "no-group", "no group for '\(scenario.id)'", at: scenario.range)
    }
    try plain.replay(scenario, into: &record)
  }
}

extension PopulationTally {
  /// Everything in the order in which a report meets it.
  fileprivate var rows: [String] {
    laws.flatMap { law in
      law.demands.rows.map { "\($0)" } + law.benefitShares.rows.map { "\($0)" }
        + law.days.rows.map { "\($0)" } + law.spells.rows.map { "\($0)" }
    } + pairs.outcomes.rows.map { "\($0)" } + pairs.spread.rows.map { "\($0)" }
  }
}
