internal import Foundation
internal import Outcomes
internal import TestSupport
internal import Testing
internal import Vocabulary

@testable internal import Reports

@Suite("A dossier")
struct DossierTests {
  private func text(_ format: ReportFormat) -> String {
    Reports.dossier(
      Sample.dossier, naming: Sample.naming, format: format, language: .danish, receipt: Sample.receipt)
  }

  @Test("tells every part in every form", arguments: ReportFormat.allCases)
  func parts(format: ReportFormat) {
    let text = text(format)

    for part in ["1234567", "1,2 mio. kr.", "lise", "economics 1.6"] {
      let isExact = format == .json || format == .csv
      if part == "1234567" && !isExact || part == "1,2 mio. kr." && isExact { continue }
      #expect(text.localizedCaseInsensitiveContains(part), "\(part) in \(format)")
    }
    if format != .text { #expect(text.contains(Sample.receipt.command), "\(format)") }
  }

  @Test("is as its schema says, and so is each of its parts")
  func schema() throws {
    let text = text(.json)
    let document = try SchemaCheck.parse(Data(text.utf8))

    #expect(try SchemaCheck(file: "hegn.dossier-1.json").problems(in: text) == [])
    guard case .object(let members) = document, let country = members["country"],
      let courses = members["courses"], case .array(let sheets)? = members["savings"]
    else {
      Issue.record("\(document)")
      return
    }
    #expect(try SchemaCheck(file: "hegn.country-1.json").problems(in: country) == [])
    #expect(try SchemaCheck(file: "hegn.comparison-1.json").problems(in: courses) == [])
    for sheet in sheets { #expect(try SchemaCheck(file: "hegn.sheet-1.json").problems(in: sheet) == []) }
  }

  @Test("has the exact figures of its sheets in CSV and among those that are kept, each with its unit")
  func figures() {
    let csv = text(.csv)
    let kept = Reports.figures(Sample.dossier, naming: Sample.naming)

    #expect(csv.contains(",,target,1/saving/amount_oere,1234567,oere"))
    #expect(csv.contains(",,target,1/saving/note,tæller,text"))
    #expect(csv.contains("reproduction"))
    #expect(
      kept.contains(
        Figure(
          scenario: "", law: "", name: "target", key: "1/saving/amount_oere", value: 1_234_567, unit: "oere")))
    #expect(Set(kept.map { [$0.scenario, $0.law, $0.name, $0.key] }).count == kept.count)
  }

  @Test("of sheets alone says what they were made from, but on a terminal")
  func sheetReceipt() {
    for format in ReportFormat.allCases {
      let text = Reports.sheet(
        Sample.savings, format: format, language: .danish, receipt: Sample.receipt)
      #expect(text.contains(Sample.receipt.inputs[0].sha256) == (format != .text), "\(format)")
    }
  }
}

extension Sample {
  /// What is saved, with a picture of each kind.
  static let savings = Sheet(
    title: Label(danish: "Hvad der spares", english: "What is saved"),
    tables: [
      Sheet.Table(
        "target", Label(danish: "Målet", english: "The target"),
        [
          Sheet.Column("figure", Label(danish: "Tal", english: "Figure")),
          Sheet.Column("amount_oere", Label(danish: "Beløb", english: "Amount"), isNumber: true),
          Sheet.Column("note", Label(danish: "Bemærkning", english: "Note")),
        ],
        rows: [
          [
            Sheet.Cell(Label(danish: "Besparelse", english: "Saving"), items: ["saving"]),
            Sheet.Cell(Label(danish: "1,2 mio. kr.", english: "DKK 1.2 m"), exact: 1_234_567),
            Sheet.Cell(Label(danish: "tæller", english: "counts")),
          ]
        ],
        chart: Sheet.Chart(
          .gauge(
            Sheet.Chart.Gauge(
              low: -500_000, base: 1_234_567, high: 2_000_000, goal: 3_000_000,
              words: Sheet.Chart.Gauge.Words(
                goal: Label(danish: "Målet", english: "The target"),
                base: Label(danish: "Besparelse", english: "Saving"),
                range: Label(danish: "5–95 %", english: "5–95%")))), unit: .øre))
    ])

  static var dossier: Dossier {
    var dossier = Dossier(country)
    dossier.savings = [savings]
    dossier.courses = comparison
    dossier.assumptions = [
      Sheet(
        title: Label(danish: "Antagelser", english: "Assumptions"),
        tables: [
          Sheet.Table(
            "prices", Label(danish: "Priser", english: "Prices"),
            [
              Sheet.Column("price", Label(danish: "Pris", english: "Price")),
              Sheet.Column("low_oere", Label(danish: "Lav", english: "Low"), isNumber: true),
              Sheet.Column("source", Label(danish: "Kilde", english: "Source")),
            ], rows: [[Sheet.Cell("time"), Sheet.Cell(Label(danish: "1 kr.", english: "DKK 1"), exact: 100), Sheet.Cell("economics 1.6")]])
        ])
    ]
    return dossier
  }
}
