internal import Diagnostics
internal import MarkedYAML
internal import TestSupport
internal import Testing

@Suite("Reading YAML")
struct YAMLReadingTests {
  /// Findings as `line:column code`, in order of place.
  private func findings(_ text: String, limits: YAMLLimits = .standard) -> [String] {
    YAMLReading.read(text, file: "rules.yaml", limits: limits).findings.sorted.map {
      "\($0.range.start.line):\($0.range.start.column) \($0.code)"
    }
  }

  private func rendered(_ text: String) -> String {
    DiagnosticRenderer(texts: ["rules.yaml": text], style: .plain)
      .render(YAMLReading.readSingle(text, file: "rules.yaml").findings)
  }

  private func span(_ node: YAMLNode?) -> String? {
    node.map {
      "\($0.range.start.line):\($0.range.start.column)-\($0.range.end.line):\($0.range.end.column)"
    }
  }

  @Test(
    "gives the structure and strings that the suite expects",
    .enabled(if: Conformance.isPresent, "HEGN_CONFORMANCE names no folder with conformance data"))
  func conformance() throws {
    // What the rule language refuses on purpose: these are YAML, but say nothing a rule could say.
    let refusals: Set = ["unknown-tag", "key-not-text"]
    var (compared, refused) = (0, 0)
    for test in try YAMLCase.all() where test.libyaml_events_agree == true {
      guard let json = test.json else { continue }
      let read = YAMLReading.read(test.yaml, file: test.id)
      guard let documents = read.value else {
        #expect(Set(read.findings.all.map(\.code)).isSubset(of: refusals), "\(test.id)")
        refused += 1
        continue
      }
      compared += 1
      #expect(documents.count == json.count, "\(test.id)")
      for (document, value) in zip(documents, json) {
        #expect(document.spells(value), "\(test.id): \(test.yaml.debugDescription)")
      }
    }
    #expect((compared, refused) == (98, 10))
  }

  @Test("gives each node its place, without comments and blank lines after it")
  func places() throws {
    let text = """
      duties:
        - cite: LAB
          due: {within: 1 week}

      # a comment
      groups: [a,
        b]
      none:
      """

    let node = try #require(YAMLReading.readSingle(text, file: "rules.yaml").value)

    #expect(span(node) == "1:1-8:6")
    #expect(span(node["duties"]) == "2:3-3:26")
    #expect(span(node["duties"]?.sequence?.first) == "2:5-3:26")
    #expect(span(node["duties"]?.sequence?.first?["due"]) == "3:10-3:26")
    #expect(span(node["groups"]) == "6:9-7:5")
    #expect(span(node["none"]) == "8:6-8:6")
    #expect(node["none"]?.isNull == true)
    #expect(node["groups"]?.sequence?.compactMap { $0.scalar?.text } == ["a", "b"])
  }

