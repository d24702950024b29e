import Expressions
import Quantities

extension CheckedExpression {
  /// The expression written out again from its tree, every part in parentheses.
  var reprinted: String { print(root) }

  private func print(_ node: Node) -> String {
    switch node.operation {
    case .constant(let value): value.literal(of: node.type)
    case .name(_, let name), .elapsing(_, let name), .variable(_, let name): name
    case .negative(let operand): "(-\(print(operand)))"
    case .not(let operand): "(not(\(print(operand))))"
    case .and(let left, let right): "(\(print(left)) and \(print(right)))"
    case .or(let left, let right): "(\(print(left)) or \(print(right)))"
    case .comparison(let comparison, let left, let right): "(\(print(left)) \(comparison.rawValue) \(print(right)))"
    case .arithmetic(let operation, let left, let right): "(\(print(left)) \(operation.rawValue) \(print(right)))"
    case .membership(let subject, let tests): "(\(print(subject)) in (\(tests.map(print).joined(separator: ", "))))"
    case .condition(let condition, let first, let second):
      "(if \(print(condition)) then \(print(first)) else \(print(second)))"
    case .quantified(let isEvery, let index, let list, let condition):
      "(\(isEvery ? "every" : "some") \(variable(index, in: condition) ?? "x") in \(print(list)) satisfies \(print(condition)))"
    case .list(let items): "[\(items.map(print).joined(separator: ", "))]"
    case .call(let call, let arguments): "\(call.name)(\(arguments.map(print).joined(separator: ", ")))"
    case .property(let property, let base): "(\(print(base)).\(property.rawValue))"
    case .known(let operand): "known(\(print(operand)))"
    case .otherwise(let left, let right): "(\(print(left)) ?? \(print(right)))"
    }
  }

  private func print(_ test: Test) -> String {
    switch test {
    case .anything: "-"
    case .comparison(let comparison, let value): "\(comparison.rawValue) \(print(value))"
    case .range(let low, let high):
      "\(low.isIncluded ? "[" : "]")\(print(low.node))..\(print(high.node))\(high.isIncluded ? "]" : "[")"
    case .member(let list): print(list)
    case .any(let tests): "(\(tests.map(print).joined(separator: ", ")))"
    case .none(let tests): "not(\(tests.map(print).joined(separator: ", ")))"
    }
  }

  /// The name of the element that a quantifier looks at, if its condition asks for it.
  private func variable(_ wanted: Int, in node: Node) -> String? {
    var found: String?
    node.forEach { if case .variable(wanted, let name) = $0.operation { found = name } }
    return found
  }
}

extension Value {
  /// As an author writes it.
  fileprivate func literal(of type: ValueType) -> String {
    switch self {
    case .boolean(let holds): "\(holds)"
    case .member(let index):
      if case .enumeration(let enumeration) = type.known { enumeration.members[index] } else { "?" }
    case .number(let number): "\(number)"
    case .money(let øre):
      if case .money(let per, _) = type.known {
        "\(øre.divided(by: Rational(100)) ?? øre) kr\(per.map { " per \($0.rawValue)" } ?? "")"
      } else {
        "?"
      }
    case .months(let count): "\(count) months"
    case .time(let nanoseconds):
      nanoseconds % Value.nanosecondsPerDay == 0
        ? "\(nanoseconds / Value.nanosecondsPerDay) days" : "duration(\"PT\(nanoseconds / 1_000_000_000)S\")"
    case .date(let day): "\(day)"
    case .text(let text): "\"\(text)\""
    case .list(let items): "[\(items.map { $0.literal(of: type) }.joined(separator: ", "))]"
    case .unknown: "null"
    }
  }
}
