internal import Expressions
internal import Legislation

/// Tests of a value, and tables made of them.
extension ExpressionCompiler {
  mutating func membership(
    _ subject: CheckedExpression.Node, _ tests: [CheckedExpression.Test]
  ) throws(Unsupported) -> Int {
    if let bits = bits(of: subject.type, tests) {
      return add(Node(.isMember, try compile(subject), word: bits))
    }
    return try any(subject, tests)
  }

  /// The tests as a set of members, when they are nothing but that.
  private func bits(of type: ValueType, _ tests: [CheckedExpression.Test]) -> Int? {
    guard case .enumeration(let enumeration) = type, enumeration.members.count < 62 else { return nil }
    var bits = 0
    for test in tests {
      switch test {
      case .comparison(.equal, let node):
        guard case .constant(.member(let member)) = node.operation else { return nil }
        bits |= 1 << member
      default: return nil
      }
    }
    return bits
  }

  private mutating func any(
    _ subject: CheckedExpression.Node, _ tests: [CheckedExpression.Test]
  ) throws(Unsupported) -> Int {
    var all: Int?
    for test in tests {
      let next = try compile(test, of: subject)
      all = all.map { add(Node(.or, $0, next)) } ?? next
    }
    return all ?? add(Node(.constant, word: 0))
  }

  private mutating func compile(
    _ test: CheckedExpression.Test, of subject: CheckedExpression.Node
  ) throws(Unsupported) -> Int {
    switch test {
    case .anything: return add(Node(.constant, word: 1))
    case .any(let tests): return try any(subject, tests)
    case .none(let tests): return add(Node(.not, try any(subject, tests)))
    case .comparison(let comparison, let bound): return try compare(subject, comparison, bound)
    case .range(let low, let high):
      let from = try compare(subject, low.isIncluded ? .atLeast : .greater, low.node)
      let to = try compare(subject, high.isIncluded ? .atMost : .less, high.node)
      return add(Node(.and, from, to))
    case .member: throw Unsupported()
    }
  }

  private mutating func compare(
    _ subject: CheckedExpression.Node, _ comparison: Comparison, _ bound: CheckedExpression.Node
  ) throws(Unsupported) -> Int {
    if subject.elapsingSlot != nil { return try crossing(subject, comparison, bound) }
    return add(Node(operation(comparison), try compile(subject), try compile(bound)))
  }

  // MARK: Tables

  /// A table with one output, of which the first row that matches decides, or the only one.
  mutating func rows(of table: DecisionTable) throws(Unsupported) -> Int {
    guard table.hit == .first || table.hit == .unique, table.outputs.count == 1,
      table.outputs[0].allowed == nil, table.columns.allSatisfy({ $0.allowed == nil })
    else { throw Unsupported() }
    var rows: [(match: Int, outcome: Int)] = []
    for row in table.rows {
      var match: Int?
      for (column, cell) in zip(table.columns, row.when) where !cell.isAnything {
        let next = try membership(column.expression.root, cell.tests)
        match = match.map { add(Node(.and, $0, next)) } ?? next
      }
      rows.append((match ?? add(Node(.constant, word: 1)), try compile(row.then[0].root)))
    }
    let otherwise = try table.outputs[0].otherwise.map { other throws(Unsupported) in try compile(other.root) }
    if table.hit == .first {
      var rest = otherwise ?? add(Node(.stop))
      for row in rows.reversed() { rest = add(Node(.condition, row.match, row.outcome, rest)) }
      return rest
    }
    let root = BranchNode(
      condition: -1, outcome: Int32(whole(otherwise ?? add(Node(.stop)))), firstChild: 1, count: Int32(rows.count))
    let children = rows.map { row in
      BranchNode(
        condition: Int32(whole(row.match)), outcome: Int32(whole(row.outcome)), firstChild: 0, count: 0)
    }
    return add(Node(.rows, shared([root] + children)))
  }
}
