internal import Diagnostics
internal import MarkedYAML
internal import TestSupport
internal import Testing

@Suite("The event reader")
struct YAMLEventReaderTests {
  @Test(
    "judges every file of the suite as libyaml does, and at the same place",
    .enabled(if: Conformance.isPresent, "HEGN_CONFORMANCE names no folder with conformance data"))
  func verdicts() throws {
    let cases = try YAMLCase.all()

    for test in cases {
      let refusal = events(of: test.yaml).refusal
      let found = refusal.map {
        YAMLCase.Refusal(
          message: $0.message, line: $0.range.start.line, column: $0.range.start.column)
      }
      #expect(found == test.libyaml_error, "\(test.id)")
      #expect((refusal == nil) == (test.libyaml == "accepts"), "\(test.id)")
      #expect(refusal.map { $0.code == "yaml-syntax" } ?? true, "\(test.id)")
    }
    #expect(cases.count == 186)
  }

  @Test("names what was being read as a note")
  func contextIsANote() throws {
    let refusal = try #require(events(of: "a:\n  [1, 2\nb: 3\n").refusal)

    #expect(refusal.message == "did not find expected ',' or ']'")
    #expect("\(refusal.range)" == "rules.yaml:3:2")
    #expect(refusal.notes.map { "\($0.range) \($0.message)" } == [
      "rules.yaml:2:3 while parsing a flow sequence"
    ])
  }

  @Test("advises against tabs, and for quotes around a colon")
  func hints() {
    #expect(events(of: "a:\n\tb: 1\n").refusal?.hint == "indent with spaces instead of the tab")
    #expect(
      events(of: "a: b: c\n").refusal?.hint == "put quotes around a text that contains ': '")
  }

  @Test("gives the place of the first byte that is no UTF-8")
  func notUTF8() throws {
    let bytes = Array("når: 1\næ".utf8) + [0xE6, 0x20, 0x20]

    let findings = YAMLReading.read(bytes, file: "rules.yaml").findings.all

    #expect(findings.map { "\($0.range) \($0.code)" } == ["rules.yaml:2:2 not-utf8"])
    #expect(
      findings.first?.message
        == "the file is no UTF-8 text from here on: invalid trailing UTF-8 octet")
  }

  @Test("gives the place also of a sequence that the file cuts off, and after a byte order mark")
  func notUTF8AtTheEnd() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xC3]

    let findings = YAMLReading.read(bytes, file: "rules.yaml").findings.all

    #expect(findings.map { "\($0.range) \($0.code)" } == ["rules.yaml:1:2 not-utf8"])
  }

  @Test("takes UTF-16 for what it is not")
  func utf16() {
    let findings = YAMLReading.read([0xFF, 0xFE, 0x61, 0x00], file: "rules.yaml").findings.all

    #expect(findings.map { "\($0.range) \($0.code)" } == ["rules.yaml:1:1 not-utf8"])
  }

  @Test("refuses control characters at their place")
  func controlCharacters() {
    let findings = YAMLReading.read("a: 1\nb: \u{1B}[31m\n", file: "rules.yaml").findings.all

    #expect(findings.map { "\($0.range) \($0.code)" } == ["rules.yaml:2:4 yaml-syntax"])
    #expect(findings.first?.message == "control characters are not allowed")
  }

  @Test("ends quietly after a refusal")
  func endsAfterRefusal() throws {
    let reader = try YAMLEventReader(Array("]".utf8), file: "rules.yaml")

    #expect(throws: Diagnostic.self) { while try reader.next() != nil {} }

    #expect(try reader.next() == nil)
  }

  @Test("survives any bytes", arguments: UInt64(0)..<4)
  func survivesAnyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("ab:-[]{}&*!|>'\"%#,? \n\n\t<\\~0".utf8) + [0xC3, 0xA6, 0xFF, 0x00]
    var refused = 0
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let read = YAMLReading.read(bytes, file: "rules.yaml")
      #expect((read.value == nil) == read.findings.hasErrors)
      for finding in read.findings.all {
        refused += 1
        #expect(finding.range.start.line >= 1 && finding.range.start.column >= 1)
      }
    }
    #expect(refused > 100)
  }
}
