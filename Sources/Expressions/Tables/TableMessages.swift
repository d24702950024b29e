internal import Diagnostics

/// Everything that is said about decision tables.
struct TableMessages {
  private let range: SourceRange
  private let rows: [SourceRange]
  private let width: (columns: Int, outputs: Int)

  init(table: DecisionTableSource) {
    range = table.range
    rows = table.rows.map(\.range)
    width = (table.columns.count, table.outputs.count)
  }

  init(table: DecisionTable) {
    range = table.range
    rows = table.rows.map(\.range)
    width = (table.columns.count, table.outputs.count)
  }

  // MARK: Reading

  private static let alternatives =
    "write 'unique' and make the rows exclude each other, 'any', 'collect', or 'first' with a reason under 'because'"

  func hitPolicyRefused(_ hit: MarkedText) -> Diagnostic {
    Diagnostic(
      .error, "hit-policy-refused",
      "'\(hit.text)' is not offered: what such a table says hangs on the order in which its values or rows happen to stand",
      at: hit.range, hint: TableMessages.alternatives)
  }

  func unknownHitPolicy(_ hit: MarkedText) -> Diagnostic {
    let words = HitPolicy.spellings.keys.filter { $0.count > 2 }.sorted()
    return Diagnostic(
      .error, "unknown-hit-policy", "there is no hit policy '\(hit.text)'", at: hit.range,
      hint: nearestName(to: hit.text, among: words).map { "write '\($0)'" }
        ?? "write one of \(words.map { "'\($0)'" }.joined(separator: ", "))")
  }

  func firstNeedsReason(_ hit: MarkedText) -> Diagnostic {
    Diagnostic(
      .error, "reason-missing",
      "'\(hit.text)' lets the order of rows decide, and the table does not say why that is right",
      at: hit.range, hint: "add 'because:' with the reason, or write 'unique'")
  }

  func noRows() -> Diagnostic {
    Diagnostic(.error, "no-rows", "the table has no rows", at: range, hint: "add a row")
  }

  func wrongCells(_ row: DecisionTableSource.Row) -> Diagnostic {
    Diagnostic(
      .error, "wrong-cells",
      "the row has \(row.when.count) cells, the table has \(width.columns) columns", at: row.range,
      hint: "write one cell for each column, '-' where every value will do")
  }

  func wrongEntries(_ row: DecisionTableSource.Row) -> Diagnostic {
    Diagnostic(
      .error, "wrong-cells",
      "the row decides \(row.then.count) values, the table has \(width.outputs) outputs", at: row.range)
  }

  func entriesDiffer(_ name: String, _ type: ValueType, _ entry: CheckedExpression) -> Diagnostic {
    Diagnostic(
      .error, "type-mismatch",
      "'\(entry.source.text)' is \(entry.type.words), a row before it makes '\(name)' \(type.words)",
      at: entry.source.range)
  }

  func aggregateNeedsOneOutput() -> Diagnostic {
    Diagnostic(
      .error, "one-output-needed", "the table collects into one value, but has \(width.outputs) outputs",
      at: range, hint: "write 'collect', or one table for each output")
  }

  func cannotAggregate(_ type: ValueType, wanted: String) -> Diagnostic {
    Diagnostic(
      .error, "type-mismatch", "the table decides \(type.words), its hit policy needs \(wanted)", at: range,
      hint: "write 'collect'")
  }

  // MARK: Deciding

  func rowsOverlap(_ matched: [Int]) -> Diagnostic {
    Diagnostic(
      .error, "rows-overlap", "\(named(matched)) both match, but the table is 'unique'", at: range,
      hint: "narrow a cell of one of them, or write 'any' when they may agree",
      notes: matched.map { .init("row \($0 + 1) is here", at: rows[$0]) })
  }

  func rowsDiffer(_ first: Int, _ second: Int) -> Diagnostic {
    Diagnostic(
      .error, "rows-differ",
      "\(named([first, second])) both match and decide differently, but the table is 'any'", at: range,
      hint: "narrow a cell of one of them",
      notes: [first, second].map { .init("row \($0 + 1) is here", at: rows[$0]) })
  }

  func noRowMatches() -> Diagnostic {
    Diagnostic(
      .error, "no-row-matches", "no row of the table matches", at: range,
      hint: "add a row for this case")
  }

  func notAllowed(_ expression: CheckedExpression, _ allowed: UnaryTests) -> Diagnostic {
    Diagnostic(
      .error, "value-not-allowed",
      "the value of '\(expression.source.text)' is not among \(allowed.source.text)",
      at: expression.source.range, notes: [.init("allowed are these", at: allowed.source.range)])
  }

  func outOfRange() -> Diagnostic {
    Diagnostic(.error, "out-of-range", "the sum of the rows leaves the range of numbers", at: range)
  }

  private func named(_ matched: [Int]) -> String {
    "rows " + matched.map { String($0 + 1) }.joined(separator: " and ")
  }
}
