package import Diagnostics

/// Where an expression finds its names, and who watches it being evaluated.
///
/// One protocol for both, since a name may itself be an expression (a definition), whose evaluation the
/// same watcher must see. Conformers that do not watch leave the default, empty, methods.
package protocol EvaluationContext {
  /// The present value of a declared name.
  mutating func value(of slot: Int) throws(Diagnostic) -> Value

  /// A name that changes by itself was compared: `name comparison bound`, which came out as `outcome`.
  mutating func didCompare(
    elapsing slot: Int, _ comparison: Comparison, _ bound: Value, outcome: Bool)

  /// A condition or a name was evaluated. Called innermost first.
  ///
  /// - Parameter source: the text that the node's stretch lies in.
  mutating func didEvaluate(
    _ node: CheckedExpression.Node, of source: MarkedText, to value: Value)

  /// A cell of a decision table was held against its column: a condition that stands in two places.
  mutating func didTest(_ cell: UnaryTests, of column: CheckedExpression, to outcome: Bool)

  /// A row of a decision table matched.
  ///
  /// - Parameter row: where it stands.
  mutating func didMatch(row: SourceRange)

  /// Whether `didEvaluate` and `didMatch` want to be told: read once per evaluation, so that watching costs nothing
  /// when nobody watches.
  var isWatching: Bool { get }
}

extension EvaluationContext {
  package mutating func didCompare(
    elapsing slot: Int, _ comparison: Comparison, _ bound: Value, outcome: Bool
  ) {}

  package mutating func didEvaluate(
    _ node: CheckedExpression.Node, of source: MarkedText, to value: Value
  ) {}

  package mutating func didTest(_ cell: UnaryTests, of column: CheckedExpression, to outcome: Bool) {
    didEvaluate(cell.condition(on: column), of: cell.source, to: .boolean(outcome))
  }

  package mutating func didMatch(row: SourceRange) {}

  package var isWatching: Bool { false }
}

/// How two values are compared.
package enum Comparison: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="

  /// The same comparison with its sides exchanged: `a < b` is `b > a`.
  package var flipped: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    }
  }
}
