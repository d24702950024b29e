/// A Markdown document as it grows: headings, paragraphs, lists and pipe tables.
struct Markdown {
  private var blocks: [String] = []

  func print() -> String { blocks.joined(separator: "\n\n") + "\n" }

  mutating func heading(_ level: Int, _ text: String) {
    blocks.append(String(repeating: "#", count: level) + " " + Markdown.escaped(text))
  }

  mutating func paragraph(_ text: String) { blocks.append(Markdown.escaped(text)) }

  /// Items with their depth.
  mutating func list(_ items: [(depth: Int, text: String)]) {
    guard !items.isEmpty else { return }
    blocks.append(
      items.map { String(repeating: "  ", count: $0.depth) + "- " + Markdown.escaped($0.text) }
        .joined(separator: "\n"))
  }

  mutating func table(_ columns: [TextTable.Column], _ rows: [[String]]) {
    table(columns, rowsOfLines: rows.map { row in row.map { [$0] } })
  }

  /// A table whose cells have lines of their own.
  mutating func table(_ columns: [TextTable.Column], rowsOfLines rows: [[[String]]]) {
    guard !rows.isEmpty else { return }
    var lines = [Markdown.row(columns.map { [$0.heading] })]
    lines.append(
      "|" + columns.map { $0.alignment == .right ? " ---: |" : " --- |" }.joined())
    lines += rows.map(Markdown.row)
    blocks.append(lines.joined(separator: "\n"))
  }

  /// What follows is folded away behind a line until it is closed.
  mutating func openDetails(_ summary: String) {
    blocks.append("<details>\n<summary>\(Markdown.escaped(summary))</summary>")
  }

  mutating func closeDetails() { blocks.append("</details>") }

  private static func row(_ cells: [[String]]) -> String {
    "| " + cells.map { $0.map(cell).joined(separator: "<br>") }.joined(separator: " | ") + " |"
  }

  /// Depth is told by no-break spaces: others vanish at the front of a cell.
  private static func cell(_ text: String) -> String {
    let depth = text.prefix { $0 == " " }.count
    return String(repeating: "&nbsp;", count: depth) + escaped(String(text.dropFirst(depth)))
  }

  /// The text so that none of it is markup, and on one line.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "|", "`", "*", "_", "<", ">", "[", "]", "#", "~":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "&": escaped += "&amp;"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        if escaped.last != " " { escaped += " " }
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
