internal import Outcomes
internal import Reports
internal import TestSupport
internal import Testing
internal import Vocabulary

@Suite("Words in another language than the page")
struct ForeignWordsTests {
  private let sheet = Sheet(
    title: Label(danish: "Antagelser", english: "Assumptions"),
    tables: [
      Sheet.Table(
        "notes", Label(danish: "Noter", english: "Notes"),
        [
          Sheet.Column("what", Label(danish: "Hvad", english: "What")),
          Sheet.Column("source", Label(danish: "Kilde", english: "Source")),
          Sheet.Column("note", Label(danish: "Note", english: "Note"), joins: true),
        ],
        rows: [
          [Sheet.Cell("one"), Sheet.Cell("LAB § 31"), Sheet.Cell(Label("a guess", only: .english))],
          [Sheet.Cell("two"), Sheet.Cell(""), Sheet.Cell(Label("a bold guess", only: .english))],
          [Sheet.Cell("three"), Sheet.Cell("LAS § 2"), Sheet.Cell(Label(danish: "et gæt", english: "a hunch"))],
        ])
    ])

  private func foreign(_ language: Language) -> [String] {
    let page = PageCheck(Reports.sheet(sheet, format: .html, language: language))
    return page.all("span").filter { $0.attributes["lang"] == "en" }.map(\.text)
  }

  @Test("are marked, each by itself, so that a voice says them right")
  func marked() {
    #expect(foreign(.danish) == ["a guess", "a bold guess"])
    #expect(foreign(.english).isEmpty)
  }

  @Test("are shown as they are")
  func shown() {
    let text = Reports.sheet(sheet, format: .markdown, language: .danish)

    #expect(text.contains("a guess") && text.contains("et gæt") && !text.contains("a hunch"))
  }
}
