internal import Diagnostics
internal import Foundation
internal import Outcomes
internal import Testing

@testable internal import Archive

@Suite("A store of runs")
struct ArchiveTests {
  private let receipt = Receipt(
    program: "hegn 0.1.0", command: "hegn compare current framework 'Scenarios/my courses'", seed: .max,
    inputs: [
      Receipt.Input(kind: .rules, files: ["a.yaml", "b.yaml"], sha256: String(repeating: "ab", count: 32)),
      Receipt.Input(kind: .prices, files: ["prices.yaml"], sha256: String(repeating: "cd", count: 32)),
    ])

  private let figures = [
    Figure(scenario: "lise", law: "current", name: "cost", key: "", value: .max, unit: "oere"),
    Figure(scenario: "lise", law: "current", name: "share", key: "æ\"'", value: nil, unit: "permille"),
  ]

  private func path() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString).sqlite").path
  }

  private func keep(at path: String, _ figures: [Figure]? = nil) throws -> Int64 {
    try Archive(keepingAt: path, patience: 0.05).keep(
      receipt, figures: figures ?? self.figures, document: "{\"ø\": 1}\n", moment: "2026-11-22T08:30:00Z")
  }

  @Test("gives back what was kept, to the last bit of the seed")
  func givesBack() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }

    #expect(try keep(at: path) == 1)
    #expect(try keep(at: path) == 2)

    let archive = try Archive(at: path)
    let run = try archive.run(2)
    #expect(try archive.runs().map(\.number) == [1, 2])
    #expect(run.receipt == receipt)
    #expect(run.document == "{\"ø\": 1}\n")
    #expect(run.moment == "2026-11-22T08:30:00Z")
    #expect(try archive.figures(of: 2) == figures)
  }

  @Test("says which run it does not hold")
  func unknownRun() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try keep(at: path)

    let refusal = #expect(throws: Diagnostic.self) { try Archive(at: path).run(7) }

    #expect(refusal?.code == "no-such-run")
    #expect(refusal?.message == "'\(path)' holds no run 7")
  }

  @Test("is not made by looking for it")
  func notMadeByLooking() throws {
    let path = path()

    let refusal = #expect(throws: Diagnostic.self) { try Archive(at: path) }

    #expect(refusal?.code == "store-unreadable")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("cannot lie in a folder that is not there")
  func noFolder() {
    let refusal = #expect(throws: Diagnostic.self) { try Archive(keepingAt: "/no/such/folder/runs.sqlite") }

    #expect(refusal?.code == "store-unreadable")
  }

  @Test("leaves a file alone that is none of its own", arguments: ["a text", ""])
  func foreignFile(text: String) throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let content = String(repeating: text, count: 1_000)
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    guard !text.isEmpty else {
      // An empty file is an empty store: it becomes one when a run is kept, and not when looked at.
      #expect(throws: Diagnostic.self) { try Archive(at: path) }
      #expect(try keep(at: path) == 1)
      return
    }

    let refusal = #expect(throws: Diagnostic.self) { try Archive(keepingAt: path) }

    #expect(refusal?.code == "store-foreign")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
  }

  @Test("leaves another program's database alone")
  func foreignDatabase() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SQLite.execute("CREATE TABLE theirs (a)", at: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))

    let refusal = #expect(throws: Diagnostic.self) { try Archive(keepingAt: path) }

    #expect(refusal?.code == "store-foreign")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("of a newer hegn is refused, to write and to read")
  func newer() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try keep(at: path)
    try SQLite.execute("INSERT INTO grdb_migrations (identifier) VALUES ('2')", at: path)

    for open in [{ try Archive(at: path) }, { try Archive(keepingAt: path) }] {
      let refusal = #expect(throws: Diagnostic.self) { try open() }
      #expect(refusal?.code == "store-newer")
    }
  }

  @Test("that another program writes to is told to be locked, and keeps nothing")
  func locked() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try keep(at: path)

    let refusal = try SQLite.holding("BEGIN EXCLUSIVE", at: path) {
      #expect(throws: Diagnostic.self) { try keep(at: path) }
    }

    #expect(refusal?.code == "store-locked")
    #expect(try Archive(at: path).runs().count == 1)
  }

  @Test("keeps nothing of a run that breaks off halfway")
  func halfway() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try keep(at: path)
    try SQLite.execute(
      "CREATE TRIGGER stop BEFORE INSERT ON figure WHEN new.place = 1 BEGIN SELECT RAISE(ABORT, 'stop'); END",
      at: path)

    #expect(throws: Diagnostic.self) { try keep(at: path) }

    #expect(try Archive(at: path).runs().map(\.number) == [1])
    #expect(try Archive(at: path).figures(of: 2) == [])
  }
}
