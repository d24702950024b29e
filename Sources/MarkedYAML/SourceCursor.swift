internal import Diagnostics

/// A place in the scalars of a file that knows its line and column while it moves.
///
/// Lines end where libyaml ends them, so that places counted here and marks counted there agree.
struct SourceCursor {
  /// Into the scalars of the file, from 0.
  private(set) var index: Int
  private(set) var position: SourcePosition

  init(index: Int, position: SourcePosition) {
    self.index = index
    self.position = position
  }

  static let start = SourceCursor(index: 0, position: SourcePosition(line: 1, column: 1))

  /// Moves past one scalar, or past both of a carriage return with its line feed.
  ///
  /// - Precondition: `index` is inside `source`.
  mutating func advance(in source: [Unicode.Scalar]) {
    let scalar = source[index]
    index += 1
    guard scalar.isLineBreak else {
      position = SourcePosition(line: position.line, column: position.column + 1)
      return
    }
    if scalar == "\r", index < source.count, source[index] == "\n" { index += 1 }
    position = SourcePosition(line: position.line + 1, column: 1)
  }
}

extension Unicode.Scalar {
  /// Line feed, carriage return, next line, line separator, paragraph separator: YAML 1.1, section 4.1.4.
  var isLineBreak: Bool {
    switch value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  var isBlank: Bool { self == " " || self == "\t" }
}
