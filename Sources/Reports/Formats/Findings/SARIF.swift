internal import Diagnostics

/// Findings for code scanning.
///
/// - Source: Static Analysis Results Interchange Format 2.1.0, OASIS, 27 March 2020. Columns count Unicode
///   scalars, which the format calls code points; an end is the first column behind.
struct SARIF {
  private let findings: [Diagnostic]
  private let codes: [String]
  private let pages: [String: FindingPage]

  /// - Parameter findings: in the order they are to be told.
  init(_ findings: [Diagnostic], pages: [FindingPage]) {
    self.findings = findings
    self.pages = Dictionary(pages.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    codes = Set(findings.map(\.code)).sorted()
  }

  func print() -> String {
    JSON.members([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .string("2.1.0"),
      "runs": .array([
        .members([
          "tool": .members([
            "driver": .members([
              "name": .string("hegn"), "rules": .array(codes.map(rule)),
            ])
          ]),
          "columnKind": .string("unicodeCodePoints"),
          "results": .array(findings.map(result)),
        ])
      ]),
    ]).print()
  }

  private func rule(_ code: String) -> JSON {
    let page = pages[code]
    // The worst that was found of a code that has no page.
    let severity = page?.severity ?? findings.filter { $0.code == code }.map(\.severity).max() ?? .error
    let title = page?.title ?? code.split(separator: "-").joined(separator: " ")
    let help = page.map { "\($0.why)\n\nBad:\n\($0.bad)\n\nGood:\n\($0.good)" } ?? "The message says what was found and what was expected, and the hint what to write."
    let markdown = page.map {
      "\(Markdown.escaped($0.why))\n\nBad:\n\n```yaml\n\($0.bad)\n```\n\nGood:\n\n```yaml\n\($0.good)\n```\n"
    }
    return .members([
      "id": .string(code),
      "shortDescription": .members(["text": .string(title)]),
      "help": markdown.map { .members(["text": .string(help), "markdown": .string($0)]) }
        ?? .members(["text": .string(help)]),
      "defaultConfiguration": .members(["level": .string(SARIF.level(severity))]),
    ])
  }

  private func result(_ finding: Diagnostic) -> JSON {
    let hint = finding.hint.map { "\nhint: \($0)" } ?? ""
    var members = [
      JSON.Member(key: "ruleId", value: .string(finding.code)),
      JSON.Member(key: "ruleIndex", value: .number(codes.firstIndex(of: finding.code) ?? 0)),
      JSON.Member(key: "level", value: .string(SARIF.level(finding.severity))),
      JSON.Member(key: "message", value: .members(["text": .string(finding.message + hint)])),
      JSON.Member(key: "locations", value: .array([location(finding.range)])),
    ]
    if !finding.notes.isEmpty {
      members.append(
        JSON.Member(
          key: "relatedLocations",
          value: .array(finding.notes.map { location($0.range, message: $0.message) })))
    }
    return .object(members)
  }

  private func location(_ range: SourceRange, message: String? = nil) -> JSON {
    let place = JSON.Member(
      key: "physicalLocation",
      value: .members([
        "artifactLocation": .members(["uri": .string(SARIF.uri(range.file))]),
        "region": .members([
          "startLine": .number(range.start.line), "startColumn": .number(range.start.column),
          "endLine": .number(range.end.line), "endColumn": .number(range.end.column),
        ]),
      ]))
    let words = message.map { JSON.Member(key: "message", value: .members(["text": .string($0)])) }
    return .object([place] + [words].compactMap { $0 })
  }

  private static func level(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  /// - Source: RFC 3986; a path from the root is of the scheme `file`.
  static func uri(_ path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }
}
