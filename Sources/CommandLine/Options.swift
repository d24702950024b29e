internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Legislation
internal import Pricing
internal import Quantities
internal import Reading
internal import Reports
internal import Simulation
internal import Vocabulary
internal import Workspace

extension ReportFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension PracticeLevel: ExpressibleByArgument {}
extension PriceLevel: ExpressibleByArgument {}
extension Evaluator: ExpressibleByArgument {}

/// Where the rules lie.
struct RuleOptions: ParsableArguments {
  @Option(help: "The folder of rules.")
  var rules = "Rules"

  /// The folder of scenarios that lies beside it.
  var scenarios: String {
    let parts = rules.split(separator: "/", omittingEmptySubsequences: false)
    let trimmed = parts.last == "" ? parts.dropLast() : parts[...]
    return (trimmed.dropLast() + [Substring(ScenarioArguments.folder)]).joined(separator: "/")
  }
}

/// How a report is printed, and where to.
struct ReportOptions: ParsableArguments {
  @Option(help: "text, json, csv, markdown or html.")
  var format = ReportFormat.text

  @OptionGroup var output: OutputOptions

  var language: Language { output.language }
  var style: TextStyle { output.style }

  func print(_ report: String) throws { try output.print(report) }
}

/// In which language, and where to, whatever the form.
struct OutputOptions: ParsableArguments {
  @Option(name: [.customLong("lang")], help: "da or en.")
  var language = Language.danish

  @Option(help: "Write to this file instead of the terminal; it is written beside and renamed.")
  var out: String?

  var style: TextStyle {
    out == nil && Surface.isTerminal ? .bold : .plain
  }

  /// Prints a whole report or none.
  func print(_ report: String) throws {
    guard let out else {
      Surface.print(report)
      return
    }
    do {
      try Data(report.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
    } catch {
      Surface.tell("error: '\(out)' cannot be written: \(error.localizedDescription)\n")
      throw ExitCode.couldNotRun
    }
  }
}

/// How laws are applied.
struct LawOptions: ParsableArguments {
  @Option(help: "Freeze the law as in force on this day, such as 2024-07-01.")
  var lawDate: Day?

  @Option(help: "Which end of the ranges of discretion: low, base or high.")
  var practice = PracticeLevel.base

  @Option(help: "Which end of the ranges of prices: low, base or high.")
  var prices = PriceLevel.base

  @Option(help: "The seed of all lots.")
  var seed: UInt64 = 1

  @Option(
    help: "Which evaluator replays: fast, or plain, the one that explains. The answers are the same, bit for bit.")
  var evaluator = Evaluator.fast

  var settings: Workspace.Settings {
    var settings = Workspace.Settings()
    settings.lawDate = lawDate
    settings.practice = practice
    settings.prices = prices
    settings.seed = seed
    settings.evaluator = evaluator
    return settings
  }
}

/// The scenarios that a command was given: files, folders, or the names of shipped scenarios.
enum ScenarioArguments {
  static let folder = "Scenarios"
  static let personas = "Scenarios/personas"
  /// The population that stands for the country unless another is named.
  static let country = "Scenarios/denmark-2023.yaml"

  /// - Returns: the path, or the file below `Scenarios` that is called so.
  static func path(_ argument: String) -> String? {
    if FileManager.default.fileExists(atPath: argument) { return argument }
    var files = SourceFiles()
    return files.yamlFiles(at: folder).first { file in
      file.hasSuffix("/\(argument).yaml")
    }
  }
}

extension Surface {
  /// Ends with findings drawn, when a command could not run.
  static func fail(_ findings: Findings, files: SourceFiles) -> ExitCode {
    tell(findings, files: files)
    return .couldNotRun
  }

  /// Ends because the rules could not decide.
  static func fail(_ diagnostic: Diagnostic, files: SourceFiles) -> ExitCode {
    fail(Findings([diagnostic]), files: files)
  }

  /// Ends because an argument names nothing.
  static func unknownScenario(_ argument: String) -> ExitCode {
    var files = SourceFiles()
    let names = files.yamlFiles(at: ScenarioArguments.folder).map { file in
      String(file.split(separator: "/").last?.dropLast(".yaml".count) ?? "")
    }
    let nearest = nearestName(to: argument, among: names)
    tell("error: there is no law and no scenario '\(argument)' [no-such-scenario]\n")
    tell("  hint: \(nearest.map { "write '\($0)'" } ?? "name a file, a folder, or a law below Rules")\n")
    return .couldNotRun
  }
}
