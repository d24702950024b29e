internal import Comparison
internal import Outcomes
internal import Testing
internal import Vocabulary

@testable internal import Reports

@Suite("A report for a terminal")
struct LayoutTests {
  private func widest(_ text: String) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(\.count).max() ?? 0
  }

  @Test("stays within 100 columns, however many laws", arguments: 1...9, Language.allCases)
  func comparisonFits(laws: Int, language: Language) {
    let text = Reports.comparison(
      Sample.comparison(laws: laws), naming: Sample.naming, format: .text, language: language)

    #expect(widest(text) <= 100)
  }

  @Test("stays within 100 columns with names that are longer than a line")
  func longNamesFit() throws {
    let long = String(repeating: "sagsbehandlerskifteårsag", count: 6)
    let title = Label(danish: "\(long) og \(long)", english: long)
    let scenario = Sample.comparison.scenarios[0]
    let laws = Sample.laws.map {
      LawSummary(
        id: $0.id, title: title, targetGroups: 1, units: 1, provisions: 1, duties: 1, deadlines: 1,
        statuses: [:], practiceValues: 1)
    }
    let comparison = Comparison(
      laws: laws,
      scenarios: [
        ScenarioComparison(
          id: long, title: title, shows: title,
          assumptions: [.init(subject: title, reason: title)],
          results: scenario.results, divergences: scenario.divergences)
      ])

    let text = Reports.comparison(comparison, naming: Naming(), format: .text, language: .danish)
    let course = Reports.course(
      Sample.current, scenario: title, naming: Naming(), format: .text, language: .danish)
    #expect(widest(text) <= 100)
    #expect(widest(course) <= 100)
  }

  @Test("stays within 100 columns however deep the reasons go")
  func deepReasonsFit() throws {
    var node = Explanation(subject: "the fact at the very bottom of it all", outcome: "12")
    for _ in 0..<80 {
      node = Explanation(subject: "a rule that rests on another", outcome: "true", holds: true, parts: [node])
    }

    let text = try Reports.explanation(node, heading: "deep", format: .text, language: .danish)

    #expect(widest(text) <= 100)
    #expect(text.contains("bottom of it all"))
  }

  @Test("wraps between words, keeps numbers with their units, and cuts what is too long")
  func wrapping() {
    #expect(TextWrapping.lines("one two three", width: 7) == ["one two", "three"])
    #expect(TextWrapping.lines("efter LAB § 31", width: 11) == ["efter LAB", "§ 31"])
    #expect(TextWrapping.lines("koster 12,50 kr. nu", width: 13) == ["koster", "12,50 kr. nu"])
    #expect(TextWrapping.lines("abcdefgh", width: 3) == ["abc", "def", "gh"])
    #expect(TextWrapping.lines("", width: 3) == [""])
  }

  @Test("lets no name steer the terminal")
  func controlCharacters() {
    #expect(TextWrapping.lines("a\u{1B}[2Jb\r\nc", width: 80) == ["a [2Jb c"])
  }

  @Test("sets numbers to the right, and Danish letters take one column each")
  func alignment() {
    var table = TextTable([.init("Ø"), .init("Tal", .right)])
    table.add("Målgruppe", "7")
    table.add("  år", "1.204")

    #expect(table.lines() == ["Ø            Tal", "Målgruppe      7", "  år       1.204"])
  }

  @Test("sets headings off only when asked to")
  func bold() {
    let plain = Reports.comparison(
      Sample.comparison, naming: Sample.naming, format: .text, language: .danish)
    let bold = Reports.comparison(
      Sample.comparison, naming: Sample.naming, format: .text, language: .danish, style: .bold)

    #expect(!plain.contains("\u{1B}"))
    #expect(bold.contains("\u{1B}[1mLovene\u{1B}[0m\n"))
    #expect(
      bold.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == plain)
  }
}
