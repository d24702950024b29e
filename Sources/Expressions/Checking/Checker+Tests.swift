package import Diagnostics

/// `in`, `between`, and the cells of decision tables.
extension Checker {
  typealias Test = CheckedExpression.Test

  mutating func checkMembership(
    _ subjectTree: SyntaxTree, _ testTrees: [SyntaxTree.Test], _ tree: SyntaxTree
  ) -> Node? {
    let hints = testTrees.compactMap { test in test.value.flatMap { enumerationHint($0) } }
    let hint = isDeclared(subjectTree) ? nil : hints.first
    guard let subject = plain(check(subjectTree, wanted: hint, allowsElapsing: true)) else {
      // The tests may still hold mistakes of their own, but bare names in them mean nothing now.
      return nil
    }
    guard let tests = checkTests(testTrees, of: subject) else { return nil }
    return Node(operation: .membership(subject, tests), type: .boolean, stretch: tree.stretch)
  }

  mutating func checkTests(_ trees: [SyntaxTree.Test], of subject: Node) -> [Test]? {
    let tests = trees.map { checkTest($0, of: subject) }
    return tests.contains { $0 == nil } ? nil : tests.compactMap { $0 }
  }

  private mutating func checkTest(_ test: SyntaxTree.Test, of subject: Node) -> Test? {
    switch test.kind {
    case .anything: return .anything
    case .any(let tests): return checkTests(tests, of: subject).map { .any($0) }
    case .none(let tests): return checkTests(tests, of: subject).map { .none($0) }
    case .comparison(let comparison, let value):
      guard let node = plain(check(value, wanted: wish(from: subject))),
        let (_, bound) = comparable(subject, node, comparison, at: test.stretch)
      else { return nil }
      return .comparison(comparison, bound)
    case .range(let low, let high):
      let lower = checkBound(low, .atLeast, of: subject)
      let upper = checkBound(high, .atMost, of: subject)
      guard let lower, let upper else { return nil }
      return .range(lower, upper)
    case .value(let value): return checkValueTest(value, of: subject, at: test.stretch)
    }
  }

  private mutating func checkBound(
    _ bound: SyntaxTree.Bound, _ comparison: Comparison, of subject: Node
  ) -> CheckedExpression.Bound? {
    guard let node = plain(check(bound.value)),
      let (_, value) = comparable(subject, node, comparison, at: bound.value.stretch)
    else { return nil }
    return CheckedExpression.Bound(node: value, isIncluded: bound.isIncluded)
  }

  /// A value to be equal to, or a list to be in: the types tell which.
  private mutating func checkValueTest(
    _ tree: SyntaxTree, of subject: Node, at stretch: Range<Int>
  ) -> Test? {
    var wanted = wish(from: subject)
    if case .list = tree.kind, !subject.type.isList {
      wanted = Wanted(type: .list(of: subject.type), name: wanted?.name, declaredAt: wanted?.declaredAt)
    }
    guard let node = plain(check(tree, wanted: wanted)) else { return nil }
    if case .list(let element) = node.type {
      guard let element else { return .member(of: node) }
      if UnitAlgebra.join(element, subject.type) != nil { return .member(of: node) }
      if !subject.type.isList {
        _ = reportDifference(subject, node.retyped(element), at: stretch)
        return nil
      }
    }
    return comparable(subject, node, .equal, at: stretch).map { .comparison(.equal, $0.1) }
  }
}

extension SyntaxTree.Test {
  fileprivate var value: SyntaxTree? { if case .value(let value) = kind { value } else { nil } }
}

/// The cell of a decision table, checked against its column.
package struct UnaryTests: Sendable {
  package let tests: [CheckedExpression.Test]
  /// The author's text of the cell.
  package let source: MarkedText
  let slots: [Int]

  /// Whether the cell lets every value pass.
  package var isAnything: Bool {
    tests.allSatisfy { if case .anything = $0 { true } else { false } }
  }
}

extension UnaryTests {
  static func read(_ source: MarkedText, names: Names, column: CheckedExpression) -> Checked<UnaryTests> {
    let (trees, findings) = Parser.tests(source)
    var checker = Checker(source, names: names, findings: findings, column: column.source.text)
    let subject = CheckedExpression.Node(
      operation: column.root.operation, type: column.root.type,
      stretch: CheckerMessages.columnStretch)
    let tests = checker.checkTests(trees, of: subject)
    return Checked(
      tests.map { UnaryTests(tests: $0, source: source, slots: checker.slots.sorted()) },
      Findings(checker.findings))
  }
}
