internal import Diagnostics
internal import Outcomes
internal import Parallel
internal import Quantities
package import Scenarios
package import Simulation

/// Citizens of a population, replayed under any number of laws.
///
/// A citizen is made by her number whenever she is asked for. That takes a fraction of a replay, and kept she would
/// take three kilobytes.
///
/// They stand in batches, one after another: each batch has the population's mix by itself, so what
/// differs between batches tells what another sample would have changed.
package struct CitizenSample: Sendable {
  package let population: Population
  package let count: Int
  let frame: Tally.Frame
  private let batchCount: Int
  private let workers: Int
  package let evaluator: Evaluator

  /// - Parameters:
  ///   - count: how many citizens; at least one.
  ///   - batches: how many parts to tell the sampling error from.
  ///   - workers: how many replay at a time; their number does not show in any figure.
  package init(
    of population: Population, count: Int, batches: Int = 20, workers: Int = 1,
    by evaluator: Evaluator = .fast
  ) {
    self.evaluator = evaluator
    self.population = population
    self.count = max(1, count)
    frame = Tally.Frame(population.window)
    batchCount = max(1, min(batches, self.count))
    self.workers = max(1, workers)
  }

  /// A sample of the same people by fewer citizens; this one where it has no more.
  package func atMost(_ number: Int) -> CitizenSample {
    number >= count
      ? self
      : CitizenSample(of: population, count: number, workers: workers, by: evaluator)
  }

  /// The citizen of a place below `count`; the same one each time.
  func citizen(_ place: Int) -> Citizen { population.citizen(UInt64(place), of: UInt64(count)) }

  var years: ClosedRange<Int> { frame.years }

  var batches: Range<Int> { 0..<batchCount }

  /// The citizens of each batch.
  var batchRanges: [Range<Int>] { batches.map { places(of: $0, among: batchCount) } }

  /// How often the citizens of a batch have to be taken to stand for everybody.
  func growth(of batch: Int) -> Rational {
    Rational(Int128(count), Int128(places(of: batch, among: batchCount).count)) ?? .one
  }

  func places(of part: Int, among parts: Int) -> Range<Int> {
    (part * count / parts)..<((part + 1) * count / parts)
  }

  /// What each batch adds up to.
  ///
  /// - Throws: when the rules cannot decide a course, for the first part in which they cannot.
  func tallies(under plan: SimulationPlan) throws(Diagnostic) -> [Tally] {
    try tallies(under: plan, parts: batchCount)
  }

  func tally(under plan: SimulationPlan) throws(Diagnostic) -> Tally {
    try tallies(under: plan, parts: min(workers, count)).reduce(Tally()) { $0.merging($1) }
  }

  private func tallies(under plan: SimulationPlan, parts: Int) throws(Diagnostic) -> [Tally] {
    let writer = TallyWriter(codebook: plan.codebook, frame: frame)
    let compiled = compiled(plan)
    return try each(of: parts) { part throws(Diagnostic) in
      var replayer = Replayer(plan, compiled: compiled)
      var tally = Tally()
      for place in places(of: part, among: parts) {
        let citizen = citizen(place)
        _ = try writer.add(
          replayer.record(of: citizen.scenario), period: citizen.scenario.period,
          weight: citizen.weight, to: &tally)
      }
      return tally
    }
  }

  /// The plan as every worker shares it; `nil` for the plain evaluator.
  func compiled(_ plan: SimulationPlan) -> CompiledPlan? {
    evaluator == .fast ? CompiledPlan(plan) : nil
  }

  /// Something for every worker's part of the citizens.
  func eachPart<Found: Sendable>(
    _ work: @Sendable (Range<Int>) throws(Diagnostic) -> Found
  ) throws(Diagnostic) -> [Found] {
    let parts = min(workers, count)
    return try each(of: parts) { part throws(Diagnostic) in try work(places(of: part, among: parts)) }
  }

  /// Something for each of some parts, in their order, whoever is done first.
  func each<Found: Sendable>(
    of parts: Int, _ work: @Sendable (Int) throws(Diagnostic) -> Found
  ) throws(Diagnostic) -> [Found] {
    let results = SideBySide.map(parts, workers: workers) { part in
      Result { () throws(Diagnostic) -> Found in try work(part) }
    }
    var all: [Found] = []
    for result in results { all.append(try result.get()) }
    return all
  }
}
