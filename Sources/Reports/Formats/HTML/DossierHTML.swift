internal import Outcomes
internal import Vocabulary

/// Everything about laws on one page: what is saved, the country, how closely it resembles the counted one,
/// the courses of single citizens, and what all of it rests on.
struct DossierHTML {
  private let report: DossierReport

  init(_ report: DossierReport) { self.report = report }

  private struct Part {
    let id: String
    let sheet: Sheet
  }

  func print() -> String {
    let language = report.language
    let page = CountryHTML(report.country)
    let savings = parts(report.dossier.savings, "saving")
    let calibration = parts(report.calibration, "calibration")
    let assumptions = parts(report.dossier.assumptions, "assumptions")
    let citizens = report.courses.map { ComparisonHTML($0, isPart: true) }
    var contents = savings.map(line) + page.contents + calibration.map(line)
    contents += (citizens?.contents ?? []) + assumptions.map(line)
    if report.receipt != nil { contents.append(("reproduction", Wording.reproduction[language])) }
    return HTML.page(
      title: page.title, language: language, header: page.header(contents: contents),
      main: savings.map(section) + page.sections + calibration.map(section)
        + (citizens?.sections ?? []) + assumptions.map(section)
        + (report.receipt.map { [$0.section(language)] } ?? []))
  }

  private func parts(_ sheets: [Sheet], _ name: String) -> [Part] {
    sheets.enumerated().map { Part(id: "\(name)\($0 + 1)", sheet: $1) }
  }

  private func line(_ part: Part) -> (id: String, name: String) {
    (id: part.id, name: part.sheet.title[report.language])
  }

  private func section(_ part: Part) -> Markup {
    SheetHTML(sheet: part.sheet, language: report.language).section(id: part.id)
  }
}
