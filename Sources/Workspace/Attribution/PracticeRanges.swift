internal import Attribution
internal import Diagnostics
internal import Legislation
internal import Quantities
internal import Simulation
internal import Vocabulary

/// What discretion and behaviour make of the headlines, replayed on some of the citizens.
///
/// Each figure is that of all citizens and, added to it, what the assumption changes for those who are
/// replayed: the same citizens with the same luck either way, so the sample hardly shows in the
/// difference. Where all citizens are replayed it is exactly what they come to.
struct PracticeRanges {
  private let run: AttributionRun
  /// All citizens.
  private let whole: PricedQuantities
  private let base: [Int]
  /// The headlines of all citizens at each set of prices.
  private let draws: [[Int]]
  private let saving: Int
  /// The replayed citizens as the laws stand.
  private let before: Costed
  private let after: Costed
  private let usual: PricedQuantities
  private var separated: SeparatedPractice.Found?
  private var next = 0

  private typealias Counted = SeparatedPractice.Counted

  /// A law on the replayed citizens.
  private struct Costed {
    let replayed: AttributionRun.Replayed
    let counts: Counted
  }

  /// - Parameters:
  ///   - run: on all citizens.
  ///   - whole: the headlines of all citizens, and `base` at the base of all prices.
  ///   - draws: of all citizens at each set of prices.
  ///   - saving: of all citizens.
  init(
    _ run: AttributionRun, whole: PricedQuantities, base: [Int], draws: [[Int]], saving: Int
  ) throws(Diagnostic) {
    var own = run
    own.sample = run.sample.atMost(run.question.practiceSample)
    self.run = own
    self.whole = whole
    self.base = base
    self.draws = draws
    self.saving = saving
    before = try PracticeRanges.costed(own.baseline, own)
    after = try PracticeRanges.costed(own.reform, own)
    usual = own.quantities(
      before.replayed, after.replayed,
      try own.behaving(before.replayed.plan, after.replayed.plan)?.side)
  }

  private var seed: UInt64 { run.question.settings.seed }

  // MARK: Draws

  /// The ranges, and every draw's headlines; none where no practice is drawn.
  mutating func found() throws(Diagnostic) -> (practice: CountryAttribution.Practice, draws: [[Int]]) {
    let (low, high) = (try ends(at: .low), try ends(at: .high))
    let count = run.question.practiceDraws
    let prices = count == 0 ? 0 : run.question.draws / count
    var alone: [[Int]] = []
    var together: [[Int]] = []
    for number in 0..<count {
      tell()
      let drawn = try drawn(number)
      alone.append(moved(base, drawn.figures(nil, seed: seed), usual.figures(nil, seed: seed)))
      let numbers = number * prices..<(number + 1) * prices
      let figures = [drawn, usual].map { $0.figures(of: numbers, seed: seed) }
      for (place, number) in numbers.enumerated() {
        together.append(moved(draws[number], figures[0][place], figures[1][place]))
      }
    }
    let practice = CountryAttribution.Practice(
      citizens: run.sample.count, ends: (low.saving, high.saving), errors: (low.error, high.error),
      draws: Percentiles(sorted: alone.map { $0[0] }.sorted()),
      together: Percentiles(sorted: together.map { $0[0] }.sorted()),
      drawn: (count, prices), withBehaviour: run.question.behaviour != nil)
    return (practice, together.isEmpty ? alone : together)
  }

  /// What all citizens come to, moved by what a draw changes for the replayed ones.
  ///
  /// What cannot be below nothing is kept from it: of few citizens a difference may be larger than it.
  private func moved(_ whole: [Int], _ drawn: [Int], _ usual: [Int]) -> [Int] {
    zip(self.whole.headlines, whole.indices).map { headline, index in
      let figure = whole[index] + drawn[index] - usual[index]
      return headline.isAmount ? max(0, figure) : figure
    }
  }

  /// Both laws with every use of discretion drawn; one that both know has the same luck under both.
  private func drawn(_ number: Int) throws(Diagnostic) -> PricedQuantities {
    let lot = PracticeLot(seed: seed)
    let before = try run.replayed(run.baseline.setting(lot.values(of: run.baseline, number)))
    let after = try run.replayed(run.reform.setting(lot.values(of: run.reform, number)))
    let effects = (run.behaviour?.effects ?? []).map { lot.effect($0, number) }
    return run.quantities(
      before, after, try run.behaving(before.plan, after.plan, (effects, .base))?.side)
  }

