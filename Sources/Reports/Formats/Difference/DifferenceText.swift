internal import Comparison
internal import Vocabulary

/// A difference for a terminal:
///
///     Hvad der siges anderledes
///       ændret  current/duties/plan: Min Plan (LAB § 45)
///           due/within: 2 weeks → 3 weeks
///
///     Gældende ret: 3 af 96 scenarier ender anderledes
///       På grund af current/duties/plan, Min Plan: 3 scenarier
///         viktor · 15.01.2023: kræver Min Plan (LAB § 45) → intet den dag
///           Krav i alt 12 → 11
struct DifferenceText {
  private let report: DifferenceReport
  private let style: TextStyle

  init(_ report: DifferenceReport, style: TextStyle) {
    self.report = report
    self.style = style
  }

  private var language: Language { report.language }
  private var difference: RuleDifference { report.difference }

  func print() -> String {
    var page = TextPage(style: style)
    page.title(report.title)
    page.paragraph(report.verdict)
    if !difference.changes.isEmpty {
      page.heading(DifferenceWording.texts[language])
      for change in difference.changes { add(change, to: &page) }
    }
    if !report.asides.isEmpty {
      page.heading(DifferenceWording.asides[language])
      for aside in report.asides { page.paragraph(aside, indent: 2, hanging: 2) }
    }
    for law in difference.laws where !law.moved.isEmpty { add(law, to: &page) }
    return page.text
  }

  private func add(_ change: RuleChange, to page: inout TextPage) {
    let kind = DifferenceWording.kind(change.kind)[language]
    page.paragraph("\(kind)  \(report.heading(change))", indent: 2, hanging: 2)
    guard change.kind == .changed else { return }
    for words in change.words { page.paragraph(report.words(words), indent: 6, hanging: 2) }
  }

  private func add(_ law: LawDifference, to page: inout TextPage) {
    page.heading("\(law.title[language]): \(report.share(of: law))")
    var table = TextTable(report.figureColumns)
    table.rows = report.figures(law.before, law.after)
    page.table(table)
    for group in law.groups {
      page.line("")
      page.paragraph(report.heading(group.cause, count: group.courses.count), indent: 2, hanging: 2)
      for course in group.courses {
        page.paragraph(
          "\(course.scenario) · \(report.divergence(course.divergence))", indent: 4, hanging: 2)
        page.paragraph(report.changedFigures(course), indent: 8, hanging: 2)
      }
    }
  }
}
