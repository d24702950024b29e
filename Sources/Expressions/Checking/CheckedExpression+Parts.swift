extension CheckedExpression.Node {
  /// The nodes directly below, those in tests included, in the author's order.
  package var parts: [CheckedExpression.Node] {
    switch operation {
    case .constant, .name, .elapsing, .variable: []
    case .negative(let inner), .not(let inner), .known(let inner), .property(_, let inner): [inner]
    case .and(let left, let right), .or(let left, let right), .comparison(_, let left, let right),
      .arithmetic(_, let left, let right), .otherwise(let left, let right):
      [left, right]
    case .membership(let subject, let tests): [subject] + tests.flatMap(\.parts)
    case .condition(let condition, let first, let second): [condition, first, second]
    case .quantified(_, _, let list, let condition): [list, condition]
    case .list(let items), .call(_, let items): items
    }
  }

  /// Visits this node and all below it.
  package func forEach(_ body: (CheckedExpression.Node) -> Void) {
    body(self)
    for part in parts { part.forEach(body) }
  }

  /// The names that it reads.
  package var names: [String] {
    var names: [String] = []
    forEach { node in
      switch node.operation {
      case .name(_, let name), .elapsing(_, let name): names.append(name)
      default: break
      }
    }
    return names
  }
}

extension CheckedExpression.Test {
  package var parts: [CheckedExpression.Node] {
    switch self {
    case .anything: []
    case .comparison(_, let node), .member(let node): [node]
    case .range(let lower, let upper): [lower.node, upper.node]
    case .any(let tests), .none(let tests): tests.flatMap(\.parts)
    }
  }
}
