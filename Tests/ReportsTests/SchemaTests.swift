internal import Comparison
internal import Diagnostics
internal import Reports
internal import TestSupport
internal import Testing
internal import Vocabulary

@Suite("A machine format")
struct SchemaTests {
  @Test(
    "has every key described",
    arguments: [
      "hegn.comparison-1.json", "hegn.country-1.json", "hegn.course-1.json", "hegn.diff-1.json",
      "hegn.dossier-1.json", "hegn.explanation-1.json", "hegn.findings-1.json",
      "hegn.sheet-1.json", "hegn.tests-1.json",
    ])
  func described(file: String) throws {
    #expect(try SchemaCheck(file: file).undescribed == [])
  }

  @Test("of laws side by side is as its schema says", arguments: 1...4)
  func comparison(laws: Int) throws {
    let text = Reports.comparison(
      Sample.comparison(laws: laws), naming: Sample.naming, format: .json, language: .danish)

    #expect(try SchemaCheck(file: "hegn.comparison-1.json").problems(in: text) == [])
  }

  @Test("of a country is as its schema says", arguments: Language.allCases)
  func country(language: Language) throws {
    let text = Reports.country(
      Sample.country, naming: Sample.naming, format: .json, language: language)

    #expect(try SchemaCheck(file: "hegn.country-1.json").problems(in: text) == [])
  }

  @Test("of findings and of rule tests is as its schema says")
  func findings() throws {
    let place = SourceRange(
      file: "Rules/a.yaml", start: SourcePosition(line: 2, column: 3),
      end: SourcePosition(line: 2, column: 9))
    let finding = Diagnostic(
      .error, "unknown-name", "'grup' is not a group", at: place, hint: "write 'group'",
      notes: [.init("declared here", at: place)])
    let test = RuleTestOutcome(
      name: "A test", law: "current", cites: "LAB § 31", range: place, failures: [finding])

    let findings = try Reports.findings(Findings([finding]), format: .json, language: .danish)
    let tests = try Reports.ruleTests(
      [test], untouched: ["current/duties/x"],
      reach: [
        RuleTestReach(
          law: "current", provisions: 3, neverApplied: ["current/duties/x"], neverBounded: ["current/duties/y"])
      ],
      conditions: [
        ConditionCoverage(
          law: "current",
          conditions: [
            .init(provision: "duties/x", range: place, words: "sick", verdict: .neverAlone, holding: 1, failing: 2)
          ], rows: [.init(provision: "definitions/y", range: place, matches: 0)])
      ],
      format: .json, language: .danish)

    #expect(try SchemaCheck(file: "hegn.findings-1.json").problems(in: findings) == [])
    #expect(try SchemaCheck(file: "hegn.tests-1.json").problems(in: tests) == [])
    #expect(findings.contains("\"line\": 2"))
    #expect(tests.contains("\"failed\": 1"))
    #expect(tests.contains("\"verdict\": \"never-alone\""))
  }

  @Test("of a course is as its schema says")
  func course() throws {
    let schema = try SchemaCheck(file: "hegn.course-1.json")

    for result in [Sample.current, Sample.framework] {
      let text = Reports.course(result, naming: Naming(), format: .json, language: .english)
      #expect(try schema.problems(in: text) == [])
    }
  }

  @Test("of reasons is as its schema says")
  func explanation() throws {
    let text = try Reports.explanation(
      Sample.explanation, heading: "Lise", format: .json, language: .danish)

    #expect(try SchemaCheck(file: "hegn.explanation-1.json").problems(in: text) == [])
  }

  @Test("of a sheet is as its schema says", arguments: Language.allCases)
  func sheet(language: Language) throws {
    let text = Reports.sheet(Sample.sheet, format: .json, language: language)

    #expect(try SchemaCheck(file: "hegn.sheet-1.json").problems(in: text) == [])
  }

  @Test("of a difference is as its schema says", arguments: Language.allCases)
  func difference(language: Language) throws {
    for difference in [Sample.difference, Sample.noDifference] {
      let text = try Reports.difference(difference, format: .json, language: language)

      #expect(try SchemaCheck(file: "hegn.diff-1.json").problems(in: text) == [])
    }
  }

  @Test("is found out when a key is missing, unknown or of another type")
  func checkFindsProblems() throws {
    let schema = try SchemaCheck(file: "hegn.explanation-1.json")

    let problems = try schema.problems(
      in: #"{"schema": "hegn.explanation/2", "heading": 3, "more": 1}"#)

    #expect(Set(problems.map { $0.prefix { $0 != ":" } }) == ["/schema", "/heading", "/more", ""])
  }
}
