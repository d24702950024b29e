/// A place in a text file.
///
/// - Range: lines and columns count from 1. A column counts Unicode scalars, as editors do.
package struct SourcePosition: Hashable, Comparable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of one file, from its first character up to, but not including, `end`.
package struct SourceRange: Hashable, Sendable {
  /// The path as the user wrote it or as a folder listing gave it; never made absolute.
  package let file: String
  package let start: SourcePosition
  package let end: SourcePosition

  package init(file: String, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The very beginning of a file: where a finding about the whole file points.
  package static func start(of file: String) -> SourceRange {
    let first = SourcePosition(line: 1, column: 1)
    return SourceRange(file: file, start: first, end: first)
  }
}

extension SourceRange {
  /// By where it starts and ends. Two files seldom have something at the same place, and a path is long.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(start.line &* 0x1_0001 &+ start.column)
    hasher.combine(end.line &* 0x1_0001 &+ end.column)
  }
}

extension SourceRange: CustomStringConvertible {
  package var description: String { "\(file):\(start.line):\(start.column)" }
}

extension SourceRange: Comparable {
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}
