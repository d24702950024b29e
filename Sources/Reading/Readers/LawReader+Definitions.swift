internal import Diagnostics
internal import Expressions
internal import Legislation
internal import MarkedYAML
internal import Quantities
internal import Vocabulary

extension LawReader {
  /// Definitions may name one another in any order, as long as none goes round in a circle. Each round
  /// reads those whose names are all known; what is left when a round reads none is a circle, or wrong.
  mutating func readDefinitions() -> [Definition] {
    var read: [Int: Definition] = [:]
    var waiting = definitionsInOrder()
    let ours = Set(names[.definitions] ?? [])
    while !waiting.isEmpty {
      var left: [Int] = []
      for index in waiting {
        let entry = raw[.definitions][index]
        let before = findings
        findings = Findings()
        let definition = definition(entry)
        let waits = findings.all.contains { finding in
          finding.code == "unknown-name"
            && ours.contains { finding.message.hasPrefix("'\($0)'") && scope.names[$0] == nil }
        }
        if waits {
          findings = before
          left.append(index)
        } else {
          var merged = before
          merged.merge(findings)
          findings = merged
          if let definition {
            read[index] = definition
            declare(entry.name.text, definition.type, .definition(index), entry, kind: "definition")
          } else {
            unreadable.insert(entry.name.text)
          }
        }
      }
      if left.count == waiting.count {
        tellCircle(left.sorted())
        unreadable.formUnion(left.map { raw[.definitions][$0].name.text })
        break
      }
      waiting = left
    }
    return raw[.definitions].indices.compactMap { read[$0] }
  }

