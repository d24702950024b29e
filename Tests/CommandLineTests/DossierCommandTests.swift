internal import Foundation
internal import TestSupport
internal import Testing

@Suite("The report on everything", .serialized)
struct DossierCommandTests {
  private static let asked = [
    "compare", "--population", "Scenarios/denmark-2023.yaml", "--citizens", "40", "--practice-sample", "10",
    "--draws", "50", "--full",
  ]

  @Test("tells the same figures as text, tables, JSON, CSV and pictures")
  func agree() throws {
    var texts: [String: String] = [:]
    for format in ["json", "csv", "markdown", "html", "text"] {
      let run = try Program.run(Self.asked + ["--format", format])
      #expect(run.status == 0, "\(run.errors)")
      texts[format] = run.output
    }
    let (csv, page) = (try #require(texts["csv"]), try #require(texts["html"]))
    let document = try JSONDecoder().decode(JSONValue.self, from: Data(try #require(texts["json"]).utf8))
    let sheets = try #require(document.member("savings")?.elements)
    let tables = try #require(sheets.first?.member("tables")?.elements)

    var told = 0
    for name in ["target", "headlines", "effects", "ranges"] {
      let table = try #require(tables.first { $0.member("name") == .string(name) }, "\(name)")
      for row in try #require(table.member("rows")?.elements) {
        for (key, value) in row.members where key.hasSuffix("_oere") {
          guard case .number(let number) = value else { continue }
          told += 1
          let øre = Int(number)
          // A name with a comma stands in quotes.
          let isTold = ["", "\""].contains { csv.contains("/\(key)\($0),\(øre),oere\r\n") }
          #expect(isTold, "\(name) \(key)")
          for form in ["markdown", "text"] {
            #expect(try #require(texts[form]).contains(Self.millions(øre)), "\(name) \(key) as \(form)")
          }
          #expect(page.contains(Self.millions(øre)), "\(name) \(key) on the page")
        }
      }
    }
    #expect(told > 40)
    // The picture of the target has the figure, its range and the goal, as the table has them.
    let headline = try #require(
      tables.first { $0.member("name") == .string("headlines") }?.member("rows")?.elements.first)
    let gauge = try #require(
      PageCheck(page).all("svg").first { $0.attributes["aria-labelledby"]?.hasPrefix("saving1-1") ?? false })
    let words = gauge.text
    for key in ["low_oere", "base_oere", "high_oere"] {
      guard case .number(let number)? = headline.members[key] else {
        Issue.record("\(headline)")
        continue
      }
      #expect(words.contains(Self.millions(Int(number))), "\(key) in the picture: \(words)")
    }
    #expect(words.contains("3.000,0 mio. kr."))
  }

  @Test("says of another year what is held at the population's own, and keeps to the target's prices")
  func anotherYear() throws {
    let run = try Program.run(
      "compare", "--population", "Scenarios/denmark-2023.yaml", "--citizens", "60", "--year", "2030", "--target",
      "--lang", "en")

    #expect(run.status == 0, "\(run.errors)")
    let text = run.output.replacing("\n", with: " ")
    #expect(text.contains("from 2030-01-01 to 2030-12-31"))
    #expect(text.contains("inflow, stock, lengths and ages of every kind of course are held at 2023's"))
    #expect(text.contains("in the target's prices (2023)"))
  }

  @Test("keeps what was asked of a saving, so that it can be compared with another run")
  func kept() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("saving-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = folder.appendingPathComponent("runs.sqlite").path
    for prices in ["base", "high"] {
      let run = try Program.run(
        "compare", "--population", "Scenarios/denmark-2023.yaml", "--citizens", "30", "--target", "--prices", prices,
        "--store", store)
      #expect(run.status == 0, "\(run.errors)")
    }

    let shown = try Program.run("runs", "show", "1", "--store", store, "--format", "csv")
    let difference = try Program.run("runs", "diff", "1", "2", "--store", store, "--format", "csv")

    #expect(shown.output.contains("--target"))
    #expect(shown.output.contains("amount_oere"))
    #expect(difference.output.contains("target"))
  }

  @Test("refuses years of what has its own, and a sample for ranges that nobody asked for",
    arguments: [
      ["compare", "--population", "Scenarios/personas", "--year", "2030"],
      ["compare", "--population", "Scenarios/denmark-2023.yaml", "--years", "3"],
      ["compare", "--population", "Scenarios/denmark-2023.yaml", "--practice-sample", "3"],
      ["compare", "--population", "Scenarios/denmark-2023.yaml", "--year", "1800"],
      ["calibrate", "--year", "2030"],
      ["compare", "--full"],
    ])
  func refused(arguments: [String]) throws {
    let run = try Program.run(arguments)

    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }

  /// As reports round amounts in Danish: half up.
  private static func millions(_ øre: Int) -> String {
    let tenths = Int((Double(øre) / 10_000_000 + 0.5).rounded(.down))
    var digits = String(abs(tenths) / 10)
    var grouped = ""
    while digits.count > 3 {
      grouped = "." + digits.suffix(3) + grouped
      digits.removeLast(3)
    }
    return (tenths < 0 ? "-" : "") + digits + grouped + "," + String(abs(tenths) % 10) + " mio. kr."
  }
}

extension JSONValue {
  fileprivate var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  fileprivate func member(_ key: String) -> JSONValue? { members[key] }
}
