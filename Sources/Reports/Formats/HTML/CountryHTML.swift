internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// A country's comparison as a page, or as the first parts of one about more: the tables of the terminal, and
/// pictures of what the reform changes.
struct CountryHTML {
  private let report: CountryReport
  private let tables: CountryTables

  init(_ report: CountryReport) {
    self.report = report
    tables = CountryTables(report)
  }

  private var language: Language { report.language }

  func print() -> String {
    let reproduction: [(id: String, name: String)] =
      report.receipt == nil ? [] : [("reproduction", Wording.reproduction[language])]
    return HTML.page(
      title: title, language: language, header: header(contents: contents + reproduction),
      main: sections + (report.receipt.map { [$0.section(language)] } ?? []))
  }

  var title: String {
    CountryWording.title[language] + ": " + report.laws.map { $0.title[language] }.joined(separator: " – ")
  }

  /// What stands above the parts of the page.
  func header(contents: [(id: String, name: String)]) -> [Markup] {
    [HTML.heading(1, title)]
      + tables.introduction.enumerated().map { HTML.paragraph($1, style: $0 == 0 ? "lead" : "note") }
      + [HTML.contents(contents, language)]
  }

  var contents: [(id: String, name: String)] {
    report.comparison.years.map { ("y\($0.year)", CountryWording.year($0.year)[language]) }
      + report.comparison.distributions.map { ("l\($0.law)", losers($0)) }
  }

  var sections: [Markup] {
    report.comparison.years.map(section) + report.comparison.distributions.map(section)
  }

  // MARK: A year

  private func section(_ year: CountryYear) -> Markup {
    let heading = CountryWording.year(year.year)[language]
    var parts = [HTML.heading(2, heading, id: "y\(year.year)")] + waterfalls(year)
    parts.append(HTML.heading(3, Wording.figures[language]))
    parts.append(
      HTML.table(tables.figures(of: year), caption: "\(Wording.figures[language]): \(heading)"))
    parts += charts(year)
    for (title, table) in tables.holdings(of: year) {
      parts.append(HTML.heading(3, title))
      parts.append(HTML.table(table, caption: "\(title), \(heading)"))
    }
    return .tag("section", ["class": "scenario"], parts)
  }

  /// What each other law changes of what the first one costs, account by account. The steps begin at nothing: of
  /// the whole cost most accounts' changes would be too small to see.
  private func waterfalls(_ year: CountryYear) -> [Markup] {
    report.laws.indices.dropFirst().map { law -> Markup in
      let (before, after) = (year.figures[0], year.figures[law])
      let changes = report.accounts.map { account in
        (
          name: report.naming.account(account)[language],
          change: (after.costByAccount[account]?.øre ?? 0) - (before.costByAccount[account]?.øre ?? 0)
        )
      }.filter { $0.change != 0 }
      let total = (name: CountryWording.difference[language], change: after.cost.øre - before.cost.øre)
      let chart = WaterfallChart(
        bars: changes.map { WaterfallChart.Bar.step(label: $0.name, change: $0.change) }
          + [.sum(label: total.name, value: total.change)],
        sumText: change, changeText: change)
      var table = TextTable([
        TextTable.Column(Wording.accountColumn[language]), TextTable.Column(total.name, .right),
      ])
      for part in changes + [total] { table.add(part.name, change(part.change)) }
      let laws = "\(report.title(ofLaw: 0)) → \(report.title(ofLaw: law))"
      let title = "\(CountryWording.costWithBenefits[language]), \(year.year): \(laws)"
      return HTML.figure(
        chart.drawing(id: "y\(year.year)-steps-\(law)"), title: title, description: Wording.asTable[language],
        tables: [
          HTML.details(Wording.asTable[language], isOpen: false, [HTML.table(table, caption: title)])
        ])
    }
  }

  private func change(_ øre: Int) -> String { (øre > 0 ? "+" : "") + report.text(øre, .øre) }

  private func charts(_ year: CountryYear) -> [Markup] {
    let rows = report.rows(of: year)
    let shown: [(figure: String, title: Label, name: (String) -> Label)] = [
      ("demands_by_kind", Wording.demandsByKind, report.naming.kind),
      ("hand_overs_by_cause", Wording.handOversByCause, cause),
      ("cost_by_payer", Wording.costByPayer, payer),
    ]
    return shown.compactMap { figure, title, name -> Markup? in
      let parts = rows.filter { $0.figure == figure && !$0.isEmptyPart }
      guard let unit = parts.first?.unit else { return nil }
      let chart = BarChart(
        series: report.laws.indices.map(report.title(ofLaw:)),
        categories: parts.map { row in
          BarChart.Category(label: name(row.key)[language], values: row.values.map { $0 ?? 0 })
        }, text: { report.text($0, unit) })
      var table = TextTable(
        [TextTable.Column(title[language])]
          + report.laws.indices.map { TextTable.Column(report.title(ofLaw: $0), .right) })
      table.rows = parts.map { row in
        [name(row.key)[language]] + row.values.map { report.text($0, unit) }
      }
      let heading = "\(title[language]), \(year.year)"
      return HTML.figure(
        chart.drawing(id: "y\(year.year)-" + figure.replacing("_", with: "-")), title: heading,
        description: Wording.asTable[language],
        tables: [
          HTML.details(Wording.asTable[language], isOpen: false, [HTML.table(table, caption: heading)])
        ])
    }
  }

  private func payer(_ name: String) -> Label {
    Payer(rawValue: name).map(report.naming.payer) ?? Label(danish: name, english: name)
  }

  private func cause(_ name: String) -> Label {
    Course.HandOver.Cause(rawValue: name).map(Wording.cause) ?? Label(danish: name, english: name)
  }

  // MARK: Who loses

  private func losers(_ distribution: Distribution) -> String {
    CountryWording.losers(under: report.laws[distribution.law].title)[language]
  }

  private func section(_ distribution: Distribution) -> Markup {
    let heading = losers(distribution)
    var parts = [
      HTML.heading(2, heading, id: "l\(distribution.law)"),
      HTML.paragraph(CountryWording.pairing[language], style: "note"),
    ]
    for (title, table) in tables.losers(distribution) {
      parts.append(HTML.heading(3, title))
      parts.append(HTML.table(table, caption: "\(heading): \(title)"))
    }
    return .tag("section", ["class": "scenario"], parts)
  }
}
