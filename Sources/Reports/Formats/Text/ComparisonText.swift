internal import Comparison
internal import Outcomes
internal import Parallel
internal import Vocabulary

/// A comparison for a terminal:
///
///     Tal                    Gældende lov   Frihedsloven
///     Krav i alt                       14              3
///       Samtale                        12              2
///     Arbejdstid (timer:minutter)   21:00           4:30
struct ComparisonText: Sendable {
  private let report: ComparisonReport
  private let style: TextStyle

  init(_ report: ComparisonReport, style: TextStyle) {
    self.report = report
    self.style = style
  }

  private var language: Language { report.language }

  func print() -> String {
    var page = TextPage(style: style)
    page.title(Wording.comparison[language])
    page.paragraph(Wording.stretchNote[language])
    page.heading(Wording.laws[language])
    page.table(report.table(report.lawRows))
    let scenarios = report.comparison.scenarios
    for part in SideBySide.map(scenarios.count, { part(of: scenarios[$0]) }) { page.add(part) }
    page.title(Wording.totals[language])
    page.table(report.table(report.totalRows))
    return page.text
  }

  /// What is told of one scenario, on a page of its own.
  private func part(of scenario: ScenarioComparison) -> TextPage {
    var page = TextPage(style: style)
    add(scenario, to: &page)
    return page
  }

  private func add(_ scenario: ScenarioComparison, to page: inout TextPage) {
    page.title(scenario.title[language])
    let period = report.period(of: scenario).map { "\($0): " } ?? ""
    page.paragraph(period + scenario.shows[language])
    page.heading(Wording.figures[language])
    page.table(report.table(report.rows(of: scenario)))
    addLaws(scenario, Wording.course, to: &page) { report.stretches(of: $0) }
    addLaws(scenario, Wording.duties, to: &page) { report.duties(of: $0) }
    addLaws(scenario, Wording.handOvers, to: &page) { report.handOvers(of: $0) }
    addDivergences(scenario, to: &page)
    guard !scenario.assumptions.isEmpty else { return }
    page.heading(Wording.assumptions[language])
    for assumption in scenario.assumptions {
      page.paragraph("\(assumption.subject[language]): \(assumption.reason[language])", indent: 2, hanging: 2)
    }
  }

  /// One table for each law, under its title.
  private func addLaws(
    _ scenario: ScenarioComparison, _ heading: Label, to page: inout TextPage,
    _ table: (Course) -> TextTable
  ) {
    page.heading(heading[language])
    for (index, result) in scenario.results.enumerated() {
      var table = table(result.course)
      table.showsHeadings = false
      guard !table.rows.isEmpty else {
        page.paragraph("\(report.title(ofLaw: index)): \(Wording.none[language])", indent: 2)
        continue
      }
      page.paragraph(report.title(ofLaw: index), indent: 2)
      page.table(table, indent: 4)
    }
  }

  private func addDivergences(_ scenario: ScenarioComparison, to page: inout TextPage) {
    guard report.laws.count > 1 else { return }
    page.heading(Wording.divergence[language])
    for (index, divergence) in scenario.divergences.enumerated().dropFirst() {
      let title = report.title(ofLaw: index)
      guard let divergence else {
        page.paragraph("\(title): \(report.neverParts)", indent: 2, hanging: 2)
        continue
      }
      page.paragraph(report.figureText.day(divergence.day), indent: 2)
      let sides = [(report.title(ofLaw: 0), divergence.baseline), (title, divergence.reform)]
      for (law, side) in sides {
        page.paragraph("\(law): \(report.consequence(side))", indent: 4, hanging: 2)
      }
    }
  }
}
