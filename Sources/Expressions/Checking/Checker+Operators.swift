internal import Diagnostics
internal import Quantities

/// Comparisons and arithmetic: units, exactness, and names that change by themselves.
extension Checker {
  // MARK: Comparisons

  mutating func checkComparison(
    _ comparison: Comparison, _ leftTree: SyntaxTree, _ rightTree: SyntaxTree, _ tree: SyntaxTree
  ) -> Node? {
    noteElapsing(in: leftTree, comparison, rightTree)
    noteElapsing(in: rightTree, comparison.flipped, leftTree)
    let leftHint = enumerationHint(leftTree)
    let rightHint = enumerationHint(rightTree)
    let left = check(leftTree, wanted: leftHint == nil ? rightHint : nil, allowsElapsing: true)
    // With the left side wrong, a bare name on the right has lost what gives it meaning.
    if left == nil, !isDeclared(rightTree) { return nil }
    let right = check(
      rightTree, wanted: left.flatMap { wish(from: $0) } ?? leftHint, allowsElapsing: true)
    let (plainLeft, plainRight) = (plain(left), plain(right))
    guard let left = plainLeft, let right = plainRight else { return nil }
    if left.elapsingSlot != nil, right.elapsingSlot != nil {
      return report(messages.bothElapse(left.stretch, right.stretch, at: tree.stretch))
    }
    guard let (first, second) = comparable(left, right, comparison, at: tree.stretch) else { return nil }
    return Node(
      operation: .comparison(comparison, first, second), type: .boolean, stretch: tree.stretch)
  }

  /// Both sides, of one type, or findings.
  mutating func comparable(
    _ left: Node, _ right: Node, _ comparison: Comparison, at stretch: Range<Int>
  ) -> (Node, Node)? {
    guard let (left, right) = sameUnit(left, right), UnitAlgebra.join(left.type, right.type) != nil else {
      _ = reportDifference(left, right, at: stretch)
      return nil
    }
    guard comparison == .equal || comparison == .notEqual || left.type.isOrdered else {
      findings.append(messages.noOrder(left.stretch, left.type, comparison, at: stretch))
      return nil
    }
    return (left, right)
  }

  /// Says why two types do not go together.
  mutating func reportDifference(_ left: Node, _ right: Node, at stretch: Range<Int>) -> Node? {
    let (first, second) = (declaration(of: left), declaration(of: right))
    switch (left.type, right.type) {
    case (.money(let leftPer, _), .money(let rightPer, _)):
      return report(
        messages.unitMismatch(
          left.stretch, leftPer, right.stretch, rightPer, at: stretch, [first, second].compactMap { $0 }))
    case (.months, .days), (.days, .months):
      return report(
        messages.durationsDoNotMix(left.stretch, left.type, right.stretch, right.type, at: stretch))
    default:
      return report(
        messages.typesDiffer(
          left.stretch, left.type, right.stretch, right.type, at: stretch,
          [first, second].compactMap { $0 }))
    }
  }

  // MARK: Units of money

  /// The operands, one of them brought to the unit of the other where it says so itself: a monthly
  /// amount times 12 is a yearly one wherever a yearly one stands beside it.
  func sameUnit(_ left: Node, _ right: Node) -> (Node, Node)? {
    guard case .money(let leftPer, _) = left.type, case .money(let rightPer, _) = right.type,
      leftPer != rightPer
    else { return (left, right) }
    if let converted = converting(left, to: rightPer) { return (converted, right) }
    if let converted = converting(right, to: leftPer) { return (left, converted) }
    return nil
  }

  func converting(_ node: Node, to wanted: TimeUnit?) -> Node? {
    guard case .arithmetic(let operation, let left, let right) = node.operation,
      case .money(let found?, let isExact) = node.type, let wanted
    else { return nil }
    let factor =
      switch operation {
      case .times: UnitAlgebra.factor(from: found, to: wanted)
      case .divide: UnitAlgebra.factor(from: wanted, to: found)
      default: nil as Int?
      }
    guard let factor, constant(operation == .times && left.type == .number ? left : right) == Rational(factor)
    else { return nil }
    return node.retyped(.money(per: wanted, isExact: isExact))
  }

  private func constant(_ node: Node) -> Rational? {
    if case .constant(.number(let number)) = node.operation { number } else { nil }
  }

  // MARK: Arithmetic

