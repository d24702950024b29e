package import Diagnostics

/// What the place of an expression asks of it.
package struct Expectation: Sendable {
  package let type: ValueType
  /// The place, for messages: "the condition of a duty".
  package let reason: String
  /// Where the type was declared, when the author declared it.
  package let declaredAt: SourceRange?

  package init(_ type: ValueType, reason: String, declaredAt: SourceRange? = nil) {
    self.type = type
    self.reason = reason
    self.declaredAt = declaredAt
  }
}

/// Text to checked expression: lexer, parser and checker in a row.
package enum ExpressionReader {
  /// - Parameter expectation: `nil` takes whatever type the expression has.
  /// - Returns: the expression, or everything that is wrong with it.
  package static func read(
    _ source: MarkedText, names: Names, expecting expectation: Expectation?
  ) -> Checked<CheckedExpression> {
    let (tree, findings) = Parser.expression(source)
    var checker = Checker(source, names: names, findings: findings)
    let root = checker.root(of: tree, expecting: expectation)
    return checker.result(root)
  }

  /// The column of a decision table, which may be a name that changes by itself.
  static func readColumn(_ source: MarkedText, names: Names) -> Checked<CheckedExpression> {
    let (tree, findings) = Parser.expression(source)
    var checker = Checker(source, names: names, findings: findings)
    let root = checker.check(tree, allowsElapsing: true).flatMap { checker.plain($0) }
    return checker.result(root)
  }
}

extension Checker {
  fileprivate func result(_ root: CheckedExpression.Node?) -> Checked<CheckedExpression> {
    Checked(
      root.map { CheckedExpression(root: $0, source: source, slots: slots) }, Findings(findings))
  }
}
