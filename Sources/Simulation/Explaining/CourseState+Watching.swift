internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Outcomes
internal import Vocabulary

extension CourseState {
  /// Tells the recorder of the conditions that decide: comparisons and facts, not what joins them. The watch
  /// over conditions is told of all.
  mutating func didEvaluate(
    _ node: CheckedExpression.Node, of source: MarkedText, to value: Value
  ) {
    guard let holds = value.boolean else { return }
    watch?.didEvaluate(node, of: source, to: holds)
    guard recorder != nil else { return }
    record(node, of: source, holds: holds)
  }

  private mutating func record(_ node: CheckedExpression.Node, of source: MarkedText, holds: Bool) {
    switch node.operation {
    case .and, .or, .not, .condition, .constant: return
    case .name(let slot, _):
      if case .definition = plan.law.slots[slot] {
        recorder?.settle()
        return
      }
    default: break
    }
    let text = String(source.stretch(node.stretch))
    let facts = read(by: node).filter { $0.subject != text }
    recorder?.record(condition: text, holds: holds, facts: facts)
  }

  mutating func didTest(_ cell: UnaryTests, of column: CheckedExpression, to outcome: Bool) {
    watch?.didTest(cell, to: outcome)
    guard recorder != nil else { return }
    record(cell.condition(on: column), of: cell.source, holds: outcome)
  }

  mutating func didMatch(row: SourceRange) { watch?.didMatch(row: row) }

  /// The names that a condition reads, with their present values.
  mutating func read(by node: CheckedExpression.Node) -> [Explanation] {
    // The names were told, or are no conditions; asking for them again must not be recorded.
    let watching = recorder
    recorder = nil
    defer { recorder = watching }
    var names: [(slot: Int, name: String, type: ValueType)] = []
    node.forEachName { slot, name, type in
      if !names.contains(where: { $0.slot == slot }) { names.append((slot, name, type)) }
    }
    var facts: [Explanation] = []
    for (slot, name, type) in names {
      guard let value = try? value(of: slot) else { continue }
      facts.append(
        Explanation(
          subject: name, outcome: valueInWords(value, type: type),
          provision: provision(behind: plan.law.slots[slot])))
    }
    return facts
  }

  private func provision(behind slot: Slot) -> ProvisionID? {
    switch slot {
    case .definition(let index): plan.law.definitions[index].provision.id
    case .parameter(let index): plan.law.parameters[index].provision.id
    case .practice(let index): plan.law.practices[index].provision.id
    case .clock(let index): plan.law.clocks[index].provision.id
    default: nil
    }
  }
}

extension CheckedExpression.Node {
  /// Visits every declared name below, in reading order.
  func forEachName(_ body: (Int, String, ValueType) -> Void) {
    switch operation {
    case .constant, .variable: break
    case .name(let slot, let name), .elapsing(let slot, let name): body(slot, name, type)
    case .negative(let inner), .not(let inner), .known(let inner), .property(_, let inner):
      inner.forEachName(body)
    case .and(let left, let right), .or(let left, let right), .comparison(_, let left, let right),
      .arithmetic(_, let left, let right), .otherwise(let left, let right):
      left.forEachName(body)
      right.forEachName(body)
    case .membership(let subject, let tests):
      subject.forEachName(body)
      tests.forEach { $0.forEachName(body) }
    case .condition(let condition, let first, let second):
      condition.forEachName(body)
      first.forEachName(body)
      second.forEachName(body)
    case .quantified(_, _, let list, let condition):
      list.forEachName(body)
      condition.forEachName(body)
    case .list(let items): items.forEach { $0.forEachName(body) }
    case .call(_, let arguments): arguments.forEach { $0.forEachName(body) }
    }
  }
}

extension CheckedExpression.Test {
  fileprivate func forEachName(_ body: (Int, String, ValueType) -> Void) {
    switch self {
    case .anything: break
    case .comparison(_, let node), .member(let node): node.forEachName(body)
    case .range(let lower, let upper):
      lower.node.forEachName(body)
      upper.node.forEachName(body)
    case .any(let tests), .none(let tests): tests.forEach { $0.forEachName(body) }
    }
  }
}
