internal import Diagnostics
internal import Legislation
internal import MarkedYAML
internal import Vocabulary

/// Lays the measures of a reform over the law it amends.
///
/// The base is not changed: the result is a law of its own, with the list of what each measure did. Part
/// of a reform is laid over it as if the rest had never been proposed.
struct ReformOverlay {
  private(set) var law: RawLaw
  private(set) var changes: [String: [Reform.Change]] = [:]
  /// Which measure touched a provision last, to notice two that touch the same.
  private var touched: [ProvisionID: String] = [:]
  private let reform: String
  private let measures: [RawEntry]
  private let selection: ReformSelection
  private var findings = Findings()

  init(
    base: RawLaw, reform: RuleFolder, selection: ReformSelection = .whole, findings: inout Findings
  ) {
    let header = reform.law
    self.selection = selection
    law = base
    law.id = header?.id ?? base.id
    law.title = header?.title ?? base.title
    law.begins = header?.begins ?? base.begins
    self.reform = law.id
    measures = reform.measures
    // Ordered with those that are left out: who comes after whom does not depend on them.
    for measure in ordered() where selection.holds(measure.name.text) { apply(measure) }
    findings.merge(self.findings)
  }

  /// Measures after those they name in `after` or `requires`; otherwise in the author's order.
  private mutating func ordered() -> [RawEntry] {
    var ordered: [RawEntry] = []
    var waiting = measures
    while !waiting.isEmpty {
      let next = waiting.firstIndex { measure in
        predecessors(of: measure).allSatisfy { name in
          !waiting.contains { $0.name.text == name }
        }
      }
      guard let next else {
        let circle = waiting.map { "'\($0.name.text)'" }.joined(separator: ", ")
        findings.add(
          Diagnostic(
            .error, "measure-cycle", "measures wait for one another: \(circle)",
            at: waiting[0].name.marked.range, hint: "remove one of the 'after' or 'requires'"))
        return ordered + waiting
      }
      ordered.append(waiting.remove(at: next))
    }
    return ordered
  }

  private func predecessors(of measure: RawEntry) -> [String] {
    names(measure, .after) + names(measure, .requires)
  }

  /// Whether something says, directly or by way of others, that a measure comes after another.
  private func follows(_ measure: RawEntry, _ other: String) -> Bool {
    var seen: Set<String> = []
    var open = predecessors(of: measure)
    while let name = open.popLast() {
      if name == other { return true }
      guard seen.insert(name).inserted, let next = measures.first(where: { $0.name.text == name })
      else { continue }
      open += predecessors(of: next)
    }
    return false
  }

  private func names(_ measure: RawEntry, _ word: Word) -> [String] {
    guard let node = measure.node[word.rawValue] else { return [] }
    return (node.sequence ?? [node]).compactMap { $0.scalar?.text }
  }

  private mutating func apply(_ measure: RawEntry) {
    guard let fields = Fields(measure.node, .measure, &findings) else { return }
    for word in [Word.requires, .after] {
      for name in fields.texts(word, &findings) ?? []
      where !measures.contains(where: { $0.name.text == name.text }) {
        findings.add(
          Complaint.unknownName(name, what: "a measure of this reform", known: measures.map(\.name.text)))
      }
    }
    for name in names(measure, .requires) where !selection.holds(name) {
      findings.add(
        Diagnostic(
          .error, "measure-needed", "'\(measure.name.text)' requires '\(name)', which is left out",
          at: measure.name.marked.range, hint: "take '\(name)' too, or leave out '\(measure.name.text)'"))
    }
    changes[measure.name.text] = []
    for pattern in fields.texts(.repeals, &findings) ?? [] { repeal(pattern, measure) }
    for entry in fields.entries(.amends, &findings) { amend(entry, measure) }
    for entry in fields.entries(.enacts, &findings) { enact(entry, measure) }
    if changes[measure.name.text]?.isEmpty ?? true, !selection.touches(measure.name.text) {
      findings.add(
        Diagnostic(
          .error, "changes-nothing", "the measure '\(measure.name.text)' changes nothing",
          at: measure.name.marked.range,
          hint: "repeal, amend or enact something, or move it to 'keeps:' or 'not modelled:'"))
    }
  }

  private mutating func repeal(_ pattern: YAMLScalar, _ measure: RawEntry) {
    let matches = law.provisions(matching: pattern.text)
    if matches.isEmpty { tellUnknown(pattern) }
    for (section, name) in matches {
      guard let index = law.index(of: name, in: section) else { continue }
      let id = ProvisionID(law: law[section][index].law, section: section, name: name)
      guard !leavesOut(.repeals, id, measure) else { continue }
      touch(id, measure, at: pattern)
      law[section].remove(at: index)
      changes[measure.name.text]?.append(.init(kind: .repeals, provision: id))
    }
  }

