internal import Diagnostics
internal import Expressions
internal import Legislation
internal import MarkedYAML
internal import Vocabulary

/// Reads `Rules/vocabulary.yaml`, and opens the scope that every law and profile stands in.
struct VocabularyReader {
  private var findings = Findings()
  private var profiles: [Profile] = []

  static func read(_ node: YAMLNode) -> Checked<Vocabulary> {
    var reader = VocabularyReader()
    let vocabulary = reader.vocabulary(node)
    return Checked(vocabulary, reader.findings)
  }

  private mutating func vocabulary(_ node: YAMLNode) -> Vocabulary? {
    guard let fields = Fields(node, .vocabulary, &findings) else { return nil }
    _ = fields.required(.facts, &findings)
    let facts = fields.entries(.facts, &findings).compactMap { fact($0) }
    let payers = terms(fields, .payers)
    for payer in Payer.allCases where !payers.contains(where: { $0.name == payer.rawValue }) {
      findings.add(
        Diagnostic(
          .error, "missing-payer", "the vocabulary does not name the payer '\(payer.rawValue)'",
          at: Self.place(of: .payers, in: fields), hint: "add '\(payer.rawValue):' below 'payers:'"))
    }
    for entry in fields[.payers]?.mapping ?? [] where Payer(rawValue: entry.name) == nil {
      findings.add(
        Complaint.unknownName(entry.key, what: "a payer", known: Payer.allCases.map(\.rawValue)))
    }
    let (events, kinds) = (terms(fields, .events), terms(fields, .kinds))
    let (channels, authorities) = (terms(fields, .channels), terms(fields, .authorities))
    let (accounts, performers) = (terms(fields, .accounts), terms(fields, .performers))
    func made(_ profiles: [Profile]) -> Vocabulary {
      Vocabulary(
        facts: facts, events: events, kinds: kinds, channels: channels, authorities: authorities,
        payers: payers, accounts: accounts, performers: performers, profiles: profiles)
    }
    let scope = Scope(vocabulary: made([]))
    let profiles = fields.entries(.profiles, &findings).compactMap { profile($0, in: scope) }
    return made(profiles)
  }

  private mutating func terms(_ fields: Fields, _ word: Word) -> [Term] {
    fields.entries(word, &findings).compactMap { entry in
      if let complaint = Complaint.notAName(entry.key) { findings.add(complaint) }
      guard let term = Fields(entry.value, .term, &findings) else { return nil }
      return Term(name: entry.name, label: label(term[.label], of: entry.key))
    }
  }

  /// The key of a part, or the first key of all when the part is missing.
  private static func place(of word: Word, in fields: Fields) -> SourceRange {
    let entries = fields.node.mapping ?? []
    let entry = entries.first { $0.name == word.rawValue } ?? entries.first
    return entry?.key.marked.range ?? fields.node.range
  }

  private mutating func label(_ node: YAMLNode?, of name: YAMLScalar) -> Label {
    LabelReader.read(node, of: name, &findings)
  }

  private mutating func fact(_ entry: YAMLEntry) -> Fact? {
    guard let fields = Fields(entry.value, .fact, &findings),
      let typeNode = fields.required(.type, &findings)
    else { return nil }
    if let complaint = Complaint.notAName(entry.key) { findings.add(complaint) }
    if VocabularyReader.reserved.contains(entry.name) {
      findings.add(
        Diagnostic(
          .error, "name-taken", "'\(entry.name)' is a name of the rule language",
          at: entry.key.marked.range, hint: "choose another name"))
    }
    guard var type = factType(typeNode, name: entry.name) else { return nil }
    let isOptional = fields.flag(.optional, &findings)
    var standard: Value? = isOptional ? .unknown : nil
    if let text = fields.text(.standard, &findings) {
      let read = ExpressionReader.read(
        text.marked, names: Names(),
        expecting: Expectation(type, reason: "the default of '\(entry.name)'", declaredAt: entry.key.marked.range))
      findings.merge(read.findings)
      standard = read.value?.constantValue
      if standard == nil, read.value != nil {
        findings.add(Complaint.notConstant(text, "the default of '\(entry.name)'"))
      }
    }
    if isOptional { type = .optional(type) }
    return Fact(
      name: entry.name, label: label(fields[.label], of: entry.key),
      meaning: fields.text(.meaning, &findings)?.text ?? "", type: type,
      isWhole: typeNode.scalar?.text == "whole number", standard: standard,
      range: entry.key.marked.range)
  }

