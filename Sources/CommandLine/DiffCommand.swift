internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Foundation
internal import Reading
internal import Reports
internal import Workspace

/// What a change of the rules does.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what a change of the rules does: to their words, and to every scenario.",
    discussion: """
      OLD and NEW are folders of rules, or git revisions of the repository that
      the rules lie in. The same scenarios are replayed under both; comments and
      layout count for nothing.

      EXAMPLES
        hegn diff HEAD Rules
        hegn diff HEAD~3 HEAD --lang en
        hegn diff main Rules Scenarios/personas viktor
        hegn diff main HEAD --format markdown --out comment.md
        hegn diff Rules ../other/Rules --format json

      EXIT STATUS
        0  nothing moved      1  a rule or a scenario moved      2  could not run
      """)

  @Argument(help: "The rules before: a folder, or a revision such as HEAD~3.")
  var old: String

  @Argument(help: "The rules after: a folder, or a revision such as HEAD.")
  var new: String

  @Argument(help: "Scenarios by file, folder or name. Default: Scenarios.")
  var scenarios: [String] = []

  @OptionGroup var rules: RuleOptions
  @OptionGroup var law: LawOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    var paths: [String] = []
    for name in scenarios {
      guard let path = ScenarioArguments.path(name) else { throw Surface.unknownScenario(name) }
      paths.append(path)
    }
    if paths.isEmpty { paths = [ScenarioArguments.folder] }
    let before = try RuleSource(old, rules: rules.rules)
    defer { before.remove() }
    let after = try RuleSource(new, rules: rules.rules)
    defer { after.remove() }
    var (left, right) = (before.side, after.side)
    let difference: RuleDifference
    do throws(SideFailure) {
      difference = try DifferenceRun.difference(
        from: &left, to: &right, on: paths, settings: law.settings)
    } catch {
      switch error.side {
      case .old: throw before.fail(error, "the rules before", files: left.workspace.library.files)
      case .new: throw after.fail(error, "the rules after", files: right.workspace.library.files)
      }
    }
    let text: String
    do throws(Diagnostic) {
      text = try Reports.difference(
        difference, format: report.format, language: report.language, style: report.style)
    } catch {
      throw Surface.fail(error, files: SourceFiles())
    }
    try report.print(text)
    if difference.hasMoved { throw ExitCode.findings }
  }
}

extension RuleSource {
  var side: RulesSide { RulesSide(name: name, rules: folder) }

  /// Ends because this side cannot be compared, and says which it is.
  func fail(_ failure: SideFailure, _ which: String, files: SourceFiles) -> ExitCode {
    Surface.tell("error: \(which), '\(name)', cannot be compared [side-unreadable]\n")
    Surface.tell(failure.findings, files: files) { $0.replacingOccurrences(of: folder, with: place) }
    return .couldNotRun
  }
}