  private mutating func amend(_ entry: YAMLEntry, _ measure: RawEntry) {
    guard entry.value.mapping != nil else {
      findings.add(Complaint.wrongShape(entry.value, expected: "an amendment is a mapping of new keys"))
      return
    }
    if entry.name == "law/covers", let covers = law.covers {
      let id = ProvisionID(law: covers.law, section: .law, name: "covers")
      guard !leavesOut(.amends, id, measure) else { return }
      let new = covers.node.overlaid(by: entry.value)
      tellIfSame(covers.node, new, entry)
      law.covers?.node = new
      law.covers?.measure = measure.name.text
      touch(id, measure, at: entry.key)
      changes[measure.name.text]?.append(.init(kind: .amends, provision: id))
      return
    }
    let matches = entry.name.hasSuffix("*") ? [] : law.provisions(matching: entry.name)
    guard let (section, name) = matches.first,
      let index = law.index(of: name, in: section)
    else {
      tellUnknown(entry.key)
      return
    }
    let id = ProvisionID(law: law[section][index].law, section: section, name: name)
    guard !leavesOut(.amends, id, measure) else { return }
    touch(id, measure, at: entry.key)
    // An amendment replaces the text as it stands; earlier versions of it are history.
    let whole = entry.value[Word.versions.rawValue] == nil
    let old = whole ? law[section][index].latest : law[section][index].node
    let new = old.overlaid(by: entry.value)
    tellIfSame(old, new, entry)
    law[section][index].node = new
    law[section][index].measure = measure.name.text
    changes[measure.name.text]?.append(.init(kind: .amends, provision: id))
  }

  private mutating func tellIfSame(_ old: YAMLNode, _ new: YAMLNode, _ entry: YAMLEntry) {
    guard old.saysTheSame(as: new) else { return }
    findings.add(
      Diagnostic(
        .error, "changes-nothing", "this amendment leaves '\(entry.name)' as it is",
        at: entry.key.marked.range, hint: "write a key that becomes another, or leave it out"))
  }

  private mutating func enact(_ entry: YAMLEntry, _ measure: RawEntry) {
    guard let section = Section(rawValue: entry.name), section != .law, section != .measures else {
      findings.add(
        Complaint.unknownKey(
          entry.key, in: "'enacts'",
          known: Shape.lawPart.words.map(\.rawValue)))
      return
    }
    let leftOut = (entry.value.mapping ?? []).map(\.name).filter { name in
      leavesOut(.enacts, ProvisionID(law: reform, section: section, name: name), measure)
    }
    let enacted = leftOut.reduce(entry.value) { $0.removing($1) }
    for added in law.add(enacted, to: section, measure: measure.name.text, &findings) {
      let id = ProvisionID(law: reform, section: section, name: added.name.text)
      touched[id] = measure.name.text
      // A promise decides nothing, so there is nothing to count, switch or price.
      if section == .promises { continue }
      changes[measure.name.text]?.append(.init(kind: .enacts, provision: id))
    }
  }

  private func leavesOut(_ kind: Reform.Change.Kind, _ id: ProvisionID, _ measure: RawEntry) -> Bool {
    selection.leavesOut(.init(kind: kind, provision: id), of: measure.name.text)
  }

  /// Two measures that touch the same provision need an order.
  private mutating func touch(_ id: ProvisionID, _ measure: RawEntry, at place: YAMLScalar) {
    if let other = touched[id], other != measure.name.text,
      !follows(measure, other)
    {
      findings.add(
        Diagnostic(
          .error, "order-needed",
          "'\(measure.name.text)' and '\(other)' both change '\(id)', and nothing says which comes first",
          at: place.marked.range, hint: "add 'after: [\(other)]' to '\(measure.name.text)'"))
    }
    touched[id] = measure.name.text
  }

  private mutating func tellUnknown(_ scalar: YAMLScalar) {
    findings.add(
      Complaint.unknownName(
        scalar, what: "a provision of the law it amends", known: law.allProvisions))
  }
}

extension RawEntry {
  /// The entry as its last version reads, without the days that bounded earlier ones.
  var latest: YAMLNode {
    guard let versions = node[Word.versions.rawValue]?.sequence else { return node }
    return versions.reduce(node.removing(Word.versions.rawValue)) { $0.overlaid(by: $1) }
      .removing(Word.from.rawValue)
  }
}

extension RawLaw {
  /// The provisions that `section/name` or `section/prefix*` names.
  func provisions(matching pattern: String) -> [(Section, String)] {
    guard let slash = pattern.firstIndex(of: "/"),
      let section = Section(rawValue: String(pattern[..<slash]))
    else { return [] }
    let name = pattern[pattern.index(after: slash)...]
    guard let entries = sections[section] else { return [] }
    let start = name.hasSuffix("*") ? name.dropLast() : nil
    var found: [(Section, String)] = []
    for index in entries.indices {
      let known = entries[index].name.text
      if start.map(known.hasPrefix) ?? (known == name) { found.append((section, known)) }
    }
    return found
  }

  fileprivate func index(of name: String, in section: Section) -> Int? {
    guard let entries = sections[section] else { return nil }
    return entries.indices.first { entries[$0].name.text == name }
  }

  var allProvisions: [String] {
    Section.allCases.flatMap { section in self[section].map { "\(section.rawValue)/\($0.name.text)" } }
  }
}
