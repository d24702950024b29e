internal import Diagnostics
internal import Reports
internal import Testing
internal import Vocabulary

@Suite("A report of a difference")
struct DifferenceReportTests {
  @Test("says in one sentence that nothing moved", arguments: [ReportFormat.text, .markdown])
  func nothing(format: ReportFormat) throws {
    let text = try Reports.difference(Sample.noDifference, format: format, language: .english)

    #expect(text.contains("Nothing moved: the rules say the same, and every scenario comes out alike."))
    #expect(!text.contains("Current law"))
  }

  @Test("has no form for CSV, and says which forms there are")
  func csv() {
    let refusal = #expect(throws: Diagnostic.self) {
      try Reports.difference(Sample.difference, format: .csv, language: .danish)
    }

    #expect(refusal?.code == "format-unavailable")
    #expect(refusal?.hint == "write 'text', 'json', 'markdown' or 'html'")
  }

  @Test("keeps to 100 columns on a terminal", arguments: Language.allCases)
  func width(language: Language) throws {
    let text = try Reports.difference(Sample.difference, format: .text, language: language)

    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("folds long lists in a comment, and closes each it opens")
  func folds() throws {
    let text = try Reports.difference(Sample.difference, format: .markdown, language: .english)

    #expect(text.components("<details>") == 1)
    #expect(text.components("</details>") == 1)
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
