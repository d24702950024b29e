internal import ArgumentParser
internal import Diagnostics
internal import Reading
internal import Reports
internal import Workspace

/// Everything that can be said before anything runs.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say everything that is wrong with laws before anything runs.",
    discussion: """
      With no law named, the populations and the mappings of files below Scenarios
      are read as well.

      EXAMPLES
        hegn check
        hegn check current framework
        hegn check --format json --out findings.json
      """)

  @Argument(help: "Laws, by the names of their folders; all of them when none is named.")
  var laws: [String] = []

  @OptionGroup var rules: RuleOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    var workspace = Workspace(rules: rules.rules)
    let names = laws.isEmpty ? workspace.library.lawNames : laws
    let isKnown = names.allSatisfy(workspace.library.lawNames.contains)
    // Populations are of no law; who asks about all hears of them too.
    if laws.isEmpty { workspace.library.readPopulations(at: ScenarioArguments.folder) }
    let findings = workspace.check(names)
    if report.format == .text {
      Surface.tell(findings, files: workspace.library.files)
    } else {
      try report.print(
        Reports.findings(findings, format: report.format, language: report.language))
    }
    guard isKnown else { throw ExitCode.couldNotRun }
    if findings.hasErrors { throw ExitCode.findings }
  }
}
