package import Attribution
package import Diagnostics
internal import Legislation
internal import Pricing
internal import Reading
internal import Scenarios
internal import Vocabulary

extension Workspace {
  /// The citizens that a saving is told of, replayed as the settings say.
  ///
  /// - Returns: with them, the year that the population is known for, where it is asked for others; `nil`
  ///   when something could not be read; the library's findings say what.
  package mutating func sample(
    of country: CountrySettings, settings: Settings
  ) -> (citizens: CitizenSample, known: Int?)? {
    guard let source = population(country, seed: settings.seed), !library.findings.hasErrors
    else { return nil }
    let citizens = CitizenSample(
      of: source.population, count: country.citizens, workers: country.workers, by: settings.evaluator)
    return (citizens, source.known)
  }

  /// What a reform saves against another law on a sample, and what of the reform saves what.
  ///
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  /// - Throws: when the rules cannot decide a course, `no-target` where nothing says what counts,
  ///   `unknown-benefit` where the target names one that neither law has, and `too-many-measures`.
  package mutating func attribution(
    of reform: String, against baseline: String, on sample: CitizenSample, _ question: AttributionQuestion
  ) throws(Diagnostic) -> CountryAttribution? {
    let laws = library.laws(named: [baseline, reform])
    let target = library.target()
    let behaviour = library.behaviour()
    guard laws.count == 2, let prices = library.prices(), !library.findings.hasErrors else { return nil }
    guard let target else {
      throw Diagnostic(
        .error, "no-target", "nothing says what a saving is measured against",
        at: .start(of: library.targetFile), hint: "write '\(library.targetFile)'")
    }
    try Workspace.check(target, against: laws)
    var run = AttributionRun(
      library: library, question: question, sample: sample, prices: prices, target: target,
      behaviour: behaviour, baseline: laws[0], reform: laws[1])
    let attribution = try run.attribution()
    library = run.library
    return attribution
  }

  /// A box of a benefit that no law pays would stand empty, and its money elsewhere.
  private static func check(_ target: Target, against laws: [Law]) throws(Diagnostic) {
    let known = Set(laws.flatMap { $0.benefits.map(\.provision.id.name) })
    let named = target.boxes.flatMap { $0.scope.benefits ?? [] } + (target.counts.benefits ?? [])
    guard let unknown = named.sorted().first(where: { !known.contains($0) }) else { return }
    let nearest = nearestName(to: unknown, among: known.sorted())
    throw Diagnostic(
      .error, "unknown-benefit", "the target names the benefit '\(unknown)', and neither law has it",
      at: target.range, hint: nearest.map { "write '\($0)'" } ?? "leave it out")
  }
}
