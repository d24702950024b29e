/// How findings look on paper or on a terminal.
package struct RenderingStyle: Sendable {
  package let usesColour: Bool
  /// Findings beyond this many are counted, not shown: nobody mends a thousand at once.
  package let limit: Int

  package init(usesColour: Bool, limit: Int = 50) {
    self.usesColour = usesColour
    self.limit = limit
  }

  package static let plain = RenderingStyle(usesColour: false)

  fileprivate func paint(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Draws findings with the author's own line and a caret below it.
///
///     Rules/housing.yaml:2:7: error: 'income' is money per month [unit-mismatch]
///       2 | when: income <= threshold
///         |       ^^^^^^^^^^^^^^^^^^^
///       hint: write 'income * 12 <= threshold'
///       note: Rules/housing.yaml:1:1: 'threshold' is declared here
package struct DiagnosticRenderer: Sendable {
  private let style: RenderingStyle
  private let lines: [String: [Substring]]

  /// - Parameter texts: the files that findings may point into, by the path used in their ranges. A
  ///   finding in another file is drawn without its line.
  package init(texts: [String: String], style: RenderingStyle) {
    self.style = style
    self.lines = texts.mapValues { text in
      text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }
  }

  package func render(_ findings: Findings) -> String {
    let sorted = findings.sorted
    var parts = sorted.prefix(style.limit).map(render)
    if sorted.count > style.limit {
      parts.append("… and \(sorted.count - style.limit) more\n")
    }
    return parts.joined()
  }

  package func render(_ diagnostic: Diagnostic) -> String {
    let word: (String, String) =
      switch diagnostic.severity {
      case .error: ("error", "1;31")
      case .warning: ("warning", "1;33")
      case .note: ("note", "1;36")
      }
    var text = style.paint("\(diagnostic.range):", "1") + " " + style.paint("\(word.0):", word.1)
    text += " \(diagnostic.message) [\(diagnostic.code)]\n"
    text += excerpt(at: diagnostic.range)
    if let hint = diagnostic.hint { text += "  " + style.paint("hint:", "1;32") + " \(hint)\n" }
    for note in diagnostic.notes {
      text += "  " + style.paint("note:", "1;36") + " \(note.range): \(note.message)\n"
    }
    return text
  }

  /// The line a range starts on, with carets below the range. A range over several lines is marked to
  /// the end of its first line.
  private func excerpt(at range: SourceRange) -> String {
    guard let fileLines = lines[range.file], range.start.line <= fileLines.count else { return "" }
    let line = fileLines[range.start.line - 1]
    guard !line.isEmpty || range.start.column > 1 else { return "" }
    let number = String(range.start.line)
    let scalars = Array(line.unicodeScalars)
    let start = min(range.start.column - 1, scalars.count)
    let end = range.end.line == range.start.line ? range.end.column - 1 : scalars.count
    // Tabs are repeated below, so that the caret stands under its character whatever a tab is worth.
    var marker = ""
    for scalar in scalars[..<start] {
      marker += scalar == "\t" ? "\t" : String(repeating: " ", count: displayWidth(scalar))
    }
    let marked = scalars[start..<max(start, min(end, scalars.count))]
    let width = max(1, marked.reduce(0) { $0 + displayWidth($1) })
    let margin = String(repeating: " ", count: number.count)
    return "  \(number) | \(line)\n  \(margin) | \(marker)"
      + style.paint(String(repeating: "^", count: width), "1;31") + "\n"
  }
}

/// Columns that a terminal gives a character: none for combining marks, two for East Asian wide ones.
private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    2
  default: 1
  }
}
