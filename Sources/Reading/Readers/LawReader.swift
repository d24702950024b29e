internal import Diagnostics
internal import Expressions
internal import Legislation
internal import MarkedYAML
internal import Quantities
internal import Vocabulary

/// Reads a law's entries into the checked model: names are declared first, then every text is read in
/// the scope of all of them, definitions after those they name.
struct LawReader {
  let raw: RawLaw
  let vocabulary: Vocabulary
  /// The laws that a promise can be measured against; `nil` when that was asked before.
  let laws: [String]?
  var scope: Scope
  var findings = Findings()
  /// The names of the entries of each section, in order: their index is how the model refers to them.
  let names: [Section: [String]]
  /// Entries with a value that could not be read: whoever names them is not told a second time.
  var unreadable: Set<String> = []

  static func read(
    _ raw: RawLaw, vocabulary: Vocabulary, laws: [String]? = nil, reform: Reform?
  ) -> Checked<Law> {
    var reader = LawReader(raw: raw, vocabulary: vocabulary, laws: laws)
    let law = reader.law(reform: reform)
    return Checked(law, reader.findings)
  }

  private init(raw: RawLaw, vocabulary: Vocabulary, laws: [String]?) {
    self.raw = raw
    self.vocabulary = vocabulary
    self.laws = laws
    scope = Scope(vocabulary: vocabulary)
    names = raw.sections.mapValues { $0.map(\.name.text) }
  }

  private mutating func law(reform: Reform?) -> Law? {
    let begins = day(of: raw.begins, "'in force from' is a day")
    let title = raw.title.map { node in
      LabelReader.read(
        node, of: YAMLScalar(MarkedText(raw.id, range: node.range), style: .plain), &findings)
    }
    declareState()
    let parameters = raw[.parameters].compactMap { parameter($0) }
    let practices = raw[.practice].compactMap { practice($0) }
    declareValues(parameters, practices)
    let definitions = readDefinitions()
    let clocks = raw[.clocks].compactMap { clock($0) }
    let episodes = raw[.episodes].compactMap { episode($0) }
    let financings = raw[.financing].compactMap { financing($0) }
    let benefits = raw[.benefits].compactMap { benefit($0) }
    let groups = raw[.groups].compactMap { group($0) }
    let units = raw[.units].compactMap { unit($0) }
    let duties = raw[.duties].compactMap { duty($0) }
    let promises = raw[.promises].compactMap { promise($0) }
    guard let begins, let title, let covers = coverage(), !findings.hasErrors else { return nil }
    return Law(
      id: raw.id, title: title, begins: begins, coverage: covers, vocabulary: vocabulary,
      slots: scope.slots, names: scope.names, definitions: definitions, parameters: parameters,
      practices: practices, clocks: clocks, episodes: episodes, benefits: benefits,
      financings: financings, groups: groups, units: units, duties: duties,
      promises: promises, reform: reform)
  }

  // MARK: Names

  private mutating func declareState() {
    func members(_ section: Section) -> [String] { ["none"] + (names[section] ?? []) }
    let kinds: [(String, Section, Slot, Slot)] = [
      ("benefit", .benefits, .benefit, .benefitSince), ("group", .groups, .group, .groupSince),
      ("unit", .units, .unit, .unitSince),
    ]
    for (name, section, slot, since) in kinds {
      let type = ValueType.enumeration(Enumeration(name: name, members: members(section)))
      scope.declare(name, type, slot, kind: name)
      scope.declare("\(name).since", .date, since, kind: "date")
      if slot == .benefit { scope.declare("benefit.before", type, .benefitBefore, kind: "benefit") }
    }
    scope.declare("case.since", .date, .caseSince, kind: "date")
    for (index, entry) in raw[.episodes].enumerated() {
      let name = entry.name.text
      declare("\(name).open", .boolean, .episodeOpen(index), entry, kind: "episode")
      declare("\(name).began", .optional(.date), .episodeBegan(index), entry, kind: "date")
      declare("\(name).ended", .optional(.date), .episodeEnded(index), entry, kind: "date")
      declare("\(name).times", .number, .episodeTimes(index), entry, kind: "count")
    }
    for (index, entry) in raw[.clocks].enumerated() {
      declare(entry.name.text, .days, .clock(index), entry, timing: .elapsing, kind: "clock")
    }
  }

