internal import ArgumentParser
internal import Diagnostics
internal import Quantities
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

      Errors are what is wrong; warnings and notes are what works and yet should
      not stay. Notes are told when '--level' or '--fail-level' asks for them.
      'hegn describe --lint all' says why each is told.

      EXAMPLES
        hegn check
        hegn check current framework
        hegn check --level note
        hegn check --fail-level warning --on 2027-01-01
        hegn check --format json --out findings.json
        hegn check --format sarif --level note --out hegn.sarif
        hegn check --format github

      EXIT STATUS
        0  nothing at the level of failure      1  findings      2  could not run
      """)

  @Argument(help: "Laws, by the names of their folders; all of them when none is named.")
  var laws: [String] = []

  @Option(help: "text, json, csv, markdown, sarif or github.")
  var format = FindingsFormat.report(.text)

  @Option(help: "The least that is told: note, warning or error.")
  var level = Level.warning

  @Option(help: "The least that ends with status 1: note, warning or error.")
  var failLevel = Level.error

  @Option(name: .customLong("on"), help: "The day that dates of review are held against; never the clock's.")
  var day: Day?

  @OptionGroup var rules: RuleOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var workspace = Workspace(rules: rules.rules)
    let names = laws.isEmpty ? workspace.library.lawNames : laws
    let isKnown = names.allSatisfy(workspace.library.lawNames.contains)
    // Populations are of no law; who asks about all hears of them too.
    if laws.isEmpty { workspace.library.readPopulations(at: rules.scenarios) }
    let found = workspace.check(names, lints: Workspace.Lints(day: day))
    // Nothing may fail that is not told.
    let least = min(level.severity, failLevel.severity)
    let told = Findings(found.all.filter { $0.severity >= least })
    if format == .report(.text) {
      Surface.tell(told, files: workspace.library.files)
    } else {
      try output.print(
        Reports.findings(
          told, format: format, language: output.language, pages: Workspace.lintPages))
    }
    guard isKnown else { throw ExitCode.couldNotRun }
    if told.all.contains(where: { $0.severity >= failLevel.severity }) { throw ExitCode.findings }
  }

  /// How bad a finding is, as people type it.
  enum Level: String, CaseIterable, ExpressibleByArgument {
    case note, warning, error

    var severity: Diagnostic.Severity {
      switch self {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    }
  }
}

extension FindingsFormat: ExpressibleByArgument {}
