internal import Foundation
internal import TestSupport
internal import Testing

@Suite("The program, asked to describe", .serialized)
struct DescribeTests {
  @Test(
    "answers in every format, within 100 columns on a terminal",
    arguments: [
      ["--law", "framework"], ["--law", "current", "--coverage"], ["--compare", "current", "framework"], [],
    ], ["text", "markdown", "csv", "json"])
  func formats(question: [String], format: String) throws {
    let run = try Program.run(["describe"] + question + ["--format", format, "--lang", "en"])

    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.count > 1_000)
    if format == "text" { #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 }) }
    if format == "json" {
      guard case .object(let sheet) = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8)) else {
        Issue.record("no object")
        return
      }
      #expect(sheet["schema"] == .string("hegn.sheet/1"))
    }
  }

  @Test("prints the reference of the language that is kept beside the guide to it")
  func reference() throws {
    let file = Program.root.appendingPathComponent("Sources/Workspace/Workspace.docc/Reference.md")

    let run = try Program.run("describe", "--format", "markdown")

    #expect(
      try String(contentsOf: file, encoding: .utf8) == run.output,
      "write it anew: hegn describe --format markdown --out Sources/Workspace/Workspace.docc/Reference.md")
  }

  @Test(
    "prints a schema of each kind of file",
    arguments: ["law", "reform", "scenario", "prices", "vocabulary", "test", "coverage"])
  func schemas(kind: String) throws {
    let run = try Program.run("describe", "--schema", kind)

    #expect(run.status == 0)
    guard case .object(let schema) = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8)) else {
      Issue.record("no object")
      return
    }
    #expect(schema["$schema"] == .string("https://json-schema.org/draft/2020-12/schema"))
  }

  @Test(
    "ends with 2 when it could not tell, and says why",
    arguments: [
      (["--law", "curent"], "there is no law 'curent'"),
      (["--compare", "current", "framwork"], "write 'framework'"),
      (["--law", "framework", "--coverage"], "nothing beside the law 'framework' says what it covers"),
      (["--coverage"], "add '--law'"), (["--law", "current", "--schema", "law"], "give one of them"),
      (["--schema", "novel"], "novel"),
    ])
  func couldNotRun(question: [String], words: String) throws {
    let run = try Program.run(["describe"] + question)

    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}