  private mutating func declareValues(_ parameters: [Parameter], _ practices: [Practice]) {
    for (index, entry) in raw[.parameters].enumerated() {
      guard let read = parameters.firstIndex(where: { $0.provision.id.name == entry.name.text })
      else {
        unreadable.insert(entry.name.text)
        continue
      }
      declare(entry.name.text, parameters[read].type, .parameter(index), entry, kind: "parameter")
    }
    for (index, entry) in raw[.practice].enumerated() {
      guard let read = practices.firstIndex(where: { $0.provision.id.name == entry.name.text })
      else {
        unreadable.insert(entry.name.text)
        continue
      }
      declare(
        entry.name.text, practices[read].type, .practice(index), entry, kind: "practice value")
    }
  }

  mutating func declare(
    _ name: String, _ type: ValueType, _ slot: Slot, _ entry: RawEntry,
    timing: NameDeclaration.Timing = .fixed, kind: String
  ) {
    let place = entry.name.marked.range
    guard let earlier = scope.declare(name, type, slot, timing: timing, kind: kind, at: place)
    else { return }
    findings.add(
      Diagnostic(
        .error, "name-taken", "'\(name)' is already the name of a \(earlier.kind)", at: place,
        hint: "choose another name",
        notes: earlier.declaredAt.map { [.init("declared here", at: $0)] } ?? []))
  }

  /// The index of an entry by its name; tells when there is none.
  mutating func index(of scalar: YAMLScalar, in section: Section, what: String) -> Int? {
    let known = names[section] ?? []
    if let index = known.firstIndex(of: scalar.text) { return index }
    findings.add(Complaint.unknownName(scalar, what: what, known: known))
    return nil
  }

  /// The name of a term of the vocabulary; tells when there is none.
  mutating func term(_ scalar: YAMLScalar, in terms: [Term], what: String) -> String? {
    if terms.contains(where: { $0.name == scalar.text }) { return scalar.text }
    findings.add(Complaint.unknownName(scalar, what: what, known: terms.map(\.name)))
    return nil
  }

  // MARK: What every entry has

  mutating func provision(_ entry: RawEntry, _ section: Section) -> Provision {
    ProvisionReader(law: entry.law, section: section).read(entry, &findings)
  }

  /// Reads each text of an entry that is in force at some time.
  mutating func versions<Text: Sendable>(
    of entry: RawEntry, _ shape: Shape, provision: Provision,
    read: (inout LawReader, Fields) -> Text?
  ) -> [Dated<Text>] {
    var dated: [Dated<Text>] = []
    for text in entry.texts(&findings) {
      guard let fields = Fields(text.node, shape, &findings),
        let read = read(&self, fields)
      else { continue }
      let force = Force(
        from: day(of: text.from, "'from' is a day"), until: day(of: text.until, "'until' is a day"))
      if let from = force.from, let until = force.until, until <= from, let place = text.until {
        findings.add(
          Diagnostic(
            .error, "steps-out-of-order", "this text ends on \(until), and begins on \(from)",
            at: place.range, hint: "write earlier days first",
            notes: text.from.map { [.init("it begins here", at: $0.range)] } ?? []))
      }
      let citation =
        ProvisionReader.citation(fields, fallback: provision.citation, &findings)
        ?? provision.citation
      dated.append(Dated(force: force, citation: citation, text: read))
    }
    return dated
  }

  private mutating func day(of node: YAMLNode?, _ expected: String) -> Day? {
    guard let node else { return nil }
    guard let scalar = node.scalar, !scalar.isNull else {
      findings.add(Complaint.wrongShape(node, expected: expected))
      return nil
    }
    return day(scalar)
  }

  mutating func day(_ scalar: YAMLScalar) -> Day? {
    if let day = Day(scalar.text) { return day }
    findings.add(Complaint.notADate(scalar))
    return nil
  }

  // MARK: Expressions

  mutating func expression(
    _ fields: Fields, _ word: Word, _ type: ValueType?, _ reason: String
  ) -> CheckedExpression? {
    guard let text = fields.text(word, &findings) else { return nil }
    return expression(text, type, reason)
  }

  mutating func requiredExpression(
    _ fields: Fields, _ word: Word, _ type: ValueType?, _ reason: String
  ) -> CheckedExpression? {
    fields.required(word, &findings) == nil ? nil : expression(fields, word, type, reason)
  }

