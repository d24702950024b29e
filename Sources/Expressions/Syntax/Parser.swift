internal import Diagnostics

/// Makes a tree of words: precedence climbing over `OperatorTable`.
///
/// Only the first fault of the grammar is told, since what follows it is guesswork; what was read up to
/// there is kept and checked like any other tree.
///
/// Invariant: returns a tree for every text and ends, whatever the text; where nothing usable stands the
/// tree is `.missing` and a finding says why.
struct Parser {
  /// How deep an expression may nest. Everything after the parser recurses over the tree, and a stack
  /// must survive the most hostile input; the deepest expression seen in a law has eleven levels.
  static let depthLimit = 128
  /// In Unicode scalars: a screenful of text is more than anybody can read as one condition.
  static let lengthLimit = 20_000

  let messages: CheckerMessages
  private let tokens: [Token]
  private var next = 0
  var nesting = 0
  private(set) var hasFailed: Bool
  var findings: [Diagnostic]

  init(_ source: MarkedText) {
    messages = CheckerMessages(source: source)
    let length = source.text.unicodeScalars.count
    if length > Parser.lengthLimit {
      tokens = [Token(kind: .end, spelling: "", stretch: 0..<0)]
      findings = [messages.tooLong(length, limit: Parser.lengthLimit)]
      hasFailed = true
    } else {
      (tokens, findings) = Lexer.tokens(of: source)
      hasFailed = false
    }
  }

  static func expression(_ source: MarkedText) -> (SyntaxTree, [Diagnostic]) {
    var parser = Parser(source)
    let tree = parser.parse(.or)
    parser.expectEnd()
    return (tree, parser.findings)
  }

  /// The cell of a decision table.
  static func tests(_ source: MarkedText) -> ([SyntaxTree.Test], [Diagnostic]) {
    var parser = Parser(source)
    let tests = parser.parseCell()
    parser.expectEnd()
    return (tests, parser.findings)
  }

  // MARK: Operators

  /// An expression whose operators all bind at least as tightly as `level`.
  mutating func parse(_ level: OperatorTable.Level) -> SyntaxTree {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.depthLimit else { return failTooDeep() }
    var left = parsePrefix(level)
    var hasCompared = false
    while true {
      let token = current
      if let entry = OperatorTable.entry(for: token), entry.level >= level {
        if entry.level == .comparison, hasCompared { return failChained(left) }
        advance()
        let right = parse(entry.level.tighter)
        left = joined(.binary(entry.binary, left, right), left, right)
        hasCompared = entry.level == .comparison
      } else if token.isWord("in"), level <= .comparison {
        if hasCompared { return failChained(left) }
        advance()
        left = parseMembership(of: left)
        hasCompared = true
      } else if token.isWord("between"), level <= .comparison {
        if hasCompared { return failChained(left) }
        advance()
        left = parseBetween(left)
        hasCompared = true
      } else {
        break
      }
    }
    return left
  }

  private mutating func parseBetween(_ subject: SyntaxTree) -> SyntaxTree {
    let low = parse(.otherwise)
    expect(word: "and")
    let high = parse(.otherwise)
    let test = SyntaxTree.Test(
      kind: .range(.init(value: low, isIncluded: true), .init(value: high, isIncluded: true)),
      stretch: low.stretch.lowerBound..<max(low.stretch.upperBound, high.stretch.upperBound))
    return checkingDepth(
      SyntaxTree(
        .membership(subject, [test]), stretch(from: subject.stretch.lowerBound), above: [subject], tests: [test]))
  }

  private mutating func parsePrefix(_ level: OperatorTable.Level) -> SyntaxTree {
    let token = current
    let start = token.stretch.lowerBound
    if token.isWord("if") { return parseCondition() }
    if token.isWord("some") || token.isWord("every") { return parseQuantified() }
    if token.isWord("not"), !peek(1).isSymbol(.open) {
      advance()
      let operand = parse(max(level, .comparison))
      return checkingDepth(SyntaxTree(.not(operand), stretch(from: start), above: [operand]))
    }
    return parseUnary()
  }

  private mutating func parseUnary() -> SyntaxTree {
    guard current.isSymbol(.minus) else { return parsePostfix() }
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.depthLimit else { return failTooDeep() }
    let start = current.stretch.lowerBound
    advance()
    let operand = parseUnary()
    return checkingDepth(SyntaxTree(.negative(operand), stretch(from: start), above: [operand]))
  }

  private mutating func parsePostfix() -> SyntaxTree {
    var tree = parsePrimary()
    while current.isSymbol(.dot) {
      advance()
      guard current.kind == .name else { return fail(expecting: "a name after the dot") }
      let name = advance().spelling
      tree = checkingDepth(
        SyntaxTree(.property(tree, name), stretch(from: tree.stretch.lowerBound), above: [tree]))
    }
    return tree
  }

