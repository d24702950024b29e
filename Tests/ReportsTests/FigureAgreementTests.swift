internal import Comparison
internal import Foundation
internal import Quantities
internal import TestSupport
internal import Testing
internal import Vocabulary

@testable internal import Reports

@Suite("The figures of a comparison")
struct FigureAgreementTests {
  /// The rows of the CSV, by law, figure and key.
  private func csv() -> [[String]: Int] {
    let text = Reports.comparison(
      Sample.comparison, naming: Sample.naming, format: .csv, language: .danish)
    var values: [[String]: Int] = [:]
    for row in text.split(separator: "\r\n").dropFirst() {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      values[Array(fields[0...3])] = Int(fields[4])
    }
    return values
  }

  @Test("are the same in CSV and JSON")
  func csvAgreesWithJSON() throws {
    let text = Reports.comparison(
      Sample.comparison, naming: Sample.naming, format: .json, language: .danish)
    let parsed = try SchemaCheck.parse(Data(text.utf8))
    let paths: [String: [String]] = [
      "demands": ["demands", "total"], "demands_by_kind": ["demands", "by_kind"],
      "demands_by_basis": ["demands", "by_basis"], "minutes": ["minutes"],
      "minutes_by_profile": ["minutes_by_profile"], "hand_overs": ["hand_overs", "total"],
      "hand_overs_by_cause": ["hand_overs", "by_cause"], "cost": ["cost", "total_oere"],
      "cost_by_account": ["cost", "by_account"], "cost_by_payer": ["cost", "by_payer"],
    ]
    let rows = csv()

    #expect(rows.count == 2 * 2 * 24)
    for (row, value) in rows {
      let path = try #require(paths[row[2]]) + (row[3].isEmpty ? [] : [row[3]])
      let course = parsed["scenarios"]?[where: "id", is: row[0]]?["courses"]?[row[1]]
      let found = path.reduce(course) { $0?[$1] }
      #expect(found == .number(Double(value)), "\(row)")
    }
  }

  @Test("are the same in CSV, text and Markdown")
  func csvAgreesWithText() throws {
    let rows = csv()
    let figures = FigureText(language: .danish)
    for format in [ReportFormat.text, .markdown] {
      let text = Reports.comparison(
        Sample.comparison, naming: Sample.naming, format: format, language: .danish)
      let expected: [(String, FigureRow.Unit, String, String)] = [
        ("Krav i alt", .count, "demands", ""),
        ("Samtale", .count, "demands_by_kind", "interview"),
        ("Arbejdstid (timer:minutter)", .minutes, "minutes", ""),
        ("Udgift i alt", .øre, "cost", ""),
        ("betaler: Stat", .øre, "cost_by_payer", "state"),
      ]
      for (label, unit, figure, key) in expected {
        let line = try #require(
          text.split(separator: "\n").first {
            $0.replacing("&nbsp;", with: " ").trimmingPrefix { " |".contains($0) }.hasPrefix(label)
          })
        for law in ["current", "framework"] {
          let value = try #require(rows[["lise", law, figure, key]])
          #expect(line.contains(" \(figures.value(value, unit))"), "\(label) under \(law) as \(format)")
        }
      }
    }
  }

  @Test("have a row for every kind that a course has, in the vocabulary's order")
  func kindsInOrder() {
    let keys = FigureKeys([Sample.current.figures], naming: Sample.naming)
    let without = FigureKeys([Sample.current.figures], naming: Naming())

    #expect(keys.kinds == ["interview", "plan", "offer"])
    #expect(without.kinds == ["interview", "plan"])
  }

  @Test("of one law given twice stand under two names")
  func lawTwice() {
    let report = ComparisonReport(
      Sample.comparison(laws: 4), naming: Sample.naming, language: .danish)

    #expect(report.lawKeys == ["current", "framework", "current#2", "framework#2"])
  }

  @Test("of a course give each demand its kroner, none twice")
  func costsOfDemands() {
    let report = CourseReport(
      Sample.current, scenario: nil, law: nil, naming: Sample.naming, language: .danish)

    let administration = Sample.current.figures.costByAccount["administration"]
    #expect(report.costs.reduce(.zero, +) == administration)
  }
}

extension JSONValue {
  fileprivate subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  fileprivate subscript(where key: String, is value: String) -> JSONValue? {
    guard case .array(let elements) = self else { return nil }
    return elements.first { $0[key] == .string(value) }
  }
}