  mutating func expression(
    _ text: YAMLScalar, _ type: ValueType?, _ reason: String
  ) -> CheckedExpression? {
    let expectation = type.map { Expectation($0, reason: reason, declaredAt: nil) }
    return read(text.marked, expecting: expectation)
  }

  mutating func read(_ text: MarkedText, expecting: Expectation?) -> CheckedExpression? {
    let read = ExpressionReader.read(text, names: scope.names, expecting: expecting)
    tell(read.findings)
    return read.value
  }

  /// Passes on what was found, without complaints about names whose own entry reads badly.
  mutating func tell(_ others: Findings) {
    for finding in others.all {
      let isEcho =
        finding.code == "unknown-name"
        && unreadable.contains { finding.message.hasPrefix("'\($0)' ") }
      if !isEcho { findings.add(finding) }
    }
  }

  /// An expression that must be a duration, of days or of months.
  mutating func duration(_ text: YAMLScalar, _ reason: String) -> CheckedExpression? {
    guard let value = read(text.marked, expecting: nil) else { return nil }
    if value.type == .days || value.type == .months { return value }
    findings.add(
      Diagnostic(
        .error, "duration-expected", "\(reason) is a duration, this is \(value.type.words)",
        at: text.marked.range, hint: "write a duration such as '6 months' or '2 weeks'"))
    return nil
  }

  mutating func duration(_ fields: Fields, _ word: Word, _ reason: String) -> CheckedExpression? {
    fields.text(word, &findings).flatMap { duration($0, reason) }
  }

  private mutating func coverage() -> Coverage? {
    guard let entry = raw.covers else { return nil }
    let provision = provision(entry, .law)
    let versions = versions(of: entry, .covers, provision: provision) { reader, fields in
      reader.requiredExpression(fields, .when, .boolean, "the condition of 'covers'")
    }
    return Coverage(provision: provision, versions: versions)
  }
}

/// Reads what every provision carries: label, citation, status, force.
struct ProvisionReader {
  let law: String
  let section: Section

  func read(_ entry: RawEntry, _ findings: inout Findings) -> Provision {
    let node = entry.node
    let range = entry.name.marked.range
    if node[Word.cite.rawValue] == nil, section != .practice || node[Word.evidence.rawValue] == nil {
      findings.add(
        Diagnostic(
          .error, "missing-citation", "'\(entry.name.text)' cites no act", at: range,
          hint: "add 'cite:' with act, paragraph, stykke and nummer"))
    }
    let citation =
      Fields.plain(node).flatMap { ProvisionReader.citation($0, fallback: nil, &findings) }
      ?? Citation(text: "", status: .unverified)
    return Provision(
      id: ProvisionID(law: law, section: section, name: entry.name.text),
      label: LabelReader.read(node[Word.label.rawValue], of: entry.name, &findings),
      citation: citation, force: .always, measure: entry.measure, range: range)
  }

  /// The citation that an entry, a version or a branch carries; what it leaves out is its parent's.
  static func citation(
    _ fields: Fields, fallback: Citation?, _ findings: inout Findings
  ) -> Citation? {
    let text = fields.text(.cite, &findings)?.text ?? fallback?.text
    var status = fallback?.status ?? .verified
    if let scalar = fields.text(.status, &findings) {
      if let read = Citation.Status(rawValue: scalar.text) {
        status = read
      } else {
        findings.add(
          Complaint.unknownName(
            scalar, what: "a status", known: Citation.Status.allCases.map(\.rawValue)))
      }
    }
    return Citation(
      text: text ?? "", status: status,
      source: fields.text(.source, &findings)?.text ?? fallback?.source,
      note: fields.remark(.note, &findings) ?? fallback?.note,
      reviewBy: fields.text(.reviewBy, &findings).flatMap { scalar in
        let day = Day(scalar.text)
        if day == nil { findings.add(Complaint.notADate(scalar)) }
        return day
      })
  }
}

extension Fields {
  /// A mapping whose keys are checked elsewhere.
  static func plain(_ node: YAMLNode) -> Fields? {
    guard node.mapping != nil else { return nil }
    return Fields(unchecked: node, Shape(noun: "an entry", words: []))
  }
}
