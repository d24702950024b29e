package import Diagnostics

/// Finds the characters of a scalar in the file they came from.
///
/// libyaml gives a scalar's text and where it starts and ends, nothing in between. So the raw
/// characters between the two are walked once more, in step with the text:
///
///     file, line 1:   k: 'it''s
///     file, line 2:       here'
///     text:           it's here
///     places:         it → 1:5, ' → 1:7 (two quotes for one), s → 1:9,
///                     space → 1:10 (the line break, with the blanks around it), here → 2:5
///
/// The walk never decides what the text is, libyaml has done that. Each character it expects is held
/// against the text; at the first that differs the walk is given up, and the whole scalar points at its
/// own start: less exact, never wrong about the line an author must look at.
package enum ScalarText {
  /// - Parameters:
  ///   - start: where anchor, tag or scalar begin, in scalars of `source` from 0; `end` likewise.
  ///   - hasProperties: whether an anchor or a tag stands before the scalar.
  package static func marking(
    _ text: String, style: YAMLScalar.Style, range: SourceRange, in source: [Unicode.Scalar],
    from start: Int, to end: Int, hasProperties: Bool
  ) -> MarkedText {
    if style == .plain, !hasProperties, stands(text, in: source, from: start, to: end) {
      return MarkedText(text, range: range)
    }
    guard
      let walked = walk(
        text, style: style, from: SourceCursor(index: start, position: range.start),
        to: end, in: source, hasProperties: hasProperties)
    else {
      let segments = text.unicodeScalars.indices.enumerated().map { offset, _ in
        MarkedText.Segment(offset: offset, position: range.start)
      }
      return MarkedText(text, range: range, segments: segments)
    }
    return MarkedText(
      text, range: SourceRange(file: range.file, start: walked.start, end: range.end),
      segments: walked.segments)
  }

  /// Whether a text stands in the file as it is, on one line: nearly all plain scalars do, and then there
  /// is nothing to walk.
  private static func stands(
    _ text: String, in source: [Unicode.Scalar], from start: Int, to end: Int
  ) -> Bool {
    guard 0 <= start, start < end, end <= source.count else { return false }
    var index = start
    for scalar in text.unicodeScalars {
      guard index < end, source[index] == scalar, !scalar.isLineBreak else { return false }
      index += 1
    }
    return index == end
  }

  /// Where the scalar itself starts, and its segments.
  ///
  /// - Returns: `nil` when text and file cannot be brought together.
  private static func walk(
    _ text: String, style: YAMLScalar.Style, from start: SourceCursor, to end: Int,
    in source: [Unicode.Scalar], hasProperties: Bool
  ) -> (start: SourcePosition, segments: [MarkedText.Segment])? {
    guard 0 <= start.index, start.index <= end, end <= source.count else { return nil }
    // Nothing was written, at most an anchor or a tag: these are all there is to point at.
    if text.isEmpty, style == .plain { return (start.position, []) }
    var walk = ScalarWalk(text: text, source: source, end: end, cursor: start)
    if hasProperties { walk.skipProperties() }
    let scalarStart = walk.cursor.position
    do throws(ScalarWalk.Mismatch) {
      switch style {
      case .plain: try walk.walkFlow(quote: nil)
      case .singleQuoted: try walk.walkFlow(quote: "'")
      case .doubleQuoted: try walk.walkFlow(quote: "\"")
      case .literal: try walk.walkBlock(folds: false)
      case .folded: try walk.walkBlock(folds: true)
      }
      return (scalarStart, try walk.finished())
    } catch {
      return nil
    }
  }
}

/// One walk over one scalar. Each method follows the scanning rule of libyaml 0.2.5 for its style.
private struct ScalarWalk {
  struct Mismatch: Error {}

  /// A line break: the scalar it counts for, and where it stands.
  typealias Break = (scalar: Unicode.Scalar, position: SourcePosition)

  private let source: [Unicode.Scalar]
  private let end: Int
  private let wanted: [Unicode.Scalar]
  private(set) var cursor: SourceCursor
  private var matched = 0
  private var segments: [MarkedText.Segment] = []
  /// Where the next character must stand to need no segment of its own.
  private var expected: SourcePosition?
  private var contentStart: SourcePosition

  init(text: String, source: [Unicode.Scalar], end: Int, cursor: SourceCursor) {
    self.source = source
    self.end = end
    self.wanted = Array(text.unicodeScalars)
    self.cursor = cursor
    self.contentStart = cursor.position
  }

  private var current: Unicode.Scalar? { cursor.index < end ? source[cursor.index] : nil }
  private var following: Unicode.Scalar? {
    cursor.index + 1 < end ? source[cursor.index + 1] : nil
  }

  private mutating func advance() { cursor.advance(in: source) }

  private mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
    while let scalar = current, condition(scalar) { advance() }
  }

  private mutating func match(
    _ scalar: Unicode.Scalar, at position: SourcePosition
  ) throws(Mismatch) {
    guard matched < wanted.count, wanted[matched] == scalar else { throw Mismatch() }
    if position != expected {
      segments.append(MarkedText.Segment(offset: matched, position: position))
    }
    expected = SourcePosition(line: position.line, column: position.column + 1)
    matched += 1
  }

  /// - Throws: `Mismatch` when the text goes on where the file does not.
  func finished() throws(Mismatch) -> [MarkedText.Segment] {
    guard matched == wanted.count else { throw Mismatch() }
    return segments.isEmpty ? [MarkedText.Segment(offset: 0, position: contentStart)] : segments
  }

  /// Anchor and tag, with blanks, comments and line breaks after them: libyaml starts the scalar there.
  mutating func skipProperties() {
    while let scalar = current {
      switch scalar {
      case "&":
        advance()
        skip { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          || $0 == "_" || $0 == "-"
        }
      case "!": skip { !$0.isBlank && !$0.isLineBreak }
      case "#": skip { !$0.isLineBreak }
      case _ where scalar.isBlank || scalar.isLineBreak: advance()
      default:
        contentStart = cursor.position
        return
      }
    }
  }
}