  @Test("finds all problems of a file, not the first")
  func allProblems() {
    let text = """
      a: 1
      a: 2
      b: *nowhere
      c: !local x
      [d]: 1
      <<: {e: 1}
      f: !!seq text
      """

    #expect(findings(text) == [
      "2:1 duplicate-key", "3:4 undefined-alias", "4:11 unknown-tag", "5:1 key-not-text",
      "6:1 merge-key", "7:10 tag-mismatch",
    ])
  }

  @Test("points at the second of two equal keys, with a note at the first")
  func duplicateKey() {
    #expect(rendered("a:\n  due: 1\n  \"due\": 2\n") == """
      rules.yaml:3:3: error: 'due' is given twice in one mapping [duplicate-key]
        3 |   "due": 2
          |   ^^^^^
        hint: remove or rename one of the two
        note: rules.yaml:2:3: first given here

      """)
  }

  @Test("copies what an alias repeats, with the places of the original")
  func aliases() throws {
    let node = try #require(
      YAMLReading.readSingle("a: &x {b: 1}\nc: *x\nd: *x\n", file: "f").value)

    #expect(node["c"] == node["a"])
    #expect(span(node["c"]) == "1:4-1:13")
    #expect(span(node) == "1:1-3:6")
  }

  @Test("knows an anchor only within its document, and its latest meaning")
  func anchorScope() throws {
    let node = try #require(YAMLReading.readSingle("[&a 1, *a, &a 2, *a]", file: "f").value)

    #expect(node.sequence?.compactMap { $0.scalar?.text } == ["1", "1", "2", "2"])
    #expect(findings("&a 1\n---\n*a\n") == ["3:1 undefined-alias"])
  }

  @Test("suggests the nearest anchor")
  func nearestAnchor() {
    let finding = YAMLReading.read("[&amount 1, *ammount]", file: "f").findings.all.first

    #expect(finding?.message == "'*ammount' has no anchor '&ammount' before it")
    #expect(finding?.hint == "write '*amount'")
  }

  @Test("refuses an alias inside what it repeats")
  func recursiveAlias() {
    #expect(findings("a: &x [1, *x]\n") == ["1:11 recursive-alias"])
    #expect(findings("&x 1: &y {b: *y}\n") == ["1:14 recursive-alias"])
  }

  @Test("refuses aliases that multiply")
  func aliasExpansion() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let copies = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(copies)]\n"
    }

    #expect(findings(text).map { $0.split(separator: " ").last } == ["alias-expansion"])
    #expect(findings("[&a [x, x], *a, *a]", limits: YAMLLimits(aliasedNodes: 6)) == [])
    #expect(
      findings("[&a [x, x], *a, *a]", limits: YAMLLimits(aliasedNodes: 5)) == ["1:17 alias-expansion"])
  }

  @Test("refuses lists and mappings that nest too deep, however they do it")
  func nesting() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let growing = "a: &a0 [x]\n" + (1...100).map { "b\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()

    #expect(findings(nested(64)) == [])
    #expect(findings(nested(65)) == ["1:65 nesting-too-deep"])
    #expect(findings(String(repeating: "[", count: 1_000_000)) == ["1:65 nesting-too-deep"])
    #expect(findings(String(repeating: "- ", count: 100_000)) == ["1:129 nesting-too-deep"])
    #expect(findings(String(repeating: "{a: ", count: 1_000)) == ["1:257 nesting-too-deep"])
    #expect(findings(growing) == ["64:12 nesting-too-deep"])
  }

  @Test("refuses a file beyond the limit without reading it")
  func fileSize() {
    #expect(findings("a: [1", limits: YAMLLimits(fileSize: 4)) == ["1:1 file-too-large"])
    #expect(findings("a: 1", limits: YAMLLimits(fileSize: 4)) == [])
  }

  @Test("refuses more keys and texts than anybody reads, where the first too many stands")
  func tooMany() {
    let keys = String(repeating: "k: 1\n", count: 3)

    #expect(findings("[1, {a: 2}]", limits: YAMLLimits(nodes: 5)) == [])
    #expect(findings("[1, {a: 2}]", limits: YAMLLimits(nodes: 4)) == ["1:9 file-too-large"])
    #expect(findings(keys, limits: YAMLLimits(nodes: 5)).contains("3:1 file-too-large"))
  }

  @Test("is done with a million keys before anybody waits, on lines of their own or on one", arguments: ["\n", ", "])
  func millionKeys(between: String) {
    let keys = (0..<1_000_000).map { "k\($0): 1" }.joined(separator: between)

    let found = findings(between == "\n" ? keys : "{\(keys)}", limits: .standard)

    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("file-too-large") == true)
  }

  @Test("takes quotes and text tags as leave to write what would else mean nothing")
  func textNotNothing() throws {
    let node = try #require(
      YAMLReading.readSingle("[null, ~, 'null', !!str null, !!str , ! '']", file: "f").value)

    #expect(node.sequence?.map(\.isNull) == [true, true, false, false, false, false])
  }

  @Test("lets quoted merge signs be")
  func quotedMergeSign() {
    #expect(findings("'<<': 1") == [])
  }

  @Test("misses a document in an empty file, and in one with comments only", arguments: ["", "# x\n"])
  func emptyFile(text: String) {
    let read = YAMLReading.readSingle(text, file: "f")

    #expect(read.value == nil)
    #expect(read.findings.all.map(\.code) == ["empty-file"])
    #expect(YAMLReading.read(text, file: "f").value == [])
  }

  @Test("refuses several documents where one is expected, and reads them where not")
  func severalDocuments() {
    #expect(rendered("a: 1\n---\nb: 2\n") == """
      rules.yaml:3:1: error: the file holds 2 documents, expected one [several-documents]
        3 | b: 2
          | ^^^^
        hint: remove the line '---' between them, or use a file for each
        note: rules.yaml:1:1: the first document is here

      """)
    #expect(YAMLReading.read("a: 1\n---\nb: 2\n", file: "f").value?.count == 2)
  }

  @Test("keeps what was found before the text stopped being YAML")
  func findingsBeforeSyntaxError() {
    #expect(findings("a: 1\na: 2\n]\n") == ["2:1 duplicate-key", "3:1 yaml-syntax"])
  }
}