  // MARK: Ends

  /// The saving with all practice at one end, and the error of what that moves it by.
  private mutating func ends(
    at level: PracticeLevel
  ) throws(Diagnostic) -> (saving: Int, error: SamplingError?) {
    tell()
    let ends = try moved().all
    let sides = level == .low ? (ends[0].low, ends[1].low) : (ends[0].high, ends[1].high)
    return (shifted(sides.0, sides.1), error(sides, (before.counts, after.counts)))
  }

  /// Both laws with their uses of discretion moved; replayed when it is first asked for.
  private mutating func moved() throws(Diagnostic) -> SeparatedPractice.Found {
    if let separated { return separated }
    let found = try SeparatedPractice(run).ends(of: [run.baseline, run.reform])
    separated = found
    return found
  }

  /// What each use of discretion by itself makes of the saving; the same use under both laws, where both
  /// know it.
  mutating func practiceBars() throws(Diagnostic) -> [Spread.Bar] {
    var practices: [ProvisionID: Practice] = [:]
    for practice in run.baseline.practices + run.reform.practices {
      practices[practice.provision.id] = practice
    }
    let ends = try moved().each
    var bars: [Spread.Bar] = []
    for practice in practices.values.sorted(by: { $0.provision.id < $1.provision.id }) {
      tell()
      let id = practice.provision.id
      // A law that does not know the use is as it was.
      let low = (ends[0][id]?.low ?? before.counts, ends[1][id]?.low ?? after.counts)
      let high = (ends[0][id]?.high ?? before.counts, ends[1][id]?.high ?? after.counts)
      bars.append(
        Spread.Bar(
          kind: .practice, name: id.description, label: practice.provision.label,
          status: practice.provision.citation.status, low: shifted(low.0, low.1),
          high: shifted(high.0, high.1), error: error(low, high)?.standardError))
    }
    return bars
  }

  /// What each assumption on behaviour by itself makes of the saving; none unless behaviour was asked for.
  func behaviourBars() throws(Diagnostic) -> [Spread.Bar] {
    guard run.question.behaviour != nil, let behaviour = run.behaviour else { return [] }
    let plans = (before.replayed.plan, after.replayed.plan)
    var bars: [Spread.Bar] = []
    for effect in behaviour.effects {
      var savings: [Int] = []
      for end in [RangeEnd.low, .high] {
        let side = try run.behaving(plans.0, plans.1, ([effect], end))?.side
        let counted = try side.map { side throws(Diagnostic) in try run.outlay(of: side).totals[0] }
        savings.append(saving - (counted ?? after.counts.counted) + after.counts.counted)
      }
      bars.append(
        Spread.Bar(
          kind: .behaviour, name: effect.name, label: effect.label,
          status: effect.factor.citation.status, low: savings[0], high: savings[1]))
    }
    return bars
  }

  // MARK: What a replay comes to

  private static func costed(_ law: Law, _ run: AttributionRun) throws(Diagnostic) -> Costed {
    let replayed = try run.replayed(law)
    var batches: [Int] = []
    for (batch, tally) in replayed.batches.enumerated() {
      let side = PriceMatrix.Side(tally: tally, codebook: replayed.plan.codebook)
      let counted = try run.outlay(of: side).totals[0]
      batches.append(Money(øre: counted).share(run.sample.growth(of: batch), .halfUp)?.øre ?? counted)
    }
    return Costed(
      replayed: replayed,
      counts: Counted(counted: try run.outlay(of: replayed.whole).totals[0], batches: batches))
  }

  private func shifted(_ before: Counted, _ after: Counted) -> Int {
    saving + (before.counted - after.counted) - (self.before.counts.counted - self.after.counts.counted)
  }

  /// Of the difference between two pairs of laws on the same citizens.
  private func error(_ one: (Counted, Counted), _ other: (Counted, Counted)) -> SamplingError? {
    SamplingError(
      batches: one.0.batches.indices.map { batch in
        (one.0.batches[batch] - one.1.batches[batch]) - (other.0.batches[batch] - other.1.batches[batch])
      })
  }

  private mutating func tell() {
    next += 1
    let uses = Set((run.baseline.practices + run.reform.practices).map(\.provision.id)).count
    run.question.progress(next, 2 + run.question.practiceDraws + uses)
  }
}
