internal import Comparison
internal import Outcomes
internal import Vocabulary

/// A country's comparison for documents: the tables of the terminal as pipe tables.
struct CountryMarkdown {
  private let report: CountryReport

  init(_ report: CountryReport) { self.report = report }

  func print() -> String {
    let (tables, language) = (CountryTables(report), report.language)
    var document = Markdown()
    document.heading(1, CountryWording.title[language])
    for sentence in tables.introduction { document.paragraph(sentence) }
    for year in report.comparison.years {
      document.heading(2, CountryWording.year(year.year)[language])
      add(tables.figures(of: year), to: &document)
      for (heading, table) in tables.holdings(of: year) {
        document.heading(3, heading)
        add(table, to: &document)
      }
    }
    for distribution in report.comparison.distributions {
      let law = report.laws[distribution.law].title
      document.heading(2, CountryWording.losers(under: law)[language])
      document.paragraph(CountryWording.pairing[language])
      for (heading, table) in tables.losers(distribution) {
        document.heading(3, heading)
        add(table, to: &document)
      }
    }
    if let receipt = report.receipt { document.add(receipt, language) }
    return document.print()
  }

  private func add(_ table: TextTable, to document: inout Markdown) {
    document.table(table.columns, table.rows)
  }
}
