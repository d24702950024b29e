package import Diagnostics

/// A decision table as its author wrote it.
package struct DecisionTableSource: Sendable {
  package struct Column: Sendable {
    package let expression: MarkedText
    /// The values the column may have, as a cell; others are an error when they occur.
    package let allowed: MarkedText?

    package init(_ expression: MarkedText, allowed: MarkedText? = nil) {
      self.expression = expression
      self.allowed = allowed
    }
  }

  package struct Output: Sendable {
    package let name: String
    /// `nil`: whatever type the rows agree on.
    package let expectation: Expectation?
    package let allowed: MarkedText?
    /// What holds when no row matches.
    package let otherwise: MarkedText?

    package init(
      _ name: String, expecting expectation: Expectation? = nil, allowed: MarkedText? = nil,
      otherwise: MarkedText? = nil
    ) {
      self.name = name
      self.expectation = expectation
      self.allowed = allowed
      self.otherwise = otherwise
    }
  }

  package struct Row: Sendable {
    /// One cell for each column.
    package let when: [MarkedText]
    /// One expression for each output.
    package let then: [MarkedText]
    package let range: SourceRange

    package init(when: [MarkedText], then: [MarkedText], range: SourceRange) {
      self.when = when
      self.then = then
      self.range = range
    }
  }

  /// `nil` is `unique`.
  package let hit: MarkedText?
  /// Why `first` is needed.
  package let because: String?
  package let columns: [Column]
  package let outputs: [Output]
  package let rows: [Row]
  package let range: SourceRange

  package init(
    hit: MarkedText?, because: String? = nil, columns: [Column], outputs: [Output], rows: [Row],
    range: SourceRange
  ) {
    self.hit = hit
    self.because = because
    self.columns = columns
    self.outputs = outputs
    self.rows = rows
    self.range = range
  }
}

/// A decision table that has passed the checker.
///
/// Invariant: every row has a cell for each column and an expression for each output, of the output's
/// type; `DecisionTableReader`, the only maker, upholds it.
package struct DecisionTable: Sendable {
  package struct Column: Sendable {
    package let expression: CheckedExpression
    package let allowed: UnaryTests?
  }

  package struct Output: Sendable {
    package let name: String
    /// Of one row's entry; see `DecisionTable.types` for what comes out of the table.
    package let type: ValueType
    package let allowed: UnaryTests?
    package let otherwise: CheckedExpression?
  }

  package struct Row: Sendable {
    package let when: [UnaryTests]
    package let then: [CheckedExpression]
    package let range: SourceRange
  }

  package let hit: HitPolicy
  package let because: String?
  package let columns: [Column]
  package let outputs: [Output]
  package let rows: [Row]
  package let range: SourceRange

  /// What a decision holds for each output: lists for `collect`, a number for `collect count`.
  package var types: [ValueType] {
    outputs.map { output in
      switch hit {
      case .collect: .list(of: output.type)
      case .collectCount: .number
      default: output.type
      }
    }
  }

  /// The slots of all names the table reads, in ascending order.
  package var slots: [Int] {
    var all = columns.flatMap { $0.expression.slots + ($0.allowed?.slots ?? []) }
    all += outputs.flatMap { ($0.allowed?.slots ?? []) + ($0.otherwise?.slots ?? []) }
    all += rows.flatMap { row in row.when.flatMap(\.slots) + row.then.flatMap(\.slots) }
    return Set(all).sorted()
  }
}

/// What a table decided, and by which rows.
package struct Decision: Hashable, Sendable {
  /// One for each output, of `DecisionTable.types`.
  package let values: [Value]
  /// Ascending, from 0. Empty when the outputs' `otherwise` decided.
  package let matched: [Int]
}
