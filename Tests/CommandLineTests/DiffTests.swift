internal import Foundation
internal import TestSupport
internal import Testing

/// A repository made for one test, with two commits of rules: in the second a deadline is another.
private struct Repository {
  let root: URL
  var rules: String { root.appendingPathComponent("law/Rules").path }

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("repository-\(UUID().uuidString)")
    let place = root.appendingPathComponent("law", isDirectory: true)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("Tests/Fixtures/common"),
      to: place.appendingPathComponent("Rules"))
    try git("init", "--quiet")
    try commit("first")
    try change("within: 1 week", to: "within: 2 weeks")
    try commit("second")
  }

  func change(_ words: String, to others: String) throws {
    let file = URL(fileURLWithPath: rules).appendingPathComponent("sample/law.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(words))
    try Data(text.replacingOccurrences(of: words, with: others).utf8).write(to: file)
  }

  func commit(_ message: String) throws {
    try git("add", ".")
    try git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "--quiet", "-m", message)
  }

  private func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", root.path] + arguments
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  func remove() { try? FileManager.default.removeItem(at: root) }
}

@Suite("The program, asked what a change does", .serialized)
struct DiffTests {
  @Test("ends with 0 when nothing moved: rules beside themselves, a revision beside itself")
  func nothing() throws {
    for sides in [["Rules", "Rules"], ["HEAD", "HEAD"]] {
      let run = try Program.run(["diff"] + sides + ["viktor", "--lang", "en"])

      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("Nothing moved"))
    }
  }

  @Test("ends with 1 when something moved, in every format", arguments: ["text", "markdown", "json"])
  func moved(format: String) throws {
    let repository = try Repository()
    defer { repository.remove() }

    let run = try Program.run(
      "diff", "HEAD~1", "HEAD", "Tests/Fixtures/good/scenarios", "--rules", repository.rules, "--format", format)

    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("sample/duties/"))
    #expect(run.output.contains("2 weeks"))
    if format == "json" {
      guard case .object(let report) = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8)) else {
        Issue.record("no object")
        return
      }
      #expect(report["schema"] == .string("hegn.diff/1"))
      #expect(report["moved"] == .boolean(true))
    }
  }

  @Test("compares a revision with the folder as it lies there")
  func folder() throws {
    let repository = try Repository()
    defer { repository.remove() }

    let same = try Program.run(
      "diff", "HEAD", repository.rules, "Tests/Fixtures/good/scenarios", "--rules", repository.rules)
    try repository.change("within: 2 weeks", to: "within: 3 weeks")
    let other = try Program.run(
      "diff", "HEAD", repository.rules, "Tests/Fixtures/good/scenarios", "--rules", repository.rules)

    #expect(same.status == 0, "\(same.errors)")
    #expect(other.status == 1, "\(other.errors)")
  }

  @Test("ends with 2 and the side that does not read, its places by revision")
  func unreadable() throws {
    let repository = try Repository()
    defer { repository.remove() }
    try repository.change("within: 2 weeks", to: "withn: 2 weeks")
    try repository.commit("third")

    let run = try Program.run(
      "diff", "HEAD~1", "HEAD", "Tests/Fixtures/good/scenarios", "--rules", repository.rules)

    #expect(run.status == 2)
    #expect(run.errors.contains("the rules after, 'HEAD', cannot be compared [side-unreadable]"))
    #expect(run.errors.contains("HEAD:\(repository.rules)/sample/law.yaml:"))
    #expect(run.errors.contains("[unknown-key]"))
    #expect(run.output.isEmpty)
  }

  @Test(
    "ends with 2 when a side is not there, and says what it looked for",
    arguments: [
      (["no-such-branch", "Rules"], "there is no folder and no revision 'no-such-branch' [no-such-revision]"),
      (["Rules", "Rules", "--thumb"], "Unknown option '--thumb'"),
      (["Rules", "--all"], "Missing expected argument '<new>'"),
      (["Rules", "--", "--all"], "there is no folder and no revision '--all' [no-such-revision]"),
      (["HEAD", "HEAD", "viktr"], "hint: write 'viktor'"),
      (["HEAD", "HEAD", "--rules", "/no/such/folder"], "[no-such-folder]"),
      (["HEAD", "HEAD", "--rules", "/usr"], "lies in no git repository [no-repository]"),
      (["Rules", "Rules", "viktor", "--format", "csv"], "[format-unavailable]"),
      (["Rules", "Tests"], "the rules after, 'Tests', cannot be compared [side-unreadable]"),
    ])
  func couldNotRun(arguments: [String], words: String) throws {
    let run = try Program.run(["diff"] + arguments)

    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("leaves nothing behind in the temporary folder")
  func tidy() throws {
    func left() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
        .filter { $0.hasPrefix("hegn-") && !$0.hasPrefix("hegn-fixture") && $0.count > 30 }
    }
    let before = Set(try left())

    _ = try Program.run("diff", "HEAD", "Rules", "viktor")
    _ = try Program.run("diff", "HEAD", "Rules", "viktor", "--format", "csv")

    #expect(Set(try left()).subtracting(before) == [])
  }
}
