internal import Foundation
internal import Testing

/// A ministry's repository, made for one test: rules, scenarios and the script, nothing else.
private struct RuleRepository {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("ministry-\(UUID().uuidString)")
    let fixtures = Program.root.appendingPathComponent("Tests/Fixtures")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: fixtures.appendingPathComponent("common"), to: root.appendingPathComponent("Rules"))
    try FileManager.default.copyItem(
      at: fixtures.appendingPathComponent("good/rule tests"), to: root.appendingPathComponent("Rules/sample/tests"))
    try FileManager.default.copyItem(
      at: fixtures.appendingPathComponent("good/scenarios"), to: root.appendingPathComponent("Scenarios"))
    try FileManager.default.createDirectory(
      at: root.appendingPathComponent("ci"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("Recipes/rules-in-ci/check-rules"),
      to: root.appendingPathComponent("ci/check-rules"))
    #expect(try shell("git init --quiet --initial-branch=main && git add .").status == 0)
    #expect(try shell("git -c user.name=t -c user.email=t@t commit --quiet -m first").status == 0)
  }

  func change(_ words: String, to others: String, in file: String = "Rules/sample/law.yaml") throws {
    let place = root.appendingPathComponent(file)
    let text = try String(contentsOf: place, encoding: .utf8)
    #expect(text.contains(words))
    try Data(text.replacingOccurrences(of: words, with: others).utf8).write(to: place)
  }

  /// The script, as a build server would run it.
  func check(_ settings: [String: String] = [:]) throws -> Program.Outcome {
    var settings = settings
    settings["HEGN"] = settings["HEGN"] ?? Program.path
    settings["HEGN_LANG"] = "en"
    settings["BASE"] = settings["BASE"] ?? "HEAD"
    return try shell("exec ci/check-rules", settings)
  }

  func report(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent("rule-reports/\(name)"), encoding: .utf8)
  }

  func shell(_ line: String, _ settings: [String: String] = [:]) throws -> Program.Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "{ \(line); } >\(root.path).out 2>\(root.path).err"]
    process.currentDirectoryURL = root
    var environment = ProcessInfo.processInfo.environment
    for name in ["GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"] { environment[name] = nil }
    process.environment = environment.merging(settings) { $1 }
    try process.run()
    process.waitUntilExit()
    return Program.Outcome(
      status: process.terminationStatus,
      output: try String(contentsOfFile: "\(root.path).out", encoding: .utf8),
      errors: try String(contentsOfFile: "\(root.path).err", encoding: .utf8))
  }

  func remove() {
    for path in [root.path, "\(root.path).out", "\(root.path).err"] {
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}

@Suite("The recipe for a repository of rules", .serialized)
struct RulesInCITests {
  @Test("ends with 0 when nothing is wrong, and leaves its reports")
  func well() throws {
    let repository = try RuleRepository()
    defer { repository.remove() }

    let run = try repository.check()

    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("rules: 1 passed, 0 failed"))
    #expect(run.output.contains("Nothing moved"))
    #expect(run.output.contains("== all well"))
    #expect(try repository.report("tests.xml").contains("failures=\"0\""))
    #expect(try repository.report("conditions.info").hasSuffix("end_of_record\n"))
    #expect(try repository.report("check.sarif").contains("\"version\": \"2.1.0\""))
  }

  @Test("tells what a change does to every scenario, and refuses it only when asked")
  func moved() throws {
    let repository = try RuleRepository()
    defer { repository.remove() }
    try repository.change("due: {within: 2 weeks}", to: "due: {within: 3 weeks}")
    try repository.change("[2023-01-15, 2023-04-15]", to: "[2023-01-22, 2023-04-22]", in: testFile)

    let told = try repository.check()
    let refused = try repository.check(["MOVED": "refuse"])

    #expect(told.status == 0, "\(told.output)\(told.errors)")
    #expect(told.output.contains("| 2 weeks | 3 weeks |"))
    #expect(try repository.report("diff.md").contains("sample/duties/plan"))
    #expect(refused.status == 1)
  }

  @Test("ends with 1 when a test fails, and still tells what the change does")
  func failing() throws {
    let repository = try RuleRepository()
    defer { repository.remove() }
    try repository.change("due: {within: 2 weeks}", to: "due: {within: 3 weeks}")

    let run = try repository.check()

    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.output.contains("rules: 0 passed, 1 failed"))
    #expect(run.output.contains("| 2 weeks | 3 weeks |"))
    #expect(run.output.contains("== not well"))
    #expect(try repository.report("tests.xml").contains("failures=\"1\""))
  }

  @Test("ends with 2 when the rules do not read, and points at the place")
  func unreadable() throws {
    let repository = try RuleRepository()
    defer { repository.remove() }
    try repository.change("within: 2 weeks", to: "withn: 2 weeks")

    let run = try repository.check()
    let marked = try repository.check(["GITHUB_ACTIONS": "true"])

    #expect(run.status == 2, "\(run.output)\(run.errors)")
    #expect((run.output + run.errors).contains("Rules/sample/law.yaml:27:"))
    #expect(marked.output.contains("::error file=Rules/sample/law.yaml,line=27"))
  }

  @Test("ends with 1 when tests hold fewer provisions, or show fewer conditions, than are asked for")
  func coverage() throws {
    let repository = try RuleRepository()
    defer { repository.remove() }

    let provisions = try repository.check(["COVERAGE": "100"])
    let conditions = try repository.check(["CONDITIONS": "100"])

    for run in [provisions, conditions] {
      #expect(run.status == 1)
      #expect(run.errors.contains("[below-threshold]"))
    }
  }

  @Test("compares with nothing where there is nothing to compare with")
  func noBase() throws {
    let repository = try RuleRepository()
    defer { repository.remove() }

    let run = try repository.check(["BASE": "origin/main"])

    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("there is no 'origin/main' to hold the change against"))
  }

  @Test("ends with 2 without a program, and says what to set")
  func noProgram() throws {
    let repository = try RuleRepository()
    defer { repository.remove() }

    let run = try repository.check(["HEGN": "", "PATH": "/usr/bin:/bin"])

    #expect(run.status == 2)
    #expect(run.errors.contains("set HEGN, or HEGN_SOURCE and HEGN_REVISION to build it"))
  }

  private let testFile = "Rules/sample/tests/every kind of expectation.yaml"
}