  mutating func checkArithmetic(
    _ operation: Arithmetic, _ leftTree: SyntaxTree, _ rightTree: SyntaxTree, _ tree: SyntaxTree
  ) -> Node? {
    let left = plain(check(leftTree))
    let right = plain(check(rightTree))
    guard var left, var right else { return nil }
    if operation == .plus || operation == .minus, let (first, second) = sameUnit(left, right) {
      (left, right) = (first, second)
    }
    let isWhole = isWhole(left.type == .number ? left : right)
    if let type = UnitAlgebra.result(left.type, operation, right.type, isWhole: isWhole) {
      return Node(operation: .arithmetic(operation, left, right), type: type, stretch: tree.stretch)
    }
    switch (left.type, operation, right.type) {
    case (.money, .plus, .money), (.money, .minus, .money), (.money, .divide, .money),
      (.months, .plus, .days), (.months, .minus, .days), (.days, .plus, .months), (.days, .minus, .months),
      (.months, .divide, .days), (.days, .divide, .months):
      return reportDifference(left, right, at: tree.stretch)
    default:
      return report(
        messages.noSuchOperation(
          operation, left.stretch, left.type, right.stretch, right.type, at: tree.stretch))
    }
  }

  mutating func checkNegative(_ operand: SyntaxTree, _ tree: SyntaxTree) -> Node? {
    guard let node = plain(check(operand)) else { return nil }
    switch node.type {
    case .number, .money, .months, .days:
      return Node(operation: .negative(node), type: node.type, stretch: tree.stretch)
    default: return report(messages.noNegative(node.stretch, node.type, at: tree.stretch))
    }
  }

  /// Whether a number is certainly no fraction.
  private func isWhole(_ node: Node) -> Bool {
    switch node.operation {
    case .constant(.number(let number)): number.isWhole
    case .name(_, let name), .elapsing(_, let name): names[name]?.isWhole ?? false
    case .negative(let operand): isWhole(operand)
    case .arithmetic(.plus, let left, let right), .arithmetic(.minus, let left, let right),
      .arithmetic(.times, let left, let right):
      left.type == .number && right.type == .number && isWhole(left) && isWhole(right)
    case .condition(_, let first, let second), .otherwise(let first, let second):
      isWhole(first) && isWhole(second)
    case .property(let property, _): property != .seconds
    case .call(let call, let arguments):
      if case .wholeNumber = call.shape.result {
        true
      } else {
        ["min", "max", "sum", "abs"].contains(call.name)
          && arguments.allSatisfy { $0.type == .number && isWhole($0) }
      }
    default: false
    }
  }

  // MARK: Names that change by themselves

  /// Remembers how to write `today - x >= 8 weeks` or `clock / 7 > 22`, for the finding about the name.
  private mutating func noteElapsing(
    in tree: SyntaxTree, _ comparison: Comparison, _ other: SyntaxTree
  ) {
    guard case .binary(.arithmetic(let operation), let left, let right) = tree.kind else { return }
    let bound = messages.operand(other.stretch)
    let name: SyntaxTree
    let moved: String
    if isElapsing(left), operation == .minus {
      name = left
      // The date comes first in a sum: 'today >= x + 8 weeks', as a person would say it.
      let rest = messages.operand(right.stretch)
      moved = isDate(left) ? "\(rest) + \(bound)" : "\(bound) + \(rest)"
    } else if operation == .plus, isElapsing(left) || isElapsing(right) {
      name = isElapsing(left) ? left : right
      moved = "\(bound) - \(messages.operand((isElapsing(left) ? right : left).stretch))"
    } else if isElapsing(left), case .constant(.number(let factor), _) = right.kind, factor > .zero {
      name = left
      switch operation {
      case .divide: moved = "\(bound) * \(messages.operand(right.stretch))"
      case .times: moved = "\(bound) / \(messages.operand(right.stretch))"
      default: return
      }
    } else {
      return
    }
    elapsingHints[name.stretch.lowerBound] =
      "write '\(messages.text(name.stretch)) \(comparison.rawValue) \(moved)'"
  }

  private func isElapsing(_ tree: SyntaxTree) -> Bool {
    tree.dottedName.flatMap { names[$0.joined(separator: ".")] }?.timing == .elapsing
  }

  private func isDate(_ tree: SyntaxTree) -> Bool {
    tree.dottedName.flatMap { names[$0.joined(separator: ".")] }?.type == .date
  }

  // MARK: What the place expects

  /// The node, when it is what the place of the expression expects.
  mutating func fitting(_ node: Node, _ expectation: Expectation) -> Node? {
    let declaration = declaration(of: node)
    if node.type.isOptional, !expectation.type.isOptional { return plain(node) }
    let wanted = expectation.type.known
    if case .money(let per, _) = wanted, case .money(let found, _) = node.type, found != per {
      return converting(node, to: per).flatMap { fitting($0, expectation) }
        ?? report(messages.unitNotExpected(node.stretch, node.type, expectation, declaration))
    }
    guard UnitAlgebra.join(node.type.known, wanted) != nil else {
      return report(messages.typeNotExpected(node.stretch, node.type, expectation, declaration))
    }
    if case .money(_, isExact: true) = wanted, node.type.known.isInexact {
      return report(messages.roundingNeeded(node.stretch, expectation))
    }
    return node
  }
}
