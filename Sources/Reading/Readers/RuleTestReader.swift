internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// Reads the tests that lie beside a law.
struct RuleTestReader {
  private var scenarios: ScenarioReader
  private let folder: String
  /// Scenario files that tests name, read once by whoever runs this reader.
  private let document: (String) -> YAMLNode?
  private let vocabulary: Vocabulary
  private var findings = Findings()

  init(vocabulary: Vocabulary, folder: String, document: @escaping (String) -> YAMLNode?) {
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
    let assertions = Fields(output, .output, &findings).map { self.assertions($0) } ?? []
    if assertions.isEmpty {
      findings.add(
        Diagnostic(
          .error, "asserts-nothing", "the test '\(name.text)' asserts nothing",
          at: output.range, hint: "say what must come out, such as 'group:' or 'demands:'"))
    }
    return RuleTest(
      name: name.text, law: law.text, cites: cites.text,
      lawDate: fields.text(.lawDate, &findings).flatMap { day($0) },
      practice: practice?.text ?? "base", scenario: scenario, assertions: assertions,
      range: name.marked.range)
  }

  private mutating func scenario(_ fields: Fields, _ input: Fields, name: YAMLScalar) -> Scenario? {
    if let path = input.text(.scenario, &findings) {
      guard let node = document(joined(folder, path.text)) else {
        findings.add(
          Diagnostic(
            .error, "no-such-file", "there is no scenario at '\(path.text)'",
            at: path.marked.range, hint: "write the path from the folder of this test file"))
        return nil
      }
      let read = ScenarioReader.read(node, vocabulary: vocabulary)
      findings.merge(read.findings)
      return read.value
    }
    guard let text = fields.requiredText(.period, &findings), let period = scenarios.period(text)
    else { return nil }
    return Scenario(
      id: "test", title: Label(danish: name.text, english: name.text), shows: name.text,
      period: period, initial: scenarios.facts(input[.citizen], at: input.node),
      changes: scenarios.changes(input[.events], within: period), source: nil, assumed: [],
      range: name.marked.range)
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

  private mutating func day(_ scalar: YAMLScalar) -> Day? {
    if let day = Day(scalar.text) { return day }
    findings.add(Complaint.notADate(scalar))
    return nil
  }

  // MARK: Assertions

  private mutating func assertions(_ fields: Fields) -> [RuleTest.Assertion] {
    var all: [RuleTest.Assertion] = []
    for (word, claim) in [
      (Word.benefit, RuleTest.Assertion.Claim.benefit), (.group, RuleTest.Assertion.Claim.group),
      (.unit, RuleTest.Assertion.Claim.unit),
    ] {
      for (day, entry) in byDay(fields[word]) {
        guard let text = entry.value.scalar?.text else { continue }
        all.append(.init(claim(day, text), range: entry.key.marked.range))
      }
    }
    for (day, entry) in byDay(fields[.episodes]) {
      let names = (entry.value.sequence ?? [entry.value]).compactMap { $0.scalar?.text }
      all.append(.init(.episodes(day, names), range: entry.key.marked.range))
    }
    for (day, entry) in byDay(fields[.value]) {
      for inner in entry.value.mapping ?? [] {
        guard let text = inner.value.scalar else { continue }
        all.append(.init(.value(day, name: inner.name, text.marked), range: inner.key.marked.range))
      }
    }
    for item in fields[.demands]?.sequence ?? [] {
      if let demand = demand(item) { all.append(.init(.demand(demand), range: item.range)) }
    }
    for item in fields[.notDemands]?.sequence ?? [] {
      if let demand = demand(item) { all.append(.init(.noDemand(demand), range: item.range)) }
    }
    for entry in fields[.demandsOf]?.mapping ?? [] {
      let days = (entry.value.sequence ?? []).compactMap { $0.scalar }.compactMap { day($0) }
      all.append(.init(.demandsOf(entry.name, days), range: entry.key.marked.range))
    }
    for entry in fields[.count]?.mapping ?? [] {
      guard let count = entry.value.scalar.flatMap({ Int($0.text) }) else {
        findings.add(Complaint.wrongShape(entry.value, expected: "a count is a whole number"))
        continue
      }
      checkCounted(entry.key)
      all.append(.init(.count(entry.name, count), range: entry.key.marked.range))
    }
    if let list = fields[.handOvers] {
      let expected = (list.sequence ?? []).compactMap { handOver($0) }
      all.append(.init(.handOvers(expected), range: list.range))
    }
    for entry in fields[.paid]?.mapping ?? [] {
      if let amount = amount(entry.value) {
        all.append(.init(.paid(entry.name, amount), range: entry.key.marked.range))
      }
    }
    return all
  }

  private mutating func checkCounted(_ key: YAMLScalar) {
    let known = ["demands", "hand-overs"] + vocabulary.kinds.map(\.name)
    if !known.contains(key.text) {
      findings.add(Complaint.unknownName(key, what: "something that is counted", known: known))
    }
  }

  private mutating func byDay(_ node: YAMLNode?) -> [(Day, YAMLEntry)] {
    guard let node else { return [] }
    guard let entries = node.mapping else {
      findings.add(Complaint.wrongShape(node, expected: "this maps days to what is expected"))
      return []
    }
    return entries.compactMap { entry in day(entry.key).map { ($0, entry) } }
  }

  private mutating func demand(_ node: YAMLNode) -> RuleTest.ExpectedDemand? {
    guard let fields = Fields(node, .expectedDemand, &findings) else { return nil }
    var demand = RuleTest.ExpectedDemand()
    demand.provision = fields.text(.provision, &findings)?.text
    demand.by = fields.text(.by, &findings).flatMap { day($0) }
    demand.from = fields.text(.from, &findings).flatMap { day($0) }
    demand.kind = fields.text(.kind, &findings)?.text
    demand.performer = fields.text(.performer, &findings)?.text
    demand.channel = fields.text(.channel, &findings)?.text
    return demand
  }

  private mutating func handOver(_ node: YAMLNode) -> RuleTest.ExpectedHandOver? {
    guard let fields = Fields(node, .expectedHandOver, &findings),
      let on = fields.requiredText(.on, &findings).flatMap({ day($0) })
    else { return nil }
    return RuleTest.ExpectedHandOver(
      on: on, from: fields.text(.from, &findings)?.text, to: fields.text(.to, &findings)?.text,
      cause: fields.text(.cause, &findings)?.text)
  }

  private mutating func amount(_ node: YAMLNode) -> Money? {
    guard let text = node.scalar else { return nil }
    let read = ExpressionReader.read(
      text.marked, names: Names(),
      expecting: Expectation(.money(per: nil, isExact: true), reason: "what was paid", declaredAt: nil))
    findings.merge(read.findings)
    return read.value?.constantValue?.money
  }
}
