internal import ArgumentParser
internal import Diagnostics
internal import Outcomes
internal import Quantities
internal import Reading
internal import Reports
internal import Workspace

/// The reasons.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a day is as it is: which rules decided, from which facts, by which paragraphs.",
    discussion: """
      EXAMPLES
        hegn explain current ulla --on 2023-09-01
        hegn explain current ulla --on 2023-09-01 --why sygedagpengemodtager
        hegn explain current soeren --on 2024-01-15 --why-not jobparat
        hegn explain framework lise --on 2024-01-15 --why duties/contact-by-need --lang en
      """)

  @Argument(help: "The law, by the name of its folder.")
  var name: String

  @Argument(help: "The scenario: a file, or the name of a shipped one.")
  var scenario: String

  @Option(name: .customLong("on"), help: "The day.")
  var day: Day

  @Option(help: "A group, benefit, unit, episode, duty or definition that applies.")
  var why: [String] = []

  @Option(help: "One that does not apply.")
  var whyNot: [String] = []

  @OptionGroup var rules: RuleOptions
  @OptionGroup var law: LawOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    var workspace = Workspace(rules: rules.rules)
    guard let path = ScenarioArguments.path(scenario) else { throw Surface.unknownScenario(scenario) }
    let answer: Explanation?
    do throws(Diagnostic) {
      answer = try workspace.explanation(
        of: why + whyNot, law: name, scenario: path, on: day, settings: law.settings)
    } catch {
      throw Surface.fail(error, files: workspace.library.files)
    }
    guard let answer else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    let text: String
    do throws(Diagnostic) {
      text = try Reports.explanation(
        answer, heading: "\(name), \(scenario), \(day)", format: report.format,
        language: report.language, style: report.style)
    } catch {
      throw Surface.fail(error, files: workspace.library.files)
    }
    try report.print(text)
  }
}
