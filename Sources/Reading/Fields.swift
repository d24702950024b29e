internal import Diagnostics
internal import MarkedYAML
internal import Vocabulary

/// A mapping whose keys are known: the same reading, and the same complaints, for every kind of entry.
struct Fields {
  let node: YAMLNode
  let shape: Shape

  /// - Returns: `nil` when the node is no mapping; unknown keys are told and then ignored.
  init?(_ node: YAMLNode, _ shape: Shape, _ findings: inout Findings) {
    guard let entries = node.mapping else {
      findings.add(Complaint.wrongShape(node, expected: "\(shape.noun) is a mapping"))
      return nil
    }
    for entry in entries where !shape.names.contains(entry.name) {
      findings.add(Complaint.unknownKey(entry.key, in: shape.noun, known: shape.names))
    }
    self.node = node
    self.shape = shape
  }

  /// A mapping whose keys somebody else looks at.
  init(unchecked node: YAMLNode, _ shape: Shape) {
    self.node = node
    self.shape = shape
  }

  subscript(_ word: Word) -> YAMLNode? { node[word.rawValue] }

  func required(_ word: Word, _ findings: inout Findings) -> YAMLNode? {
    if let value = self[word] { return value }
    findings.add(
      Diagnostic(
        .error, "missing-key", "\(shape.noun) needs '\(word.rawValue)'", at: firstKey,
        hint: "add '\(word.rawValue):'"))
    return nil
  }

  /// The text of a key, when it has one.
  func text(_ word: Word, _ findings: inout Findings) -> YAMLScalar? {
    guard let value = self[word] else { return nil }
    guard let scalar = value.scalar, !scalar.isNull else {
      findings.add(Complaint.wrongShape(value, expected: "'\(word.rawValue)' is text"))
      return nil
    }
    return scalar
  }

  /// What a key says in words: `{da: …, en: …}`, or one text, which is English as the rules' own remarks are.
  func remark(_ word: Word, _ findings: inout Findings) -> Label? {
    guard let value = self[word] else { return nil }
    guard value.mapping != nil else {
      return text(word, &findings).map { Label($0.text, only: .english) }
    }
    guard let fields = Fields(value, .label, &findings),
      let danish = fields.requiredText(.danish, &findings),
      let english = fields.requiredText(.english, &findings)
    else { return nil }
    return Label(danish: danish.text, english: english.text)
  }

  func requiredRemark(_ word: Word, _ findings: inout Findings) -> Label? {
    required(word, &findings) == nil ? nil : remark(word, &findings)
  }

  func requiredText(_ word: Word, _ findings: inout Findings) -> YAMLScalar? {
    required(word, &findings) == nil ? nil : text(word, &findings)
  }

  /// A list of texts; one text stands for a list of one.
  func texts(_ word: Word, _ findings: inout Findings) -> [YAMLScalar]? {
    guard let value = self[word] else { return nil }
    if let scalar = value.scalar { return scalar.isNull ? [] : [scalar] }
    guard let items = value.sequence else {
      findings.add(Complaint.wrongShape(value, expected: "'\(word.rawValue)' is a list"))
      return nil
    }
    return items.compactMap { item in
      if let scalar = item.scalar { return scalar }
      findings.add(Complaint.wrongShape(item, expected: "'\(word.rawValue)' is a list of texts"))
      return nil
    }
  }

  /// The entries of a key that maps names to something; none when the key is not there.
  func entries(_ word: Word, _ findings: inout Findings) -> [YAMLEntry] {
    guard let value = self[word], !value.isNull else { return [] }
    if let entries = value.mapping { return entries }
    findings.add(Complaint.wrongShape(value, expected: "'\(word.rawValue)' maps names to entries"))
    return []
  }

  /// The items of a key that holds a list; none when the key is not there.
  func items(_ word: Word, _ findings: inout Findings) -> [YAMLNode] {
    guard let value = self[word], !value.isNull else { return [] }
    if let items = value.sequence { return items }
    findings.add(Complaint.wrongShape(value, expected: "'\(word.rawValue)' is a list"))
    return []
  }

  /// A switch that is off when the key is not there.
  func flag(_ word: Word, _ findings: inout Findings) -> Bool {
    guard let text = text(word, &findings) else { return false }
    if text.text != "true", text.text != "false" {
      findings.add(Complaint.unknownName(text, what: "true or false", known: ["true", "false"]))
    }
    return text.text == "true"
  }

  /// The members of an enumeration, each once.
  static func members(of node: YAMLNode, _ findings: inout Findings) -> [String]? {
    guard let items = node.sequence else { return nil }
    var members: [YAMLScalar] = []
    for item in items {
      guard let scalar = item.scalar, !scalar.isNull else {
        findings.add(Complaint.wrongShape(item, expected: "a member is a name"))
        continue
      }
      if let earlier = members.first(where: { $0.text == scalar.text }) {
        findings.add(RawLaw.duplicate(scalar, earlier))
      } else {
        members.append(scalar)
      }
    }
    if members.isEmpty {
      findings.add(Complaint.wrongShape(node, expected: "an enumeration has at least one member"))
    }
    return members.map(\.text)
  }

  /// Where to point when something is missing: the entry's first key.
  private var firstKey: SourceRange { node.mapping?.first?.key.marked.range ?? node.range }
}

/// What reading complains about, in one place.
enum Complaint {
  static func wrongShape(_ node: YAMLNode, expected: String) -> Diagnostic {
    Diagnostic(.error, "wrong-shape", "found \(node.kindInWords), but \(expected)", at: node.range)
  }

  static func unknownKey(_ key: YAMLScalar, in noun: String, known: [String]) -> Diagnostic {
    let nearest = nearestName(to: key.text, among: known)
    return Diagnostic(
      .error, "unknown-key", "'\(key.text)' is not a key of \(noun)", at: key.marked.range,
      hint: nearest.map { "write '\($0)'" } ?? "use one of: \(known.joined(separator: ", "))")
  }

  /// - Parameter what: "a group", "a clock".
  static func unknownName(
    _ scalar: YAMLScalar, what: String, known: some Sequence<String>
  ) -> Diagnostic {
    let names = Array(known)
    let nearest = nearestName(to: scalar.text, among: names)
    let few = names.count <= 12 && !names.isEmpty ? "use one of: \(names.joined(separator: ", "))" : nil
    return Diagnostic(
      .error, "unknown-name", "'\(scalar.text)' is not \(what)", at: scalar.marked.range,
      hint: nearest.map { "write '\($0)'" } ?? few)
  }

  /// - Returns: `nil` when the text can be the name of an entry, a fact or a word.
  static func notAName(_ key: YAMLScalar) -> Diagnostic? {
    let isName =
      key.text.first?.isLetter == true
      && key.text.allSatisfy { $0.isLetter && $0.isLowercase || $0.isWholeNumber || $0 == "-" }
    if isName { return nil }
    return Diagnostic(
      .error, "not-a-name", "'\(key.text)' cannot be a name", at: key.marked.range,
      hint: "write lower-case letters, digits and hyphens, beginning with a letter")
  }

  static func notConstant(_ scalar: YAMLScalar, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "not-constant", "\(reason) must be a plain value", at: scalar.marked.range,
      hint: "write the value itself")
  }

  static func notADate(_ scalar: YAMLScalar) -> Diagnostic {
    Diagnostic(
      .error, "not-a-date", "'\(scalar.text)' is not a day of the calendar", at: scalar.marked.range,
      hint: "write a date as 2023-07-01")
  }
}
