/// What stands after `in`, and in the cells of a decision table.
extension Parser {
  mutating func parseMembership(of subject: SyntaxTree) -> SyntaxTree {
    let start = subject.stretch.lowerBound
    let tests = current.isSymbol(.open) ? parseParenthesisedTests() : [parseTest()]
    return checkingDepth(
      SyntaxTree(.membership(subject, tests), stretch(from: start), above: [subject], tests: tests))
  }

  /// `-`, `not(…)`, or tests with commas between them.
  mutating func parseCell() -> [SyntaxTree.Test] {
    let start = current.stretch.lowerBound
    if current.isSymbol(.minus), peek(1).kind == .end {
      advance()
      return [SyntaxTree.Test(kind: .anything, stretch: stretch(from: start))]
    }
    if current.isWord("not"), peek(1).isSymbol(.open) {
      advance()
      let tests = parseParenthesisedTests()
      return [SyntaxTree.Test(kind: .none(of: tests), stretch: stretch(from: start))]
    }
    return parseTests()
  }

  private mutating func parseTests() -> [SyntaxTree.Test] {
    var tests = [parseTest()]
    while current.isSymbol(.comma) {
      advance()
      tests.append(parseTest())
    }
    return tests
  }

  /// After a parenthesis there may be tests with commas between them, `(a, >= b)`, or an open range.
  private mutating func parseParenthesisedTests() -> [SyntaxTree.Test] {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.depthLimit else {
      _ = failTooDeep()
      return []
    }
    let start = advance().stretch.lowerBound
    if let test = parseComparisonTest() {
      return parseRemainingTests(after: [test])
    }
    if current.isSymbol(.open) || current.isSymbol(.openBracket) || current.isSymbol(.closeBracket) {
      return parseRemainingTests(after: [parseTest()])
    }
    let first = parse(.otherwise)
    if current.isSymbol(.range) { return [parseRange(from: start, isIncluded: false, first)] }
    return parseRemainingTests(after: [SyntaxTree.Test(kind: .value(first), stretch: first.stretch)])
  }

  private mutating func parseRemainingTests(after first: [SyntaxTree.Test]) -> [SyntaxTree.Test] {
    var tests = first
    while current.isSymbol(.comma) {
      advance()
      tests.append(parseTest())
    }
    if current.isWord("or") {
      _ = fail(expecting: "',' or ')'", hint: "write a comma: 'x in (a, b)' holds when x is a or b")
    } else {
      expect(.close)
    }
    return tests
  }

  private mutating func parseTest() -> SyntaxTree.Test {
    let start = current.stretch.lowerBound
    if let test = parseComparisonTest() { return test }
    if current.isSymbol(.open) {
      let tests = parseParenthesisedTests()
      if tests.count == 1, let test = tests.first { return test }
      return SyntaxTree.Test(kind: .any(of: tests), stretch: stretch(from: start))
    }
    if current.isSymbol(.closeBracket) {
      advance()
      return parseRange(from: start, isIncluded: false, parse(.otherwise))
    }
    if current.isSymbol(.openBracket) { return parseBracketTest() }
    let value = parse(.otherwise)
    return SyntaxTree.Test(kind: .value(value), stretch: value.stretch)
  }

  private mutating func parseComparisonTest() -> SyntaxTree.Test? {
    guard case .symbol(let symbol) = current.kind, let comparison = Comparison(rawValue: symbol.rawValue)
    else { return nil }
    let start = advance().stretch.lowerBound
    let value = parse(.otherwise)
    return SyntaxTree.Test(
      kind: .comparison(comparison, value), stretch: start..<max(end, value.stretch.upperBound))
  }

  /// `[a, b]` is a list, `[a..b]` a range; the first comma or dots tell which.
  private mutating func parseBracketTest() -> SyntaxTree.Test {
    let start = advance().stretch.lowerBound
    var elements: [SyntaxTree] = []
    while !current.isSymbol(.closeBracket) {
      let element = parse(.or)
      if elements.isEmpty, current.isSymbol(.range) {
        return parseRange(from: start, isIncluded: true, element)
      }
      elements.append(element)
      guard current.isSymbol(.comma) else { break }
      advance()
    }
    expect(.closeBracket)
    let list = checkingDepth(SyntaxTree(.list(elements), stretch(from: start), above: elements))
    return SyntaxTree.Test(kind: .value(list), stretch: stretch(from: start))
  }

  private mutating func parseRange(
    from start: Int, isIncluded: Bool, _ low: SyntaxTree
  ) -> SyntaxTree.Test {
    expect(.range)
    let high = parse(.otherwise)
    let endsIncluded = current.isSymbol(.closeBracket)
    if endsIncluded || current.isSymbol(.close) || current.isSymbol(.openBracket) {
      advance()
    } else {
      _ = fail(expecting: "']' or ')'")
    }
    return SyntaxTree.Test(
      kind: .range(
        .init(value: low, isIncluded: isIncluded), .init(value: high, isIncluded: endsIncluded)),
      stretch: start..<max(start, end))
  }
}
