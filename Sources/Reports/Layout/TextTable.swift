internal import Vocabulary

/// Columns of text, numbers to the right.
///
///     Krav i alt                      14               3
///       Samtale                       12               2
///
/// What does not fit is wrapped in its cell. When the columns of numbers do not fit beside one another,
/// the table is told in several parts, each with the leading columns again.
struct TextTable {
  enum Alignment { case left, right }

  struct Column {
    let heading: String
    let alignment: Alignment

    init(_ heading: String, _ alignment: Alignment = .left) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  private static let gap = 2
  /// The narrowest a column of words is made.
  private static let narrowest = 16

  /// A line of a cell.
  struct Line: Hashable {
    let row: Int
    let column: Int
    let line: Int
  }

  let columns: [Column]
  var rows: [[String]] = []
  /// The lines that are in another language than the report, for forms that can say so.
  var foreign: [Line: Language] = [:]
  var showsHeadings = true

  init(_ columns: [Column], showsHeadings: Bool = true) {
    self.columns = columns
    self.showsHeadings = showsHeadings
  }

  mutating func add(_ cells: String...) { rows.append(cells) }

  /// - Returns: lines of at most `width` characters, each without spaces at its end.
  func lines(width: Int = TextWrapping.pageWidth) -> [String] {
    let parts = parts(width: width)
    guard parts.count > 1 else { return drawn(columns.indices.map { $0 }, width: width) }
    return parts.enumerated().flatMap { index, part in
      (index == 0 ? [] : [""]) + drawn(part, width: width)
    }
  }

  /// The columns of each part: one part when everything fits.
  private func parts(width: Int) -> [[Int]] {
    let words = columns.indices.filter { columns[$0].alignment == .left }
    let numbers = columns.indices.filter { columns[$0].alignment == .right }
    guard numbers.count > 1 else { return [Array(columns.indices)] }
    let reserved = words.reduce(0) { $0 + min(natural($1), Self.narrowest * 2) + Self.gap }
    var parts: [[Int]] = []
    var part: [Int] = []
    var used = reserved
    for number in numbers {
      let needed = natural(number) + Self.gap
      if !part.isEmpty, used + needed - Self.gap > width {
        parts.append(part)
        (part, used) = ([], reserved)
      }
      part.append(number)
      used += needed
    }
    parts.append(part)
    return parts.map { ($0 + words).sorted() }
  }

  /// How wide a column is when nothing is wrapped, save the heading over numbers.
  private func natural(_ column: Int) -> Int {
    let cells = rows.map { TextWrapping.columns(of: cell($0, column)) }.max() ?? 0
    guard showsHeadings else { return cells }
    let heading = columns[column].heading
    guard columns[column].alignment == .right else { return max(cells, TextWrapping.columns(of: heading)) }
    // Room for two words of a law's name on a line, but no more than numbers are wide.
    return max(cells, min(TextWrapping.columns(of: heading), 14), TextWrapping.longestWord(heading))
  }

  private func drawn(_ shown: [Int], width: Int) -> [String] {
    var widths = shown.map(natural)
    let room = max(shown.count, width - Self.gap * max(0, shown.count - 1))
    shrink(&widths, shown, to: room) { columns[$0].alignment == .left ? Self.narrowest : .max }
    // Only a page too narrow for its numbers comes here.
    shrink(&widths, shown, to: room) { _ in 1 }

    var lines: [String] = []
    if showsHeadings { lines += physical(shown.map { columns[$0].heading }, shown, widths, low: true) }
    for row in rows { lines += physical(shown.map { cell(row, $0) }, shown, widths, low: false) }
    return lines
  }

  private func shrink(
    _ widths: inout [Int], _ shown: [Int], to room: Int, least: (Int) -> Int
  ) {
    while widths.reduce(0, +) > room {
      let candidates = widths.indices.filter { widths[$0] > least(shown[$0]) }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  /// The lines one row takes. Headings stand low, next to the cells that they head.
  private func physical(
    _ cells: [String], _ shown: [Int], _ widths: [Int], low: Bool
  ) -> [String] {
    let wrapped = zip(cells, widths).map { cell, width in
      Self.wrapped(cell, width: width)
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = ""
      for (index, parts) in wrapped.enumerated() {
        let place = low ? line - (height - parts.count) : line
        let part = parts.indices.contains(place) ? parts[place] : ""
        let fill = TextWrapping.spaces(max(0, widths[index] - TextWrapping.columns(of: part)))
        text += columns[shown[index]].alignment == .left ? part + fill : fill + part
        if index < wrapped.count - 1 { text += TextWrapping.spaces(Self.gap) }
      }
      return text.trimmingEnd()
    }
  }

  /// Spaces at the front of a cell tell its depth and stay on every line of it.
  private static func wrapped(_ cell: String, width: Int) -> [String] {
    let depth = min(cell.utf8.prefix { $0 == UInt8(ascii: " ") }.count, max(0, width - 1))
    let indent = TextWrapping.spaces(depth)
    return TextWrapping.lines(cell, width: width - depth).map { indent + $0 }
  }

  private func cell(_ row: [String], _ column: Int) -> String {
    row.indices.contains(column) ? row[column] : ""
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    let kept = utf8.lastIndex { $0 != UInt8(ascii: " ") }
    return kept.map { String(self[...$0]) } ?? ""
  }
}
