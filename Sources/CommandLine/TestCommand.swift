internal import ArgumentParser
internal import Diagnostics
internal import Legislation
internal import Reading
internal import Scenarios
internal import Workspace

/// Runs rule tests.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests that lie beside the laws.",
    discussion: """
      EXAMPLES
        hegn test
        hegn test Rules/current/tests/contact.yaml
        hegn test --filter "first interview"
      """)

  @Argument(help: "Test files or folders; those of every law when none is named.")
  var paths: [String] = []

  @Option(help: "The folder of rules.")
  var rules = "Rules"

  @Option(help: "Only tests whose name contains this text.")
  var filter: String?

  func run() throws {
    var workspace = Workspace(rules: rules)
    let names = workspace.library.lawNames
    let folders =
      paths.isEmpty
      ? names.filter { workspace.library.hasTests($0) }.map { workspace.library.testFolder(of: $0) }
      : paths
    var tests = folders.flatMap { workspace.library.tests(at: $0) }
    if let filter { tests = tests.filter { $0.name.contains(filter) } }
    var laws: [String: Law] = [:]
    for name in Set(tests.map(\.law)).sorted() where names.contains(name) {
      laws[name] = workspace.library.law(named: name)
    }
    guard let prices = workspace.library.prices(), !workspace.library.findings.hasErrors else {
      Surface.tell(workspace.library.findings, files: workspace.library.files)
      throw ExitCode.couldNotRun
    }
    let runner = RuleTestRunner(laws: laws, prices: prices)
    var failures = Findings()
    var failed = 0
    for test in tests {
      let result = runner.run(test)
      if !result.passed { failed += 1 }
      result.failures.forEach { failures.add($0) }
    }
    Surface.tell(failures, files: workspace.library.files)
    Surface.print("rules: \(tests.count - failed) passed, \(failed) failed\n")
    if tests.isEmpty {
      let named = filter.map { "no test's name contains '\($0)'" } ?? "there is no test here"
      Surface.tell("error: \(named) [no-tests]\n")
    }
    if failed > 0 || tests.isEmpty { throw ExitCode.findings }
  }
}