  // MARK: Words with a shape of their own

  private mutating func parseCondition() -> SyntaxTree {
    let start = advance().stretch.lowerBound
    let condition = parse(.or)
    expect(word: "then")
    let consequence = parse(.or)
    expect(word: "else")
    let alternative = parse(.or)
    return checkingDepth(
      SyntaxTree(
        .condition(condition, then: consequence, else: alternative), stretch(from: start),
        above: [condition, consequence, alternative]))
  }

  private mutating func parseQuantified() -> SyntaxTree {
    let word = advance()
    let name = current
    guard name.kind == .name, !name.isReserved else { return fail(expecting: "a name for each element") }
    advance()
    expect(word: "in")
    let list = parse(.otherwise)
    expect(word: "satisfies")
    let condition = parse(.or)
    return checkingDepth(
      SyntaxTree(
        .quantified(
          isEvery: word.spelling == "every", variable: name.spelling, at: name.stretch, in: list,
          satisfies: condition),
        stretch(from: word.stretch.lowerBound), above: [list, condition]))
  }

  // MARK: Moving along

  var current: Token { peek(0) }
  var isAtEnd: Bool { current.kind == .end }
  /// Where the last word that was read ends.
  var end: Int { next == 0 ? 0 : tokens[next - 1].stretch.upperBound }

  /// From `start` to the end of the last word read; empty when nothing was read since.
  func stretch(from start: Int) -> Range<Int> { start..<max(start, end) }

  func peek(_ distance: Int) -> Token { tokens[min(next + distance, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    next = min(next + 1, tokens.count - 1)
    return token
  }

  mutating func expect(word: String) {
    if current.isWord(word) { advance() } else { _ = fail(expecting: "'\(word)'") }
  }

  mutating func expect(_ symbol: Token.Symbol) {
    if current.isSymbol(symbol) { advance() } else { _ = fail(expecting: "'\(symbol.rawValue)'") }
  }

  private mutating func expectEnd() {
    if !isAtEnd { _ = fail(expecting: "an operator or the end") }
  }

  // MARK: Failing

  /// Tells what was found in place of what was expected, and gives up on the rest of the text.
  mutating func fail(expecting expected: String, hint: String? = nil) -> SyntaxTree {
    let found = current
    if !hasFailed, found.kind != .unreadable {
      findings.append(
        messages.unexpected(
          found, expected: expected, hint: hint ?? decimalCommaHint ?? foreignWordHint(found)))
    }
    return giveUp(at: found.stretch)
  }

  private mutating func giveUp(at stretch: Range<Int>) -> SyntaxTree {
    hasFailed = true
    next = tokens.count - 1
    return SyntaxTree(.missing, stretch)
  }

  mutating func failTooDeep() -> SyntaxTree {
    let stretch = current.stretch
    if !hasFailed { findings.append(messages.tooDeep(at: stretch, limit: Parser.depthLimit)) }
    return giveUp(at: stretch)
  }

  private mutating func failChained(_ left: SyntaxTree) -> SyntaxTree {
    let token = current
    if !hasFailed { findings.append(messages.chainedComparison(at: token.stretch)) }
    _ = giveUp(at: token.stretch)
    return left
  }

  mutating func checkingDepth(_ tree: SyntaxTree) -> SyntaxTree {
    tree.depth <= Parser.depthLimit ? tree : failTooDeep()
  }

  private mutating func joined(
    _ kind: SyntaxTree.Kind, _ left: SyntaxTree, _ right: SyntaxTree
  ) -> SyntaxTree {
    let stretch = left.stretch.lowerBound..<max(left.stretch.upperBound, right.stretch.upperBound)
    return checkingDepth(SyntaxTree(kind, stretch, above: [left, right]))
  }

  private var decimalCommaHint: String? {
    guard current.isSymbol(.comma), next > 0, case .number = tokens[next - 1].kind,
      case .number = peek(1).kind, tokens[next - 1].stretch.upperBound == current.stretch.lowerBound,
      peek(1).stretch.lowerBound == current.stretch.upperBound
    else { return nil }
    return "write '\(tokens[next - 1].spelling).\(peek(1).spelling)', with a decimal point"
  }

  private func foreignWordHint(_ found: Token) -> String? {
    switch found.spelling {
    case "AND", "And", "og": "write 'and'"
    case "OR", "Or", "eller": "write 'or'"
    case "is", "er": "write '='"
    case "for", "function", "instance": "write the rule without '\(found.spelling)', which rules do not have"
    default: nil
    }
  }
}
