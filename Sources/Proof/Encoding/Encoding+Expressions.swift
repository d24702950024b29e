internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

extension Encoding {
  /// The term of an expression in the present state.
  mutating func term(_ expression: CheckedExpression) -> Term { term(expression.root, of: expression) }

  mutating func condition(_ expression: CheckedExpression?) -> String {
    guard let expression else { return "true" }
    return term(expression).text
  }

  private mutating func term(
    _ node: CheckedExpression.Node, of whole: CheckedExpression
  ) -> Term {
    switch node.operation {
    case .constant(let value): return constant(value) ?? gap(node, of: whole)
    case .name(let slot, _), .elapsing(let slot, _): return value(of: law.slots[slot])
    case .negative(let operand):
      return Logic.combine("-", Term(0), term(operand, of: whole))
    case .not(let operand): return .bool(Logic.not(term(operand, of: whole).text))
    case .and(let left, let right):
      return .bool(Logic.and(term(left, of: whole).text, term(right, of: whole).text))
    case .or(let left, let right):
      return .bool(Logic.or(term(left, of: whole).text, term(right, of: whole).text))
    case .comparison(let comparison, let left, let right):
      return .bool(compare(comparison, term(left, of: whole), term(right, of: whole)))
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, left, right, of: whole) ?? gap(node, of: whole)
    case .membership(let subject, let tests):
      let value = term(subject, of: whole)
      return .bool(passes(value, tests, of: whole))
    case .condition(let condition, let first, let second):
      return Logic.choice(
        term(condition, of: whole).text, term(first, of: whole), term(second, of: whole))
    case .known(let operand): return .bool(term(operand, of: whole).known)
    case .otherwise(let left, let right):
      let first = term(left, of: whole)
      return Logic.choice(first.known, first.with(known: "true"), term(right, of: whole))
    case .call(let call, let arguments): return self.call(call.name, arguments, of: whole) ?? gap(node, of: whole)
    case .property(let property, let base): return self.property(property, base, of: whole) ?? gap(node, of: whole)
    case .variable, .quantified, .list: return gap(node, of: whole)
    }
  }

  private mutating func gap(_ node: CheckedExpression.Node, of whole: CheckedExpression) -> Term {
    gap(String(whole.text(of: node)), node.type)
  }

  func compare(_ comparison: Comparison, _ first: Term, _ second: Term) -> String {
    // An optional value compares with another as values do, and not knowing equals not knowing.
    let isEqual = Logic.compare("=", first, second)
    let bothKnown = Logic.and(first.known, second.known)
    let same = bothKnown == "true"
      ? isEqual
      : Logic.and(
        Logic.compare("=", .bool(first.known), .bool(second.known)),
        Logic.or(Logic.not(first.known), isEqual))
    switch comparison {
    case .equal: return same
    case .notEqual: return Logic.not(same)
    case .less, .atMost, .greater, .atLeast: return Logic.compare(comparison.rawValue, first, second)
    }
  }

  // MARK: Tests

  mutating func passes(
    _ value: Term, _ tests: [CheckedExpression.Test], of whole: CheckedExpression
  ) -> String {
    var all: [String] = []
    for test in tests { all.append(passes(value, test, of: whole)) }
    return Logic.or(all)
  }

  private mutating func passes(
    _ value: Term, _ test: CheckedExpression.Test, of whole: CheckedExpression
  ) -> String {
    switch test {
    case .anything: return "true"
    case .comparison(let comparison, let node): return compare(comparison, value, term(node, of: whole))
    case .range(let low, let high):
      return Logic.and(
        Logic.compare(low.isIncluded ? ">=" : ">", value, term(low.node, of: whole)),
        Logic.compare(high.isIncluded ? "<=" : "<", value, term(high.node, of: whole)))
    case .any(let tests): return passes(value, tests, of: whole)
    case .none(let tests): return Logic.not(passes(value, tests, of: whole))
    case .member(let list):
      guard case .list(let items) = list.operation else { return gap(list, of: whole, as: .boolean).text }
      var all: [String] = []
      for item in items { all.append(compare(.equal, value, term(item, of: whole))) }
      return Logic.or(all)
    }
  }

  private mutating func gap(
    _ node: CheckedExpression.Node, of whole: CheckedExpression, as type: ValueType
  ) -> Term {
    gap(String(whole.text(of: node)), type)
  }

  // MARK: Arithmetic

  /// - Returns: `nil` for what is not linear, and for parts of days.
  private mutating func arithmetic(
    _ operation: Arithmetic, _ left: CheckedExpression.Node, _ right: CheckedExpression.Node,
    of whole: CheckedExpression
  ) -> Term? {
    let (first, second) = (term(left, of: whole), term(right, of: whole))
    switch (left.type.known, right.type.known) {
    case (.date, .months):
      return calendar(.addingMonths, first, operation == .minus ? Logic.combine("-", Term(0), second) : second)
    case (.months, .date): return calendar(.addingMonths, second, first)
    case (.text, _), (_, .text), (.list, _), (_, .list): return nil
    case (.days, .number), (.months, .number), (.number, .days), (.number, .months), (.days, .days),
      (.months, .months):
      // A fraction of a day or month would have to be cut off.
      if operation == .divide || first.sort == .real || second.sort == .real { return nil }
    default: break
    }
    switch operation {
    case .plus: return Logic.combine("+", first, second)
    case .minus: return Logic.combine("-", first, second)
    case .times:
      guard first.constant != nil || second.constant != nil else { return nil }
      return Logic.combine("*", first, second)
    case .divide:
      guard let divisor = second.constant, let factor = Rational.one.divided(by: divisor) else { return nil }
      return Logic.combine("*", first, Term(factor))
    case .power: return nil
    }
  }

  private mutating func call(
    _ name: String, _ arguments: [CheckedExpression.Node], of whole: CheckedExpression
  ) -> Term? {
    var values: [Term] = []
    for argument in arguments {
      if case .list(let items) = argument.operation, arguments.count == 1 {
        for item in items { values.append(term(item, of: whole)) }
      } else {
        values.append(term(argument, of: whole))
      }
    }
    guard let first = values.first, !arguments.contains(where: { isListed($0, among: arguments) }) else { return nil }
    switch name {
    case "min": return values.dropFirst().reduce(first) { Logic.choice(Logic.compare("<=", $0, $1), $0, $1) }
    case "max": return values.dropFirst().reduce(first) { Logic.choice(Logic.compare(">=", $0, $1), $0, $1) }
    case "abs":
      return Logic.choice(Logic.compare(">=", first, Term(0)), first, Logic.combine("-", Term(0), first))
    case "all" where values.allSatisfy({ $0.sort == .bool }): return .bool(Logic.and(values.map(\.text)))
    case "any" where values.allSatisfy({ $0.sort == .bool }): return .bool(Logic.or(values.map(\.text)))
    default: return nil
    }
  }

  /// A list that is not written out, and so has no known length.
  private func isListed(
    _ node: CheckedExpression.Node, among arguments: [CheckedExpression.Node]
  ) -> Bool {
    guard case .list = node.type.known else { return false }
    if case .list = node.operation, arguments.count == 1 { return false }
    return true
  }

  private mutating func property(
    _ property: CheckedExpression.Property, _ base: CheckedExpression.Node, of whole: CheckedExpression
  ) -> Term? {
    let value = term(base, of: whole)
    switch (property, base.type.known) {
    case (.year, .date): return calendar(.year, value)
    case (.month, .date): return calendar(.month, value)
    case (.day, .date): return calendar(.dayOfMonth, value)
    case (.weekday, .date):
      return Term("(+ 1 (mod (+ \(value.text) 3) 7))", .int)
    case (.days, .days): return value
    default: return nil
    }
  }
}
