internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// A country's comparison for a terminal:
///
///     Året 2023                      Gældende lov    Frihedsloven         Forskel
///     Personer med sag i årets løb        735.430         735.430               0
///     Udgift til indsatsen         12.700,0 mio.…  9.700,0 mio.…  -3.000,0 mio.…
struct CountryText {
  private let report: CountryReport
  private let tables: CountryTables
  private let style: TextStyle

  init(_ report: CountryReport, style: TextStyle) {
    self.report = report
    tables = CountryTables(report)
    self.style = style
  }

  private var language: Language { report.language }

  func print() -> String {
    var page = TextPage(style: style)
    add(to: &page)
    return page.text
  }

  /// Also the end of a report on scenarios.
  func add(to page: inout TextPage) {
    page.title(CountryWording.title[language])
    for sentence in tables.introduction { page.paragraph(sentence) }
    for year in report.comparison.years {
      page.heading(CountryWording.year(year.year)[language])
      page.table(tables.figures(of: year))
      for (heading, table) in tables.holdings(of: year) {
        page.heading(heading)
        page.table(table)
      }
    }
    for distribution in report.comparison.distributions {
      page.heading(
        CountryWording.losers(under: report.laws[distribution.law].title)[language])
      page.paragraph(CountryWording.pairing[language], indent: 2)
      for (heading, table) in tables.losers(distribution) {
        page.paragraph(heading, indent: 2)
        page.table(table, indent: 4)
      }
    }
  }
}
