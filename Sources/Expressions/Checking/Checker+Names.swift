internal import Diagnostics

/// Names: declared ones, members of enumerations, elements of a quantifier, parts of dates.
extension Checker {
  mutating func checkName(_ tree: SyntaxTree, wanted: Wanted?, allowsElapsing: Bool) -> Node? {
    guard let parts = tree.dottedName else { return checkProperty(tree) }
    let full = parts.joined(separator: ".")
    if parts.count == 1, let member = checkMember(full, tree.stretch, wanted) { return member.node }
    if let variable = variables.firstIndex(where: { $0.name == parts[0] }) {
      guard parts.count == 1 else { return checkProperty(tree) }
      return Node(
        operation: .variable(index: variable, name: full), type: variables[variable].type,
        stretch: tree.stretch)
    }
    if let declaration = names[full] {
      return checkDeclared(declaration, tree.stretch, allowsElapsing: allowsElapsing)
    }
    if let prefix = longestDeclared(in: parts) { return checkPart(tree, parts, of: prefix) }
    return report(unknownName(full, tree.stretch, wanted))
  }

  private mutating func checkDeclared(
    _ declaration: NameDeclaration, _ stretch: Range<Int>, allowsElapsing: Bool
  ) -> Node? {
    slots.insert(declaration.slot)
    let isKnown = knownNames.contains(declaration.name)
    let type = isKnown ? declaration.type.known : declaration.type
    guard declaration.timing == .elapsing else {
      return Node(
        operation: .name(slot: declaration.slot, name: declaration.name), type: type, stretch: stretch)
    }
    guard allowsElapsing else {
      return report(
        messages.elapsingName(declaration, at: stretch, hint: elapsingHints[stretch.lowerBound]))
    }
    return Node(
      operation: .elapsing(slot: declaration.slot, name: declaration.name), type: type, stretch: stretch)
  }

  /// A bare name where an enumeration is wanted.
  ///
  /// - Returns: `nil` when the name is no member; a box with nothing when it was reported.
  private mutating func checkMember(
    _ name: String, _ stretch: Range<Int>, _ wanted: Wanted?
  ) -> (node: Node?, Void)? {
    guard let enumeration = wanted?.enumeration, let index = enumeration.index(of: name) else { return nil }
    if let declaration = names[name], declaration.type.known.enumeration == enumeration {
      return (report(messages.ambiguousName(declaration, enumeration, at: stretch)), ())
    }
    let node = Node(
      operation: .constant(.member(index)), type: .enumeration(enumeration), stretch: stretch)
    return (node, ())
  }

  private func longestDeclared(in parts: [String]) -> NameDeclaration? {
    stride(from: parts.count - 1, to: 0, by: -1).lazy
      .compactMap { names[parts[..<$0].joined(separator: ".")] }.first
  }

  /// A dotted name of which only the beginning is declared: the rest must be parts of dates.
  private mutating func checkPart(
    _ tree: SyntaxTree, _ parts: [String], of declaration: NameDeclaration
  ) -> Node? {
    let full = parts.joined(separator: ".")
    let candidates = names.all.filter { $0.hasPrefix(declaration.name + ".") }
    let hasParts = !Checker.properties(of: declaration.type.known).isEmpty
    if hasParts, nearestName(to: full, among: candidates) == nil { return checkProperty(tree) }
    return report(unknownName(full, tree.stretch, nil))
  }

  // MARK: Parts of dates and durations

  private mutating func checkProperty(_ tree: SyntaxTree) -> Node? {
    guard case .property(let base, let name) = tree.kind else { return nil }
    guard let node = plain(check(base)) else { return nil }
    let known = Checker.properties(of: node.type)
    guard let property = known.first(where: { $0.rawValue == name }) else {
      return report(messages.noSuchProperty(name, of: node.type, known.map(\.rawValue), at: tree.stretch))
    }
    return Node(operation: .property(property, node), type: .number, stretch: tree.stretch)
  }

  static func properties(of type: ValueType) -> [CheckedExpression.Property] {
    switch type {
    case .date: [.year, .month, .day, .weekday]
    case .months: [.years, .months]
    case .days: [.days, .hours, .minutes, .seconds]
    default: []
    }
  }

  // MARK: Where a name comes from

  /// The declaration behind a node that is nothing but a name.
  func declaration(of node: Node) -> NameDeclaration? {
    switch node.operation {
    case .name(_, let name), .elapsing(_, let name): names[name]
    default: nil
    }
  }

  /// What a node asks of the expression it is compared with.
  func wish(from node: Node) -> Wanted? {
    let declaration = declaration(of: node)
    return Wanted(type: node.type, name: declaration?.name, declaredAt: declaration?.declaredAt)
  }

  /// The enumeration that a tree will certainly turn out to have, told without checking it: one side of
  /// a comparison must be known before bare names on the other side mean anything.
  func enumerationHint(_ tree: SyntaxTree) -> Wanted? {
    switch tree.kind {
    case .name, .property:
      guard let parts = tree.dottedName else { return nil }
      if parts.count == 1, let variable = variables.first(where: { $0.name == parts[0] }) {
        return variable.type.known.enumeration.map {
          Wanted(type: .enumeration($0), name: variable.name, declaredAt: nil)
        }
      }
      guard let declaration = names[parts.joined(separator: ".")],
        let enumeration = declaration.type.known.enumeration
      else { return nil }
      return Wanted(
        type: .enumeration(enumeration), name: declaration.name, declaredAt: declaration.declaredAt)
    case .condition(_, let consequence, let alternative):
      return enumerationHint(consequence) ?? enumerationHint(alternative)
    case .binary(.otherwise, let left, _): return enumerationHint(left)
    default: return nil
    }
  }

  func isDeclared(_ tree: SyntaxTree) -> Bool {
    guard let parts = tree.dottedName else { return true }
    return variables.contains { $0.name == parts[0] } || names[parts.joined(separator: ".")] != nil
      || longestDeclared(in: parts) != nil
  }

  // MARK: Names nobody declared

  private func unknownName(_ name: String, _ stretch: Range<Int>, _ wanted: Wanted?) -> Diagnostic {
    if let wanted, let enumeration = wanted.enumeration {
      return messages.unknownMember(name, of: enumeration, wanted, at: stretch)
    }
    return messages.unknownName(
      name, at: stretch, difference: difference(name),
      nearest: nearestName(to: name, among: names.all + variables.map(\.name)),
      enumerations: names.enumerations(with: name))
  }

  /// `a - b`, when the author wrote `a-b` and both are declared.
  private func difference(_ name: String) -> String? {
    for hyphen in name.indices where name[hyphen] == "-" {
      let (left, right) = (String(name[..<hyphen]), String(name[name.index(after: hyphen)...]))
      if names[left] != nil, names[right] != nil { return "\(left) - \(right)" }
    }
    return nil
  }
}
