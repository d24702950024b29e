/// A text that knows where each of its characters stands in a file.
///
/// The text of a YAML scalar is not what stands in the file: quotes and indentation are gone, escapes
/// are resolved, folded lines are joined. `MarkedText` keeps, for each run of characters that stand
/// unchanged in the file, where the run begins, so that an error inside an expression points at the
/// author's own characters.
///
///     file, line 7:   when: "a \"b\"
///     file, line 8:          and c"
///     text:           a "b" and c
///     segments:       0 → 7:8, 3 → 7:12 (the escape before it is two wide), 5 → 7:15 (the line break
///                     folds to a space), 6 → 8:8
///
/// Invariant: segments are sorted by offset and the first has offset 0; upheld by the initializer.
package struct MarkedText: Hashable, Sendable {
  /// From `offset` (in Unicode scalars of the text) on, the text stands at `position` and after it.
  package struct Segment: Hashable, Sendable {
    package let offset: Int
    package let position: SourcePosition

    package init(offset: Int, position: SourcePosition) {
      self.offset = offset
      self.position = position
    }
  }

  package let text: String
  package let range: SourceRange
  private let segments: [Segment]

  /// - Precondition: `segments` is sorted by offset. An empty list means that the text stands
  ///   unchanged, on one line, from the start of `range`.
  package init(_ text: String, range: SourceRange, segments: [Segment] = []) {
    self.text = text
    self.range = range
    if let first = segments.first, first.offset == 0 {
      self.segments = segments
    } else {
      self.segments = [Segment(offset: 0, position: range.start)] + segments
    }
  }

  /// The place of one character.
  ///
  /// - Parameter offset: in Unicode scalars from the start of the text; past the end is allowed.
  /// - Complexity: O(log *n*) in the number of segments.
  package func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].offset <= offset { low = middle } else { high = middle }
    }
    let segment = segments[low]
    return SourcePosition(
      line: segment.position.line, column: segment.position.column + offset - segment.offset)
  }

  /// The place of a stretch of the text, given in Unicode scalars.
  package func range(of offsets: Range<Int>) -> SourceRange {
    let start = position(at: offsets.lowerBound)
    guard !offsets.isEmpty else { return SourceRange(file: range.file, start: start, end: start) }
    let last = position(at: offsets.upperBound - 1)
    return SourceRange(
      file: range.file, start: start,
      end: SourcePosition(line: last.line, column: last.column + 1))
  }
}
