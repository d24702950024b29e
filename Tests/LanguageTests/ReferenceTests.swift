internal import Diagnostics
internal import Foundation
internal import MarkedYAML
internal import Reading
internal import TestSupport
internal import Testing

@Suite("The reference of the language")
struct ReferenceTests {
  @Test("tells every key, and where it can stand")
  func everyWord() {
    let told = Set(LanguageReference.kinds.flatMap { $0.keys.map(\.word) } + LanguageReference.shared)

    #expect(Word.allCases.filter { !told.contains($0) } == [])
  }

  @Test("says of each key in one sentence what it means", arguments: Word.allCases)
  func meanings(word: Word) {
    #expect(word.meaning.hasSuffix("."))
    #expect(word.meaning.count > 10)
    #expect(word.meaning.first?.isUppercase == true)
  }

  @Test("tells no kind of entry twice")
  func kinds() {
    let nouns = LanguageReference.kinds.map(\.noun)

    #expect(nouns.count == Set(nouns).count)
  }
}

@Suite("A schema of rule files")
struct RuleSchemaTests {
  /// The shipped files of a kind.
  private static func shipped(_ schema: RuleSchema) -> [URL] {
    let root = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent()
    let people: [RuleSchema] = [.scenario, .population, .mapping]
    let folder = root.appendingPathComponent(people.contains(schema) ? "Scenarios" : "Rules")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return files.sorted().filter { file in
      guard file.hasSuffix(".yaml") else { return false }
      let parts = file.split(separator: "/").map(String.init)
      let lies: RuleSchema =
        switch true {
        case people.contains(schema):
          parts.count == 1 ? .population : parts[0] == "examples" ? .mapping : .scenario
        case parts == ["prices.yaml"]: .prices
        case parts == ["vocabulary.yaml"]: .vocabulary
        case parts == ["figures.yaml"]: .figures
        case parts == ["target.yaml"]: .target
        case parts == ["behaviour.yaml"]: .behaviour
        case parts.contains("tests"): .test
        case parts.last == "coverage.yaml": .coverage
        default: parts[0] == "current" ? .law : .reform
        }
      return lies == schema
    }.map { folder.appendingPathComponent($0) }
  }

  @Test("describes every key of a definition", arguments: RuleSchema.allCases)
  func described(schema: RuleSchema) throws {
    #expect(try check(schema).undescribed == [])
  }

  @Test("accepts every file of its kind that is shipped", arguments: RuleSchema.allCases)
  func acceptsShipped(schema: RuleSchema) throws {
    let check = try check(schema)
    let files = Self.shipped(schema)
    try #require(!files.isEmpty)

    for file in files {
      let problems = check.problems(in: try Self.value(at: file))
      #expect(problems == [], "\(file.lastPathComponent)")
    }
  }

  @Test(
    "refuses a key that is not of the language, one that is missing, and another kind of content",
    arguments: [
      (RuleSchema.law, "duties: {talk: {kind: plan, for: everyone, by: x, cite: T, due: {within: 1 day}, dueue: 1}}"),
      (.law, "duties: {talk: {kind: plan, for: everyone, by: x, cite: T}}"),
      (.law, "duties: [talk]"),
      (.law, "clocks: {c: {counts: sick, cite: T, unbroken: maybe}}"),
      (.reform, "measures: {m: {cite: T, enacts: {duty: {}}}}"),
      (.scenario, "{scenario: x, period: 2023-01-01..2024-01-01}"),
      (.prices, "{price level: 2023, work: {talk: {minutes: 10, source: s}}}"),
      (.vocabulary, "{facts: {born: {label: x}}}"),
      (.test, "[{name: x, law: y, cites: z, period: p, input: {}}]"),
      (.population, "{population: x, title: x, window: w, archetypes: {a: {label: x, inflow: 5, citizen: {}, states: {}}}}"),
      (.mapping, "{mapping: x, title: x, window: w, file: f, columns: {citizen: c}}"),
      (.coverage, "{law: x, rows: {1/a: {provisions: [b]}}}"),
      (.figures, "{published: {}}"),
      (.target, "{amount: 1 kr, year: 2030, price level: 2023, source: s, counts: {payers: [state], source: s}}"),
      (.behaviour, "{effects: {e: {hangs on: hand-overs, hazard: work, factor: 0.8, found for: p, source: s}}}"),
    ])
  func refuses(schema: RuleSchema, text: String) throws {
    let document = try #require(YAMLReading.readSingle([UInt8](text.utf8), file: "x").value)

    #expect(try check(schema).problems(in: Self.value(document)) != [])
  }

  @Test("lies beside the rules as the program prints it, under its version", arguments: RuleSchema.allCases)
  func committed(schema: RuleSchema) throws {
    let root = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Rules/schema/hegn.\(schema.rawValue)-\(RuleSchema.version).json")

    let text = try String(contentsOf: file, encoding: .utf8)

    #expect(text == schema.print(), "run '.ci/schemas --update'")
    #expect(text.contains("\"$id\" : \"urn:hegn:schema:\(schema.rawValue)-\(RuleSchema.version)\""))
  }

  @Test("is named in the first line of each file of its kind that is shipped", arguments: RuleSchema.allCases)
  func named(schema: RuleSchema) throws {
    for file in Self.shipped(schema) {
      let line = try String(contentsOf: file, encoding: .utf8).prefix { !$0.isNewline }
      let words = "# yaml-language-server: $schema="
      guard line.hasPrefix(words) else {
        Issue.record("\(file.path) names no schema; run '.ci/schemas --update'")
        continue
      }
      let place = file.deletingLastPathComponent().appendingPathComponent(String(line.dropFirst(words.count)))
      #expect(place.lastPathComponent == "hegn.\(schema.rawValue)-\(RuleSchema.version).json")
      #expect(FileManager.default.fileExists(atPath: place.path), "\(file.path)")
    }
  }

  private func check(_ schema: RuleSchema) throws -> SchemaCheck {
    SchemaCheck(try SchemaCheck.parse(Data(schema.print().utf8)))
  }

  private static func value(at file: URL) throws -> JSONValue {
    let bytes = [UInt8](try Data(contentsOf: file))
    return value(try #require(YAMLReading.readSingle(bytes, file: file.path).value))
  }

  /// The document as a program sees it that reads YAML as most do.
  private static func value(_ node: YAMLNode) -> JSONValue {
    switch node.content {
    case .sequence(let items): return .array(items.map(value))
    case .mapping(let entries):
      return .object(Dictionary(entries.map { ($0.name, value($0.value)) }, uniquingKeysWith: { first, _ in first }))
    case .scalar(let scalar):
      guard scalar.style == .plain else { return .string(scalar.text) }
      if scalar.isNull { return .null }
      if scalar.text == "true" || scalar.text == "false" { return .boolean(scalar.text == "true") }
      return Double(scalar.text).map { .number($0) } ?? .string(scalar.text)
    }
  }
}
