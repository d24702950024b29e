internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// What a path in a file leads to.
enum NamedFile {
  case document(YAMLNode)
  /// Nothing, or nothing that reads, which has been told.
  case missing
  /// Something that a file may not name.
  case outside
}

/// Reads the tests that lie beside a law.
struct RuleTestReader {
  private var scenarios: ScenarioReader
  private let folder: String
  /// Scenario files that tests name, read once by whoever runs this reader.
  private let document: (String) -> NamedFile
  let vocabulary: Vocabulary
  var findings = Findings()

  init(vocabulary: Vocabulary, folder: String, document: @escaping (String) -> NamedFile) {
    self.vocabulary = vocabulary
    self.folder = folder
    self.document = document
    scenarios = ScenarioReader(vocabulary: vocabulary)
  }

  mutating func read(_ node: YAMLNode) -> Checked<[RuleTest]> {
    guard let items = node.sequence else {
      return Checked(nil, Findings([Complaint.wrongShape(node, expected: "a test file is a list of tests")]))
    }
    let tests = items.compactMap { test($0) }
    findings.merge(scenarios.findings)
    return Checked(tests, findings)
  }

  private mutating func test(_ node: YAMLNode) -> RuleTest? {
    guard let fields = Fields(node, .test, &findings),
      let name = fields.requiredText(.name, &findings),
      let law = fields.requiredText(.law, &findings),
      let cites = fields.requiredText(.cites, &findings),
      let input = fields.required(.input, &findings).flatMap({ Fields($0, .input, &findings) }),
      let output = fields.required(.output, &findings)
    else { return nil }
    guard let scenario = scenario(fields, input, name: name) else { return nil }
    let practice = fields.text(.practice, &findings)
    if let practice, !["low", "base", "high"].contains(practice.text) {
      findings.add(
        Complaint.unknownName(practice, what: "a level of practice", known: ["low", "base", "high"]))
    }
    let seed = fields.text(.seed, &findings)
    if let seed, UInt64(seed.text) == nil {
      findings.add(
        Diagnostic(
          .error, "whole-number-needed", "a seed is a whole number", at: seed.marked.range,
          hint: "write a number such as 7"))
    }
    let before = findings.all.count
    let assertions =
      Fields(output, .output, &findings).map { self.assertions($0, within: scenario.period) } ?? []
    // Expectations that read badly have been told.
    if assertions.isEmpty, findings.all.count == before {
      findings.add(
        Diagnostic(
          .error, "asserts-nothing", "the test '\(name.text)' asserts nothing",
          at: output.range, hint: "say what must come out, such as 'group:' or 'demands:'"))
    }
    return RuleTest(
      name: name.text, law: law.text, cites: cites.text,
      lawDate: fields.text(.lawDate, &findings).flatMap { day($0) },
      practice: practice?.text ?? "base",
      seed: seed.flatMap { UInt64($0.text) } ?? 1, scenario: scenario, assertions: assertions,
      range: name.marked.range)
  }

  private mutating func scenario(_ fields: Fields, _ input: Fields, name: YAMLScalar) -> Scenario? {
    if let path = input.text(.scenario, &findings) {
      let node: YAMLNode
      switch document(joined(folder, path.text)) {
      case .document(let found): node = found
      case .missing:
        findings.add(
          Diagnostic(
            .error, "no-such-file", "there is no scenario at '\(path.text)'",
            at: path.marked.range, hint: "write the path from the folder of this test file"))
        return nil
      case .outside:
        findings.add(
          Diagnostic(
            .error, "leads-outside", "'\(path.text)' is no file in the folder that holds the rules, or below it",
            at: path.marked.range, hint: "put the scenario beside the rules"))
        return nil
      }
      let read = ScenarioReader.read(node, vocabulary: vocabulary)
      findings.merge(read.findings)
      if let scenario = read.value { checkAlone(fields, input, scenario) }
      return read.value
    }
    guard let text = fields.requiredText(.period, &findings), let period = scenarios.period(text)
    else { return nil }
    return Scenario(
      id: "test", title: Label(danish: name.text, english: name.text), shows: Label(danish: name.text, english: name.text),
      period: period, initial: scenarios.facts(input, at: name.marked.range),
      changes: scenarios.changes(input[.events], within: period), source: nil, assumed: [],
      range: name.marked.range)
  }

  /// A scenario brings its citizen, events and period; a test cannot say them differently.
  private mutating func checkAlone(_ fields: Fields, _ input: Fields, _ scenario: Scenario) {
    for entry in input.node.mapping ?? []
    where [Word.citizen, .events].contains(where: { $0.rawValue == entry.name }) {
      findings.add(
        Diagnostic(
          .error, "one-way-needed", "the scenario says the '\(entry.name)' already",
          at: entry.key.marked.range, hint: "remove 'scenario' or '\(entry.name)'"))
    }
    guard let text = fields.text(.period, &findings), let period = scenarios.period(text),
      period != scenario.period
    else { return }
    findings.add(
      Diagnostic(
        .error, "one-way-needed",
        "the scenario's period is \(scenario.period.from)..\(scenario.period.until), this is another",
        at: text.marked.range, hint: "remove 'period'"))
  }

  /// Joins a relative path to a folder, resolving `..` without asking the disk.
  private func joined(_ folder: String, _ path: String) -> String {
    var parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for part in path.split(separator: "/").map(String.init) {
      if part == ".." , let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  mutating func day(_ scalar: YAMLScalar) -> Day? {
    if let day = Day(scalar.text) { return day }
    findings.add(Complaint.notADate(scalar))
    return nil
  }
}
