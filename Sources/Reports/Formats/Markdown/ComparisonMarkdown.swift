internal import Comparison
internal import Outcomes
internal import Vocabulary

/// A comparison for a document: the tables of the text as pipe tables.
struct ComparisonMarkdown {
  private let report: ComparisonReport

  init(_ report: ComparisonReport) { self.report = report }

  private var language: Language { report.language }

  func print() -> String {
    var document = Markdown()
    document.heading(1, Wording.comparison[language])
    document.paragraph(Wording.stretchNote[language])
    document.heading(2, Wording.laws[language])
    document.table(report.table(report.lawRows))
    for scenario in report.comparison.scenarios { add(scenario, to: &document) }
    document.heading(2, Wording.totals[language])
    document.table(report.table(report.totalRows))
    if !report.prices.rows.isEmpty { document.heading(2, Wording.prices[language]) }
    document.table(report.prices)
    if let receipt = report.receipt { document.add(receipt, language) }
    return document.print()
  }

  private func add(_ scenario: ScenarioComparison, to document: inout Markdown) {
    document.heading(2, scenario.title[language])
    let period = report.period(of: scenario).map { "\($0): " } ?? ""
    document.paragraph(period + scenario.shows[language])
    document.heading(3, Wording.figures[language])
    document.table(report.table(report.rows(of: scenario)))
    addLaws(scenario, Wording.course, to: &document) { report.stretches(of: $0) }
    addLaws(scenario, Wording.duties, to: &document) { report.duties(of: $0) }
    addLaws(scenario, Wording.handOvers, to: &document) { report.handOvers(of: $0) }
    addDivergences(scenario, to: &document)
    guard !scenario.assumptions.isEmpty else { return }
    document.heading(3, Wording.assumptions[language])
    document.table(report.assumptions(of: scenario))
  }

  private func addLaws(
    _ scenario: ScenarioComparison, _ heading: Label, to document: inout Markdown,
    _ table: (Course) -> TextTable
  ) {
    document.heading(3, heading[language])
    for (index, result) in scenario.results.enumerated() {
      document.heading(4, report.title(ofLaw: index))
      let table = table(result.course)
      if table.rows.isEmpty { document.paragraph(Wording.none[language]) }
      document.table(table)
    }
  }

  private func addDivergences(_ scenario: ScenarioComparison, to document: inout Markdown) {
    guard report.laws.count > 1 else { return }
    document.heading(3, Wording.divergence[language])
    document.table(report.divergences(of: scenario))
  }
}

extension Markdown {
  /// What the figures were made from.
  mutating func add(_ receipt: Receipt, _ language: Language) {
    heading(2, Wording.reproduction[language])
    paragraph(Wording.reproductionNote[language])
    table(receipt.table(language))
  }

  mutating func table(_ table: TextTable) { self.table(table.columns, table.rows) }
}
