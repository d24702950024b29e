package import Diagnostics
package import Vocabulary

extension Reports {
  /// What is wrong with rules, for programs and documents.
  ///
  /// - Throws: `format-unavailable` for text, which is drawn with the author's own lines by
  ///   `DiagnosticRenderer`.
  package static func findings(
    _ findings: Findings, format: ReportFormat, language: Language
  ) throws(Diagnostic) -> String {
    let sorted = findings.sorted
    switch format {
    case .json:
      return JSON.members([
        "schema": .string("hegn.findings/1"),
        "errors": .number(sorted.count { $0.severity == .error }),
        "warnings": .number(sorted.count { $0.severity == .warning }),
        "findings": .array(sorted.map(JSON.finding)),
      ]).print()
    case .csv:
      var csv = CSV(headings: FindingsTable.findingColumns)
      for finding in sorted { csv.add(FindingsTable.cells(finding)) }
      return csv.print()
    case .markdown:
      var document = Markdown()
      document.heading(1, Wording.findings[language])
      document.paragraph(sorted.isEmpty ? Wording.none[language] : "\(sorted.count)")
      document.table(
        FindingsTable.findingColumns.map { TextTable.Column($0) },
        sorted.map(FindingsTable.cells))
      return document.print()
    case .html:
      let heading = Wording.findings[language]
      var table = TextTable(FindingsTable.findingColumns.map { TextTable.Column($0) })
      table.rows = sorted.map(FindingsTable.cells)
      return HTML.page(
        title: heading, language: language,
        header: [
          HTML.heading(1, heading), HTML.paragraph(sorted.isEmpty ? Wording.none[language] : "\(sorted.count)"),
        ], main: sorted.isEmpty ? [] : [HTML.table(table, caption: heading)])
    case .text:
      throw Diagnostic(
        .error, "format-unavailable", "findings are drawn beside the author's lines, not as a report",
        at: .start(of: "--format"))
    }
  }

  /// What came of rule tests, for programs and documents.
  ///
  /// - Parameters:
  ///   - untouched: provisions that no test touches; `nil` when nobody asked.
  ///   - reach: for each law, which provisions tests hold from both sides; `nil` when nobody asked.
  /// - Throws: `format-unavailable` for text, which is told while tests run.
  package static func ruleTests(
    _ tests: [RuleTestOutcome], untouched: [String]?, reach: [RuleTestReach]? = nil, format: ReportFormat,
    language: Language
  ) throws(Diagnostic) -> String {
    switch format {
    case .json:
      return JSON.members([
        "schema": .string("hegn.tests/1"),
        "passed": .number(tests.count { $0.failures.isEmpty }),
        "failed": .number(tests.count { !$0.failures.isEmpty }),
        "untouched": untouched.map { .array($0.map { JSON.string($0) }) } ?? .null,
        "reach": reach.map { .array($0.map(JSON.reach)) } ?? .null,
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

/// One row a finding or a test.
enum FindingsTable {
  static let findingColumns = ["file", "line", "column", "severity", "code", "message", "hint"]
  static let testColumns = ["law", "name", "cites", "file", "line", "passed", "failure"]

  static func cells(_ finding: Diagnostic) -> [String] {
    [
      finding.range.file, "\(finding.range.start.line)", "\(finding.range.start.column)",
      finding.severity.word, finding.code, finding.message, finding.hint ?? "",
    ]
  }

  static func cells(_ test: RuleTestOutcome) -> [String] {
    [
      test.law, test.name, test.cites, test.range.file, "\(test.range.start.line)",
      test.failures.isEmpty ? "true" : "false",
      test.failures.map(\.message).joined(separator: "; "),
    ]
  }
}

extension Diagnostic.Severity {
  fileprivate var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
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

  /// Lines and columns count from 1; an end is the first column behind.
  fileprivate static func finding(_ finding: Diagnostic) -> JSON {
    .members([
      "severity": .string(finding.severity.word), "code": .string(finding.code),
      "message": .string(finding.message), "file": .string(finding.range.file),
      "line": .number(finding.range.start.line), "column": .number(finding.range.start.column),
      "end_line": .number(finding.range.end.line), "end_column": .number(finding.range.end.column),
      "hint": .string(finding.hint),
      "notes": .array(
        finding.notes.map { note in
          .members([
            "message": .string(note.message), "file": .string(note.range.file),
            "line": .number(note.range.start.line), "column": .number(note.range.start.column),
          ])
        }),
    ])
  }
}
