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
  /// Lines and columns count from 1; an end is the first column behind.
  static func finding(_ finding: Diagnostic) -> JSON {
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
