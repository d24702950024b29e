internal import Diagnostics

/// Makes a checked expression of a tree: resolves names, gives every node its type, tells all that is wrong.
///
/// A part that is wrong has no node (`nil`), and whatever contains it stays silent about it: one mistake,
/// one finding. Words are in `CheckerMessages`, types of operations in `UnitAlgebra`.
struct Checker {
  typealias Node = CheckedExpression.Node

  /// The type that the surroundings ask for, which gives bare names of members their meaning.
  struct Wanted {
    let type: ValueType
    /// What asks for it, when it is a name.
    let name: String?
    let declaredAt: SourceRange?

    var enumeration: Enumeration? { type.known.enumeration }
  }

  let source: MarkedText
  let names: Names
  let messages: CheckerMessages
  var findings: [Diagnostic]
  var slots: Set<Int> = []
  /// Optional names that are known wherever the checker stands now.
  var knownNames: Set<String> = []
  var variables: [(name: String, type: ValueType)] = []
  /// How to write a comparison in which a name that changes by itself stands too deep, by the place of
  /// the name.
  var elapsingHints: [Int: String] = [:]

  init(_ source: MarkedText, names: Names, findings: [Diagnostic] = []) {
    self.source = source
    self.names = names
    self.findings = findings
    messages = CheckerMessages(source: source)
  }

  mutating func root(of tree: SyntaxTree, expecting expectation: Expectation?) -> Node? {
    guard let expectation else { return check(tree) }
    let wanted = Wanted(type: expectation.type, name: nil, declaredAt: expectation.declaredAt)
    return check(tree, wanted: wanted).flatMap { fitting($0, expectation) }
  }

  // MARK: One node

  mutating func check(_ tree: SyntaxTree, wanted: Wanted? = nil, allowsElapsing: Bool = false) -> Node? {
    switch tree.kind {
    case .constant(let value, let type):
      return Node(operation: .constant(value), type: type, stretch: tree.stretch)
    case .missing: return nil
    case .null: return report(messages.noNull(at: tree.stretch))
    case .strayRange: return report(messages.strayRange(at: tree.stretch))
    case .name, .property: return checkName(tree, wanted: wanted, allowsElapsing: allowsElapsing)
    case .negative(let operand): return checkNegative(operand, tree)
    case .not(let operand):
      return checkCondition(operand, of: "not").map {
        Node(operation: .not($0), type: .boolean, stretch: tree.stretch)
      }
    case .binary(.and, let left, let right), .binary(.or, let left, let right):
      return checkLogic(tree, left, right)
    case .binary(.comparison(let comparison), let left, let right):
      return checkComparison(comparison, left, right, tree)
    case .binary(.otherwise, let left, let right): return checkOtherwise(left, right, tree, wanted)
    case .binary(.arithmetic(let operation), let left, let right):
      return checkArithmetic(operation, left, right, tree)
    case .membership(let subject, let tests): return checkMembership(subject, tests, tree)
    case .condition(let condition, let consequence, let alternative):
      return checkChoice(condition, consequence, alternative, tree, wanted)
    case .quantified: return checkQuantified(tree)
    case .list(let elements): return checkList(elements, tree, wanted)
    case .call(let name, let nameStretch, let arguments):
      return checkCall(name, nameStretch, arguments, tree)
    }
  }

  /// The node, if its value is certainly known.
  mutating func plain(_ node: Node?) -> Node? {
    guard let node else { return nil }
    guard case .optional(let type) = node.type else { return node }
    return report(messages.mayBeUnknown(node.stretch, type, declaration(of: node)))
  }

  /// A condition that `word` (`and`, `if`) asks for.
  mutating func checkCondition(_ tree: SyntaxTree, of word: String) -> Node? {
    guard let node = plain(check(tree)) else { return nil }
    guard node.type == .boolean else {
      return report(messages.notACondition(node.stretch, node.type, of: word, declaration(of: node)))
    }
    return node
  }

  // MARK: Conditions

  private mutating func checkLogic(_ tree: SyntaxTree, _ left: SyntaxTree, _ right: SyntaxTree) -> Node? {
    let isAnd = if case .binary(.and, _, _) = tree.kind { true } else { false }
    let word = isAnd ? "and" : "or"
    let first = checkCondition(left, of: word)
    let second = knowing(certainties(of: left, when: isAnd)) { $0.checkCondition(right, of: word) }
    guard let first, let second else { return nil }
    return Node(
      operation: isAnd ? .and(first, second) : .or(first, second), type: .boolean, stretch: tree.stretch)
  }

