internal import Diagnostics
internal import MarkedYAML
internal import Testing

@Suite("A scalar that cannot be followed")
struct ScalarTextFallbackTests {
  private func mark(_ text: String, in file: String, to end: Int? = nil) -> MarkedText {
    let range = SourceRange(
      file: "f", start: SourcePosition(line: 1, column: 4), end: SourcePosition(line: 1, column: 7))
    let source = Array(file.unicodeScalars)
    return ScalarText.marking(
      text, style: .plain, range: range, in: source, from: 3, to: end ?? source.count,
      hasProperties: false)
  }

  @Test(
    "points at its start with every character",
    arguments: [("abd", "k: abc"), ("abcd", "k: abc"), ("ab", "k: abc"), ("abc", "k:")])
  func pointsAtItsStart(text: String, file: String) {
    let marked = mark(text, in: file)

    let places = (0..<text.count).map { marked.position(at: $0) }
    #expect(places == Array(repeating: SourcePosition(line: 1, column: 4), count: text.count))
    #expect(marked.text == text)
  }

  @Test("is not one that can")
  func counterexample() {
    #expect(mark("abc", in: "k: abc").position(at: 2) == SourcePosition(line: 1, column: 6))
    #expect(mark("abc", in: "k: abc", to: 9).position(at: 2) == SourcePosition(line: 1, column: 4))
  }
}