  /// Names that every law declares by itself.
  private static let reserved = ["today", "law-day", "age", "benefit", "group", "unit"]

  private mutating func factType(_ node: YAMLNode, name: String) -> ValueType? {
    if let members = Fields.members(of: node, &findings) {
      return .enumeration(Enumeration(name: name, members: members))
    }
    let known: [String: ValueType] = [
      "boolean": .boolean, "date": .date, "whole number": .number, "decimal": .number,
      "duration": .days, "money": .money(per: nil, isExact: true),
    ]
    guard let scalar = node.scalar, let type = known[scalar.text] else {
      findings.add(
        node.scalar.map { Complaint.unknownName($0, what: "a type of facts", known: known.keys.sorted()) }
          ?? Complaint.wrongShape(node, expected: "'type' is a name or a list of members"))
      return nil
    }
    return type
  }

  private mutating func profile(_ entry: YAMLEntry, in scope: Scope) -> Profile? {
    guard let fields = Fields(entry.value, .profile, &findings),
      let text = fields.requiredText(.when, &findings)
    else { return nil }
    let read = ExpressionReader.read(
      text.marked, names: scope.names,
      expecting: Expectation(.boolean, reason: "the condition of a profile", declaredAt: nil))
    findings.merge(read.findings)
    return read.value.map {
      Profile(name: entry.name, label: label(fields[.label], of: entry.key), condition: $0)
    }
  }
}

/// The names that an expression may use, and what stands behind their slots.
///
/// The vocabulary's names come first and always take the same slots, so that a profile's condition can
/// be evaluated in the state of any law.
struct Scope {
  private(set) var names = Names()
  private(set) var slots: [Slot] = []

  init(vocabulary: Vocabulary) {
    declare("today", .date, .today, timing: .elapsing, kind: "day")
    declare("law-day", .date, .lawDay, timing: .elapsing, kind: "day")
    if vocabulary.fact(named: "born") != nil {
      declare("age", .number, .age, timing: .elapsing, kind: "age")
    }
    for (index, fact) in vocabulary.facts.enumerated() {
      declare(fact.name, fact.type, .fact(index), kind: "fact")
      declare("\(fact.name).since", .date, .factSince(index), kind: "date")
    }
    for (index, event) in vocabulary.events.enumerated() {
      declare("\(event.name).last", .optional(.date), .eventLast(index), kind: "date")
    }
  }

  /// - Returns: the earlier declaration when the name is taken.
  @discardableResult
  mutating func declare(
    _ name: String, _ type: ValueType, _ slot: Slot,
    timing: NameDeclaration.Timing = .fixed, kind: String, at range: SourceRange? = nil
  ) -> NameDeclaration? {
    let declaration = NameDeclaration(
      name, type, slot: slots.count, timing: timing, kind: kind, declaredAt: range)
    if let earlier = names.declare(declaration) { return earlier }
    slots.append(slot)
    return nil
  }
}

/// Reads labels: `{da: …, en: …}`, or one text for both languages.
enum LabelReader {
  /// An entry without a label is called by its name.
  static func read(_ node: YAMLNode?, of name: YAMLScalar, _ findings: inout Findings) -> Label {
    let fallback = Label(danish: name.text, english: name.text)
    guard let node else { return fallback }
    if let text = node.scalar, !text.isNull { return Label(danish: text.text, english: text.text) }
    guard let fields = Fields(node, .label, &findings) else { return fallback }
    guard let danish = fields.requiredText(.danish, &findings),
      let english = fields.requiredText(.english, &findings)
    else { return fallback }
    return Label(danish: danish.text, english: english.text)
  }
}
