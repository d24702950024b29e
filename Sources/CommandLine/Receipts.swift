internal import Archive
internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Foundation
internal import Legislation
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Reports
internal import Scenarios
internal import Vocabulary
internal import Workspace

extension Workspace {
  /// What the figures of a command were made from, with every option spelled out.
  mutating func receipt(
    _ command: String, laws: [String], paths: [String], rules: RuleOptions, options: LawOptions,
    country: CountryOptions? = nil, asked: [String] = []
  ) -> Receipt {
    func line(_ what: [String], _ asked: [String] = []) -> String {
      (["hegn", command] + laws + what + asked + rules.arguments + options.arguments)
        .map(Shell.quoted).joined(separator: " ")
    }
    var commands: [String: String] = [:]
    for scenario in paths.flatMap({ library.scenarios(at: $0) }) {
      commands[scenario.id] = line([scenario.range.file])
    }
    return Receipt(
      program: "hegn \(HegnCommand.version)", command: line(country?.arguments ?? paths, asked),
      commands: commands, seed: options.seed,
      inputs: library.inputs(population: country?.population))
  }
}

extension CountryOptions {
  /// The number of workers is left out: it changes no figure.
  var arguments: [String] {
    guard let population else { return [] }
    return ["--population", population] + (citizens.map { ["--citizens", String($0)] } ?? [])
      + (year.map { ["--year", String($0), "--years", String(years ?? 1)] } ?? [])
      + (citizen.map { ["--citizen", String($0)] } ?? [])
  }
}

extension RuleOptions {
  var arguments: [String] { rules == "Rules" ? [] : ["--rules", rules] }
}

extension LawOptions {
  var arguments: [String] {
    (lawDate.map { ["--law-date", $0.description] } ?? [])
      + ["--practice", practice.rawValue, "--prices", prices.rawValue, "--seed", String(seed)]
  }
}

/// Words as a shell takes them.
enum Shell {
  static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./#=:,".unicodeScalars.contains(scalar)
    }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

/// Where runs are kept.
struct StoreOptions: ParsableArguments {
  @Option(help: "Keep the run, with what it was made from, in this file of SQLite; 'hegn runs' looks into it.")
  var store: String?

  /// Opened before anything is computed: who cannot keep a run wants to know at once.
  func open() throws -> Archive? {
    guard let store else { return nil }
    return try Surface.telling { () throws(Diagnostic) in try Archive(keepingAt: store) }
  }
}

extension Archive {
  /// Keeps a run and says under which number.
  ///
  /// - Parameter document: the whole result as JSON.
  func keep(_ figures: [Figure], document: String, receipt: Receipt) throws {
    let number = try Surface.telling { () throws(Diagnostic) in
      try keep(receipt, figures: figures, document: document, moment: Date().formatted(.iso8601))
    }
    Surface.tell("kept as run \(number)\n")
  }
}

extension Surface {
  /// Ends because something that is no rule is wrong.
  static func fail(_ diagnostic: Diagnostic) -> ExitCode {
    tell("error: \(diagnostic.message) [\(diagnostic.code)]\n")
    if let hint = diagnostic.hint { tell("  hint: \(hint)\n") }
    return .couldNotRun
  }
}
