internal import Diagnostics
internal import Foundation
internal import Reports
internal import TestSupport
internal import Testing
internal import Vocabulary

@Suite("Findings for the tools around a repository")
struct FindingFormatTests {
  private static func place(_ file: String, _ line: Int, _ from: Int, _ to: Int, until end: Int? = nil) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: line, column: from),
      end: SourcePosition(line: end ?? line, column: to))
  }

  private static let page = FindingPage(
    .note, "magic-number", "A figure.", why: "It has no day.", bad: "age < 30", good: "age < limit")

  private static let findings = Findings([
    Diagnostic(
      .error, "unknown-name", "'grup' is 100 % no group, is it?\nNo: none", at: place("Rules/a b/æ,ø.yaml", 2, 3, 9),
      hint: "write 'group'", notes: [.init("declared here", at: place("Rules/b.yaml", 1, 1, 5))]),
    page.finding("'30' stands in 'x'", at: place("Rules/b.yaml", 7, 4, 2, until: 8), hint: "declare it"),
    Diagnostic(.warning, "near-names", "two names", at: .start(of: "/tmp/c.yaml")),
  ])

  private func print(_ format: FindingsFormat) throws -> String {
    try Reports.findings(Self.findings, format: format, language: .english, pages: [Self.page])
  }

  @Test("keep to what SARIF asks of a log")
  func sarifSchema() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/schemas/sarif-2.1.0-subset.json")
    let schema = SchemaCheck(try SchemaCheck.parse(try Data(contentsOf: file)))

    #expect(try schema.problems(in: try print(.sarif)) == [])
    #expect(try schema.problems(in: #"{"version": "2.1.0", "runs": [{"results": []}]}"#) != [])
  }

  @Test("tell SARIF each code once, with its page, and each result where it is")
  func sarif() throws {
    guard case .object(let log) = try JSONDecoder().decode(JSONValue.self, from: Data(try print(.sarif).utf8)),
      case .array(let runs)? = log["runs"], case .object(let run)? = runs.first,
      case .object(let tool)? = run["tool"], case .object(let driver)? = tool["driver"],
      case .array(let rules)? = driver["rules"], case .array(let results)? = run["results"]
    else {
      Issue.record("no log")
      return
    }
    func member(_ value: JSONValue, _ keys: String...) -> JSONValue? {
      var value: JSONValue? = value
      for key in keys {
        switch value {
        case .object(let members)?: value = members[key]
        case .array(let items)?: value = Int(key).flatMap { items.indices.contains($0) ? items[$0] : nil }
        default: return nil
        }
      }
      return value
    }

    let ids = rules.map { member($0, "id") ?? .null }
    #expect(ids == [.string("magic-number"), .string("near-names"), .string("unknown-name")] as [JSONValue])
    let levels = rules.map { member($0, "defaultConfiguration", "level") ?? .null }
    #expect(levels == [.string("note"), .string("warning"), .string("error")] as [JSONValue])
    #expect(member(rules[0], "shortDescription", "text") == .string("A figure."))
    guard case .string(let help)? = member(rules[0], "help", "text") else {
      Issue.record("no help")
      return
    }
    #expect(help == "It has no day.\n\nBad:\nage < 30\n\nGood:\nage < limit")
    let indices = results.map { member($0, "ruleIndex") ?? .null }
    #expect(indices == [.number(1), .number(2), .number(0)] as [JSONValue])
    let places = results.map { member($0, "locations", "0", "physicalLocation") ?? .null }
    let uris = places.map { member($0, "artifactLocation", "uri") ?? .null }
    #expect(
      uris == [
        .string("file:///tmp/c.yaml"), .string("Rules/a%20b/%C3%A6%2C%C3%B8.yaml"), .string("Rules/b.yaml"),
      ] as [JSONValue])
    #expect(
      member(places[1], "region")
        == .object(["startLine": .number(2), "startColumn": .number(3), "endLine": .number(2), "endColumn": .number(9)]))
    #expect(member(results[1], "relatedLocations", "0", "message", "text") == .string("declared here"))
  }

  @Test("are commands of a GitHub workflow, escaped as its toolkit escapes")
  func github() throws {
    #expect(
      try print(.github) == """
        ::warning file=/tmp/c.yaml,line=1,col=1,endColumn=1,title=near-names::two names
        ::error file=Rules/a b/æ%2Cø.yaml,line=2,col=3,endColumn=8,title=unknown-name::'grup' is 100 %25 no group, is it?%0ANo: none%0Ahint: write 'group'
        ::notice file=Rules/b.yaml,line=7,col=4,endLine=8,title=magic-number::'30' stands in 'x'%0Ahint: declare it (hegn describe --lint magic-number)

        """)
  }

  @Test("know each form by its name", arguments: ["text", "json", "csv", "markdown", "sarif", "github"])
  func names(name: String) {
    #expect(FindingsFormat(rawValue: name)?.rawValue == name)
    #expect(FindingsFormat(rawValue: name + "x") == nil)
  }
}