  private mutating func checkChoice(
    _ condition: SyntaxTree, _ consequence: SyntaxTree, _ alternative: SyntaxTree, _ tree: SyntaxTree,
    _ wanted: Wanted?
  ) -> Node? {
    let test = checkCondition(condition, of: "if")
    let wish = wanted ?? enumerationHint(consequence) ?? enumerationHint(alternative)
    let first = knowing(certainties(of: condition, when: true)) { $0.check(consequence, wanted: wish) }
    let second = knowing(certainties(of: condition, when: false)) { $0.check(alternative, wanted: wish) }
    guard let test, let first, let second else { return nil }
    guard let type = UnitAlgebra.join(first.type, second.type) else {
      return reportDifference(first, second, at: tree.stretch)
    }
    return Node(operation: .condition(test, then: first, else: second), type: type, stretch: tree.stretch)
  }

  private mutating func checkQuantified(_ tree: SyntaxTree) -> Node? {
    guard case .quantified(let isEvery, let name, let place, let listTree, let condition) = tree.kind else {
      return nil
    }
    if names[name] != nil || variables.contains(where: { $0.name == name }) {
      return report(messages.nameTaken(name, at: place, names[name]?.declaredAt))
    }
    guard let list = plain(check(listTree)) else { return nil }
    guard case .list(let element) = list.type else {
      return report(messages.notAList(list.stretch, list.type, declaration(of: list)))
    }
    // Nothing can be said about the elements of the empty list, and nothing need be.
    guard let element else {
      return Node(operation: .constant(.boolean(isEvery)), type: .boolean, stretch: tree.stretch)
    }
    variables.append((name, element))
    defer { variables.removeLast() }
    guard let body = checkCondition(condition, of: "satisfies") else { return nil }
    return Node(
      operation: .quantified(isEvery: isEvery, variable: variables.count - 1, in: list, satisfies: body),
      type: .boolean, stretch: tree.stretch)
  }

  private mutating func checkOtherwise(
    _ left: SyntaxTree, _ right: SyntaxTree, _ tree: SyntaxTree, _ wanted: Wanted?
  ) -> Node? {
    let first = check(left, wanted: wanted ?? enumerationHint(right))
    let second = check(right, wanted: first.flatMap { wish(from: $0) } ?? wanted)
    guard let first, let second else { return nil }
    if !first.type.isOptional { findings.append(messages.alwaysKnown(first.stretch)) }
    guard let type = UnitAlgebra.join(first.type.known, second.type) else {
      return reportDifference(first.retyped(first.type.known), second, at: tree.stretch)
    }
    return Node(operation: .otherwise(first, second), type: type, stretch: tree.stretch)
  }

  private mutating func checkList(_ trees: [SyntaxTree], _ tree: SyntaxTree, _ wanted: Wanted?) -> Node? {
    let element = wanted?.type.known.element
    let hints = trees.compactMap { enumerationHint($0) }
    let wish =
      element.map { Wanted(type: $0, name: wanted?.name, declaredAt: wanted?.declaredAt) } ?? hints.first
    let nodes = trees.map { plain(check($0, wanted: wish)) }
    var type: ValueType?
    for case let node? in nodes {
      guard let earlier = type else {
        type = node.type
        continue
      }
      guard let joined = UnitAlgebra.join(earlier, node.type) else {
        return report(messages.mixedList(node.stretch, node.type, earlier))
      }
      type = joined
    }
    let elements = nodes.compactMap { $0 }
    guard elements.count == trees.count else { return nil }
    return Node(operation: .list(elements), type: .list(of: type), stretch: tree.stretch)
  }

  // MARK: What is known where

  /// Checks with more names known than before.
  mutating func knowing(_ more: Set<String>, _ check: (inout Checker) -> Node?) -> Node? {
    let before = knownNames
    knownNames.formUnion(more)
    defer { knownNames = before }
    return check(&self)
  }

  /// The names that are certainly known when the condition comes out as `outcome`.
  func certainties(of tree: SyntaxTree, when outcome: Bool) -> Set<String> {
    switch tree.kind {
    case .call("known", _, let arguments):
      guard outcome, let parts = arguments.first?.value.dottedName else { return [] }
      return [parts.joined(separator: ".")]
    case .not(let operand): return certainties(of: operand, when: !outcome)
    case .binary(.and, let left, let right):
      let first = certainties(of: left, when: outcome)
      let second = certainties(of: right, when: outcome)
      return outcome ? first.union(second) : first.intersection(second)
    case .binary(.or, let left, let right):
      let first = certainties(of: left, when: outcome)
      let second = certainties(of: right, when: outcome)
      return outcome ? first.intersection(second) : first.union(second)
    default: return []
    }
  }

  // MARK: Findings

  mutating func report(_ finding: Diagnostic) -> Node? {
    findings.append(finding)
    return nil
  }
}
