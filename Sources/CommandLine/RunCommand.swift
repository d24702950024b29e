internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Outcomes
internal import Reading
internal import Reports
internal import Scenarios
internal import Workspace

/// One course, day by day.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Replay one citizen's course under one law.",
    discussion: """
      EXAMPLES
        hegn run current viktor
        hegn run framework Scenarios/personas/ulla.yaml --lang en
        hegn run current lise --law-date 2024-07-01 --format csv --out lise.csv
      """)

  @Argument(help: "The law, by the name of its folder.")
  var name: String

  @Argument(help: "The scenario: a file, or the name of a shipped one.")
  var scenario: String

  @OptionGroup var rules: RuleOptions
  @OptionGroup var law: LawOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    guard let path = ScenarioArguments.path(scenario) else { throw Surface.unknownScenario(scenario) }
    var workspace = Workspace(rules: rules.rules, for: [name], on: [path])
    let comparison: Comparison?
    do throws(Diagnostic) {
      comparison = try workspace.comparison(of: [name], on: [path], settings: law.settings)
    } catch {
      throw Surface.fail(error, files: workspace.library.files)
    }
    guard let comparison, let vocabulary = workspace.library.vocabulary,
      let course = comparison.scenarios.first, let result = course.results.first,
      let summary = comparison.laws.first
    else { throw Surface.fail(workspace.library.findings, files: workspace.library.files) }
    try report.print(
      Reports.course(
        result, scenario: course.title, law: summary.title, naming: Naming(vocabulary),
        format: report.format, language: report.language, style: report.style,
        receipt: report.format == .text
          ? nil : workspace.receipt("run", laws: [name], paths: [path], rules: rules, options: law)))
  }
}
