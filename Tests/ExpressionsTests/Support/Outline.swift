import Diagnostics
import Expressions

extension CheckedExpression {
  /// The tree with everything the checker decided: operations in front, types behind.
  var outline: String { outline(root) }

  private func outline(_ node: Node) -> String {
    switch node.operation {
    case .constant(let value): "\(value.shown)~\(node.type.sign)"
    case .name(_, let name): "\(name)~\(node.type.sign)"
    case .elapsing(_, let name): "\(name)…~\(node.type.sign)"
    case .variable(let index, let name): "\(name)^\(index)~\(node.type.sign)"
    case .negative(let operand): form("-", [operand], node)
    case .not(let operand): form("not", [operand], node)
    case .and(let left, let right): form("and", [left, right], node)
    case .or(let left, let right): form("or", [left, right], node)
    case .comparison(let comparison, let left, let right): form(comparison.rawValue, [left, right], node)
    case .arithmetic(let operation, let left, let right): form(operation.rawValue, [left, right], node)
    case .membership(let subject, let tests):
      "(in \(outline(subject)) \(tests.map(outline).joined(separator: " ")))"
    case .condition(let condition, let then, let otherwise): form("if", [condition, then, otherwise], node)
    case .quantified(let isEvery, _, let list, let condition):
      form(isEvery ? "every" : "some", [list, condition], node)
    case .list(let elements): form("list", elements, node)
    case .call(let call, let arguments): form(call.name, arguments, node)
    case .property(let property, let base): form(".\(property.rawValue)", [base], node)
    case .known(let operand): form("known", [operand], node)
    case .otherwise(let left, let right): form("??", [left, right], node)
    }
  }

  private func form(_ head: String, _ parts: [Node], _ node: Node) -> String {
    let words = "(\(([head] + parts.map(outline)).joined(separator: " ")))"
    return node.type == .boolean ? words : "\(words)~\(node.type.sign)"
  }

  private func outline(_ test: Test) -> String {
    switch test {
    case .anything: "-"
    case .comparison(let comparison, let value): "\(comparison.rawValue)\(outline(value))"
    case .range(let low, let high):
      "\(low.isIncluded ? "[" : "(")\(outline(low.node))..\(outline(high.node))\(high.isIncluded ? "]" : ")")"
    case .member(let list): "of:\(outline(list))"
    case .any(let tests): "any(\(tests.map(outline).joined(separator: " ")))"
    case .none(let tests): "none(\(tests.map(outline).joined(separator: " ")))"
    }
  }
}

extension ValueType {
  fileprivate var sign: String {
    switch self {
    case .boolean: "condition"
    case .enumeration(let enumeration): enumeration.name
    case .number: "number"
    case .money(let per, let isExact): "\(isExact ? "" : "≈")kr\(per.map { "/\($0.rawValue)" } ?? "")"
    case .months: "months"
    case .days: "days"
    case .date: "date"
    case .text: "text"
    case .list(let element): "[\(element?.sign ?? "")]"
    case .optional(let type): "\(type.sign)?"
    }
  }
}
