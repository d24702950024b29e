internal import Comparison
internal import Outcomes
internal import Vocabulary

/// Everything about laws on one page: the country, what else sheets tell of it, then the courses of single
/// citizens.
struct DossierHTML {
  let country: CountryReport
  let sheets: [Sheet]
  let courses: ComparisonReport?
  let language: Language

  func print() -> String {
    let page = CountryHTML(country)
    let parts = sheets.enumerated().map { (id: "part\($0 + 1)", sheet: $1) }
    let citizens = courses.map(ComparisonHTML.init)
    var contents = page.contents + parts.map { (id: $0.id, name: $0.sheet.title[language]) }
    contents += citizens?.contents ?? []
    if country.receipt != nil { contents.append(("reproduction", Wording.reproduction[language])) }
    return HTML.page(
      title: page.title, language: language, header: page.header(contents: contents),
      main: page.sections + parts.map { SheetHTML(sheet: $0.sheet, language: language).section(id: $0.id) }
        + (citizens?.sections ?? []) + (country.receipt.map { [$0.section(language)] } ?? []))
  }
}
