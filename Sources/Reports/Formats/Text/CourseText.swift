/// A course for a terminal, one line a happening:
///
///     08.01.2023  Krav   Første jobsamtale · LAB § 31, stk. 4 · Jobteam · 1:30 timer
///                 Skift  Jobteam → Sygeenhed · SDPL § 5 · ny ydelse
struct CourseText {
  private let report: CourseReport
  private let style: TextStyle

  init(_ report: CourseReport, style: TextStyle) {
    self.report = report
    self.style = style
  }

  func print() -> String {
    var page = TextPage(style: style)
    page.title(report.heading)
    page.paragraph(report.period)
    for (heading, table) in report.tables(.narrow) {
      var table = table
      table.showsHeadings = false
      page.heading(heading)
      if table.rows.isEmpty { page.paragraph(report.none, indent: 2) }
      page.table(table)
    }
    return page.text
  }
}
