internal import Diagnostics
internal import Testing

@Suite("The drawing of a finding")
struct DiagnosticRendererTests {
  private func range(_ line: Int, _ columns: Range<Int>, file: String = "f.yaml") -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: line, column: columns.lowerBound),
      end: SourcePosition(line: line, column: columns.upperBound))
  }

  private func draw(_ text: String, at range: SourceRange) -> String {
    DiagnosticRenderer(texts: ["f.yaml": text], style: .plain)
      .render(Diagnostic(.error, "some-code", "wrong", at: range))
  }

  @Test("shows place, words, code, line, carets, hint and notes")
  func whole() {
    let text = "threshold: 1\nwhen: income <= threshold\n"
    let finding = Diagnostic(
      .error, "unit-mismatch", "'income' is money per month, 'threshold' is money per year",
      at: range(2, 7..<26), hint: "write 'income * 12 <= threshold'",
      notes: [.init("'threshold' is declared here", at: range(1, 1..<10))])

    let drawing = DiagnosticRenderer(texts: ["f.yaml": text], style: .plain).render(finding)

    #expect(drawing == """
      f.yaml:2:7: error: 'income' is money per month, 'threshold' is money per year [unit-mismatch]
        2 | when: income <= threshold
          |       ^^^^^^^^^^^^^^^^^^^
        hint: write 'income * 12 <= threshold'
        note: f.yaml:1:1: 'threshold' is declared here

      """)
  }

  @Test("sets the caret below the character it means, whatever stands before it")
  func widths() {
    #expect(draw("日本: x", at: range(1, 5..<6)) == """
      f.yaml:1:5: error: wrong [some-code]
        1 | 日本: x
          |       ^

      """)
    #expect(draw("e\u{301}\u{200B}: 日本", at: range(1, 6..<8)) == """
      f.yaml:1:6: error: wrong [some-code]
        1 | e\u{301}\u{200B}: 日本
          |    ^^^^

      """)
    #expect(draw("\tå\t🚀x", at: range(1, 5..<6)) == """
      f.yaml:1:5: error: wrong [some-code]
        1 | \tå\t🚀x
          | \t \t  ^

      """)
  }

  @Test("draws of a line longer than anybody reads what stands around the finding")
  func longLine() {
    let long = String(repeating: "a", count: 100_000) + "XY" + String(repeating: "b", count: 100_000)

    let middle = draw(long, at: range(1, 100_001..<100_003)).split(separator: "\n")
    let beginning = draw(long, at: range(1, 3..<4)).split(separator: "\n")
    let end = draw(long, at: range(1, 200_003..<200_003)).split(separator: "\n")

    #expect(middle[1].hasPrefix("  1 | …aaa") && middle[1].hasSuffix("bbb…"))
    let place = middle[2].firstIndex(of: "^").map { middle[2].distance(from: middle[2].startIndex, to: $0) } ?? 0
    #expect(middle[1].dropFirst(place).hasPrefix("XYb"))
    #expect(middle[2].hasSuffix(" ^^"))
    #expect(beginning[1].hasPrefix("  1 | aaa") && beginning[2] == "    |   ^")
    #expect(end[2].hasSuffix(" ^"))
    for drawing in [middle, beginning, end] { #expect(drawing.allSatisfy { $0.count < 420 }) }
  }

  @Test("keeps its margin for line numbers of several digits")
  func margin() {
    #expect(draw(String(repeating: "\n", count: 99) + "ab", at: range(100, 2..<3)) == """
      f.yaml:100:2: error: wrong [some-code]
        100 | ab
            |  ^

      """)
  }

  @Test("marks a stretch over several lines to the end of its first")
  func severalLines() {
    let stretch = SourceRange(
      file: "f.yaml", start: SourcePosition(line: 1, column: 4), end: SourcePosition(line: 2, column: 3))

    #expect(draw("a: bc\n  d", at: stretch) == """
      f.yaml:1:4: error: wrong [some-code]
        1 | a: bc
          |    ^^

      """)
  }

  @Test("gives an empty stretch one caret, also past the end of the line")
  func emptyStretch() {
    let expected = """
      f.yaml:1:3: error: wrong [some-code]
        1 | a:
          |   ^

      """
    #expect(draw("a:", at: range(1, 3..<3)) == expected)
    #expect(draw("a:", at: range(1, 9..<12)) == expected.replacing("1:3", with: "1:9"))
  }

  @Test("leaves out the line where there is none to show")
  func withoutLine() {
    let bare = "f.yaml:7:1: error: wrong [some-code]\n"

    #expect(draw("a: 1\n", at: range(7, 1..<1)) == bare)
    #expect(draw("\n\n\n\n\n\n\n", at: range(7, 1..<1)) == bare)
    #expect(
      draw("a: 1", at: range(7, 1..<1, file: "g.yaml")) == bare.replacing("f.yaml", with: "g.yaml"))
  }

  @Test("ends lines where YAML does", arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"])
  func lineEnds(lineEnd: String) {
    #expect(draw("a\(lineEnd)bc\(lineEnd)d", at: range(2, 2..<3)) == """
      f.yaml:2:2: error: wrong [some-code]
        2 | bc
          |  ^

      """)
  }

  @Test("lets no control character of an author reach the terminal")
  func controlCharacters() {
    let finding = Diagnostic(
      .warning, "some-code", "'\u{1B}[2J' is unknown", at: range(1, 3..<4), hint: "remove '\u{202E}'")

    let drawing = DiagnosticRenderer(texts: ["f.yaml": "\u{1B}[x"], style: .plain).render(finding)

    #expect(drawing == """
      f.yaml:1:3: warning: '\u{FFFD}[2J' is unknown [some-code]
        1 | \u{FFFD}[x
          |   ^
        hint: remove '\u{FFFD}'

      """)
  }

  @Test("is coloured only when asked")
  func colour() {
    let finding = Diagnostic(
      .warning, "some-code", "odd", at: range(1, 1..<2), hint: "look",
      notes: [.init("here", at: range(1, 2..<3))])
    let colourful = RenderingStyle(usesColour: true)

    let drawing = DiagnosticRenderer(texts: ["f.yaml": "ab"], style: colourful).render(finding)

    let escape = "\u{1B}["
    #expect(drawing == """
      \(escape)1mf.yaml:1:1:\(escape)0m \(escape)1;33mwarning:\(escape)0m odd [some-code]
        1 | ab
          | \(escape)1;31m^\(escape)0m
        \(escape)1;32mhint:\(escape)0m look
        \(escape)1;36mnote:\(escape)0m f.yaml:1:2: here

      """)
  }

  @Test("stops at the limit and counts the rest")
  func limit() {
    let findings = Findings(
      (1...5).reversed().map { Diagnostic(.error, "some-code", "number \($0)", at: range($0, 1..<1)) })
    let style = RenderingStyle(usesColour: false, limit: 2)

    let drawing = DiagnosticRenderer(texts: [:], style: style).render(findings)

    #expect(drawing == """
      f.yaml:1:1: error: number 1 [some-code]
      f.yaml:2:1: error: number 2 [some-code]
      … and 3 more

      """)
  }
}
