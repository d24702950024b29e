package import Diagnostics
package import Vocabulary

extension Reports {
  /// What came of rule tests, for programs and documents.
  ///
  /// - Parameters:
  ///   - untouched: provisions that no test touches; `nil` when nobody asked.
  ///   - reach: for each law, which provisions tests hold from both sides; `nil` when nobody asked.
  ///   - conditions: for each law, which conditions tests show to decide; `nil` when nobody asked.
  /// - Throws: `format-unavailable` for text, which is told while tests run.
  package static func ruleTests(
    _ tests: [RuleTestOutcome], untouched: [String]?, reach: [RuleTestReach]? = nil,
    conditions: [ConditionCoverage]? = nil, format: ReportFormat, language: Language
  ) throws(Diagnostic) -> String {
    switch format {
    case .json:
      return JSON.members([
        "schema": .string("hegn.tests/1"),
        "passed": .number(tests.count { $0.failures.isEmpty }),
        "failed": .number(tests.count { !$0.failures.isEmpty }),
        "untouched": untouched.map { .array($0.map { JSON.string($0) }) } ?? .null,
        "reach": reach.map { .array($0.map(JSON.reach)) } ?? .null,
        "conditions": conditions.map { .array($0.map(\.json)) } ?? .null,
        "tests": .array(
          tests.map { test in
            .members([
              "name": .string(test.name), "law": .string(test.law), "cites": .string(test.cites),
              "file": .string(test.range.file), "line": .number(test.range.start.line),
              "passed": .boolean(test.failures.isEmpty),
              "failures": .array(test.failures.map(JSON.finding)),
            ])
          }),
      ]).print()
    case .csv:
      var csv = CSV(headings: FindingsTable.testColumns)
      for test in tests { csv.add(FindingsTable.cells(test)) }
      return csv.print()
    case .markdown:
      var document = Markdown()
      document.heading(1, Wording.ruleTests[language])
      document.table(
        FindingsTable.testColumns.map { TextTable.Column($0) },
        tests.map(FindingsTable.cells))
      if let untouched {
        document.heading(2, Wording.untouched[language])
        document.list(untouched.map { (depth: 0, text: $0) })
      }
      for reach in reach ?? [] {
        document.heading(2, reach.law)
        document.paragraph(reach.words[language])
        document.list(reach.gaps(in: language).map { (depth: 0, text: $0) })
      }
      for law in conditions ?? [] {
        document.heading(2, law.law)
        document.paragraph(law.words[language])
        document.list(law.gaps(in: language).map { (depth: 0, text: $0) })
      }
      return document.print()
    case .html:
      let heading = Wording.ruleTests[language]
      var table = TextTable(FindingsTable.testColumns.map { TextTable.Column($0) })
      table.rows = tests.map(FindingsTable.cells)
      var main = [HTML.table(table, caption: heading)]
      if let untouched {
        main.append(HTML.heading(2, Wording.untouched[language]))
        main.append(.tag("ul", [:], untouched.map { .tag("li", [:], $0) }))
      }
      for reach in reach ?? [] {
        main += [HTML.heading(2, reach.law), HTML.paragraph(reach.words[language])]
        main.append(.tag("ul", [:], reach.gaps(in: language).map { .tag("li", [:], $0) }))
      }
      for law in conditions ?? [] {
        main += [HTML.heading(2, law.law), HTML.paragraph(law.words[language])]
        var table = TextTable(ConditionCoverage.columns.map { TextTable.Column($0) })
        table.rows = law.cells
        main.append(HTML.table(table, caption: law.law))
      }
      return HTML.page(
        title: heading, language: language, header: [HTML.heading(1, heading)], main: main)
    case .text:
      throw Diagnostic(
        .error, "format-unavailable", "rule tests are told as they run, not as a report",
        at: .start(of: "--format"))
    }
  }
}

/// What came of one rule test, for reports.
package struct RuleTestOutcome: Sendable {
  package let name: String
  package let law: String
  package let cites: String
  package let range: SourceRange
  package let failures: [Diagnostic]

  package init(name: String, law: String, cites: String, range: SourceRange, failures: [Diagnostic]) {
    self.name = name
    self.law = law
    self.cites = cites
    self.range = range
    self.failures = failures
  }
}

/// Which provisions of a law tests hold from both sides: where they apply, and where they just do not.
package struct RuleTestReach: Sendable {
  package let law: String
  /// How many provisions the law answers for.
  package let provisions: Int
  package let neverApplied: [String]
  /// Those that apply in a test, and of which none shows where they just do not.
  package let neverBounded: [String]

  package init(law: String, provisions: Int, neverApplied: [String], neverBounded: [String]) {
    self.law = law
    self.provisions = provisions
    self.neverApplied = neverApplied
    self.neverBounded = neverBounded
  }

  /// One line for each provision that is not held.
  package func gaps(in language: Language) -> [String] {
    neverApplied.map { "\(law): \($0) \(Wording.neverApplied[language])" }
      + neverBounded.map { "\(law): \($0) \(Wording.neverBounded[language])" }
  }

  /// One sentence, with the numbers.
  package var words: Label {
    let applied = provisions - neverApplied.count
    return Label(
      danish:
        "\(law): af \(provisions) bestemmelser gælder \(applied) i en test, og \(applied - neverBounded.count) netop ikke i en anden",
      english:
        "\(law): of \(provisions) provisions \(applied) apply in a test, and \(applied - neverBounded.count) just do not in another")
  }
}

extension JSON {
  fileprivate static func reach(_ reach: RuleTestReach) -> JSON {
    .members([
      "law": .string(reach.law), "provisions": .number(reach.provisions),
      "never_applied": .array(reach.neverApplied.map { JSON.string($0) }),
      "never_bounded": .array(reach.neverBounded.map { JSON.string($0) }),
    ])
  }
}
