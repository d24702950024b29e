internal import Attribution
internal import Diagnostics
internal import Legislation
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Simulation
internal import Vocabulary

/// Answers what a reform saves and which part of it saves what, on one sample.
///
/// Every replay of a run meets the same citizens with the same luck, so two figures differ only where
/// two laws, two practices or two assumptions do.
struct AttributionRun {
  var library: RuleLibrary
  let question: AttributionQuestion
  var sample: CitizenSample
  let prices: PriceList
  let target: Target
  let behaviour: Behaviour?
  let baseline: Law
  let reform: Law

  /// - Throws: when the rules cannot decide a course, and `too-many-measures`.
  mutating func attribution() throws(Diagnostic) -> CountryAttribution {
    let before = try replayed(baseline)
    let after = try replayed(reform)
    let effects = CountryEffects(
      baseline: try outlay(of: before.whole), reform: try outlay(of: after.whole))
    let behaved = try behaving(before.plan, after.plan)
    let level = Int(prices.level) ?? target.level
    return CountryAttribution(
      target: target, amount: target.amount(inPricesOf: level) ?? target.amount,
      baseline: baseline.title, reform: reform.title, effects: effects, published: published,
      steps: try steps(effects, behaved),
      measures: question.prices == nil ? nil : try measurePrices(before, after, effects),
      ranges: try ranges(before, after, behaved?.side, effects),
      sample: CountryAttribution.SampleFigures(
        population: sample.population.title, citizens: sample.count,
        people: after.whole.tally.people.whole ?? 0, window: sample.frame.window,
        seed: question.settings.seed, year: years.upperBound, known: question.known,
        error: try samplingError(before, after)),
      years: try eachYear(before.whole, after.whole))
  }

  /// The years that count.
  var years: ClosedRange<Int> { question.year.map { $0...$0 } ?? sample.years }

  private func eachYear(
    _ before: PriceMatrix.Side, _ after: PriceMatrix.Side
  ) throws(Diagnostic) -> [CountryAttribution.Year] {
    guard sample.years.count > 1 else { return [] }
    var found: [CountryAttribution.Year] = []
    for year in sample.years {
      found.append(
        CountryAttribution.Year(
          year: year,
          effects: CountryEffects(
            baseline: try outlay(of: before, in: year...year),
            reform: try outlay(of: after, in: year...year))))
    }
    return found
  }

  // MARK: Replays

  /// A law's plan with what each batch adds up to.
  struct Replayed {
    let plan: SimulationPlan
    let batches: [Tally]
    let whole: PriceMatrix.Side
  }

  func plan(_ law: Law, _ practice: PracticeLevel? = nil) throws(Diagnostic) -> SimulationPlan {
    try SimulationPlan(
      law: law, frozen: question.settings.lawDate, reachesBack: true,
      practice: practice ?? question.settings.practice, seed: question.settings.seed)
  }

  func replayed(_ law: Law) throws(Diagnostic) -> Replayed {
    let plan = try plan(law)
    let batches = try sample.tallies(under: plan)
    return Replayed(
      plan: plan, batches: batches,
      whole: PriceMatrix.Side(
        tally: batches.reduce(Tally()) { $0.merging($1) }, codebook: plan.codebook))
  }

  func side(_ plan: SimulationPlan) throws(Diagnostic) -> PriceMatrix.Side {
    PriceMatrix.Side(tally: try sample.tally(under: plan), codebook: plan.codebook)
  }

  func outlay(
    of side: PriceMatrix.Side, in asked: ClosedRange<Int>? = nil
  ) throws(Diagnostic) -> Outlay {
    try costing(side.codebook).outlay(of: side.tally, in: asked ?? years)
  }

  func costing(_ codebook: Codebook) -> OutlayCosting {
    OutlayCosting(codebook: codebook, prices: prices, level: question.settings.prices, target: target)
  }

  func matrix(_ before: PriceMatrix.Side, _ after: PriceMatrix.Side) -> PriceMatrix {
    PriceMatrix(baseline: before, reform: after, prices: prices, target: target, years: years)
  }

  // MARK: What is told beside the effects

  private var published: [CountryAttribution.Published] {
    let asked = question.budgetCut.map { amount in
      CountryAttribution.Published(
        label: Label(danish: "Beløbet i spørgsmålet", english: "The amount of the question"),
        amount: amount, citation: nil)
    }
    return [asked].compactMap { $0 }
      + target.published.filter { $0.law == reform.id }.map { published in
        CountryAttribution.Published(
          label: published.label, amount: published.amount, citation: published.citation)
      }
  }

  private func steps(
    _ effects: CountryEffects, _ behaved: Behaved?
  ) throws(Diagnostic) -> CountryAttribution.Steps {
    var afterBehaviour: [Int]?
    var figures: CountryAttribution.BehaviourFigures?
    if let end = question.behaviour, let assumed = behaviour, let behaved {
      let changed = CountryEffects(
        baseline: effects.baseline, reform: try outlay(of: behaved.side))
      afterBehaviour = withFlowBack(changed)
      figures = CountryAttribution.BehaviourFigures(
        effects: assumed.effects, end: end, people: behaved.people)
    }
    return CountryAttribution.Steps(
      immediate: effects.effects.map(\.total),
      afterFlowBack: question.flowBack == nil ? nil : withFlowBack(effects),
      afterBehaviour: afterBehaviour, behaviour: figures)
  }

  /// The reform when people answer to what it does otherwise, and how many do.
  struct Behaved {
    let side: PriceMatrix.Side
    let people: Int
  }

  /// - Parameter assumed: the effects at their end; those of the question when `nil`.
  /// - Returns: `nil` where nobody asked for behaviour.
  func behaving(
    _ before: SimulationPlan, _ after: SimulationPlan,
    _ assumed: (effects: [Behaviour.Effect], end: RangeEnd)? = nil
  ) throws(Diagnostic) -> Behaved? {
    guard let asked = question.behaviour, let behaviour else { return nil }
    let (effects, end) = assumed ?? (behaviour.effects, asked)
    let (tally, changed) = try BehaviourReplay(
      sample: sample, baseline: before, reform: after, effects: effects, end: end
    ).tally()
    return Behaved(
      side: PriceMatrix.Side(tally: tally, codebook: after.codebook), people: changed.whole ?? 0)
  }

  private func withFlowBack(_ effects: CountryEffects) -> [Int] {
    let changes = effects.effects.map(\.total)
    guard let end = question.flowBack, let flowBack = target.flowBack else { return changes }
    return zip(changes, effects.flowBack(flowBack, end, target: target)).map { $0 + $1 }
  }

  /// How differently the batches turn out, each grown to everybody.
  private func samplingError(
    _ before: Replayed, _ after: Replayed
  ) throws(Diagnostic) -> SamplingError? {
    var savings: [Int] = []
    for batch in sample.batches {
      let sides = [before, after].map {
        PriceMatrix.Side(tally: $0.batches[batch], codebook: $0.plan.codebook)
      }
      let saving = CountryEffects(
        baseline: try outlay(of: sides[0]), reform: try outlay(of: sides[1])).saving
      savings.append(Money(øre: saving).share(sample.growth(of: batch), .halfUp)?.øre ?? saving)
    }
    return SamplingError(batches: savings)
  }
}
