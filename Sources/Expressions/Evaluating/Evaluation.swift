package import Diagnostics
internal import Quantities

extension CheckedExpression {
  /// The value in a context: the plain evaluator, which is the meaning of the language.
  ///
  /// `and` and `or` read from left to right and stop as soon as the outcome is settled.
  ///
  /// - Throws: what the context throws, and what only values can show: division by zero, a number out
  ///   of range, no such day.
  package func value<Context: EvaluationContext>(
    in context: inout Context
  ) throws(Diagnostic) -> Value {
    var evaluation = Evaluation(source: source, isWatching: context.isWatching)
    return try evaluation.value(of: root, in: &context)
  }
}

/// One evaluation: where it is and who watches.
struct Evaluation {
  typealias Node = CheckedExpression.Node

  let source: MarkedText
  let isWatching: Bool
  /// The elements that the enclosing quantifiers are looking at.
  private var elements: [Value] = []

  init(source: MarkedText, isWatching: Bool) {
    self.source = source
    self.isWatching = isWatching
  }

  mutating func value<Context: EvaluationContext>(
    of node: Node, in context: inout Context
  ) throws(Diagnostic) -> Value {
    let value = try compute(node, in: &context)
    if isWatching, node.isWorthWatching { context.didEvaluate(node, of: source, to: value) }
    return value
  }

  private mutating func compute<Context: EvaluationContext>(
    _ node: Node, in context: inout Context
  ) throws(Diagnostic) -> Value {
    switch node.operation {
    case .constant(let value): return value
    case .name(let slot, _), .elapsing(let slot, _):
      let value = try context.value(of: slot)
      if case .list(let elements) = value, elements.count > CheckedExpression.longestList {
        throw failure(.listTooLong(CheckedExpression.longestList), node)
      }
      return value
    case .variable(let index, _): return elements[index]
    case .negative(let operand): return try value(of: operand, in: &context).negated
    case .not(let operand): return .boolean(!(try holds(operand, in: &context)))
    case .and(let left, let right):
      guard try holds(left, in: &context) else { return .boolean(false) }
      return .boolean(try holds(right, in: &context))
    case .or(let left, let right):
      if try holds(left, in: &context) { return .boolean(true) }
      return .boolean(try holds(right, in: &context))
    case .comparison(let comparison, let left, let right):
      return .boolean(try compare(comparison, left, right, in: &context))
    case .arithmetic(let operation, let left, let right):
      let first = try value(of: left, in: &context)
      let second = try value(of: right, in: &context)
      do { return try operation.value(first, second) } catch { throw failure(error, node) }
    case .membership(let subject, let tests):
      let value = try value(of: subject, in: &context)
      return .boolean(try passes(value, subject.elapsingSlot, tests, in: &context))
    case .condition(let condition, let consequence, let alternative):
      return try value(of: try holds(condition, in: &context) ? consequence : alternative, in: &context)
    case .quantified(let isEvery, _, let list, let condition):
      return .boolean(try quantify(isEvery, list, condition, in: &context))
    case .list(let nodes): return .list(try values(of: nodes, in: &context))
    case .call(let call, let arguments):
      let values = try values(of: arguments, in: &context)
      do { return try call.shape.evaluation(values) } catch { throw failure(error, node) }
    case .property(let property, let base):
      return .number(property.value(of: try value(of: base, in: &context)))
    case .known(let operand): return .boolean(try value(of: operand, in: &context) != .unknown)
    case .otherwise(let left, let right):
      let first = try value(of: left, in: &context)
      return first == .unknown ? try value(of: right, in: &context) : first
    }
  }

  // MARK: Conditions

  private mutating func holds<Context: EvaluationContext>(
    _ node: Node, in context: inout Context
  ) throws(Diagnostic) -> Bool {
    try value(of: node, in: &context) == .boolean(true)
  }

  private mutating func compare<Context: EvaluationContext>(
    _ comparison: Comparison, _ left: Node, _ right: Node, in context: inout Context
  ) throws(Diagnostic) -> Bool {
    let first = try value(of: left, in: &context)
    let second = try value(of: right, in: &context)
    let outcome = comparison.holds(first, second)
    if let slot = left.elapsingSlot {
      context.didCompare(elapsing: slot, comparison, second, outcome: outcome)
    } else if let slot = right.elapsingSlot {
      context.didCompare(elapsing: slot, comparison.flipped, first, outcome: outcome)
    }
    return outcome
  }

