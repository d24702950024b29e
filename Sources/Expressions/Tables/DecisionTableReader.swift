package import Diagnostics

/// Source of a decision table to checked table.
package enum DecisionTableReader {
  /// - Returns: the table, or everything that is wrong with it, all cells included.
  package static func read(_ source: DecisionTableSource, names: Names) -> Checked<DecisionTable> {
    var reading = Reading(source: source, names: names, messages: TableMessages(table: source))
    let table = reading.table()
    return Checked(table, reading.findings)
  }

  private struct Reading {
    let source: DecisionTableSource
    let names: Names
    let messages: TableMessages
    var findings = Findings()

    mutating func table() -> DecisionTable? {
      let hit = hitPolicy()
      let columns = source.columns.map { column($0) }
      let rows = source.rows.filter { hasRightWidth($0) }
      let cells = rows.map { row in zip(row.when, columns).map { cell($0, column: $1?.expression) } }
      let outputs = source.outputs.indices.map { output($0, rows.map(\.then)) }
      if let hit, hit.aggregates { checkAggregate(hit, outputs.compactMap { $0 }) }
      if source.rows.isEmpty { findings.add(messages.noRows()) }
      guard let hit, !findings.hasErrors else { return nil }
      return DecisionTable(
        hit: hit, because: source.because, columns: columns.compactMap { $0 },
        outputs: outputs.compactMap { $0?.output },
        rows: rows.indices.map { index in
          DecisionTable.Row(
            when: cells[index].compactMap { $0 },
            then: outputs.compactMap { $0?.entries[index] }, range: rows[index].range)
        }, range: source.range)
    }

    // MARK: Parts

    private mutating func hitPolicy() -> HitPolicy? {
      guard let hit = source.hit else { return .unique }
      if HitPolicy.refused.contains(hit.text) {
        findings.add(messages.hitPolicyRefused(hit))
        return nil
      }
      guard let policy = HitPolicy.spellings[hit.text] else {
        findings.add(messages.unknownHitPolicy(hit))
        return nil
      }
      if policy == .first, source.because?.isEmpty ?? true { findings.add(messages.firstNeedsReason(hit)) }
      return policy
    }

    private mutating func column(_ column: DecisionTableSource.Column) -> DecisionTable.Column? {
      let expression = noting(ExpressionReader.readColumn(column.expression, names: names))
      guard let expression else { return nil }
      return DecisionTable.Column(
        expression: expression, allowed: column.allowed.flatMap { cell($0, column: expression) })
    }

    private mutating func cell(_ text: MarkedText, column: CheckedExpression?) -> UnaryTests? {
      column.flatMap { noting(UnaryTests.read(text, names: names, column: $0)) }
    }

    private mutating func output(
      _ index: Int, _ entries: [[MarkedText]]
    ) -> (output: DecisionTable.Output, entries: [CheckedExpression])? {
      let output = source.outputs[index]
      let texts = entries.map { $0[index] }
      let checked = (texts + [output.otherwise].compactMap { $0 }).map {
        noting(ExpressionReader.read($0, names: names, expecting: output.expectation))
      }
      guard let type = output.expectation?.type ?? agreement(checked.compactMap { $0 }, output.name),
        !checked.contains(where: { $0 == nil })
      else { return nil }
      let expressions = checked.compactMap { $0 }
      let allowed = output.allowed.flatMap { allowed in
        expressions.first.flatMap { cell(allowed, column: $0) }
      }
      let made = DecisionTable.Output(
        name: output.name, type: type, allowed: allowed,
        otherwise: expressions.count > texts.count ? expressions.last : nil)
      return (made, Array(expressions.prefix(texts.count)))
    }

    /// The type that all entries of an output share.
    private mutating func agreement(_ entries: [CheckedExpression], _ name: String) -> ValueType? {
      guard var type = entries.first?.type else { return nil }
      for entry in entries.dropFirst() {
        guard let joined = UnitAlgebra.join(type, entry.type) else {
          findings.add(messages.entriesDiffer(name, type, entry))
          return nil
        }
        type = joined
      }
      return type
    }

    // MARK: Shape

    private mutating func hasRightWidth(_ row: DecisionTableSource.Row) -> Bool {
      if row.when.count != source.columns.count { findings.add(messages.wrongCells(row)) }
      if row.then.count != source.outputs.count { findings.add(messages.wrongEntries(row)) }
      return row.when.count == source.columns.count && row.then.count == source.outputs.count
    }

    private mutating func checkAggregate(
      _ hit: HitPolicy, _ outputs: [(output: DecisionTable.Output, entries: [CheckedExpression])]
    ) {
      guard source.outputs.count == 1 else { return findings.add(messages.aggregateNeedsOneOutput()) }
      guard let type = outputs.first?.output.type else { return }
      let requirement: StandardFunction.Requirement =
        switch hit {
        case .collectSum: .quantity
        case .collectLeast, .collectGreatest: .ordered
        default: .anything
        }
      if !requirement.accepts(type, first: nil) {
        findings.add(messages.cannotAggregate(type, wanted: requirement.words))
      }
    }

    private mutating func noting<Part>(_ checked: Checked<Part>) -> Part? {
      findings.merge(checked.findings)
      return checked.value
    }
  }
}
