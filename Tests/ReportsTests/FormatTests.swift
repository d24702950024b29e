internal import Comparison
internal import Diagnostics
internal import Foundation
internal import Outcomes
internal import Testing
internal import Vocabulary

@testable internal import Reports

@Suite("A format")
struct FormatTests {
  /// Everything that some format must escape.
  private let awkward = "a,\"b\"|c\r\nd\\e\u{1}\t<i>*_`[x]&ø😀"

  @Test("of JSON escapes what a string may not hold, and a reader gets the text back")
  func jsonEscapes() throws {
    let text = JSON.members(["text": .string(awkward)]).print()

    #expect(text.contains(#""a,\"b\"|c\r\nd\\e\u0001\t<i>*_`[x]&ø😀""#))
    let read = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    #expect(read == ["text": awkward])
  }

  @Test("of JSON gives back every control character")
  func jsonControls() throws {
    let all = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) }))

    let read = try JSONDecoder().decode([String].self, from: Data(JSON.array([.string(all)]).print().utf8))

    #expect(read == [all])
  }

  @Test("of JSON keeps the order of keys and the last digit of a number")
  func jsonOrder() {
    let text = JSON.members(["b": .number(.max), "a": .null, "c": .boolean(true)]).print()

    #expect(text == "{\n  \"b\": 9223372036854775807,\n  \"a\": null,\n  \"c\": true\n}\n")
  }

  @Test("of CSV quotes a field with a comma, a quote or a line end")
  func csvQuotes() {
    var table = CSV("a", "b")
    table.add(["plain", "x,y"])
    table.add(["say \"no\"", "one\r\ntwo"])
    table.add([" edge", ""])

    #expect(
      table.print()
        == "a,b\r\nplain,\"x,y\"\r\n\"say \"\"no\"\"\",\"one\r\ntwo\"\r\n\" edge\",\r\n")
  }

  @Test("of Markdown escapes what would be markup, and keeps a cell on its line")
  func markdownEscapes() {
    var document = Markdown()
    document.table([.init("Navn"), .init("Tal", .right)], [["  a|b\nc", "*1*"]])

    #expect(
      document.print()
        == "| Navn | Tal |\n| --- | ---: |\n| &nbsp;&nbsp;a\\|b c | \\*1\\* |\n")
    #expect(Markdown.escaped("<b>&`x`") == "\\<b\\>&amp;\\`x\\`")
  }

  @Test("is refused where a tree has no form in it")
  func refusesCSVForTrees() {
    let refusal = #expect(throws: Diagnostic.self) {
      try Reports.explanation(
        Sample.explanation, heading: "Lise", format: .csv, language: .danish)
    }

    #expect(refusal?.code == "format-unavailable")
    #expect(refusal?.message == "an explanation is a tree, and 'csv' has no form for a tree")
    #expect(refusal?.hint == "write 'text', 'json', 'markdown' or 'html'")
  }

  @Test(
    "of reasons says an outcome in words only where the mark has not said it",
    arguments: [
      (Optional(true), "true", "✓ age"), (false, "does not apply", "✗ age"),
      (nil, "true", "age = ja"), (nil, "27", "age = 27"), (true, "open", "✓ age = åbent"),
      (nil, "", "age"),
    ])
  func outcomes(holds: Bool?, outcome: String, line: String) {
    let node = Explanation(subject: "age", outcome: outcome, holds: holds)

    #expect(ExplanationLine(node, language: .danish).text == line)
  }

  @Test("gives the same bytes every time", arguments: ReportFormat.allCases)
  func deterministic(format: ReportFormat) {
    let texts = (0..<5).map { _ in
      Reports.comparison(Sample.comparison, naming: Naming(), format: format, language: .danish)
        + Reports.course(Sample.current, naming: Naming(), format: format, language: .danish)
    }

    #expect(Set(texts).count == 1)
  }
}
