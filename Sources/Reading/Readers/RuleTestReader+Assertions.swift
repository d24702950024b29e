internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Scenarios
internal import Vocabulary

extension RuleTestReader {
  /// What a test expects, item by item. Whatever cannot be read is told: an expectation that was dropped
  /// would hold of every course.
  mutating func assertions(_ fields: Fields, within period: Stretch) -> [RuleTest.Assertion] {
    var all: [RuleTest.Assertion] = []
    func add(
      _ claim: RuleTest.Assertion.Claim, _ range: SourceRange, at place: SourceRange? = nil
    ) {
      all.append(.init(claim, range: range, place: place))
    }
    tellIdle(fields)
    for (day, entry) in byDay(fields, .benefit, period) {
      if let name = text(entry.value) { add(.benefit(day, name.text), name.marked.range) }
    }
    for (day, entry) in byDay(fields, .group, period) {
      if let name = text(entry.value) { add(.group(day, name.text), name.marked.range) }
    }
    for (day, entry) in byDay(fields, .unit, period) {
      if let name = text(entry.value) { add(.unit(day, name.text), name.marked.range) }
    }
    for (day, entry) in byDay(fields, .episodes, period) {
      let names = (entry.value.sequence ?? [entry.value]).compactMap { text($0)?.text }
      add(.episodes(day, names), entry.value.range)
    }
    for (day, entry) in byDay(fields, .value, period) {
      guard let values = entry.value.mapping, !values.isEmpty else {
        findings.add(
          Complaint.wrongShape(entry.value, expected: "names with the value expected of each"))
        continue
      }
      for value in values {
        guard let words = text(value.value) else { continue }
        add(.value(day, name: value.name, words.marked), value.key.marked.range, at: words.marked.range)
      }
    }
    for item in fields.items(.demands, &findings) {
      if let demand = demand(item, within: period) { add(.demand(demand), item.range) }
    }
    for item in fields.items(.notDemands, &findings) {
      if let demand = demand(item, within: period) { add(.noDemand(demand), item.range) }
    }
    for entry in fields.entries(.demandsOf, &findings) {
      guard let items = entry.value.sequence else {
        findings.add(Complaint.wrongShape(entry.value, expected: "the days are a list"))
        continue
      }
      let days = items.compactMap { text($0) }.compactMap { day($0, within: period) }
      add(.demandsOf(entry.name, days), entry.key.marked.range, at: entry.value.range)
    }
    for entry in fields.entries(.count, &findings) {
      guard let count = entry.value.scalar.flatMap({ Int($0.text) }) else {
        findings.add(Complaint.wrongShape(entry.value, expected: "a count is a whole number"))
        continue
      }
      checkCounted(entry.key)
      add(.count(entry.name, count), entry.key.marked.range, at: entry.value.range)
    }
    if let list = fields[.handOvers] {
      let expected = fields.items(.handOvers, &findings).compactMap { handOver($0, within: period) }
      add(.handOvers(expected), list.range)
    }
    for entry in fields.entries(.borne, &findings) {
      for share in entry.value.mapping ?? [] {
        guard Payer(rawValue: share.name) != nil else {
          findings.add(
            Complaint.unknownName(share.key, what: "a payer", known: Payer.allCases.map(\.rawValue)))
          continue
        }
        if let amount = amount(share.value) {
          add(
            .borne(entry.name, payer: share.name, amount), share.key.marked.range,
            at: share.value.range)
        }
      }
      if entry.value.mapping == nil {
        findings.add(Complaint.wrongShape(entry.value, expected: "'borne' maps payers to amounts"))
      }
    }
    for entry in fields.entries(.paid, &findings) {
      if let amount = amount(entry.value) {
        add(.paid(entry.name, amount), entry.key.marked.range, at: entry.value.range)
      }
    }
    return all
  }

  /// A key under which nothing stands looks like an expectation and holds of every course. No hand-overs
  /// are something to expect, though.
  private mutating func tellIdle(_ fields: Fields) {
    for entry in fields.node.mapping ?? [] where entry.name != Word.handOvers.rawValue {
      let isIdle = entry.value.isNull || entry.value.sequence?.isEmpty ?? false || entry.value.mapping?.isEmpty ?? false
      guard isIdle, fields.shape.words.contains(where: { $0.rawValue == entry.name }) else { continue }
      findings.add(
        Diagnostic(
          .error, "asserts-nothing", "'\(entry.name)' expects nothing", at: entry.key.marked.range,
          hint: "say what must come out, or remove '\(entry.name)'"))
    }
  }

