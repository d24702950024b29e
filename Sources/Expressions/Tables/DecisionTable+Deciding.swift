package import Diagnostics
internal import Quantities

extension DecisionTable {
  /// What the table says in a context.
  ///
  /// - Throws: `rows-overlap` when two rows of a `unique` table match, `rows-differ` when two rows of
  ///   an `any` table say different things, `no-row-matches`, `value-not-allowed`, and what the
  ///   expressions throw.
  package func decide<Context: EvaluationContext>(
    in context: inout Context
  ) throws(Diagnostic) -> Decision {
    var inputs = [Value?](repeating: nil, count: columns.count)
    var matched: [Int] = []
    for index in rows.indices where try matches(rows[index], &inputs, in: &context) {
      matched.append(index)
      if context.isWatching { context.didMatch(row: rows[index].range) }
      if hit == .first { break }
      if hit == .unique, matched.count > 1 { throw messages.rowsOverlap(matched) }
    }
    if matched.isEmpty { return try withoutMatch(in: &context) }
    var outcomes: [[Value]] = []
    for index in matched { outcomes.append(try outcome(of: rows[index], in: &context)) }
    return Decision(values: try combine(outcomes, matched), matched: matched)
  }

  private var messages: TableMessages { TableMessages(table: self) }

  // MARK: Rows

  /// Columns are evaluated when a cell first asks for them, so that a value no row looks at need not
  /// exist.
  private func matches<Context: EvaluationContext>(
    _ row: Row, _ inputs: inout [Value?], in context: inout Context
  ) throws(Diagnostic) -> Bool {
    for (index, cell) in row.when.enumerated() where !cell.isAnything {
      let column = columns[index]
      let value: Value
      if let earlier = inputs[index] {
        value = earlier
      } else {
        value = try column.expression.value(in: &context)
        inputs[index] = value
        if let allowed = column.allowed, !(try allowed.pass(value, of: column.expression, in: &context)) {
          throw messages.notAllowed(column.expression, allowed)
        }
      }
      guard try cell.pass(value, of: column.expression, in: &context) else { return false }
    }
    return true
  }

  private func outcome<Context: EvaluationContext>(
    of row: Row, in context: inout Context
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for (output, entry) in zip(outputs, row.then) {
      let value = try entry.value(in: &context)
      if let allowed = output.allowed, !(try allowed.pass(value, of: entry, in: &context)) {
        throw messages.notAllowed(entry, allowed)
      }
      values.append(value)
    }
    return values
  }

  /// What holds when no row matches: nothing collected, or what the outputs say for this case.
  private func withoutMatch<Context: EvaluationContext>(
    in context: inout Context
  ) throws(Diagnostic) -> Decision {
    if hit == .collect { return Decision(values: outputs.map { _ in .list([]) }, matched: []) }
    if hit == .collectCount { return Decision(values: [.number(.zero)], matched: []) }
    var values: [Value] = []
    for output in outputs {
      guard let otherwise = output.otherwise else { throw messages.noRowMatches() }
      values.append(try otherwise.value(in: &context))
    }
    return Decision(values: values, matched: [])
  }

  // MARK: Several rows

  private func combine(_ outcomes: [[Value]], _ matched: [Int]) throws(Diagnostic) -> [Value] {
    switch hit {
    case .unique, .first: return outcomes[0]
    case .any:
      for (outcome, row) in zip(outcomes, matched) where outcome != outcomes[0] {
        throw messages.rowsDiffer(matched[0], row)
      }
      return outcomes[0]
    case .collect: return outputs.indices.map { index in .list(outcomes.map { $0[index] }) }
    case .collectCount: return [.number(Rational(outcomes.count))]
    case .collectSum, .collectLeast, .collectGreatest:
      do { return [try aggregate(outcomes.map { $0[0] })] } catch {
        throw messages.outOfRange()
      }
    }
  }

  private func aggregate(_ values: [Value]) throws(EvaluationFailure) -> Value {
    switch hit {
    case .collectSum: try Lists.sum(values, of: "sum")
    case .collectLeast: try Lists.least(values)
    default: try Lists.greatest(values)
    }
  }
}

extension UnaryTests {
  /// Whether the column's value passes the cell. A watcher is told of the cell as a condition.
  fileprivate func pass<Context: EvaluationContext>(
    _ value: Value, of column: CheckedExpression, in context: inout Context
  ) throws(Diagnostic) -> Bool {
    var evaluation = Evaluation(source: source, isWatching: context.isWatching)
    let outcome = try evaluation.passes(value, column.root.elapsingSlot, tests, in: &context)
    if context.isWatching { context.didTest(self, of: column, to: outcome) }
    return outcome
  }

  /// The cell and its column as one condition.
  package func condition(on column: CheckedExpression) -> CheckedExpression.Node {
    CheckedExpression.Node(
      operation: .membership(column.root, tests), type: .boolean, stretch: 0..<source.text.unicodeScalars.count)
  }
}
