/// A course for a document: the tables of the text as pipe tables.
struct CourseMarkdown {
  private let report: CourseReport

  init(_ report: CourseReport) { self.report = report }

  func print() -> String {
    var document = Markdown()
    document.heading(1, report.heading)
    document.paragraph(report.period)
    for (heading, table) in report.tables(.wide) {
      document.heading(2, heading)
      if table.rows.isEmpty { document.paragraph(report.none) }
      document.table(table)
    }
    if let receipt = report.receipt { document.add(receipt, report.language) }
    return document.print()
  }
}