  private mutating func quantify<Context: EvaluationContext>(
    _ isEvery: Bool, _ list: Node, _ condition: Node, in context: inout Context
  ) throws(Diagnostic) -> Bool {
    for element in try value(of: list, in: &context).elements {
      elements.append(element)
      let outcome: Bool
      do {
        outcome = try holds(condition, in: &context)
        elements.removeLast()
      } catch {
        elements.removeLast()
        throw error
      }
      if outcome != isEvery { return !isEvery }
    }
    return isEvery
  }

  // MARK: Tests

  /// Whether a value passes any of the tests; each comparison of a name that changes by itself is told.
  mutating func passes<Context: EvaluationContext>(
    _ subject: Value, _ slot: Int?, _ tests: [CheckedExpression.Test], in context: inout Context
  ) throws(Diagnostic) -> Bool {
    for test in tests {
      if try passes(subject, slot, test, in: &context) { return true }
    }
    return false
  }

  private mutating func passes<Context: EvaluationContext>(
    _ subject: Value, _ slot: Int?, _ test: CheckedExpression.Test, in context: inout Context
  ) throws(Diagnostic) -> Bool {
    switch test {
    case .anything: return true
    case .any(let tests): return try passes(subject, slot, tests, in: &context)
    case .none(let tests): return !(try passes(subject, slot, tests, in: &context))
    case .comparison(let comparison, let node):
      let bound = try value(of: node, in: &context)
      return told(subject, slot, comparison, bound, in: &context)
    case .range(let low, let high):
      let from = try value(of: low.node, in: &context)
      guard told(subject, slot, low.isIncluded ? .atLeast : .greater, from, in: &context) else {
        return false
      }
      let to = try value(of: high.node, in: &context)
      return told(subject, slot, high.isIncluded ? .atMost : .less, to, in: &context)
    case .member(let list):
      for element in try value(of: list, in: &context).elements {
        if told(subject, slot, .equal, element, in: &context) { return true }
      }
      return false
    }
  }

  private func told<Context: EvaluationContext>(
    _ subject: Value, _ slot: Int?, _ comparison: Comparison, _ bound: Value, in context: inout Context
  ) -> Bool {
    let outcome = comparison.holds(subject, bound)
    if let slot { context.didCompare(elapsing: slot, comparison, bound, outcome: outcome) }
    return outcome
  }

  // MARK: Parts

  private mutating func values<Context: EvaluationContext>(
    of nodes: [Node], in context: inout Context
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    for node in nodes { values.append(try value(of: node, in: &context)) }
    return values
  }

  private func failure(_ failure: EvaluationFailure, _ node: Node) -> Diagnostic {
    CheckerMessages(source: source).failure(failure, at: node.stretch)
  }
}

extension Comparison {
  /// Whether two values of one kind compare so.
  package func holds(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left.precedes(right)
    case .atMost: !right.precedes(left)
    case .greater: right.precedes(left)
    case .atLeast: !left.precedes(right)
    }
  }
}

extension CheckedExpression.Node {
  /// Conditions and names: what an explanation is made of.
  fileprivate var isWorthWatching: Bool {
    switch operation {
    case .constant: false
    case .name, .elapsing: true
    default: if case .boolean = type { true } else { false }
    }
  }
}

extension CheckedExpression.Property {
  fileprivate func value(of whole: Value) -> Rational {
    let nanoseconds = if case .time(let count) = whole { count } else { 0 as Int128 }
    let months = if case .months(let count) = whole { count } else { 0 }
    func part(_ length: Int128, of larger: Int128) -> Rational {
      Rational(Int((nanoseconds % larger) / length))
    }
    let second: Int128 = 1_000_000_000
    return switch self {
    case .year: Rational(whole.day.parts.year)
    case .month: Rational(whole.day.parts.month)
    case .day: Rational(whole.day.parts.day)
    case .weekday: Rational(whole.day.weekday)
    case .years: Rational(months / 12)
    case .months: Rational(months % 12)
    case .days: Rational(nanoseconds / Value.nanosecondsPerDay, 1) ?? .zero
    case .hours: part(3_600 * second, of: Value.nanosecondsPerDay)
    case .minutes: part(60 * second, of: 3_600 * second)
    case .seconds: Rational(nanoseconds % (60 * second), second) ?? .zero
    }
  }
}

extension Value {
  fileprivate var negated: Value {
    switch self {
    case .number(let number): .number(number.negated)
    case .money(let øre): .money(øre.negated)
    case .months(let count): .months(-count)
    case .time(let nanoseconds): .time(nanoseconds: -nanoseconds)
    default: self
    }
  }
}
