internal import ArgumentParser
internal import Diagnostics
internal import Outcomes
internal import Reading
internal import Reports
internal import Workspace

/// The rules told back: a law, laws beside one another, or the language itself.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Tell a law as a table, laws side by side by what they are made of, or the rule language.",
    discussion: """
      EXAMPLES
        hegn describe --law current
        hegn describe --law framework --format markdown --out framework.md
        hegn describe --law current --coverage
        hegn describe --compare current framework --lang en
        hegn describe --format markdown
        hegn describe --schema law > law.schema.json
        hegn describe --lint magic-number
      """)

  @Option(help: "The law to tell, by the name of its folder.")
  var law: String?

  @Flag(help: "With --law: which rows of the facts the law holds, and which not.")
  var coverage = false

  @Option(parsing: .upToNextOption, help: "Laws to set beside one another; the first is the baseline.")
  var compare: [String] = []

  @Option(help: "Print the JSON Schema of a kind of file.")
  var schema: RuleSchema?

  @Option(help: "Say why a lint is told, with what is wrong and what is right: its code, or all.")
  var lint: String?

  @OptionGroup var rules: RuleOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    let asked = [law != nil, !compare.isEmpty, schema != nil, lint != nil].count { $0 }
    if asked > 1 { throw ValidationError("'--law', '--compare', '--schema' and '--lint' ask for different things; give one of them") }
    if coverage, law == nil { throw ValidationError("'--coverage' is asked of a law; add '--law'") }
  }

  func run() throws {
    if let schema { return try report.print(schema.print()) }
    try report.print(
      Reports.sheet(try sheet(), format: report.format, language: report.language, style: report.style))
  }

  private func sheet() throws -> Sheet {
    if let lint {
      if let pages = LintSheet(lint) { return pages.sheet }
      let nearest = nearestName(to: lint, among: LintSheet.codes)
      Surface.tell("error: there is no lint '\(lint)' [no-such-lint]\n")
      Surface.tell("  hint: \(nearest.map { "write '\($0)'" } ?? "write one of: all, \(LintSheet.codes.joined(separator: ", "))")\n")
      throw ExitCode.couldNotRun
    }
    guard law != nil || !compare.isEmpty else { return LanguageSheet.sheet }
    var workspace = Workspace(rules: rules.rules)
    let sheet =
      if let law {
        coverage ? workspace.coverageSheet(of: law) : workspace.sheet(of: law)
      } else {
        workspace.sheet(comparing: compare)
      }
    if let sheet { return sheet }
    if coverage, let law, !workspace.library.findings.hasErrors {
      Surface.tell("error: nothing beside the law '\(law)' says what it covers [no-coverage]\n")
      Surface.tell("  hint: add '\(rules.rules)/\(law)/coverage.yaml'\n")
      throw ExitCode.couldNotRun
    }
    throw Surface.fail(workspace.library.findings, files: workspace.library.files)
  }
}

extension RuleSchema: ExpressibleByArgument {}