// MARK: Plain and quoted

extension ScalarWalk {
  mutating func walkFlow(quote: Unicode.Scalar?) throws(Mismatch) {
    if let quote {
      guard current == quote else { throw Mismatch() }
      advance()
      contentStart = cursor.position
    }
    while let scalar = current {
      if scalar == quote {
        guard quote == "'", following == "'" else { return }
        try match("'", at: cursor.position)
        advance()
        advance()
      } else if scalar.isBlank || scalar.isLineBreak {
        try walkSpace()
      } else if quote == "\"", scalar == "\\" {
        try walkEscape()
      } else {
        try match(scalar, at: cursor.position)
        advance()
      }
    }
  }

  /// Blanks stand as they are, unless a line ends after them.
  private mutating func walkSpace() throws(Mismatch) {
    var blank = cursor
    skip(while: \.isBlank)
    guard let scalar = current, scalar.isLineBreak else {
      while blank.index < cursor.index {
        try match(source[blank.index], at: blank.position)
        blank.advance(in: source)
      }
      return
    }
    advance()
    let rest = emptyLines()
    // Line and paragraph separators are kept; only ordinary line ends fold.
    if scalar.counted != "\n" {
      try match(scalar, at: blank.position)
    } else if rest.isEmpty {
      try match(" ", at: blank.position)
    }
    for line in rest { try match(line.scalar, at: line.position) }
  }

  private mutating func emptyLines() -> [Break] {
    var breaks: [Break] = []
    skip(while: \.isBlank)
    while let scalar = current, scalar.isLineBreak {
      breaks.append((scalar.counted, cursor.position))
      advance()
      skip(while: \.isBlank)
    }
    return breaks
  }

  /// An escape points at its backslash. One before a line end joins the lines without a space.
  private mutating func walkEscape() throws(Mismatch) {
    let start = cursor.position
    advance()
    guard let kind = current else { throw Mismatch() }
    advance()
    if kind.isLineBreak {
      for line in emptyLines() { try match(line.scalar, at: line.position) }
      return
    }
    guard matched < wanted.count else { throw Mismatch() }
    try match(wanted[matched], at: start)
    let digits = kind == "x" ? 2 : kind == "u" ? 4 : kind == "U" ? 8 : 0
    for _ in 0..<digits where current != nil { advance() }
  }
}

// MARK: Literal and folded

extension ScalarWalk {
  mutating func walkBlock(folds: Bool) throws(Mismatch) {
    skip { !$0.isLineBreak }
    if current != nil { advance() }
    let indentation = indentation()
    var lineEnd: Break?
    var empty = emptyLines(indentation)
    var wasIndented = false
    while cursor.position.column - 1 == indentation, let first = current {
      let isIndented = first.isBlank
      if folds, !wasIndented, !isIndented, let end = lineEnd, end.scalar == "\n" {
        if empty.isEmpty { try match(" ", at: end.position) }
      } else if let end = lineEnd {
        try match(end.scalar, at: end.position)
      }
      for line in empty { try match(line.scalar, at: line.position) }
      wasIndented = isIndented
      while let scalar = current, !scalar.isLineBreak {
        try match(scalar, at: cursor.position)
        advance()
      }
      lineEnd = current.map { ($0.counted, cursor.position) }
      if lineEnd != nil { advance() }
      empty = emptyLines(indentation)
    }
    // How many of the last line ends belong to the text is told by the text: chomping needs no reading.
    let tail = (lineEnd.map { [$0] } ?? []) + empty
    for line in tail.prefix(wanted.count - matched) { try match(line.scalar, at: line.position) }
  }

  /// Passes over indentation, and over lines that hold nothing more.
  private mutating func emptyLines(_ indentation: Int) -> [Break] {
    var breaks: [Break] = []
    while true {
      while current == " ", cursor.position.column - 1 < indentation { advance() }
      guard let scalar = current, scalar.isLineBreak else { return breaks }
      breaks.append((scalar.counted, cursor.position))
      advance()
    }
  }

  /// How many columns the text of a block scalar is moved in.
  ///
  /// An indentation indicator counts from the parent's indentation, which is not known here. The text
  /// itself tells: its first line that is not empty stands in the file with so many more spaces.
  private func indentation() -> Int {
    var probe = self
    var widest = 0
    while true {
      let start = probe.cursor.index
      probe.skip { $0 == " " }
      let width = probe.cursor.index - start
      guard let scalar = probe.current else { break }
      guard scalar.isLineBreak else { return width - spacesBeforeFirstVisible }
      widest = max(widest, width)
      probe.advance()
    }
    // Nothing but spaces: then the longest run of them is cut from the widest line.
    let longest = wanted.split { $0 != " " }.map(\.count).max() ?? 0
    return longest == 0 ? .max : widest - longest
  }

  private var spacesBeforeFirstVisible: Int {
    var spaces = 0
    for scalar in wanted {
      if scalar.isLineBreak {
        spaces = 0
      } else if scalar == " " {
        spaces += 1
      } else {
        break
      }
    }
    return spaces
  }
}

extension Unicode.Scalar {
  /// What a line break counts for in a text: libyaml makes a line feed of all but the two separators.
  fileprivate var counted: Unicode.Scalar {
    value == 0x2028 || value == 0x2029 ? self : "\n"
  }
}