  private mutating func text(_ node: YAMLNode) -> YAMLScalar? {
    if let scalar = node.scalar, !scalar.isNull { return scalar }
    findings.add(Complaint.wrongShape(node, expected: "one value is expected here"))
    return nil
  }

  private mutating func checkCounted(_ key: YAMLScalar) {
    let known = ["demands", "hand-overs"] + vocabulary.kinds.map(\.name)
    if !known.contains(key.text) {
      findings.add(Complaint.unknownName(key, what: "something that is counted", known: known))
    }
  }

  /// The entries of a mapping from days, those days that lie outside the period told: nothing is so then.
  private mutating func byDay(
    _ fields: Fields, _ word: Word, _ period: Stretch
  ) -> [(Day, YAMLEntry)] {
    guard let node = fields[word] else { return [] }
    guard let entries = node.mapping else {
      findings.add(Complaint.wrongShape(node, expected: "this maps days to what is expected"))
      return []
    }
    return entries.compactMap { entry in day(entry.key, within: period).map { ($0, entry) } }
  }

  private mutating func day(_ scalar: YAMLScalar, within period: Stretch) -> Day? {
    guard let day = day(scalar) else { return nil }
    if !period.contains(day) {
      findings.add(
        Diagnostic(
          .error, "outside-period",
          "\(day) lies outside the test's period, \(period.from)..\(period.until)",
          at: scalar.marked.range, hint: "expect something of a day inside it, or widen 'period'"))
      return nil
    }
    return day
  }

  private mutating func demand(
    _ node: YAMLNode, within period: Stretch
  ) -> RuleTest.ExpectedDemand? {
    guard let fields = Fields(node, .expectedDemand, &findings) else { return nil }
    if fields.node.mapping?.isEmpty ?? true {
      findings.add(
        Diagnostic(
          .error, "asserts-nothing", "this says nothing of a demand", at: node.range,
          hint: "name its 'provision:' or its 'kind:'"))
      return nil
    }
    var demand = RuleTest.ExpectedDemand()
    demand.provision = fields.text(.provision, &findings)?.text
    demand.by = fields.text(.by, &findings).flatMap { day($0, within: period) }
    demand.from = fields.text(.from, &findings).flatMap { day($0) }
    demand.until = fields.text(.until, &findings).flatMap { day($0) }
    demand.kind = fields.text(.kind, &findings).flatMap {
      term($0, in: vocabulary.kinds, what: "a kind of the vocabulary")
    }
    demand.performer = fields.text(.performer, &findings)?.text
    demand.channel = fields.text(.channel, &findings).flatMap {
      term($0, in: vocabulary.channels, what: "a channel of the vocabulary")
    }
    let keys: [(Word, RuleTest.ExpectedDemand.Key)] = [
      (.by, .by), (.from, .from), (.until, .until), (.kind, .kind), (.performer, .performer),
      (.channel, .channel),
    ]
    for (word, key) in keys { demand.places[key] = fields[word]?.range }
    return demand
  }

  private mutating func term(_ name: YAMLScalar, in terms: [Term], what: String) -> String? {
    if terms.contains(where: { $0.name == name.text }) { return name.text }
    findings.add(Complaint.unknownName(name, what: what, known: terms.map(\.name)))
    return nil
  }

  private mutating func handOver(
    _ node: YAMLNode, within period: Stretch
  ) -> RuleTest.ExpectedHandOver? {
    guard let fields = Fields(node, .expectedHandOver, &findings),
      let on = fields.requiredText(.on, &findings).flatMap({ day($0, within: period) })
    else { return nil }
    return RuleTest.ExpectedHandOver(
      on: on, from: fields.text(.from, &findings)?.text, to: fields.text(.to, &findings)?.text,
      cause: fields.text(.cause, &findings)?.text)
  }

  private mutating func amount(_ node: YAMLNode) -> Money? {
    guard let text = text(node) else { return nil }
    let read = ExpressionReader.read(
      text.marked, names: Names(),
      expecting: Expectation(.money(per: nil, isExact: true), reason: "what was paid", declaredAt: nil))
    findings.merge(read.findings)
    return read.value?.constantValue?.money
  }
}
