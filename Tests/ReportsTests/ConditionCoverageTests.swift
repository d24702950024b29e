internal import Diagnostics
internal import Reports
internal import Testing
internal import Vocabulary

@Suite("Conditions that tests show, told")
struct ConditionCoverageTests {
  private static func place(_ line: Int, _ column: Int, file: String = "Rules/a.yaml") -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + 4))
  }

  private static func condition(
    _ words: String, _ range: SourceRange, _ verdict: ConditionCoverage.Verdict, _ holding: Int, _ failing: Int
  ) -> ConditionCoverage.Condition {
    .init(provision: "duties/x", range: range, words: words, verdict: verdict, holding: holding, failing: failing)
  }

  private static let laws = [
    ConditionCoverage(
      law: "current",
      conditions: [
        condition("sick", place(2, 10), .decides, 3, 1), condition("a <\n b", place(2, 19), .alwaysHolds, 4, 0),
        condition("far", place(7, 3), .neverAsked, 0, 0),
      ],
      rows: [
        .init(provision: "definitions/y", range: place(9, 5), matches: 2),
        .init(provision: "definitions/y", range: place(10, 5), matches: 0),
      ]),
    // A reform keeps the words of the law it amends.
    ConditionCoverage(
      law: "reform",
      conditions: [
        condition("a <\n b", place(2, 19), .decides, 1, 1), condition("new", place(1, 1, file: "Rules/b.yaml"), .neverHolds, 0, 5),
      ], rows: []),
  ]

  private func print(_ format: RuleTestFormat, _ language: Language = .english) throws -> String {
    try Reports.ruleTests([], untouched: nil, conditions: Self.laws, format: format, language: language)
  }

  @Test("are lines, branches and senses to LCOV, each file once")
  func lcov() throws {
    #expect(
      try print(.lcov) == """
        TN:hegn
        SF:Rules/a.yaml
        BRDA:2,0,0,3
        BRDA:2,0,1,1
        BRDA:2,1,0,5
        BRDA:2,1,1,1
        BRDA:7,0,0,-
        BRDA:7,0,1,-
        BRF:6
        BRH:4
        MCDC:2,2,t,1,0,sick
        MCDC:2,2,f,1,0,sick
        MCDC:2,2,t,1,1,a <  b
        MCDC:2,2,f,1,1,a <  b
        MCDC:7,1,t,0,0,far
        MCDC:7,1,f,0,0,far
        MCF:6
        MCH:4
        DA:2,6
        DA:7,0
        DA:9,2
        DA:10,0
        LF:4
        LH:2
        end_of_record
        TN:hegn
        SF:Rules/b.yaml
        BRDA:1,0,0,0
        BRDA:1,0,1,5
        BRF:2
        BRH:1
        MCDC:1,1,t,0,0,new
        MCDC:1,1,f,0,0,new
        MCF:2
        MCH:0
        DA:1,5
        LF:1
        LH:1
        end_of_record

        """)
  }

  @Test("are one sentence and a line for each gap, in either language")
  func gaps() {
    let law = Self.laws[0]

    #expect(
      law.words[.english]
        == "current: of 3 conditions 1 are shown to decide by themselves (33 %); of 2 rows of tables 1 matched")
    #expect(
      law.gaps(in: .danish) == [
        "Rules/a.yaml:2:19: 'a <\n b' gælder hver gang, duties/x",
        "Rules/a.yaml:7:3: 'far' bliver aldrig spurgt, duties/x",
        "Rules/a.yaml:10:5: rækken passer aldrig, definitions/y",
      ])
  }

  @Test("are a table on a page, and a list in a document")
  func documents() throws {
    let page = try print(.report(.html))
    let document = try print(.report(.markdown), .danish)

    #expect(page.contains("always-holds") && page.contains("never-matches"))
    #expect(page.contains("a &lt;"))
    #expect(document.contains("'far' bliver aldrig spurgt, duties/x"))
  }
}
