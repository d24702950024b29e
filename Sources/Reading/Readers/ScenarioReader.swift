internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// Reads a citizen's course: law-neutral facts over time.
struct ScenarioReader {
  private let vocabulary: Vocabulary
  private let names: Names
  var findings = Findings()

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    names = Names()
  }

  static func read(_ node: YAMLNode, vocabulary: Vocabulary) -> Checked<Scenario> {
    var reader = ScenarioReader(vocabulary: vocabulary)
    let scenario = reader.scenario(node)
    return Checked(scenario, reader.findings)
  }

  private mutating func scenario(_ node: YAMLNode) -> Scenario? {
    guard let fields = Fields(node, .scenario, &findings),
      let id = fields.requiredText(.scenario, &findings),
      let periodText = fields.requiredText(.period, &findings),
      let period = period(periodText)
    else { return nil }
    let shows = LabelReader.read(fields.required(.shows, &findings), of: id, &findings)
    var assumed: [Scenario.Assumption] = []
    for entry in fields.entries(.assumed, &findings) {
      if fact(entry.key) != nil || vocabulary.event(named: entry.name) != nil
        || ["period", "events"].contains(entry.name)
      {
        assumed.append(
          Scenario.Assumption(
            fact: entry.name, reason: LabelReader.read(entry.value, of: entry.key, &findings)))
      }
    }
    let initial = facts(fields, at: id.marked.range)
    let changes = changes(fields[.events], within: period)
    return Scenario(
      id: id.text, title: LabelReader.read(fields[.title], of: id, &findings), shows: shows,
      period: period, initial: initial, changes: changes,
      source: fields.text(.source, &findings)?.text, assumed: assumed, range: node.range)
  }

  /// `2023-01-01..2025-01-01`, half-open.
  mutating func period(_ text: YAMLScalar) -> Stretch? {
    let ends = text.text.split(separator: ".", omittingEmptySubsequences: true)
    guard text.text.contains(".."), ends.count == 2, let from = Day(ends[0]), let until = Day(ends[1]),
      from < until
    else {
      findings.add(
        Diagnostic(
          .error, "not-a-period", "'\(text.text)' is not a period", at: text.marked.range,
          hint: "write the first day and the first day after: 2023-01-01..2025-01-01"))
      return nil
    }
    return Stretch(from: from, until: until)
  }

  /// The initial value of every fact: what the author gives, else its default.
  ///
  /// - Parameter place: where to point at a fact that nothing gives, when there is no citizen at all.
  mutating func facts(_ fields: Fields, at place: SourceRange) -> [Value] {
    var values = vocabulary.facts.map(\.standard)
    var given: Set<Int> = []
    for entry in fields.entries(.citizen, &findings) {
      guard let index = fact(entry.key) else { continue }
      given.insert(index)
      values[index] = value(entry.value, of: vocabulary.facts[index])
    }
    let citizen = fields.node.mapping?.first { $0.name == Word.citizen.rawValue }?.key
    return values.enumerated().map { index, value in
      if let value { return value }
      // A value that reads badly has been told.
      if given.contains(index) { return .unknown }
      let fact = vocabulary.facts[index]
      findings.add(
        Diagnostic(
          .error, "fact-needed", "every citizen needs '\(fact.name)'",
          at: citizen?.marked.range ?? place, hint: "add '\(fact.name):' below 'citizen:'"))
      return .unknown
    }
  }

  mutating func changes(_ list: YAMLNode?, within period: Stretch) -> [Scenario.Change] {
    guard let list else { return [] }
    guard let items = list.sequence else {
      findings.add(Complaint.wrongShape(list, expected: "'events' is a list"))
      return []
    }
    var changes: [Scenario.Change] = []
    var seen: [Int: [Day: SourceRange]] = [:]
    for item in items {
      guard let entries = item.mapping else {
        findings.add(Complaint.wrongShape(item, expected: "an event is a mapping with 'on'"))
        continue
      }
      guard let onNode = item[Word.on.rawValue]?.scalar, !onNode.isNull else {
        findings.add(
          Diagnostic(
            .error, "missing-key", "an event needs 'on'",
            at: entries.first?.key.marked.range ?? item.range, hint: "add 'on:' with its day"))
        continue
      }
      guard let day = Day(onNode.text) else {
        findings.add(Complaint.notADate(onNode))
        continue
      }
      guard period.contains(day) else {
        findings.add(
          Diagnostic(
            .error, "outside-period", "\(day) lies outside the scenario's period",
            at: onNode.marked.range, hint: "move the event, or widen 'period'"))
        continue
      }
      let what = entries.filter { $0.name != Word.on.rawValue && $0.name != Word.note.rawValue }
      if what.isEmpty {
        findings.add(
          Diagnostic(
            .error, "changes-nothing", "this event changes nothing", at: onNode.marked.range,
            hint: "name a fact with its new value, or 'event:' with a name"))
      }
      for entry in what {
        if entry.name == Word.event.rawValue {
          changes += events(entry.value).map { Scenario.Change(day: day, what: .event($0)) }
          continue
        }
        guard let index = fact(entry.key),
          let value = value(entry.value, of: vocabulary.facts[index])
        else { continue }
        if let earlier = seen[index]?[day] {
          findings.add(
            Diagnostic(
              .error, "set-twice", "'\(entry.name)' is set twice on \(day)",
              at: entry.key.marked.range, hint: "keep one of them",
              notes: [.init("first set here", at: earlier)]))
          continue
        }
        seen[index, default: [:]][day] = entry.key.marked.range
        changes.append(Scenario.Change(day: day, what: .fact(index, value)))
      }
    }
    return changes
  }

  mutating func events(_ node: YAMLNode) -> [Int] {
    (node.sequence ?? [node]).compactMap { item in
      guard let scalar = item.scalar else {
        findings.add(Complaint.wrongShape(item, expected: "an event is a name"))
        return nil
      }
      if let index = vocabulary.event(named: scalar.text) { return index }
      findings.add(
        Complaint.unknownName(
          scalar, what: "an event of the vocabulary", known: vocabulary.events.map(\.name)))
      return nil
    }
  }

  mutating func fact(_ key: YAMLScalar) -> Int? {
    if let index = vocabulary.fact(named: key.text) { return index }
    findings.add(
      Complaint.unknownName(
        key, what: "a fact of the vocabulary", known: vocabulary.facts.map(\.name)))
    return nil
  }

  mutating func value(_ node: YAMLNode, of fact: Fact) -> Value? {
    guard let scalar = node.scalar else {
      findings.add(Complaint.wrongShape(node, expected: "'\(fact.name)' is a value"))
      return nil
    }
    var type = fact.type
    if case .optional(let inner) = type {
      if scalar.isNull || scalar.text == "unknown" { return .unknown }
      type = inner
    }
    let read = ExpressionReader.read(
      scalar.marked, names: names,
      expecting: Expectation(type, reason: "the fact '\(fact.name)'", declaredAt: nil))
    findings.merge(read.findings)
    guard let expression = read.value else { return nil }
    guard let value = expression.constantValue else {
      findings.add(Complaint.notConstant(scalar, "the fact '\(fact.name)'"))
      return nil
    }
    if fact.isWhole, let number = value.number, number.whole == nil {
      findings.add(
        Diagnostic(
          .error, "whole-number-needed", "the fact '\(fact.name)' is a whole number, this is \(number)",
          at: scalar.marked.range))
      return nil
    }
    return value
  }
}
