/// Whether headings are set off on a terminal.
package enum TextStyle: Hashable, Sendable {
  /// For files and pipes.
  case plain
  /// Headings in bold, by ANSI escapes.
  case bold
}

/// A report for a terminal as it grows: headings, paragraphs and tables of at most 100 columns.
struct TextPage: Sendable {
  private let style: TextStyle
  private var lines: [String] = []

  init(style: TextStyle) { self.style = style }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// The title of the report or of a scenario, underlined.
  mutating func title(_ text: String) {
    if !lines.isEmpty { lines += ["", ""] }
    let wrapped = TextWrapping.lines(text, width: TextWrapping.pageWidth)
    lines += wrapped.map(emphasized)
    lines.append(String(repeating: "═", count: wrapped.map(\.count).max() ?? 0))
  }

  mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines += TextWrapping.lines(text, width: TextWrapping.pageWidth).map(emphasized)
  }

  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0) {
    let width = TextWrapping.pageWidth - indent - hanging
    for (index, line) in TextWrapping.lines(text, width: width).enumerated() {
      lines.append(String(repeating: " ", count: indent + (index == 0 ? 0 : hanging)) + line)
    }
  }

  mutating func table(_ table: TextTable, indent: Int = 2) {
    let margin = String(repeating: " ", count: indent)
    lines += table.lines(width: TextWrapping.pageWidth - indent).map {
      $0.isEmpty ? "" : margin + $0
    }
  }

  /// What another page holds, which begins with a title.
  mutating func add(_ part: TextPage) {
    if !lines.isEmpty { lines += ["", ""] }
    lines += part.lines
  }

  /// A line as it is; the caller has seen to its width.
  mutating func line(_ text: String) { lines.append(text) }

  private func emphasized(_ line: String) -> String {
    style == .bold ? "\u{1B}[1m\(line)\u{1B}[0m" : line
  }
}
