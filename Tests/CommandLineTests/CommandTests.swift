internal import Foundation
internal import TestSupport
internal import Testing

@Suite("The program", .serialized)
struct CommandTests {
  @Test(
    "ends with 0 when all is well",
    arguments: [
      ["run", "current", "viktor"], ["compare", "viktor"], ["check", "current"],
      ["test", "Rules/framework/tests/contact.yaml"], ["explain", "current", "viktor", "--on", "2023-09-01"],
      ["--help"],
    ])
  func allWell(arguments: [String]) throws {
    let run = try Program.run(arguments)

    #expect(run.status == 0, "\(run.errors)")
    if arguments[0] != "check" { #expect(!run.output.isEmpty) }
  }

  @Test("ends with 1 when a filter matches no test, and says so")
  func noTests() throws {
    let run = try Program.run("test", "--filter", "no test is called this")

    #expect(run.status == 1)
    #expect(run.errors.contains("no test's name contains 'no test is called this' [no-tests]"))
  }

  @Test("ends with 1 when fewer provisions are held from both sides than a threshold asks, and says how many")
  func threshold() throws {
    let arguments = ["test", "Rules/framework/tests/contact.yaml", "--coverage", "--lang", "en", "--threshold"]

    let high = try Program.run(arguments + ["100"])
    let none = try Program.run(arguments + ["0"])

    #expect(high.status == 1)
    #expect(high.errors.contains("fewer than 100 in a hundred provisions of 'framework' are held [below-threshold]"))
    #expect(none.status == 0)
    #expect(none.output.contains("framework: of "))
    #expect(none.output.contains("applies in no test"))
  }

  @Test(
    "ends with 2 when it could not run, and says what it would have understood",
    arguments: [
      (["run", "curent", "viktor"], "hint: write 'current'"),
      (["run", "current", "victor"], "hint: write 'viktor'"),
      (["check", "framwork"], "hint: write 'framework'"),
      (["compare", "viktr"], "hint: write 'viktor'"),
      (["explain", "current", "viktor", "--on", "2023-09-01", "--why", "jobparatt"], "hint: ask for 'jobparat'"),
      (["explain", "current", "viktor", "--on", "1999-01-01"], "[outside-period]"),
      (["explain", "current", "viktor", "--on", "yesterday"], "yesterday"),
      (["run", "current"], "Missing expected argument"),
      (["test", "--threshold", "90"], "add '--coverage' or '--conditions' to '--threshold'"),
      (["test", "--format", "lcov"], "add '--conditions' to '--format lcov'"),
      (["test", "--coverage", "--threshold", "101"], "'--threshold 101' is no percentage"),
      (["dance"], "dance"),
    ])
  func couldNotRun(arguments: [String], words: String) throws {
    let run = try Program.run(arguments)

    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("shows examples in the help of each command", arguments: ["compare", "run", "explain", "check", "test", "describe", "diff", "runs"])
  func help(command: String) throws {
    let run = try Program.run(command, "--help")

    #expect(run.status == 0)
    #expect(run.output.contains("EXAMPLES"))
    #expect(run.output.contains("hegn \(command)"))
  }

  @Test("writes the same to a file as to a pipe, and nothing to the pipe then")
  func out() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }

    let piped = try Program.run("run", "current", "viktor", "--format", "csv")
    let filed = try Program.run("run", "current", "viktor", "--format", "csv", "--out", file.path)

    #expect(filed.output.isEmpty)
    #expect(try String(contentsOf: file, encoding: .utf8) == piped.output)
  }

  @Test("ends with 2 when the file cannot be written")
  func outNowhere() throws {
    let run = try Program.run("run", "current", "viktor", "--out", "/no/such/folder/report.txt")

    #expect(run.status == 2)
    #expect(run.errors.contains("cannot be written"))
  }

  @Test("writes JSON with the documented keys")
  func json() throws {
    let run = try Program.run("compare", "current", "framework", "viktor", "--format", "json")

    guard case .object(let report) = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8)) else {
      Issue.record("no object")
      return
    }
    #expect(report["schema"] == .string("hegn.comparison/1"))
    guard case .array(let scenarios)? = report["scenarios"], case .object(let first)? = scenarios.first else {
      Issue.record("no scenarios")
      return
    }
    #expect(first["id"] == .string("viktor"))
  }

  @Test("writes no escape codes into a pipe", arguments: ["text", "json", "csv", "markdown", "html"])
  func noEscapes(format: String) throws {
    let run = try Program.run("compare", "viktor", "--format", format)

    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test("writes the same bytes twice", arguments: ["text", "json", "csv", "html"])
  func twice(format: String) throws {
    let first = try Program.run("compare", "Scenarios/personas", "--format", format)
    let second = try Program.run("compare", "Scenarios/personas", "--format", format)

    #expect(first.output == second.output)
    #expect(!first.output.isEmpty)
  }

  @Test("replays another course when the law is frozen on another day")
  func lawDate() throws {
    let before = try Program.run("run", "current", "viktor", "--law-date", "2023-07-01")
    let after = try Program.run("run", "current", "viktor", "--law-date", "2024-07-01")

    #expect(before.status == 0)
    #expect(after.status == 0)
    #expect(before.output != after.output)
  }

  @Test("explains every krone of a day: what for, who bears it, and the price that made it")
  func explainsKroner() throws {
    let run = try Program.run("explain", "current", "jasmin", "--on", "2023-03-30", "--lang", "en")

    #expect(run.status == 0)
    #expect(run.output.contains("ledger = 1150 kr"))
    #expect(run.output.contains("duties/certificate-285] = 1150 kr"))
    #expect(run.output.contains("borne by = municipality 1150 kr"))
    #expect(run.output.contains("fee = 1150 kr"))
  }

  @Test("tells why something applies and why something else does not")
  func why() throws {
    let run = try Program.run(
      "explain", "current", "soeren", "--on", "2024-01-15", "--why-not", "jobparat", "--lang", "en")

    #expect(run.status == 0)
    #expect(run.output.contains("jobparat"))
    #expect(run.output.contains("LAB"))
  }
}
