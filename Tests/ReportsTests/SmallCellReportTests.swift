internal import Comparison
internal import Foundation
internal import Reports
internal import TestSupport
internal import Testing

@Suite("A report on few citizens")
struct SmallCellReportTests {
  /// Four citizens have the one group, the one benefit and the one unit.
  private let few = Sample.country(citizens: 4)

  @Test("tells nothing of them in any form", arguments: [ReportFormat.text, .markdown, .html])
  func tables(format: ReportFormat) {
    let text = Sample.text(of: few, format)
    let lines = text.split(separator: format == .html ? "<tr>" : "\n").map { line in
      line.split(separator: "</tr>", maxSplits: 1)[0]
    }
    let rows = lines.filter { row in
      ["Jobparate", "Kontanthjælp", "Jobteam"].contains { row.contains($0) }
    }

    // Two laws, two years, three lists.
    #expect(rows.count == 12)
    for row in rows { #expect(row.split(separator: "•", omittingEmptySubsequences: false).count == 6, "\(row)") }
    #expect(text.replacing("\n", with: " ").contains("færre end fem simulerede borgere"))
  }

  @Test("leaves their cells empty in a spreadsheet, the money of their benefit with them")
  func spreadsheet() {
    let rows = Sample.text(of: few, .csv).split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let own = rows.filter { row in
      ["groups_", "benefits_", "units_"].contains { row[2].hasPrefix($0) }
        || row[2] == "ledger" && row[3].hasPrefix("benefits/")
    }

    #expect(own.count > 60)
    for row in own { #expect(row[4].isEmpty, "\(row)") }
    #expect(rows.contains { $0[2] == "ledger" && $0[3].hasPrefix("administration/") && !$0[4].isEmpty })
    #expect(rows.contains { $0[2] == "cost_by_account" && $0[3] == "benefits" && !$0[4].isEmpty })
  }

  @Test("says null of them to programs, and keeps to the schema")
  func programs() throws {
    let text = Sample.text(of: few, .json)
    let document = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))

    #expect(try SchemaCheck(file: "hegn.country-1.json").problems(in: text) == [])
    var told = 0
    for year in document["years"]?.elements ?? [] {
      for law in ["current", "framework"] {
        for list in ["groups", "benefits", "units"] {
          for holding in year["laws"]?[law]?[list]?.elements ?? [] {
            told += 1
            for figure in ["persons", "full_time", "demands", "minutes", "effort"] {
              #expect(holding[figure] == .null, "\(list) \(figure)")
            }
          }
        }
      }
    }
    #expect(told == 12)
    let money = (document["ledgers"]?["current"]?.elements ?? []).filter { $0["account"] == .string("benefits") }
    #expect(!money.isEmpty && money.allSatisfy { $0["oere"] == .null })
  }
}

extension JSONValue {
  fileprivate subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
