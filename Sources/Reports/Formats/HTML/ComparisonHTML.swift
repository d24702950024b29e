internal import Comparison
internal import Outcomes
internal import Vocabulary

/// A comparison as a page to read, print and pass on.
struct ComparisonHTML {
  private let report: ComparisonReport

  /// - Parameter isPart: whether it is a part of a page about more, which folds away what fills pages.
  init(_ report: ComparisonReport, isPart: Bool = false) {
    self.report = report
    self.isPart = isPart
  }

  private let isPart: Bool

  private var language: Language { report.language }

  func print() -> String {
    let receipt = report.receipt
    let subject = Wording.courses(report.comparison.scenarios.count, under: report.laws.map(\.title))
    return HTML.page(
      title: title, language: language,
      header: [
        HTML.heading(1, Wording.comparison[language]),
        HTML.paragraph(subject[language] + ".", style: "lead"),
        HTML.paragraph(Wording.noCountry[language] + " " + Wording.stretchNote[language], style: "note"),
        HTML.contents(
          contents + (receipt == nil ? [] : [("reproduction", Wording.reproduction[language])]), language),
      ], main: sections + (receipt.map { [$0.section(language)] } ?? []))
  }

  /// The parts of the page, for this page or one about more.
  var sections: [Markup] {
    var parts = [
      section("laws", Wording.laws, [figures(report.lawRows, Wording.laws)]),
      section("totals", Wording.totals, totals),
    ]
    parts += report.comparison.scenarios.enumerated().map {
      ScenarioHTML(report, $1, id: "s\($0 + 1)", isFolded: isPart).section
    }
    if hasPrices {
      parts.append(
        section("prices", Wording.prices, [HTML.table(report.prices, caption: Wording.prices[language])]))
    }
    return parts
  }

  var contents: [(id: String, name: String)] {
    [("laws", Wording.laws[language]), ("totals", Wording.totals[language])]
      + report.comparison.scenarios.enumerated().map { ("s\($0 + 1)", $1.title[language]) }
      + (hasPrices ? [("prices", Wording.prices[language])] : [])
  }

  private var hasPrices: Bool { !report.comparison.prices.isEmpty }

  private var title: String {
    Wording.comparison[language] + ": " + report.laws.map { $0.title[language] }.joined(separator: " – ")
  }

  private func section(_ id: String, _ heading: Label, _ contents: [Markup]) -> Markup {
    .tag("section", [:], [HTML.heading(2, heading[language], id: id)] + contents)
  }

  private func figures(_ rows: [FigureRow], _ caption: Label) -> Markup {
    HTML.table(report.table(rows, withDifference: true), caption: caption[language])
  }

  private var totals: [Markup] {
    let rows = report.totalRows
    let naming = report.naming
    let charts: [(figure: String, title: Label, name: (String) -> Label)] = [
      ("demands_by_kind", Wording.demandsByKind, naming.kind),
      ("hand_overs_by_cause", Wording.handOversByCause, cause),
      ("cost_by_payer", Wording.costByPayer, payer),
      ("cost_by_account", Wording.costByAccount, naming.account),
    ]
    return [figures(rows, Wording.figures)]
      + charts.compactMap { chart(of: rows, $0.figure, $0.title, $0.name) }
  }

  private func payer(_ name: String) -> Label {
    Payer(rawValue: name).map(report.naming.payer) ?? Label(danish: name, english: name)
  }

  private func cause(_ name: String) -> Label {
    Course.HandOver.Cause(rawValue: name).map(Wording.cause) ?? Label(danish: name, english: name)
  }

  /// The rows of one figure as bars; nothing where no law has anything of it.
  ///
  /// - Parameter name: what a part is called where the title says what it is a part of.
  private func chart(
    of rows: [FigureRow], _ figure: String, _ title: Label, _ name: (String) -> Label
  ) -> Markup? {
    let shown = rows.filter { $0.figure == figure && !$0.isEmptyPart }
    guard let unit = shown.first?.unit else { return nil }
    let text = report.figureText
    let chart = BarChart(
      series: report.laws.indices.map(report.title(ofLaw:)),
      categories: shown.map { row in
        BarChart.Category(label: name(row.key)[language], values: row.values.map { $0 ?? 0 })
      },
      text: { text.value($0, unit) })
    return HTML.figure(
      chart.drawing(id: figure.replacing("_", with: "-")), title: title[language],
      description: Wording.asTable[language],
      tables: [HTML.details(Wording.asTable[language], isOpen: false, [figures(shown, title)])])
  }
}
