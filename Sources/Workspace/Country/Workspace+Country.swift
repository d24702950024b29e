package import Comparison
package import Diagnostics
internal import Legislation
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Simulation
internal import Vocabulary

extension Workspace {
  /// Which sample of which population, and with how many workers it is replayed.
  package struct CountrySettings: Sendable {
    /// A population file, or a folder of scenarios that stand for one person each.
    package var population: String
    package var citizens = 20_000
    /// The years to simulate; `nil` for those of the population file.
    package var years: ClosedRange<Int>?
    package var workers = 1
    /// Told how far the replay has come, now and then and from any worker.
    package var progress: @Sendable (RunProgress) -> Void = { _ in }

    package init(population: String) { self.population = population }
  }

  /// Laws side by side on a population.
  ///
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  /// - Throws: what the rules cannot decide of a citizen.
  package mutating func country(
    of laws: [String], settings: Settings, country: CountrySettings
  ) throws(Diagnostic) -> CountryComparison? {
    let read = library.laws(named: laws)
    guard let source = source(country, seed: settings.seed), let figures = library.figures(),
      read.count == laws.count, let prices = library.prices(), !library.findings.hasErrors
    else { return nil }
    var run = CountryRun(source: source, measures: figures.measures, prices: prices, settings: settings)
    run.workers = country.workers
    run.progress = country.progress
    let comparison = try run.comparison(of: read)
    return isReadWhole(source) ? comparison : nil
  }

  /// Takes over what was found wrong with a file of citizens.
  ///
  /// - Returns: whether all of it could be read, but for the rows that its mapping tolerates.
  private mutating func isReadWhole(_ source: CountrySource) -> Bool {
    guard let findings = source.file?.findings else { return true }
    library.files.findings.merge(findings)
    return !findings.hasErrors
  }

  /// One citizen of a population under each law, course by course.
  ///
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  /// - Throws: `no-such-citizen`, and what the rules cannot decide.
  package mutating func comparison(
    of laws: [String], citizen: Int, country: CountrySettings, settings: Settings
  ) throws(Diagnostic) -> Comparison? {
    let read = library.laws(named: laws)
    guard let source = source(country, seed: settings.seed), read.count == laws.count,
      let prices = library.prices(), !library.findings.hasErrors
    else { return nil }
    let found = source.citizen(citizen)
    guard isReadWhole(source) else { return nil }
    guard let found else {
      throw Diagnostic(
        .error, "no-such-citizen", "there is no citizen \(citizen) in a sample of \(source.count)",
        at: .start(of: country.population), hint: "give '--citizens' as in the run that named it")
    }
    return try Pipeline.comparison(
      of: read, on: [found], prices: prices, settings: settings,
      reachesBack: true)
  }

  /// How closely a law's simulated country resembles the counted one.
  ///
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  /// - Throws: what the rules cannot decide of a citizen, and `unknown-name` when a published figure
  ///   counts what the law does not have.
  package mutating func calibration(
    of law: String, settings: Settings, country: CountrySettings
  ) throws(Diagnostic) -> Calibration? {
    guard let law = library.law(named: law), let source = source(country, seed: settings.seed),
      let figures = library.figures(), let prices = library.prices(), !library.findings.hasErrors
    else { return nil }
    var run = CountryRun(source: source, measures: figures.measures, prices: prices, settings: settings)
    run.workers = country.workers
    run.progress = country.progress
    let plans = try run.plans(for: [law])
    let tally = try run.tally(under: plans)
    guard isReadWhole(source) else { return nil }
    let comparison = try run.comparison(of: [law], plans: plans, tally: tally)
    guard let plan = plans.first, let own = tally.laws.first, let year = comparison.years.first,
      let simulated = year.figures.first
    else { return nil }
    return try Calibration(
      law: law.title, sample: comparison.sample, year: year.year, figures: figures.figures,
      tally: own, codebook: plan.codebook, country: simulated, fed: source.fed)
  }

  /// The sample that the settings ask for.
  mutating func source(_ country: CountrySettings, seed: UInt64) -> CountrySource? {
    if library.isPopulation(at: country.population) {
      guard let found = population(country, seed: seed) else { return nil }
      return CountrySource(found.population, citizens: country.citizens, known: found.known)
    }
    if library.isMapping(at: country.population) {
      guard let rows = library.citizens(by: country.population) else { return nil }
      return CountrySource(rows)
    }
    let scenarios = library.scenarios(at: country.population)
    if scenarios.isEmpty, !library.findings.hasErrors {
      library.files.findings.add(
        Diagnostic(
          .error, "nobody", "there are no citizens here", at: .start(of: country.population),
          hint: "give a population file, the mapping of a file of citizens, or a folder of scenarios"))
    }
    return CountrySource(scenarios, path: country.population)
  }

  /// The population file of the settings in the years that they ask for.
  ///
  /// - Returns: with it, the year that it is known for, where it is asked for others; `nil` when it could
  ///   not be read.
  mutating func population(
    _ country: CountrySettings, seed: UInt64
  ) -> (population: Population, known: Int?)? {
    guard let read = library.population(at: country.population, seed: seed) else { return nil }
    guard let years = country.years else { return (read, nil) }
    let known = read.window.from.parts.year
    guard years.lowerBound >= known else {
      library.files.findings.add(
        Diagnostic(
          .error, "outside-period",
          "\(years.lowerBound) lies before \(known), the year that the population is of",
          at: read.range, hint: "ask for \(known) or later; '--years' runs up to '--year'"))
      return nil
    }
    return read.moved(to: years).map { ($0, years == known...known ? nil : known) }
  }
}