@Suite("Rule tests for build servers")
struct JUnitTests {
  private static func test(_ file: String, _ name: String, _ failures: Diagnostic...) -> RuleTestOutcome {
    RuleTestOutcome(
      name: name, law: "current", cites: "LAB § 31",
      range: SourceRange(
        file: file, start: SourcePosition(line: 4, column: 9), end: SourcePosition(line: 4, column: 12)),
      failures: failures)
  }

  private static func failure(_ code: String, _ message: String) -> Diagnostic {
    Diagnostic(
      .error, code, message,
      at: SourceRange(
        file: "a.yaml", start: SourcePosition(line: 7, column: 3), end: SourcePosition(line: 7, column: 5)))
  }

  @Test("are suites by file, with a failure or an error for each that did not pass")
  func junit() throws {
    let text = try Reports.ruleTests(
      [
        Self.test("a.yaml", "one"),
        Self.test("b.yaml", "two <&> \"three\"", Self.failure("test-failed", "expected 'x' < 2\nfound\u{1B}3")),
        Self.test("a.yaml", "four", Self.failure("cannot-run", "no-group"), Self.failure("test-failed", "more")),
      ], untouched: nil, format: .junit, language: .danish)

    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="hegn" tests="3" failures="1" errors="1">
          <testsuite name="a.yaml" tests="2" failures="0" errors="1">
            <testcase classname="current" name="one" file="a.yaml" line="4"/>
            <testcase classname="current" name="four" file="a.yaml" line="4">
              <error message="no-group" type="cannot-run">a.yaml:7:3: no-group
        a.yaml:7:3: more</error>
            </testcase>
          </testsuite>
          <testsuite name="b.yaml" tests="1" failures="1" errors="0">
            <testcase classname="current" name="two &lt;&amp;&gt; &quot;three&quot;" file="b.yaml" line="4">
              <failure message="expected 'x' &lt; 2&#10;found\u{FFFD}3" type="test-failed">a.yaml:7:3: expected 'x' &lt; 2
        found\u{FFFD}3</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test("are well-formed XML without tests, too")
  func empty() throws {
    let text = try Reports.ruleTests([], untouched: nil, format: .junit, language: .danish)

    #expect(text.contains("<testsuites name=\"hegn\" tests=\"0\" failures=\"0\" errors=\"0\">"))
  }
}

@Suite("A unified difference")
struct UnifiedDifferenceTests {
  private let lines = (1...12).map { "line \($0)" }

  private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  @Test("shows what differs with three lines around it, in hunks that do not touch")
  func hunks() {
    var changed = lines
    changed[1] = "other 2"
    changed.insert("more", at: 12)

    #expect(
      Reports.unifiedDifference(of: "t.yaml", from: text(lines), to: text(changed)) == """
        --- a/t.yaml
        +++ b/t.yaml
        @@ -1,5 +1,5 @@
         line 1
        -line 2
        +other 2
         line 3
         line 4
         line 5
        @@ -10,3 +10,4 @@
         line 10
         line 11
         line 12
        +more

        """)
  }

  @Test("is nothing between a text and itself")
  func same() {
    #expect(Reports.unifiedDifference(of: "t.yaml", from: text(lines), to: text(lines)) == "")
  }

  @Test("marks a last line that no line feed ends, and counts a stretch of none")
  func ends() {
    #expect(
      Reports.unifiedDifference(of: "t", from: "", to: "a") == """
        --- a/t
        +++ b/t
        @@ -0,0 +1 @@
        +a
        \\ No newline at end of file

        """)
  }

  @Test("tells lines apart that a carriage return ends")
  func carriageReturns() {
    let text = Reports.unifiedDifference(of: "t", from: "a\r\nb\r\n", to: "a\r\nc\r\n")

    #expect(text == "--- a/t\n+++ b/t\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")
  }
}
