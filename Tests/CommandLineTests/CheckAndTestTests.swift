internal import Foundation
internal import TestSupport
internal import Testing

/// A folder of rules of its own, which a test may change: the sample law of the fixtures, and tests of it.
private struct SampleRules {
  let root: URL
  var rules: String { root.appendingPathComponent("Rules").path }
  var tests: URL { root.appendingPathComponent("Rules/sample/tests/tests.yaml") }

  init(tests text: String? = nil, more: String? = nil) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("Tests/Fixtures/common"), to: root.appendingPathComponent("Rules"))
    if let more { try Data(more.utf8).write(to: root.appendingPathComponent("Rules/sample/more.yaml")) }
    guard let text else { return }
    try FileManager.default.createDirectory(
      at: tests.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: tests)
  }

  func remove() { try? FileManager.default.removeItem(at: root) }
}

@Suite("The program, asked to check", .serialized)
struct CheckTests {
  private static let unread =
    "duties:\n  talk: {kind: plan, for: everyone, due: {within: 3 weeks}, by: holding unit, cite: ACT §20, status: unverified}\n"

  @Test("tells warnings and not notes unless they are asked for, and fails at the level asked for")
  func levels() throws {
    let sample = try SampleRules(more: Self.unread)
    defer { sample.remove() }
    func check(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(["check", "--rules", sample.rules] + arguments)
    }

    let plain = try check()
    let notes = try check("--level", "note")
    let strict = try check("--fail-level", "warning")
    let strictest = try check("--fail-level", "note")
    let errors = try check("--level", "error")

    #expect([plain.status, notes.status, strict.status, strictest.status, errors.status] == [0, 0, 1, 1, 0])
    #expect(plain.errors.contains("[citation-form]"))
    #expect(!plain.errors.contains("[unverified-baseline]"))
    for run in [notes, strictest] { #expect(run.errors.contains("[unverified-baseline]")) }
    #expect(errors.errors.isEmpty)
    #expect(plain.errors.contains("(hegn describe --lint citation-form)"))
  }

  @Test("holds dates of review against the day it is given, and no other")
  func review() throws {
    let sample = try SampleRules(
      more: "duties:\n  talk: {kind: plan, for: everyone, due: {within: 3 weeks}, by: holding unit, cite: ACT § 20, review by: 2024-01-01}\n")
    defer { sample.remove() }

    let without = try Program.run("check", "--rules", sample.rules)
    let before = try Program.run("check", "--rules", sample.rules, "--on", "2024-01-01")
    let after = try Program.run("check", "--rules", sample.rules, "--on", "2024-01-02", "--fail-level", "warning")

    #expect(without.errors.isEmpty)
    #expect(before.errors.isEmpty)
    #expect(after.status == 1)
    #expect(after.errors.contains("'talk' was to be looked at by 2024-01-01, and it is 2024-01-02 [review-overdue]"))
  }

  @Test("prints for tools on the pipe, an error among it", arguments: ["sarif", "github", "json"])
  func tools(format: String) throws {
    let sample = try SampleRules(more: "duties:\n  talk: {kind: plan, four: everyone}\n")
    defer { sample.remove() }

    let run = try Program.run("check", "--rules", sample.rules, "--format", format)

    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("unknown-key"))
    #expect(run.output.contains("more.yaml"))
    if format != "github" { _ = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8)) }
  }

  @Test("finds nothing worse than a note in the shipped laws, and says why each note is told")
  func shipped() throws {
    let run = try Program.run("check", "--level", "note", "--fail-level", "warning")

    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.errors.contains(": warning:"))
  }

  @Test("prints the pages of its lints that are kept beside the guide to the language")
  func pages() throws {
    let file = Program.root.appendingPathComponent("Sources/Workspace/Workspace.docc/Lints.md")

    let run = try Program.run("describe", "--lint", "all", "--format", "markdown")

    #expect(
      try String(contentsOf: file, encoding: .utf8) == run.output,
      "write it anew: hegn describe --lint all --format markdown --out Sources/Workspace/Workspace.docc/Lints.md")
  }

  @Test(
    "ends with 2 when it does not know what is asked",
    arguments: [
      (["check", "--level", "fatal"], "fatal"), (["check", "--on", "soon"], "soon"),
      (["check", "--format", "junit"], "junit"),
      (["describe", "--lint", "magic-numbr"], "hint: write 'magic-number'"),
    ])
  func couldNotRun(arguments: [String], words: String) throws {
    let run = try Program.run(arguments)

    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
  }
}

