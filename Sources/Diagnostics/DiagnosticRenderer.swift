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

  /// Of a longer line only the stretch around the finding is drawn, with a sign where it was cut.
  /// - Unit: Unicode scalars.
  static let longestLine = 400

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
      text.split(omittingEmptySubsequences: false, whereSeparator: endsLine)
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
    text += " \(visible(diagnostic.message)) [\(diagnostic.code)]\n"
    text += excerpt(at: diagnostic.range)
    if let hint = diagnostic.hint {
      text += "  " + style.paint("hint:", "1;32") + " \(visible(hint))\n"
    }
    for note in diagnostic.notes {
      text += "  " + style.paint("note:", "1;36") + " \(note.range): \(visible(note.message))\n"
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
    let (scalars, cut) = stretch(of: line, around: range.start.column - 1)
    let start = min(range.start.column - 1 - cut, scalars.count)
    let end = range.end.line == range.start.line ? range.end.column - 1 - cut : scalars.count
    // Tabs are repeated below, so that the caret stands under its character whatever a tab is worth.
    var marker = ""
    for scalar in scalars[..<start] {
      marker += scalar == "\t" ? "\t" : String(repeating: " ", count: displayWidth(scalar))
    }
    let marked = scalars[start..<max(start, min(end, scalars.count))]
    let width = max(1, marked.reduce(0) { $0 + displayWidth($1) })
    let margin = String(repeating: " ", count: number.count)
    let drawn = String(String.UnicodeScalarView(scalars))
    return "  \(number) | \(visible(drawn))\n  \(margin) | \(marker)"
      + style.paint(String(repeating: "^", count: width), "1;31") + "\n"
  }

  /// A line, or what can be shown of one that nobody wrote to be read.
  ///
  /// - Returns: the scalars to draw, and by how many places they stand further left than in the line.
  private func stretch(of line: Substring, around place: Int) -> ([Unicode.Scalar], cut: Int) {
    let scalars = line.unicodeScalars
    let longest = RenderingStyle.longestLine
    guard let last = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex),
      last < scalars.endIndex
    else { return (Array(scalars), 0) }
    let from = max(0, place - longest / 4)
    guard
      let start = scalars.index(scalars.startIndex, offsetBy: from, limitedBy: scalars.endIndex)
    else { return (Array(scalars.suffix(longest)), max(0, scalars.count - longest)) }
    var shown = Array(scalars[start...].prefix(longest))
    if scalars[start...].dropFirst(longest).first != nil { shown.append("…") }
    return from == 0 ? (shown, 0) : (["…"] + shown, from - 1)
  }
}

/// Whether a line ends here, by the same rule as in YAML, so that line numbers agree. A carriage return
/// and its line feed are one character.
private func endsLine(_ character: Character) -> Bool {
  switch character {
  case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}": true
  default: false
  }
}

/// Text with a sign for each character that would move a terminal's cursor, colour what follows or turn
/// its direction: what an author wrote must not draw over what is said about it.
private func visible(_ text: some StringProtocol) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return String(text) }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
  return String(result)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09: false
  case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// Columns that a terminal gives a character: none for combining marks, two for East Asian wide ones
/// and for pictures. A control character has the one of its sign.
private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if isControl(scalar) { return 1 }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}
