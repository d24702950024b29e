internal import Comparison
internal import Diagnostics
internal import Legislation
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Simulation
internal import Vocabulary

/// Laws on a sample: replayed, priced, compared.
struct CountryRun {
  let source: CountrySource
  let measures: CitizenMeasures
  let prices: PriceList
  let settings: Workspace.Settings
  var workers = 1
  var part: Range<Int>?
  var progress: @Sendable (RunProgress) -> Void = { _ in }

  init(
    source: CountrySource, measures: CitizenMeasures, prices: PriceList, settings: Workspace.Settings
  ) {
    self.source = source
    self.measures = measures
    self.prices = prices
    self.settings = settings
  }

  /// Courses of the stock begin before the window, so the law's first text reaches back.
  func plans(for laws: [Law]) throws(Diagnostic) -> [SimulationPlan] {
    var plans: [SimulationPlan] = []
    for law in laws { plans.append(try Pipeline.plan(law, settings, reachesBack: true)) }
    return plans
  }

  func tally(under plans: [SimulationPlan]) throws(Diagnostic) -> PopulationTally {
    let compiled = plans.map { settings.evaluator == .fast ? CompiledPlan($0) : nil }
    let simulator = PopulationSimulator(
      frame: Tally.Frame(source.window), measures: measures, codebooks: plans.map(\.codebook)
    ) { zip(plans, compiled).map { Replayer($0, compiled: $1) } }
    var orders = PopulationSimulator<Replayer>.Orders()
    orders.workers = workers
    orders.part = part
    let (source, progress) = (source, progress)
    orders.progress = { progress(source.progress(citizens: $0)) }
    // Nobody can cancel it, so there is a tally.
    let tally =
      if let file = source.file {
        try simulator.run(file.stream, orders)
      } else {
        try simulator.run(source.sample, orders)
      }
    return tally ?? PopulationTally(laws: plans.count)
  }

  func comparison(of laws: [Law]) throws(Diagnostic) -> CountryComparison {
    let plans = try plans(for: laws)
    return try comparison(of: laws, plans: plans, tally: tally(under: plans))
  }

  func comparison(
    of laws: [Law], plans: [SimulationPlan], tally: PopulationTally
  ) throws(Diagnostic) -> CountryComparison {
    let years = Array(Tally.Frame(source.window).years)
    var ledgers: [CountryLedger] = []
    var figures: [[CountryFigures]] = years.map { _ in [] }
    for (plan, own) in zip(plans, tally.laws) {
      let costing = TallyCosting(codebook: plan.codebook, prices: prices, level: settings.prices)
      let ledger = try costing.ledger(of: own)
      let burdens = try costing.burdens(of: own)
      ledgers.append(ledger)
      for (place, year) in years.enumerated() {
        figures[place].append(
          CountryFigures(
            of: year, tally: own, codebook: plan.codebook, ledger: ledger, burdens: burdens))
      }
    }
    let labels = CellLabels(measures: measures, groups: plans.first?.codebook.groups ?? [], laws.first)
    return CountryComparison(
      laws: laws.map { LawSummary($0, on: settings.lawDate) },
      sample: summary(of: tally), years: zip(years, figures).map { CountryYear(year: $0, figures: $1) },
      ledgers: ledgers,
      distributions: laws.indices.dropFirst().map { law in
        Distribution(law: law, pairs: tally.pairs) { labels[$0] }
      })
  }

  private func summary(of tally: PopulationTally) -> SampleSummary {
    SampleSummary(
      population: source.name, title: source.title, citizens: tally.laws.first?.citizens ?? 0,
      people: tally.laws.first?.people.whole ?? 0, seed: settings.seed, window: source.window,
      lawDate: settings.lawDate, priceLevel: prices.level, prices: settings.prices.rawValue,
      practice: settings.practice.rawValue, known: source.known)
  }
}

extension TallyCosting {
  /// What each of the tally's demands takes, in the order of its rows.
  fileprivate func burdens(of tally: Tally) throws(Diagnostic) -> [CountryFigures.Burden] {
    var burdens: [CountryFigures.Burden] = []
    for row in tally.demands.rows {
      let effort = try charges(for: row.key).reduce(Money.zero) { $0 + $1.amount }
      burdens.append(CountryFigures.Burden(minutes: minutes(of: row.key), effort: effort))
    }
    return burdens
  }
}