@Suite("The program, asked to test", .serialized)
struct TestCommandTests {
  private static func test(_ output: String, more: String = "") -> String {
    """
    # Kept.
    - name: A sentence
      law: sample
      cites: ACT § 10
      period: 2023-01-01..2023-07-01
    \(more)  input: {citizen: {born: 1990-05-02, seeks-support: true}, events: [{on: 2023-03-01, sick: true}]}
      output: {\(output)}   # kept too

    """
  }

  @Test("tells tests to a build server")
  func junit() throws {
    let run = try Program.run("test", "Rules/framework/tests/contact.yaml", "--format", "junit")

    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hegn\""))
  }

  @Test("runs in an order drawn by lot, tells its seed, and reports as in the order of the files")
  func shuffle() throws {
    let tests = "Rules/framework/tests"

    let plain = try Program.run("test", tests, "--format", "json")
    let seeded = try Program.run("test", tests, "--format", "json", "--shuffle", "42")
    let drawn = try Program.run("test", tests, "--format", "json", "--shuffle")

    #expect(seeded.status == 0)
    #expect(seeded.errors.contains("run in the order of seed 42"))
    #expect(drawn.errors.contains("run in the order of seed "))
    #expect(seeded.output == plain.output)
    #expect(drawn.output == plain.output)
  }

  @Test(
    "does not pass what asserts nothing, says a key that is none, or is not there",
    arguments: [
      (test(""), 2, "[asserts-nothing]"), (test("count: {}"), 2, "[asserts-nothing]"),
      (test("counts: {plan: 1}"), 2, "[unknown-key]"),
      (test("count: {plan: 1}", more: "  laws: sample\n"), 2, "[unknown-key]"), ("[]\n", 1, "[no-tests]"),
    ] as [(String, Int32, String)])
  func empty(tests: String, status: Int32, words: String) throws {
    let sample = try SampleRules(tests: tests)
    defer { sample.remove() }

    let run = try Program.run("test", "--rules", sample.rules)

    #expect(run.status == status)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test("lists conditions that no test shows, for people and for servers, and fails below a share")
  func conditions() throws {
    let sample = try SampleRules(tests: Self.test("count: {interview: 1}"))
    defer { sample.remove() }

    let told = try Program.run("test", "--rules", sample.rules, "--conditions", "--lang", "en")
    let lines = try Program.run("test", "--rules", sample.rules, "--conditions", "--format", "lcov")
    let short = try Program.run("test", "--rules", sample.rules, "--conditions", "--threshold", "100")
    let enough = try Program.run("test", "--rules", sample.rules, "--conditions", "--threshold", "10")

    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.contains("law.yaml:11:19: 'seeks-support' holds every time, benefits/support"))
    #expect(told.output.contains("are shown to decide by themselves"))
    #expect(lines.output.contains("SF:\(sample.rules)/sample/law.yaml\n"))
    #expect(lines.output.hasSuffix("end_of_record\n"))
    #expect([short.status, enough.status] == [1, 0])
    #expect(short.errors.contains("fewer than 100 in a hundred conditions of 'sample' are shown"))
  }

  @Test("brings expectations up to date, shows the difference, and then passes")
  func update() throws {
    let sample = try SampleRules(tests: Self.test("count: {interview: 7}"))
    defer { sample.remove() }

    let failing = try Program.run("test", "--rules", sample.rules)
    let update = try Program.run("test", "--rules", sample.rules, "--update")
    let passing = try Program.run("test", "--rules", sample.rules)

    #expect(failing.status == 1)
    #expect(update.status == 0, "\(update.errors)")
    #expect(update.output.contains("-  output: {count: {interview: 7}}   # kept too\n+  output: {count: {interview: 1}}   # kept too\n"))
    #expect(passing.status == 0)
    #expect(try String(contentsOf: sample.tests, encoding: .utf8) == Self.test("count: {interview: 1}"))
  }

  @Test("writes no part of a file of which one expectation cannot be brought up to date")
  func wholeFile() throws {
    let text = Self.test("count: {interview: 7}, not demands: [{provision: duties/plan}]")
    let sample = try SampleRules(tests: text)
    defer { sample.remove() }

    let run = try Program.run("test", "--rules", sample.rules, "--update")

    #expect(run.status == 1)
    #expect(run.errors.contains("[not-updated]"))
    #expect(try String(contentsOf: sample.tests, encoding: .utf8) == text)
  }
}
