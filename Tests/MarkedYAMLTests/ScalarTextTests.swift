internal import Diagnostics
internal import MarkedYAML
internal import TestSupport
internal import Testing

@Suite("The text of a scalar")
struct ScalarTextTests {
  /// The places of all characters of the last scalar, as `line:column`, in order.
  private func places(_ file: String) throws -> [String] {
    let scalar = try #require(scalars(of: file).last)
    return scalar.text.unicodeScalars.indices.enumerated().map { offset, _ in
      let position = scalar.marked.position(at: offset)
      return "\(position.line):\(position.column)"
    }
  }

  private func range(_ file: String) throws -> String {
    let range = try #require(scalars(of: file).last).marked.range
    return "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  @Test("stands after its key when plain")
  func plain() throws {
    #expect(try places("when: a b") == ["1:7", "1:8", "1:9"])
  }

  @Test("goes on in the next line when plain, with the line break as its space")
  func plainOverSeveralLines() throws {
    #expect(try places("k: ab  \n   c\n") == ["1:4", "1:5", "1:6", "2:4"])
    #expect(try places("k: a\n\n \n   c # no\n") == ["1:4", "2:1", "3:2", "4:4"])
  }

  @Test("counts letters beyond ASCII as one column each")
  func lettersBeyondASCII() throws {
    #expect(try places("når: æ😁x") == ["1:6", "1:7", "1:8"])
  }

  @Test("counts neither a byte order mark nor the second half of a line end")
  func byteOrderMarkAndLineEnds() throws {
    #expect(try places("\u{FEFF}k: a\r\n  b") == ["1:4", "1:5", "2:3"])
    #expect(try places("k: a\r  b") == ["1:4", "1:5", "2:3"])
  }

  @Test("takes two single quotes for one")
  func singleQuoted() throws {
    #expect(try places("k: 'a''b'") == ["1:5", "1:6", "1:8"])
    #expect(try places("k: 'it''s\n    here'") == [
      "1:5", "1:6", "1:7", "1:9", "1:10", "2:5", "2:6", "2:7", "2:8",
    ])
    #expect(try places("k: ' a \n\n  b '") == ["1:5", "1:6", "2:1", "3:3", "3:4"])
  }

  @Test("points at the backslash of an escape")
  func escapes() throws {
    #expect(try places(#"k: "a\"b""#) == ["1:5", "1:6", "1:8"])
    #expect(try places(#"k: "\x41\u00e6\U0001F601z""#) == ["1:5", "1:9", "1:15", "1:25"])
  }

  @Test("folds the lines of a double-quoted scalar, and joins them after a backslash")
  func doubleQuotedOverSeveralLines() throws {
    #expect(try places("k: \"a\n  b\"") == ["1:5", "1:6", "2:3"])
    #expect(try places("k: \"a \\\n  b\"") == ["1:5", "1:6", "2:3"])
    #expect(try places("k: \"a\\\n\n  b\"") == ["1:5", "2:1", "3:3"])
  }

  @Test("has the places that the description of marked text draws")
  func documentedExample() throws {
    let file = "law: x\nwhen: \"a \\\"b\\\"\n       and c\""

    let marked = try #require(scalars(of: file).last).marked

    let start = SourcePosition(line: 2, column: 7)
    let end = SourcePosition(line: 3, column: 14)
    let segments = [
      (0, 2, 8), (3, 2, 12), (5, 2, 15), (6, 3, 8),
    ].map { MarkedText.Segment(offset: $0.0, position: SourcePosition(line: $0.1, column: $0.2)) }
    let range = SourceRange(file: "rules.yaml", start: start, end: end)
    #expect(marked == MarkedText("a \"b\" and c", range: range, segments: segments))
  }

  @Test("keeps the line ends of a literal scalar, and drops its indentation")
  func literal() throws {
    #expect(try places("k: |\n  a\n   b\n") == ["2:3", "2:4", "3:3", "3:4", "3:5"])
    #expect(try places("k: |- # why\n\n  a\n\n") == ["2:1", "3:3"])
    #expect(try places("k: |+\n  a\n\n") == ["2:3", "2:4", "3:1"])
  }

  @Test("heeds an indentation indicator", arguments: ["|2-", "|-2", ">2-", ">-2"])
  func indentationIndicator(header: String) throws {
    #expect(try places("k: \(header)\n    a") == ["2:3", "2:4", "2:5"])
    #expect(try places("- - \(header)\n      a") == ["2:5", "2:6", "2:7"])
  }

  @Test("finds spaces that are a literal scalar's only text")
  func literalOfSpaces() throws {
    #expect(try places("k: |1+\n   \n") == ["2:2", "2:3", "2:4"])
    #expect(try places("k: |+\n\n\n") == ["2:1", "3:1"])
  }

  @Test("folds the lines of a folded scalar, except where they are indented")
  func folded() throws {
    #expect(try places("k: >\n  a\n  b\n") == ["2:3", "2:4", "3:3", "3:4"])
    #expect(try places("k: >\n  a\n\n  b\n") == ["2:3", "3:1", "4:3", "4:4"])
    #expect(try places("k: >-\n  a\n   b\n  c") == ["2:3", "2:4", "3:3", "3:4", "3:5", "4:3"])
  }

  @Test("begins after anchor, tag, and comments between them")
  func properties() throws {
    #expect(try places("k: &a-1 !!str ab") == ["1:15", "1:16"])
    #expect(try range("k: &a-1 !!str ab") == "1:15-1:17")
    #expect(try places("k: !!str # text\n  &b\n  'c'") == ["3:4"])
    #expect(try places("k: &a |\n  b") == ["2:3"])
    #expect(try range("k: &a |\n  b") == "1:7-2:4")
  }

  @Test("points inside the quotes when empty")
  func emptyQuotes() throws {
    let marked = try #require(scalars(of: "k: ''").last).marked

    #expect(marked.position(at: 0) == SourcePosition(line: 1, column: 5))
    #expect(try range("k:") == "1:3-1:3")
  }

  @Test(
    "stands where it is said to, in every file of the suite",
    .enabled(if: Conformance.isPresent, "HEGN_CONFORMANCE names no folder with conformance data"))
  func conformance() throws {
    var count = 0
    for test in try YAMLCase.all() {
      let lines = fileLines(test.yaml)
      for scalar in scalars(of: test.yaml) {
        count += 1
        #expect(misplaced(scalar, in: lines) == [], "\(test.id): \(test.yaml.debugDescription)")
      }
    }
    #expect(count > 500)
  }

  @Test("stands where it is said to, in random files", arguments: UInt64(0)..<8)
  func randomFiles(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var count = 0
    for _ in 0..<1_000 {
      let file = randomFile(using: &generator)
      let lines = fileLines(file)
      for scalar in scalars(of: file) where !scalar.text.isEmpty {
        count += 1
        let problems = misplaced(scalar, in: lines)
        if problems != [] { Issue.record("\(file.debugDescription): \(problems)") }
      }
    }
    #expect(count > 500)
  }

  /// A key with a value in a random style, of characters that mean something to YAML more often than
  /// not. Many are no YAML, which does no harm: what was read before that counts too.
  private func randomFile(using generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "b", "é", "😁", " ", " ", "  ", "\t", "\n", "\n", "\n  ", "\n   ", "\r\n  ", "\u{85}  ",
      "\u{2028}  ", "#", " # ", "'", "''", "\\n", "\\x41", "\\\n", "\\\\", "-", ":", ",", "&a", "!",
    ]
    var body = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      body += pieces.randomElement(using: &generator) ?? ""
    }
    let properties = ["", "", "&x ", "!!str ", "!t &x\n  "].randomElement(using: &generator) ?? ""
    let header =
      ["|", ">", "|-", ">-", "|+", ">+", "|1", ">2", "|2+", ">-1"].randomElement(using: &generator)
      ?? "|"
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return "k: \(properties)a\(body)\nend: 1\n"
    case 1: return "k: \(properties)'\(body)'\n"
    case 2: return "- k: \(properties)\"\(body)\"\n"
    case 3: return "- k: \(properties)\(header)\n    \(body)\n  end: 1\n"
    default: return "k: \(properties)\(header)\n  \(body)\n"
    }
  }
}
