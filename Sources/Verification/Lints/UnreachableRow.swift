internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Vocabulary

/// A row of a decision table that no citizen can come to.
///
/// Columns are taken to be free of one another: each may have any value that its cells can tell apart. So
/// "unreachable" is a proof, while nothing told is no promise.
struct UnreachableRow: Lint {
  private static let impossible = FindingPage(
    .warning, "unreachable-row", "A row of a table whose cells nothing can pass.",
    why:
      "A row that cannot match decides nothing, though it cites the act as if it did. Most often a range is written the wrong way round.",
    bad: "- {when: [\"[30..18]\"], then: young}",
    good: "- {when: [\"[18..30]\"], then: young}")
  private static let hidden = FindingPage(
    .warning, "hidden-row", "A row of a table of hit policy 'first' that the rows before it hide.",
    why:
      "Under 'first' the rows above decide whatever they match. When together they match all that a row matches, its rule never applies, and moving it would change the law.",
    bad: "rows: [{when: [\"-\"], then: adult}, {when: [\"< 18\"], then: child}]",
    good: "rows: [{when: [\"< 18\"], then: child}, {when: [\"-\"], then: adult}]")
  static let pages = [impossible, hidden]

  func findings(in rules: LintedRules) -> [Diagnostic] {
    rules.laws.flatMap { law in
      law.definitions.flatMap { definition in
        definition.versions.flatMap { version -> [Diagnostic] in
          guard case .table(let table) = version.text else { return [] }
          return findings(in: table, of: definition.provision.id.name)
        }
      }
    }
  }

  private func findings(in table: DecisionTable, of name: String) -> [Diagnostic] {
    let domains = table.columns.indices.map { column in
      values(of: table.columns[column].expression, cells: table.rows.map { $0.when[column] })
    }
    return table.rows.indices.compactMap { index in
      let row = table.rows[index]
      let place = "row \(index + 1) of '\(name)'"
      if !canPass(row, domains) {
        return Self.impossible.finding(
          "\(place) can never match: no value passes its cells", at: row.range,
          hint: "mend the cell, or remove the row")
      }
      guard table.hit == .first, index > 0, isHidden(row, behind: Array(table.rows[..<index]), domains)
      else { return nil }
      return Self.hidden.finding(
        "\(place) is never reached: the rows before it match all that it matches", at: row.range,
        hint: "move it up, or remove it")
    }
  }

  private func canPass(_ row: DecisionTable.Row, _ domains: [[Value]?]) -> Bool {
    zip(row.when, domains).allSatisfy { cell, domain in
      domain.map { values in values.contains { cell.passes($0) != false } } ?? true
    }
  }

  /// Tries every combination of values that the cells can tell apart, up to a bound.
  private func isHidden(
    _ row: DecisionTable.Row, behind earlier: [DecisionTable.Row], _ domains: [[Value]?]
  ) -> Bool {
    var steps = 0
    /// - Returns: whether some combination reaches the row, or none was found within the bound.
    func reaches(_ column: Int, _ chosen: [Value?]) -> Bool {
      steps += 1
      if steps > UnreachableRow.limit { return true }
      guard column < domains.count else {
        return !earlier.contains { other in
          zip(other.when, chosen).allSatisfy { cell, value in
            value.map { cell.passes($0) == true } ?? cell.isAnything
          }
        }
      }
      // A column whose values cannot be listed: only a cell that lets all pass is sure to match.
      guard let values = domains[column] else { return reaches(column + 1, chosen + [nil]) }
      return values.contains { row.when[column].passes($0) != false && reaches(column + 1, chosen + [$0]) }
    }
    return !reaches(0, [])
  }

  private static let limit = 20_000
}

extension UnreachableRow {
  /// The values that the cells of a column can tell apart; `nil` where they cannot be listed.
  private func values(of column: CheckedExpression, cells: [UnaryTests]) -> [Value]? {
    guard !column.type.isOptional else { return nil }
    var domain = Domain(type: column.type)
    for node in cells.flatMap(\.tests).flatMap(\.parts) {
      if case .constant(let value) = node.operation { domain.constants.insert(value) }
    }
    return domain.values
  }
}

extension UnaryTests {
  /// Whether a value passes the cell; `nil` when that hangs on a name.
  fileprivate func passes(_ value: Value) -> Bool? { Possibility.passes(value, tests) }
}
