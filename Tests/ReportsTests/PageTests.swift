internal import Comparison
internal import Foundation
internal import Outcomes
internal import Quantities
internal import TestSupport
internal import Testing
internal import Vocabulary

@testable internal import Reports

@Suite("A page")
struct PageTests {
  private func page(_ comparison: Comparison, receipt: Receipt? = nil) -> String {
    Reports.comparison(
      comparison, naming: Sample.naming, format: .html, language: .danish, receipt: receipt)
  }

  @Test("can be read by ear and by keyboard, and needs nothing else", arguments: 1...5, Language.allCases)
  func accessible(laws: Int, language: Language) {
    let text = Reports.comparison(
      Sample.comparison(laws: laws), naming: Sample.naming, format: .html, language: language,
      receipt: Sample.receipt)

    #expect(PageCheck(text).problems == [])
  }

  @Test("of every other kind can be read so as well", arguments: Language.allCases)
  func others(language: Language) throws {
    let pages = [
      Reports.course(
        Sample.current, naming: Sample.naming, format: .html, language: language, receipt: Sample.receipt),
      Reports.sheet(Sample.sheet, format: .html, language: language),
      try Reports.explanation(Sample.explanation, heading: "Lise", format: .html, language: language),
      try Reports.difference(Sample.difference, format: .html, language: language),
      try Reports.difference(Sample.noDifference, format: .html, language: language),
    ]

    for page in pages { #expect(PageCheck(page).problems == []) }
  }

  @Test("about a country and its citizens can be read so as well", arguments: Language.allCases)
  func dossier(language: Language) {
    let text = Reports.dossier(
      Sample.dossier, naming: Sample.naming, format: .html, language: language, receipt: Sample.receipt)

    let check = PageCheck(text)
    #expect(check.problems == [])
    #expect(check.all("svg").contains { $0.attributes["aria-labelledby"]?.contains("-steps-") ?? false })
  }

  @Test("escapes what a title may hold, wherever it is printed")
  func escapes() {
    let awkward = both("<b>&\"'\u{1}\u{7}]]></style><script>alert(1)</script>\n é 😀")
    let scenario = Sample.comparison.scenarios[0]
    let law = Sample.laws[0]
    let text = page(
      Comparison(
        laws: [
          LawSummary(
            id: "x", title: awkward, targetGroups: 1, units: 1, provisions: 1, duties: 1, deadlines: 1,
            statuses: law.statuses, practiceValues: 1)
        ],
        scenarios: [
          ScenarioComparison(
            id: "<x>", title: awkward, shows: awkward,
            assumptions: [.init(subject: awkward, reason: awkward)], results: [Sample.current],
            divergences: [nil])
        ]))

    #expect(PageCheck(text).problems == [])
    #expect(!text.contains("<b>") && !text.contains("<script"))
    #expect(scenario.divergences.count == 2)
  }

  @Test("prints the figures that the CSV holds, and what the second law changes")
  func figuresAgree() throws {
    let check = PageCheck(page(Sample.comparison))
    let figures = FigureText(language: .danish)
    let rows = Reports.figures(Sample.comparison, naming: Sample.naming)
    for (name, label, unit) in [
      ("demands", "Krav i alt", FigureRow.Unit.count), ("cost", "Udgift i alt", .øre),
      ("minutes", "Arbejdstid (timer:minutter)", .minutes),
    ] {
      let values = ["current", "framework"].map { law in
        rows.first { $0.scenario == "lise" && $0.law == law && $0.name == name && $0.key.isEmpty }?.value
      }
      let table = try #require(
        check.all("table").first { $0.text.contains("Tal: Lise, tidligere anbragt") })
      let row = try #require(
        check.descendants(of: table, named: "tr").first { $0.text.contains(label) })
      let cells = check.descendants(of: row, named: "td").map(\.text)
      let (before, after) = (try #require(values[0]), try #require(values[1]))
      #expect(
        cells == [
          figures.value(before, unit), figures.value(after, unit), figures.change(after - before, unit),
        ])
    }
  }

  @Test("repeats in each row what a reader's eye would take from above")
  func fillsDown() {
    var table = TextTable([.init("Dag"), .init("Krav")])
    table.add("01.01.2023", "a")
    table.add("", "b")

    var text = ""
    HTML.table(table, caption: "x").print(to: &text)

    #expect(text.components(separatedBy: "01.01.2023").count == 3)
  }

  @Test("tells a difference with its sign, and between shares in points")
  func changes() {
    let (danish, english) = (FigureText(language: .danish), FigureText(language: .english))

    #expect(danish.change(1_200, .count) == "+1.200")
    #expect(danish.change(-5, .øre) == "-0,05 kr.")
    #expect(danish.change(0, .count) == "–")
    #expect(danish.change(nil, .permille) == "–")
    #expect(danish.change(-12, .permille) == "-1,2 pct.point")
    #expect(english.change(12, .permille) == "+1.2 pp")
  }

  @Test("says what its figures were made from, in every form for documents and programs")
  func receipts() throws {
    for format in [ReportFormat.html, .markdown, .json, .csv] {
      let text = Reports.comparison(
        Sample.comparison, naming: Sample.naming, format: format, language: .danish,
        receipt: Sample.receipt)
      for part in [Sample.receipt.command, "hegn 0.1.0", "42"] + Sample.receipt.inputs.map(\.sha256) {
        #expect(text.contains(part), "\(part) in \(format)")
      }
    }
    let json = Reports.comparison(
      Sample.comparison, naming: Sample.naming, format: .json, language: .danish, receipt: Sample.receipt)
    #expect(try SchemaCheck(file: "hegn.comparison-1.json").problems(in: json) == [])
    let priced = Comparison(
      laws: Sample.comparison.laws, scenarios: Sample.comparison.scenarios, prices: [Sample.price])
    for format in [ReportFormat.html, .markdown, .json] {
      let text = Reports.comparison(priced, naming: Sample.naming, format: format, language: .english)
      #expect(text.contains("economics 1.6"), "\(format)")
      if format == .json { #expect(try SchemaCheck(file: "hegn.comparison-1.json").problems(in: text) == []) }
    }
    let country = Reports.country(
      Sample.country, naming: Sample.naming, format: .json, language: .danish, receipt: Sample.receipt)
    #expect(try SchemaCheck(file: "hegn.country-1.json").problems(in: country) == [])
    for format in [ReportFormat.markdown, .csv, .html] {
      let text = Reports.country(
        Sample.country, naming: Sample.naming, format: format, language: .danish, receipt: Sample.receipt)
      #expect(text.contains(Sample.receipt.inputs[0].sha256), "\(format)")
    }
    let course = Reports.course(
      Sample.current, naming: Naming(), format: .json, language: .danish, receipt: Sample.receipt)
    #expect(try SchemaCheck(file: "hegn.course-1.json").problems(in: course) == [])
  }
}

extension Sample {
  static let price = PriceNote(
    kind: .work, name: "interview", label: Label(danish: "Samtale", english: "Interview"), low: 45, base: 90, high: 180,
    citation: Citation(text: "", status: .assumption, source: "economics 1.6"))

  static let receipt = Receipt(
    program: "hegn 0.1.0", command: "hegn compare current framework lise --seed 42",
    commands: ["lise": "hegn compare current framework lise.yaml --seed 42"], seed: 42,
    inputs: [
      Receipt.Input(
        kind: .rules, files: ["current/contact.yaml", "vocabulary.yaml"],
        sha256: String(repeating: "0a", count: 32)),
      Receipt.Input(kind: .prices, files: ["prices.yaml"], sha256: String(repeating: "1b", count: 32)),
      Receipt.Input(kind: .scenarios, files: ["lise.yaml"], sha256: String(repeating: "2c", count: 32)),
    ])
}
