internal import Diagnostics
internal import Expressions
internal import MarkedYAML

extension LawReader {
  /// A decision table with one output: the definition's value.
  mutating func table(_ node: YAMLNode, type: ValueType) -> DecisionTable? {
    guard let fields = Fields(node, .table, &findings),
      fields.required(.columns, &findings) != nil, let columns = fields.texts(.columns, &findings),
      fields.required(.rows, &findings) != nil
    else { return nil }
    let list = fields.items(.rows, &findings)
    let rows = list.compactMap { row($0, columns: columns.count) }
    // A row that reads badly is told; that the table then lacks it is not.
    guard rows.count == list.count else { return nil }
    let source = DecisionTableSource(
      hit: fields.text(.hit, &findings)?.marked,
      because: fields.text(.because, &findings)?.text,
      columns: columns.map { .init($0.marked) },
      outputs: [
        .init("value", expecting: Expectation(type, reason: "the value of this definition"))
      ], rows: rows, range: node.range)
    let read = DecisionTableReader.read(source, names: scope.names)
    tell(read.findings)
    return read.value
  }

  private mutating func row(_ node: YAMLNode, columns: Int) -> DecisionTableSource.Row? {
    guard let fields = Fields(node, .row, &findings),
      fields.required(.when, &findings) != nil, let cells = fields.texts(.when, &findings),
      let then = fields.requiredText(.then, &findings)
    else { return nil }
    guard cells.count == columns else {
      findings.add(
        Diagnostic(
          .error, "wrong-shape", "this row has \(cells.count) cells, the table has \(columns) columns",
          at: node.range, hint: "write '-' in a cell that does not matter"))
      return nil
    }
    return DecisionTableSource.Row(
      when: cells.map(\.marked), then: [then.marked], range: node.range)
  }
}
