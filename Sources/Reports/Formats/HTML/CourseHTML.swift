internal import Outcomes
internal import Vocabulary

/// A course as a page: its timeline, then what happened day by day.
struct CourseHTML {
  private let report: CourseReport

  init(_ report: CourseReport) { self.report = report }

  private var language: Language { report.language }

  func print() -> String {
    let tables = report.tables(.wide).map { heading, table in
      table.rows.isEmpty
        ? HTML.paragraph("\(heading): \(report.none)") : HTML.table(table, caption: heading)
    }
    let timeline = CourseTimeline(
      [(report.law[language], report.course)], naming: report.naming, language: language)
    var main = [
      Markup.tag(
        "section", [:],
        [HTML.heading(2, Wording.course[language])]
          + timeline.figure(
            id: "timeline", title: Wording.timeline(of: report.scenario)[language], details: "tables")
          + [.tag("div", ["id": "tables"], tables)])
    ]
    if let receipt = report.receipt { main.append(receipt.section(language)) }
    return HTML.page(
      title: report.heading, language: language,
      header: [HTML.heading(1, report.heading), HTML.paragraph(report.period, style: "lead")],
      main: main)
  }
}
