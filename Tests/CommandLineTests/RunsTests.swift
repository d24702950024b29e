internal import Foundation
internal import TestSupport
internal import Testing

@Suite("Runs that are kept", .serialized)
struct RunsTests {
  private func store() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString).sqlite").path
  }

  @Test("can be listed and shown, and give back the result byte for byte")
  func listAndShow() throws {
    let store = store()
    defer { try? FileManager.default.removeItem(atPath: store) }

    let kept = try Program.run("compare", "viktor", "--format", "json", "--store", store)
    let list = try Program.run("runs", "list", "--store", store, "--format", "csv")
    let shown = try Program.run("runs", "show", "1", "--store", store, "--result")
    let figures = try Program.run("runs", "show", "1", "--store", store, "--format", "csv")

    #expect(kept.status == 0)
    #expect(kept.errors == "kept as run 1\n")
    #expect(list.output.contains("hegn compare current framework Scenarios/personas/viktor.yaml"))
    #expect(shown.output == kept.output)
    #expect(figures.output.contains("viktor,framework,hand_overs,"))
  }

  @Test("differ by what they were made from and by their figures, and by nothing else")
  func difference() throws {
    let store = store()
    defer { try? FileManager.default.removeItem(atPath: store) }
    for prices in ["base", "base", "high"] {
      let run = try Program.run("compare", "viktor", "--prices", prices, "--store", store)
      #expect(run.status == 0, "\(run.errors)")
    }

    let same = try Program.run("runs", "diff", "1", "2", "--store", store, "--lang", "en")
    let other = try Program.run("runs", "diff", "1", "3", "--store", store, "--format", "csv")

    #expect(same.output.contains("All figures are the same."))
    #expect(same.output.split(separator: "\n").count == 3)
    #expect(other.output.contains("--prices base"))
    #expect(other.output.contains("viktor,current,cost,"))
    #expect(!other.output.contains("viktor,current,demands,"))
    #expect(!other.output.contains("sha256_rules"))
  }

  @Test(
    "are told to be missing with exit status 2",
    arguments: [
      (["runs", "list", "--store", "/no/such/store.sqlite"], "[store-unreadable]"),
      (["runs", "list", "--store", "README.md"], "[store-foreign]"),
      (["runs", "list"], "--store"), (["runs", "dance"], "dance"),
      (["compare", "viktor", "--store", "/no/such/folder/runs.sqlite"], "[store-unreadable]"),
      (["compare", "viktor", "--store", "README.md"], "[store-foreign]"),
    ])
  func missing(arguments: [String], words: String) throws {
    let run = try Program.run(arguments)

    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("stay whole when the program is killed while it writes")
  func killed() throws {
    let store = store()
    defer { for end in ["", "-journal"] { try? FileManager.default.removeItem(atPath: store + end) } }
    #expect(try Program.run("compare", "viktor", "--store", store).status == 0)
    let before = try Program.run("runs", "show", "1", "--store", store, "--format", "json").output

    // A journal lies beside the store for as long as it is written to.
    var interrupted = 0
    for _ in 0..<20 where interrupted < 3 {
      let wasWriting = try Program.kill(["compare", "Scenarios/personas", "--store", store]) {
        FileManager.default.fileExists(atPath: store + "-journal")
      }
      let isHalfDone = FileManager.default.fileExists(atPath: store + "-journal")
      if wasWriting && isHalfDone { interrupted += 1 }

      let list = try Program.run("runs", "list", "--store", store, "--format", "csv")
      #expect(list.status == 0, "\(list.errors)")
      let again = try Program.run("runs", "show", "1", "--store", store, "--format", "json")
      #expect(again.output == before)
    }

    #expect(interrupted > 0, "the program was never caught while it wrote")
    let after = try Program.run("compare", "viktor", "--store", store)
    #expect(after.status == 0, "\(after.errors)")
  }

  @Test("carry fingerprints that sha256sum gives for the same files")
  func fingerprints() throws {
    let run = try Program.run("compare", "lise", "ulla", "--format", "json")

    let report = try SchemaCheck.parse(Data(run.output.utf8))
    guard case .object(let members) = report, case .object(let made)? = members["reproduction"],
      case .object(let inputs)? = made["inputs"]
    else {
      Issue.record("nothing is said of what it was made from")
      return
    }
    #expect(Set(inputs.keys) == ["rules", "prices", "scenarios"])
    for (kind, folder) in ["rules": "Rules", "prices": "Rules", "scenarios": "Scenarios/personas"] {
      guard case .object(let input)? = inputs[kind], case .array(let files)? = input["files"] else {
        Issue.record("no \(kind)")
        continue
      }
      let names = files.compactMap { if case .string(let name) = $0 { name } else { nil } }
      #expect(names == names.sorted() && !names.isEmpty)
      let sum = try Program.shell(
        "cd '\(folder)' && sha256sum \(names.map { "'\($0)'" }.joined(separator: " ")) | sha256sum")
      #expect(input["sha256"] == .string(String(sum.prefix(64))), "\(kind)")
    }
  }

  @Test("tell a command for each course that gives its figures again")
  func commands() throws {
    let page = try Program.run("compare", "lise", "--seed", "7", "--prices", "low", "--format", "html")

    let command = "hegn compare current framework Scenarios/personas/lise.yaml --practice base --prices low --seed 7"
    #expect(page.output.contains("<code>\(command)</code>"))
    let again = try Program.run(command.split(separator: " ").dropFirst().map(String.init) + ["--format", "html"])
    #expect(again.output == page.output)
  }

  @Test(
    "can be made again from what every report says: command, seed, and fingerprints of rules and prices",
    arguments: [
      (["compare", "lise"], "compare current framework Scenarios/personas/lise.yaml"),
      (["run", "current", "lise"], "run current Scenarios/personas/lise.yaml"),
      (["compare", "--population", "Scenarios/denmark-2023.yaml", "--citizens", "20"], "--citizens 20"),
      (
        ["compare", "--population", "Scenarios/denmark-2023.yaml", "--citizens", "20", "--target", "--draws", "9"],
        "--target --draws 9 --practice-sample 2000"
      ),
      (["calibrate", "--citizens", "20"], "calibrate current --population Scenarios/denmark-2023.yaml"),
    ], ["json", "csv", "markdown", "html"])
  func reproduced(asked: (arguments: [String], words: String), format: String) throws {
    // A page on a population is about everything, and takes its time.
    if format == "html", asked.arguments.contains("--population") { return }
    let run = try Program.run(asked.arguments + ["--seed", "7", "--format", format])

    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(asked.words), "\(format)")
    #expect(run.output.contains("--seed 7"), "\(format)")
    let fingerprints = run.output.matches(of: /\b[0-9a-f]{64}\b/).map { String($0.output) }
    #expect(Set(fingerprints).count >= 3, "\(format)")
  }
}
