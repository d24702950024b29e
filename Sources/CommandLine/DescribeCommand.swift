internal import ArgumentParser
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
      """)

  @Option(help: "The law to tell, by the name of its folder.")
  var law: String?

  @Flag(help: "With --law: which rows of the facts the law holds, and which not.")
  var coverage = false

  @Option(parsing: .upToNextOption, help: "Laws to set beside one another; the first is the baseline.")
  var compare: [String] = []

  @OptionGroup var rules: RuleOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    var workspace = Workspace(rules: rules.rules)
    let sheet: Sheet? =
      if let law {
        coverage ? workspace.coverageSheet(of: law) : workspace.sheet(of: law)
      } else if !compare.isEmpty {
        workspace.sheet(comparing: compare)
      } else {
        nil
      }
    guard let sheet else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    try report.print(
      Reports.sheet(sheet, format: report.format, language: report.language, style: report.style))
  }
}
