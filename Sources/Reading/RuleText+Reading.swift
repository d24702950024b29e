internal import Diagnostics
internal import Legislation
internal import MarkedYAML
package import Vocabulary

extension RuleLibrary {
  /// What a law says, entry by entry, as it stands after its measures were laid over the law it amends.
  ///
  /// - Returns: `nil` when the law cannot be read; the findings say what.
  package mutating func texts(of law: String) -> [RuleText]? {
    guard let (raw, reform) = overlay(named: law, at: nil, amendedBy: []) else { return nil }
    var texts = [RuleText(heading: raw)]
    if let covers = raw.covers { texts.append(RuleText(covers, section: .law)) }
    for section in Section.allCases { texts += raw[section].map { RuleText($0, section: section) } }
    if let reform { texts += RuleText.statements(of: reform, law: law) }
    return texts
  }

  /// What stands beside the laws: the vocabulary and the prices, entry by entry.
  package mutating func sharedTexts() -> [RuleText] {
    ["vocabulary", "prices"].flatMap { name -> [RuleText] in
      guard let node = document(named: name) else { return [] }
      return (node.mapping ?? []).flatMap { section -> [RuleText] in
        guard let entries = section.value.mapping else {
          return [RuleText("\(name)/\(section.name)", section.key, section.value)]
        }
        return entries.map { RuleText("\(name)/\(section.name)/\($0.name)", $0.key, $0.value) }
      }
    }
  }
}

extension RuleText {
  fileprivate init(_ entry: RawEntry, section: Section) {
    let id = ProvisionID(law: entry.law, section: section, name: entry.name.text)
    self.init(id.description, entry.name, entry.node)
  }

  fileprivate init(_ name: String, _ key: YAMLScalar, _ node: YAMLNode) {
    var ignored = Findings()
    self.init(
      name: name, label: LabelReader.read(node[Word.label.rawValue], of: key, &ignored),
      citation: node[Word.cite.rawValue]?.scalar?.text ?? "", lines: RuleText.lines(of: node, key: ""))
  }

  /// What a law says of itself: its title and its first day.
  fileprivate init(heading law: RawLaw) {
    let parts = [(Word.title, law.title), (.inForceFrom, law.begins)]
    let lines = parts.flatMap { word, node in
      node.map { RuleText.lines(of: $0, key: word.rawValue) } ?? []
    }
    let name = YAMLScalar(MarkedText(law.id, range: law.header.range), style: .plain)
    var ignored = Findings()
    self.init(
      name: "\(law.id)/law", label: LabelReader.read(law.title, of: name, &ignored), citation: "",
      lines: lines)
  }

  /// What a reform says beside the texts that come of it.
  fileprivate static func statements(of reform: Reform, law: String) -> [RuleText] {
    let measures = reform.measures.map { measure in
      RuleText(
        measure.provision,
        more: [(.because, measure.reason.whole)] + measure.requires.map { (.requires, $0) }
          + measure.changes.filter { $0.kind == .repeals }.map { (.repeals, $0.provision.description) })
    }
    let statements = (reform.kept + reform.notModelled).map { statement in
      RuleText(
        statement.provision,
        more: [(.because, statement.reason.whole)] + statement.keeps.map { (.keeps, $0.description) })
    }
    return measures + statements
  }

  private init(_ provision: Provision, more: [(Word, String)]) {
    let citation = provision.citation
    let said: [(Word, String)] =
      [
        (.danish, provision.label.danish), (.english, provision.label.english), (.cite, citation.text),
        (.status, citation.status.rawValue), (.source, citation.source ?? ""),
        (.note, citation.note?.whole ?? ""),
      ] + more
    self.init(
      name: provision.id.description, label: provision.label, citation: citation.text,
      lines: said.filter { !$0.1.isEmpty }.map { Line(key: $0.0.rawValue, words: $0.1) })
  }

  // MARK: Lines

  private static func lines(of node: YAMLNode, key: String) -> [Line] {
    func inner(_ name: String) -> String { key.isEmpty ? name : "\(key)/\(name)" }
    switch node.content {
    case .scalar(let scalar): return [Line(key: key, words: words(scalar))]
    case .mapping(let entries):
      return entries.flatMap { lines(of: $0.value, key: inner($0.name)) }
    case .sequence(let items):
      return items.flatMap { item -> [Line] in
        // Versions are told apart by their first day, exceptions by their label.
        let name = [Word.from, .label].lazy.compactMap { item[$0.rawValue]?.scalar?.text }.first
        if let name { return lines(of: item, key: inner(name)) }
        return [Line(key: key, words: oneLine(item))]
      }
    }
  }

  /// A node on one line, as it could be written.
  private static func oneLine(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let scalar): words(scalar)
    case .sequence(let items): "[" + items.map(oneLine).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.name): \(oneLine($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// Where a line breaks in the file says nothing.
  private static func words(_ scalar: YAMLScalar) -> String {
    // Most texts stand on one line, and what has no blank but single spaces is its own words. Of the letters
    // beyond ASCII only those of two bytes that no blank begins with are looked at: `æ`, `é`, `§`.
    var before: UInt8 = 0x20
    let isPlain = scalar.text.utf8.allSatisfy { byte in
      defer { before = byte }
      return switch byte {
      case 0x20: before != 0x20
      case 0x21...0x7E, 0xC2, 0xC3: true
      case 0x80...0xBF: before == 0xC3 || before == 0xC2 && byte > 0xA0
      default: false
      }
    }
    if isPlain, before != 0x20 { return scalar.text }
    return scalar.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