  /// Each definition behind those that it names, so that nearly all are read once.
  ///
  /// Words are looked at and not expressions, so a name in a note counts too. What goes round in a circle
  /// stays as it stands in the file: reading finds out.
  private func definitionsInOrder() -> [Int] {
    let entries = raw[.definitions]
    let indices = Dictionary(
      entries.enumerated().map { ($0.element.name.text, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var order: [Int] = []
    var seen = [Bool](repeating: false, count: entries.count)
    func visit(_ index: Int) {
      if seen[index] { return }
      seen[index] = true
      var named: [Int] = []
      forEachWord(in: entries[index].node) { word in
        if let other = indices[String(word)] { named.append(other) }
      }
      for other in named { visit(other) }
      order.append(index)
    }
    for index in entries.indices { visit(index) }
    return order
  }

  private mutating func tellCircle(_ left: [Int]) {
    // In the order of the file, whatever order they were read in.
    let circle = left.sorted().map { raw[.definitions][$0] }.filter { entry in
      // Those that merely wait for a member of the circle, or for one that failed, are not told.
      left.contains { mentions(raw[.definitions][$0], entry.name.text) }
    }
    guard let first = circle.first else {
      for index in left {
        _ = definition(raw[.definitions][index])
      }
      return
    }
    if circle.contains(where: { entry in unreadable.contains { mentions(entry, $0) } }) { return }
    let listed = circle.map { "'\($0.name.text)'" }.joined(separator: ", ")
    findings.add(
      Diagnostic(
        .error, "cyclic-definition", "definitions go round in a circle: \(listed)",
        at: first.name.marked.range, hint: "let one of them stand on facts alone",
        notes: circle.dropFirst().map { .init("a member of the circle", at: $0.name.marked.range) }))
  }

  /// Whether a name stands as a word of its own anywhere in an entry.
  private func mentions(_ entry: RawEntry, _ name: String) -> Bool {
    var found = false
    forEachWord(in: entry.node) { word in found = found || word == name }
    return found
  }

  /// Every word that could be a name, in the texts of a node, not in its keys.
  ///
  /// Bytes are looked at: all beyond ASCII are taken for letters, which names the same words in any text
  /// but one that puts a foreign sign next to a name.
  private func forEachWord(in node: YAMLNode, _ body: (Substring) -> Void) {
    switch node.content {
    case .scalar(let scalar):
      let words = scalar.text.utf8.split { byte in
        switch UnicodeScalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": false
        default: byte < 0x80
        }
      }
      for word in words { body(Substring(word)) }
    case .sequence(let items): for item in items { forEachWord(in: item, body) }
    case .mapping(let entries): for entry in entries { forEachWord(in: entry.value, body) }
    }
  }

  private mutating func definition(_ entry: RawEntry) -> Definition? {
    let provision = provision(entry, .definitions)
    var type: ValueType?
    let versions: [Dated<Definition.Body>] = versions(
      of: entry, .definition, provision: provision
    ) { reader, fields in
      let declared = type ?? reader.declaredType(fields, name: entry.name)
      if let table = fields[.table] {
        for word in [Word.value, .exceptions] {
          guard let other = fields.node.mapping?.first(where: { $0.name == word.rawValue }) else { continue }
          reader.findings.add(
            Diagnostic(
              .error, "one-way-needed", "a definition by table has no '\(word.rawValue)' besides",
              at: other.key.marked.range, hint: "remove one of the two", notes: [.init("the table is here", at: table.range)]))
        }
        guard let declared else {
          reader.findings.add(
            Diagnostic(
              .error, "missing-key", "a definition by table needs 'type'", at: fields.node.range,
              hint: "add 'type:' with the members, or 'boolean'"))
          return nil
        }
        guard let read = reader.table(table, type: declared) else { return nil }
        // A table that collects gives a list, or a number, of what its rows say.
        type = read.types.first
        return .table(read)
      }
      guard
        let branch = reader.branch(
          fields, label: nil, type: declared, citation: provision.citation,
          range: entry.name.marked.range)
      else { return nil }
      type = declared ?? reader.inferredType(branch)
      return .branches(branch)
    }
    guard let type, !versions.isEmpty else { return nil }
    return Definition(provision: provision, type: type, versions: versions)
  }

  private mutating func declaredType(_ fields: Fields, name: YAMLScalar) -> ValueType? {
    guard let node = fields[.type] else { return nil }
    if let members = Fields.members(of: node, &findings) {
      return .enumeration(Enumeration(name: name.text, members: members))
    }
    guard let scalar = node.scalar, !scalar.isNull else {
      findings.add(Complaint.wrongShape(node, expected: "'type' is a name or a list of members"))
      return nil
    }
    return valueType(scalar)
  }

  private func inferredType(_ branch: Branch<CheckedExpression>) -> ValueType? {
    if let outcome = branch.outcome { return outcome.type }
    for exception in branch.exceptions {
      if let type = inferredType(exception) { return type }
    }
    return nil
  }

  /// A value with its exceptions. Once one outcome has told the type, the others must have it too.
  private mutating func branch(
    _ fields: Fields, label: String?, type: ValueType?, citation: Citation, range: SourceRange
  ) -> Branch<CheckedExpression>? {
    let citation = ProvisionReader.citation(fields, fallback: citation, &findings) ?? citation
    var type = type
    var condition: CheckedExpression?
    if label != nil {
      condition = requiredExpression(fields, .when, .boolean, "the condition of an exception")
      guard condition != nil else { return nil }
    }
    var outcome: CheckedExpression?
    if let text = fields.text(.value, &findings) {
      outcome = expression(text, type, "the value of this definition")
      guard let outcome else { return nil }
      type = type ?? outcome.type
    }
    var exceptions: [Branch<CheckedExpression>] = []
    let listed = fields.items(.exceptions, &findings)
    for node in listed {
      guard let inner = Fields(node, .exception, &findings) else { continue }
      let label = inner.requiredText(.label, &findings)
      guard
        let branch = branch(
          inner, label: label?.text ?? "", type: type, citation: citation, range: node.range)
      else { continue }
      type = type ?? inferredType(branch)
      exceptions.append(branch)
    }
    if outcome == nil, exceptions.isEmpty {
      // Exceptions that read badly have been told.
      guard listed.isEmpty else { return nil }
      findings.add(
        Diagnostic(
          .error, "missing-key", "\(fields.shape.noun) needs 'value' or 'exceptions'", at: range,
          hint: "add 'value:'"))
      return nil
    }
    return Branch(
      label: label ?? "base", condition: condition, outcome: outcome, citation: citation, range: range,
      exceptions: exceptions)
  }
}
