internal import Diagnostics
internal import Expressions

extension CheckedExpression {
  /// The value of an expression that reads no names; `nil` when it does, or cannot be computed.
  var constantValue: Value? {
    guard slots.isEmpty else { return nil }
    var context = NoNames()
    return try? value(in: &context)
  }
}

/// The context of an expression without names.
private struct NoNames: EvaluationContext {
  mutating func value(of slot: Int) throws(Diagnostic) -> Value { .unknown }
}
