internal import Comparison
internal import Outcomes
internal import Reports
internal import Testing
internal import Vocabulary

@Suite("A report")
struct GoldenTests {
  @Test(
    "of laws side by side prints as the file beside it", arguments: ReportFormat.allCases,
    Language.allCases)
  func comparison(format: ReportFormat, language: Language) throws {
    let text = Reports.comparison(
      Sample.comparison, naming: Sample.naming, format: format, language: language)

    try Golden.expect(text, is: "comparison.\(language.rawValue).\(format.fileExtension)")
  }

  @Test(
    "of a course prints as the file beside it", arguments: ReportFormat.allCases,
    Language.allCases)
  func course(format: ReportFormat, language: Language) throws {
    let text = Reports.course(
      Sample.current, scenario: Sample.comparison.scenarios[0].title, law: Sample.laws[0].title,
      naming: Sample.naming, format: format, language: language)

    try Golden.expect(text, is: "course.\(language.rawValue).\(format.fileExtension)")
  }

  @Test(
    "of reasons prints as the file beside it", arguments: [ReportFormat.text, .json, .markdown, .html],
    Language.allCases)
  func explanation(format: ReportFormat, language: Language) throws {
    let text = try Reports.explanation(
      Sample.explanation, heading: "Lise, 2023-03-01", format: format, language: language)

    try Golden.expect(text, is: "explanation.\(language.rawValue).\(format.fileExtension)")
  }

  @Test(
    "of rules prints as the file beside it", arguments: ReportFormat.allCases, Language.allCases)
  func sheet(format: ReportFormat, language: Language) throws {
    let text = Reports.sheet(Sample.sheet, format: format, language: language)

    try Golden.expect(text, is: "sheet.\(language.rawValue).\(format.fileExtension)")
  }

  @Test(
    "of a change of rules prints as the file beside it", arguments: [ReportFormat.text, .json, .markdown, .html],
    Language.allCases)
  func difference(format: ReportFormat, language: Language) throws {
    let text = try Reports.difference(Sample.difference, format: format, language: language)

    try Golden.expect(text, is: "difference.\(language.rawValue).\(format.fileExtension)")
  }

  @Test(
    "of a country prints as the file beside it", arguments: ReportFormat.allCases,
    Language.allCases)
  func country(format: ReportFormat, language: Language) throws {
    let text = Reports.country(
      Sample.country, naming: Sample.naming, format: format, language: language)

    try Golden.expect(text, is: "country.\(language.rawValue).\(format.fileExtension)")
  }

  @Test("of a country keeps to 100 columns", arguments: Language.allCases)
  func countryWidth(language: Language) {
    let text = Reports.country(
      Sample.country, naming: Sample.naming, format: .text, language: language)

    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("of a country shows no cell that rests on fewer than five citizens, in any format")
  func smallCells() throws {
    let country = Sample.country

    let small = try #require(country.distributions[0].cells.first { $0.dimension == .group && $0.number == 0 })
    #expect(small.people == nil && small.belowMinimum == nil)
    #expect(small.measures.allSatisfy { $0.first == nil && $0.losing == nil && $0.lost == nil })
    #expect(Sample.text(of: country, .text).contains("Ingen målgruppe i dag"))
    #expect(Sample.text(of: country, .csv).contains("people,group/none,,count"))
  }

  @Test("of rules keeps to 100 columns", arguments: Language.allCases)
  func sheetWidth(language: Language) {
    let text = Reports.sheet(Sample.sheet, format: .text, language: language)

    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}

extension ReportFormat {
  fileprivate var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    case .csv: "csv"
    case .markdown: "md"
    case .html: "html"
    }
  }
}
