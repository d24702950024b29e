/// The cost bound: one step for each node, the body of a quantifier once for each element.
extension CheckedExpression.Node {
  var cost: Int {
    switch operation {
    case .constant, .name, .elapsing, .variable: 1
    case .negative(let operand), .not(let operand), .known(let operand), .property(_, let operand):
      plus(1, operand.cost)
    case .and(let left, let right), .or(let left, let right), .comparison(_, let left, let right),
      .arithmetic(_, let left, let right), .otherwise(let left, let right):
      plus(1, plus(left.cost, right.cost))
    case .membership(let subject, let tests):
      tests.reduce(plus(1, subject.cost)) { plus($0, $1.cost) }
    case .condition(let condition, let consequence, let alternative):
      plus(1, plus(condition.cost, max(consequence.cost, alternative.cost)))
    case .quantified(_, _, let list, let condition):
      plus(plus(1, list.cost), times(list.lengthBound, condition.cost))
    case .list(let elements): elements.reduce(1) { plus($0, $1.cost) }
    case .call(_, let arguments):
      arguments.reduce(1) { plus($0, plus($1.cost, $1.type.isList ? $1.lengthBound : 0)) }
    }
  }

  /// How many elements a list may have.
  fileprivate var lengthBound: Int {
    switch operation {
    case .list(let elements): elements.count
    case .constant(.list(let elements)): elements.count
    case .condition(_, let consequence, let alternative):
      max(consequence.lengthBound, alternative.lengthBound)
    default: CheckedExpression.longestList
    }
  }
}

extension CheckedExpression.Test {
  fileprivate var cost: Int {
    switch self {
    case .anything: 1
    case .comparison(_, let value): plus(1, value.cost)
    case .range(let low, let high): plus(2, plus(low.node.cost, high.node.cost))
    case .member(let list): plus(list.lengthBound, list.cost)
    case .any(let tests), .none(let tests): tests.reduce(1) { plus($0, $1.cost) }
    }
  }
}

// Quantifiers nest, so a bound may leave the range; the greatest number is then bound enough.

private func plus(_ left: Int, _ right: Int) -> Int {
  let (sum, overflow) = left.addingReportingOverflow(right)
  return overflow ? .max : sum
}

private func times(_ left: Int, _ right: Int) -> Int {
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  return overflow ? .max : product
}
