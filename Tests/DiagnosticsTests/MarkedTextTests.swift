internal import Diagnostics
internal import Testing

@Suite("A marked text")
struct MarkedTextTests {
  private func position(_ line: Int, _ column: Int) -> SourcePosition {
    SourcePosition(line: line, column: column)
  }

  private var file: SourceRange {
    SourceRange(file: "f", start: position(7, 7), end: position(8, 14))
  }

  /// The example of the type's description.
  private var quoted: MarkedText {
    let segments = [(0, 7, 8), (3, 7, 12), (5, 7, 15), (6, 8, 8)].map {
      MarkedText.Segment(offset: $0.0, position: SourcePosition(line: $0.1, column: $0.2))
    }
    return MarkedText("a \"b\" and c", range: file, segments: segments)
  }

  @Test("knows the place of each character")
  func places() {
    let places = (0...11).map { quoted.position(at: $0) }

    #expect(places == [
      position(7, 8), position(7, 9), position(7, 10), position(7, 12), position(7, 13),
      position(7, 15), position(8, 8), position(8, 9), position(8, 10), position(8, 11),
      position(8, 12), position(8, 13),
    ])
  }

  @Test("knows the place of a stretch, over a line break too")
  func stretches() {
    #expect(quoted.range(of: 6..<9) == SourceRange(file: "f", start: position(8, 8), end: position(8, 11)))
    #expect(quoted.range(of: 0..<11) == SourceRange(file: "f", start: position(7, 8), end: position(8, 13)))
    #expect(quoted.range(of: 3..<3) == SourceRange(file: "f", start: position(7, 12), end: position(7, 12)))
    #expect(quoted.range(of: 0..<5).end == position(7, 14))
  }

  @Test("without segments stands on one line from its start")
  func withoutSegments() {
    let plain = MarkedText("abc", range: file)

    #expect(plain.position(at: 2) == position(7, 9))
    #expect(plain.position(at: 5) == position(7, 12))
  }

  @Test("has its first characters at its start when the segments begin later")
  func laterSegments() {
    let text = MarkedText(
      "abc", range: file, segments: [.init(offset: 2, position: position(8, 1))])

    #expect((0..<3).map { text.position(at: $0) } == [position(7, 7), position(7, 8), position(8, 1)])
  }
}
