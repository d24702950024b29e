internal import ArgumentParser

/// The program: one command a question.
@main
struct HegnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hegn",
    abstract: "En regelmotor og simulator for rammelove. A rules engine and simulator for framework laws.",
    discussion: """
      Love er YAML-regler under Rules/, borgere er lovneutrale forløb under Scenarios/.

      EXAMPLES
        hegn compare                                   today's law and KL's framework law, on the personas
        hegn check current framework                   everything that can be said before anything runs
        hegn test                                      every rule test beside the laws
        hegn verify framework                          what holds for every citizen, or one who shows it does not
        hegn compare --population Scenarios/denmark-2023.yaml   the same two on the country
        hegn calibrate                                 how closely the simulated country resembles the counted one
        hegn runs list --store runs.sqlite             the runs that were kept
        hegn describe --compare current framework      what the two laws are made of
        hegn diff HEAD Rules                           what the change at hand does to every scenario

      EXIT STATUS
        0  all well      1  findings or failed tests      2  could not run
      """,
    version: HegnCommand.version,
    subcommands: [
      CompareCommand.self, RunCommand.self, ExplainCommand.self, CheckCommand.self, TestCommand.self,
      VerifyCommand.self, DescribeCommand.self, DiffCommand.self, CalibrateCommand.self, RunsCommand.self,
    ])
}

extension HegnCommand {
  /// As `CHANGELOG.md` has it; what is not released yet counts towards it.
  static let version = "0.1.0"

  /// Runs the program; arguments that mean nothing end it as anything else that could not run.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Surface.tell("\(fullMessage(for: error))\n")
      exit(withError: ExitCode.couldNotRun)
    }
  }
}
