internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Outcomes
internal import Proof
internal import Reading
internal import Reports
internal import Workspace

/// Proofs over all citizens.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Bevis, hvad der gælder for alle borgere. Prove what holds for every citizen, or show one.",
    discussion: """
      For each law: one target group, one unit and at most one benefit for everyone
      at every instant; exceptions and tables that decide; provisions that can apply
      to somebody; deadlines that do not lie before their beginning; benefits with a
      payer; figures with a value; and what the law promises of itself.

      What is broken is told with a citizen who was replayed and shows it. What is
      neither proved nor shown is told as unknown.

      Needs Z3 ('apt-get install libz3-dev'); no other command does. HEGN_Z3 names
      another library than the usual one.

      EXAMPLES
        hegn verify
        hegn verify framework --lang en
        hegn verify current --out-witness witnesses
        hegn verify --format json --out proofs.json

      EXIT STATUS
        0  proved      1  broken, or unknown with '--strict'      2  could not run
      """)

  @Argument(help: "Laws, by the names of their folders; all of them when none is named.")
  var laws: [String] = []

  @Option(help: "The longest that the solver thinks about one question, in seconds.")
  var timeLimit = 5

  @Option(help: "Write a scenario file for each citizen who shows that something is broken into this folder.")
  var outWitness: String?

  @Flag(help: "End with status 1 where something is unknown, too.")
  var strict = false

  @OptionGroup var rules: RuleOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if timeLimit < 1 { throw ValidationError("'--time-limit' is at least 1 second") }
  }

  func run() throws {
    var workspace = Workspace(rules: rules.rules)
    let names = laws.isEmpty ? workspace.library.lawNames : laws
    var settings = Prover.Settings()
    settings.limit = timeLimit
    let proofs: [Proofs]?
    do throws(Diagnostic) {
      let solver = try Solver(at: ProcessInfo.processInfo.environment["HEGN_Z3"])
      proofs = try workspace.proofs(
        of: names, scenarios: rules.scenarios, solver: solver, settings: settings
      ) { Surface.progress("\($0) …") }
    } catch {
      Surface.endProgress()
      throw Surface.fail(error, files: workspace.library.files)
    }
    Surface.endProgress()
    guard let proofs else { throw Surface.fail(workspace.library.findings, files: workspace.library.files) }
    if let outWitness { try write(workspace.witnessFiles(of: proofs), to: outWitness) }
    let sheet = ProofSheet(proofs, folder: outWitness)
    try report.print(
      Reports.sheet(sheet.sheet, format: report.format, language: report.language, style: report.style))
    if sheet.hasFailures || strict && sheet.hasUnknowns { throw ExitCode.findings }
  }

  private func write(_ files: [(name: String, text: String)], to folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for file in files {
        try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file.name)"), options: .atomic)
      }
    } catch {
      Surface.tell("error: '\(folder)' cannot be written: \(error.localizedDescription)\n")
      throw ExitCode.couldNotRun
    }
  }
}
