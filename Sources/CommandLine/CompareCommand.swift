internal import Archive
internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Outcomes
internal import Reading
internal import Reports
internal import Vocabulary
internal import Workspace

/// The main job: laws side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set laws side by side on scenarios: duties, who holds the case, cost, and where they part.",
    discussion: """
      EXAMPLES
        hegn compare
        hegn compare current framework Scenarios/personas
        hegn compare --baseline current --reform framework viktor --lang en
        hegn compare Scenarios/courses --law-date 2023-07-01 --format csv --out courses.csv
        hegn compare --population Scenarios/denmark-2023.yaml --citizens 100000
        hegn compare current agreement-2025 --population Scenarios/denmark-2023.yaml --law-date 2027-01-01 --shapley
        hegn compare --population Scenarios/denmark-2023.yaml --shapley --orders 20 --format html --out report.html
        hegn compare --population Scenarios/denmark-2023.yaml --year 2030 --target --draws 1000
        hegn compare Scenarios/personas --store runs.sqlite
        hegn compare Scenarios/personas --format json | jq '.scenarios[].first_divergence'
      """)

  @Argument(help: "Laws by name, scenarios by file, folder or name. Default: current framework Scenarios/personas.")
  var names: [String] = []

  @Option(help: "The law that divergences are told against.")
  var baseline: String?

  @Option(help: "A law to set beside it; may be given more than once.")
  var reform: [String] = []

  @OptionGroup var country: CountryOptions
  @OptionGroup var attribution: AttributionOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var law: LawOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let archive = try store.open()
    let known = RuleLibrary.lawNames(below: rules.rules)
    var laws = [baseline].compactMap { $0 } + reform
    var paths: [String] = []
    for name in names {
      if known.contains(name) {
        laws.append(name)
      } else if let path = ScenarioArguments.path(name) {
        paths.append(path)
      } else {
        throw Surface.unknownScenario(name)
      }
    }
    if laws.isEmpty { laws = ["current", "framework"] }
    if laws.count == 1, laws[0] != "current" { laws.insert("current", at: 0) }
    if let population = country.population {
      var workspace = Workspace(rules: rules.rules)
      guard paths.isEmpty else {
        throw ValidationError("'--population' and scenarios ask for different things; give one of them")
      }
      if let citizen = country.citizen {
        return try tell(laws, [], &workspace, archive) { (workspace: inout Workspace) throws(Diagnostic) -> Comparison? in
          try workspace.comparison(
            of: laws, citizen: citizen, country: country.settings(of: population),
            settings: law.settings)
        }
      }
      guard country.year == nil || workspace.library.isPopulation(at: population) else {
        throw ValidationError("scenarios have years of their own; leave out '--year', or name a population file")
      }
      guard report.format == .html || !attribution.lacksDraws else {
        throw ValidationError(
          "'--practice-sample' says who is replayed for ranges; add '--draws' or '--practice-draws'")
      }
      if attribution.full || report.format == .html {
        return try tellAll(laws, on: population, &workspace, archive)
      }
      if attribution.isAsked { return try attribute(laws, on: population, &workspace, archive) }
      return try compare(laws, on: population, &workspace, archive)
    }
    guard !country.isAsked, !attribution.isAsked, !attribution.full else {
      throw ValidationError("this is asked of a population; add '--population'")
    }
    if paths.isEmpty { paths = [ScenarioArguments.personas] }

    var workspace = Workspace(rules: rules.rules, for: laws, on: paths)
    try tell(laws, paths, &workspace, archive) { (workspace: inout Workspace) throws(Diagnostic) -> Comparison? in
      try workspace.comparison(of: laws, on: paths, settings: law.settings)
    }
  }

  /// Scenarios under the laws, course by course.
  func tell(
    _ laws: [String], _ paths: [String], _ workspace: inout Workspace, _ archive: Archive?,
    _ compare: (inout Workspace) throws(Diagnostic) -> Comparison?
  ) throws {
    let comparison: Comparison?
    do throws(Diagnostic) {
      comparison = try compare(&workspace)
    } catch {
      throw Surface.fail(error, files: workspace.library.files)
    }
    guard let comparison, let vocabulary = workspace.library.vocabulary else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    let naming = Naming(vocabulary)
    try end(
      archive, figures: Reports.figures(comparison, naming: naming),
      receipt: workspace.receipt(
        "compare", laws: laws, paths: paths, rules: rules, options: law,
        country: country.population == nil ? nil : country)
    ) { format, language, style, receipt in
      Reports.comparison(
        comparison, naming: naming, format: format, language: language, style: style, receipt: receipt)
    }
  }
}
