internal import Foundation
internal import TestSupport
internal import Testing

@Suite("The program on a country", .serialized)
struct CountryCommandTests {
  @Test("prints the same bytes with one worker and with two, in every format",
    arguments: ["text", "json", "csv", "markdown"])
  func workers(format: String) throws {
    let arguments = ["compare", "--population", "Scenarios/personas", "--format", format, "--workers"]
    let one = try Program.run(arguments + ["1"])
    let two = try Program.run(arguments + ["2"])

    #expect(one.status == 0, "\(one.errors)")
    #expect(one.output == two.output)
    #expect(one.output.count > 1_000)
    #expect(one.errors.isEmpty && two.errors.isEmpty, "no progress in a pipe")
  }

  @Test("replays the citizens of a file by its mapping, the same with one worker and with two",
    arguments: ["Scenarios/examples/citizens.yaml", "Scenarios/examples/citizens-wide.yaml"])
  func file(mapping: String) throws {
    let arguments = ["compare", "--population", mapping, "--format", "json", "--workers"]
    let one = try Program.run(arguments + ["1"])
    let two = try Program.run(arguments + ["2"])

    #expect(one.status == 0, "\(one.errors)")
    #expect(one.output == two.output)
    #expect(one.output.contains("\"citizens.csv\"") || one.output.contains("\"citizens-wide.csv\""))
  }

  @Test("tells a bad row of a file with its line and column, and prints nothing")
  func badRow() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("country-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let mapping = try String(contentsOfFile: "\(Program.root.path)/Scenarios/examples/citizens.yaml", encoding: .utf8)
    try mapping.write(to: folder.appendingPathComponent("citizens.yaml"), atomically: true, encoding: .utf8)
    let rows = try String(contentsOfFile: "\(Program.root.path)/Scenarios/examples/citizens.csv", encoding: .utf8)
    try (rows + "9,2023-02-30,status,W,1\n").write(
      to: folder.appendingPathComponent("citizens.csv"), atomically: true, encoding: .utf8)

    let run = try Program.run("compare", "--population", folder.appendingPathComponent("citizens.yaml").path)

    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("citizens.csv:\(rows.split(separator: "\n").count + 1):3: error: '2023-02-30'"), "\(run.errors)")
  }

  @Test("says when there is nobody in a folder")
  func nobody() throws {
    let run = try Program.run("compare", "--population", "Scenarios/examples")

    #expect(run.status == 2)
    #expect(run.errors.contains("[nobody]"), "\(run.errors)")
  }

  @Test("tells which citizen a law cannot decide, and writes no file")
  func undecided() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("country-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = folder.appendingPathComponent("out.json").path

    let run = try Program.run(
      "compare", "--population", "Scenarios/nowhere", "--format", "json", "--out", out)

    #expect(run.status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test("ends at once on Ctrl-C and leaves nothing half written")
  func interrupted() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("country-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Whoever runs the tests in the background hands down that interrupts are ignored.
    signal(SIGINT, SIG_DFL)
    let process = try Program.start([
      "compare", "--population", "Scenarios/denmark-2023.yaml", "--citizens", "10000000",
      "--format", "json", "--out", folder.appendingPathComponent("out.json").path,
    ])
    Thread.sleep(forTimeInterval: 1)
    #expect(process.isRunning)

    process.interrupt()
    let asked = Date()
    process.waitUntilExit()

    #expect(Date().timeIntervalSince(asked) < 5)
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test("replays a citizen of a population alone, as a course")
  func oneCitizen() throws {
    let run = try Program.run(
      "compare", "--population", "Scenarios/denmark-2023.yaml", "--citizens", "1000", "--citizen", "7",
      "--format", "csv")

    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("c7,framework,demands,,"))
  }

  @Test("refuses a population and scenarios at once, and a number of citizens or workers below one",
    arguments: [
      ["compare", "viktor", "--population", "Scenarios/personas"],
      ["compare", "--population", "Scenarios/personas", "--citizens", "0"],
      ["calibrate", "--workers", "0"],
      ["compare", "--citizen", "3"],
      ["compare", "--population", "Scenarios/denmark-2023.yaml", "--year", "2023", "--years", "5"],
      ["compare", "--population", "Scenarios/personas", "--citizen", "99"],
    ])
  func refused(arguments: [String]) throws {
    let run = try Program.run(arguments)

    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }
}
