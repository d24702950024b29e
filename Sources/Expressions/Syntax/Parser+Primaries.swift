internal import Diagnostics
internal import Quantities

/// Literals, names, calls and lists.
extension Parser {
  mutating func parsePrimary() -> SyntaxTree {
    let token = current
    switch token.kind {
    case .number(let number):
      advance()
      return parseUnit(of: number, from: token)
    case .date(let day):
      advance()
      return SyntaxTree(.constant(.date(day), .date), token.stretch)
    case .text(let text):
      advance()
      return SyntaxTree(.constant(.text(text), .text), token.stretch)
    case .name: return parseName()
    case .symbol(.open): return parseParentheses()
    case .symbol(.openBracket): return parseList()
    case .symbol(.at): return parseMarkedText()
    case .unreadable:
      advance()
      return SyntaxTree(.missing, token.stretch)
    case .symbol, .end: return fail(expecting: "a value")
    }
  }

  // MARK: Literals

  /// What stands after a number: `22 weeks`, `80 %`, `25.50 kr per month`.
  private mutating func parseUnit(of number: Rational, from token: Token) -> SyntaxTree {
    let start = token.stretch.lowerBound
    if current.isSymbol(.percent) {
      advance()
      return constant(number.divided(by: Rational(100)).map { (.number($0), .number) }, start)
    }
    guard current.kind == .name else {
      return SyntaxTree(.constant(.number(number), .number), token.stretch)
    }
    switch current.spelling {
    case "kr", "øre": return parseMoney(number, from: start)
    case "day", "days": return parseDuration(number, from: start) { .days($0) }
    case "week", "weeks": return parseDuration(number, from: start, times: 7) { .days($0) }
    case "month", "months": return parseDuration(number, from: start) { .months($0) }
    case "year", "years": return parseDuration(number, from: start, times: 12) { .months($0) }
    default:
      if current.isReserved { return SyntaxTree(.constant(.number(number), .number), token.stretch) }
      findings.append(messages.unknownUnit(current))
      advance()
      return SyntaxTree(.missing, stretch(from: start))
    }
  }

  private mutating func parseDuration(
    _ number: Rational, from start: Int, times factor: Int = 1, _ value: (Int) -> Value
  ) -> SyntaxTree {
    advance()
    // The bound keeps later arithmetic on durations far away from overflow.
    guard let count = number.whole, abs(count) <= ISODuration.limit else {
      findings.append(messages.notAWholeDuration(at: stretch(from: start)))
      return SyntaxTree(.missing, stretch(from: start))
    }
    let duration = value(count * factor)
    return SyntaxTree(.constant(duration, duration.isMonths ? .months : .days), stretch(from: start))
  }

  private mutating func parseMoney(_ number: Rational, from start: Int) -> SyntaxTree {
    let isKroner = advance().spelling == "kr"
    // "kr." is how Danish abbreviates; the dot is no property.
    let isAbbreviation = peek(1).kind != .name || peek(1).isWord("per")
    if current.isSymbol(.dot), current.stretch.lowerBound == end, isAbbreviation { advance() }
    var per: TimeUnit?
    if current.isWord("per") {
      advance()
      guard let unit = TimeUnit(rawValue: current.spelling), current.kind == .name else {
        return fail(expecting: "'hour', 'day', 'week', 'month' or 'year'")
      }
      per = unit
      advance()
    }
    let øre = isKroner ? number.multiplied(by: Rational(100)) : number
    if let øre, !øre.isWhole {
      findings.append(messages.amountTooFine(number, at: stretch(from: start)))
      return SyntaxTree(.missing, stretch(from: start))
    }
    return constant(øre.map { (.money($0), .money(per: per, isExact: true)) }, start)
  }

  /// - Parameter value: `nil` when the number leaves the range.
  private mutating func constant(_ value: (Value, ValueType)?, _ start: Int) -> SyntaxTree {
    if let value { return SyntaxTree(.constant(value.0, value.1), stretch(from: start)) }
    findings.append(messages.numberTooLong(at: stretch(from: start)))
    return SyntaxTree(.missing, stretch(from: start))
  }

  /// `@"2023-07-01"`, `@"P1Y"`.
  private mutating func parseMarkedText() -> SyntaxTree {
    let start = advance().stretch.lowerBound
    guard case .text(let text) = current.kind else {
      return fail(expecting: "a date or duration in quotes")
    }
    advance()
    if let day = Day(text) { return SyntaxTree(.constant(.date(day), .date), stretch(from: start)) }
    if let duration = ISODuration.value(of: text) {
      return SyntaxTree(.constant(duration, duration.isMonths ? .months : .days), stretch(from: start))
    }
    findings.append(messages.malformed(text, "a date or duration", at: stretch(from: start)))
    return SyntaxTree(.missing, stretch(from: start))
  }

  // MARK: Names and calls

  private mutating func parseName() -> SyntaxTree {
    let token = current
    let start = token.stretch.lowerBound
    if let call = parsePhrase() { return call }
    switch token.spelling {
    case "true", "false":
      advance()
      return SyntaxTree(.constant(.boolean(token.spelling == "true"), .boolean), token.stretch)
    case "null":
      advance()
      return SyntaxTree(.null, token.stretch)
    case "not" where peek(1).isSymbol(.open):
      advance()
      advance()
      let operand = parse(.or)
      expect(.close)
      return checkingDepth(SyntaxTree(.not(operand), stretch(from: start), above: [operand]))
    default:
      guard !token.isReserved else { return fail(expecting: "a value") }
      advance()
      if current.isSymbol(.open) { return parseCall(token.spelling, at: token.stretch) }
      return SyntaxTree(.name(token.spelling), token.stretch)
    }
  }

  /// A call of a function whose name has several words: only directly before a parenthesis, so that
  /// the words stay free to be names elsewhere. Two names in a row are never anything else, so a phrase
  /// that is no function is read as one, for the checker to find the nearest.
  private mutating func parsePhrase() -> SyntaxTree? {
    let start = current.stretch.lowerBound
    var phrase = current.spelling
    for count in 2...StandardFunctions.longestName {
      guard peek(count - 1).kind == .name else { return nil }
      phrase += " " + peek(count - 1).spelling
      let isFree = (0..<count).allSatisfy { !peek($0).isReserved }
      guard peek(count).isSymbol(.open), isFree || StandardFunctions.byName[phrase] != nil else { continue }
      for _ in 0..<count { advance() }
      return parseCall(phrase, at: stretch(from: start))
    }
    return nil
  }

  private mutating func parseCall(_ name: String, at nameStretch: Range<Int>) -> SyntaxTree {
    advance()
    var arguments: [SyntaxTree.Argument] = []
    while !current.isSymbol(.close) {
      arguments.append(parseArgument())
      guard current.isSymbol(.comma) else { break }
      advance()
      if current.isSymbol(.close) { return fail(expecting: "a value") }
    }
    expect(.close)
    return checkingDepth(
      SyntaxTree(
        .call(name, at: nameStretch, arguments), stretch(from: nameStretch.lowerBound),
        above: arguments.map(\.value)))
  }

  private mutating func parseArgument() -> SyntaxTree.Argument {
    var count = 0
    while peek(count).kind == .name { count += 1 }
    guard count > 0, peek(count).isSymbol(.colon) else {
      let value = parse(.or)
      return SyntaxTree.Argument(name: nil, nameStretch: value.stretch, value: value)
    }
    let start = current.stretch.lowerBound
    let words = (0..<count).map { _ in advance().spelling }
    let nameStretch = stretch(from: start)
    advance()
    return SyntaxTree.Argument(
      name: words.joined(separator: " "), nameStretch: nameStretch, value: parse(.or))
  }

  // MARK: Brackets

  private mutating func parseParentheses() -> SyntaxTree {
    let start = advance().stretch.lowerBound
    let inner = parse(.or)
    if current.isSymbol(.range) { return parseStrayRange(from: start, inner) }
    if current.isSymbol(.comma) {
      return fail(expecting: "')'", hint: "write '[a, b]' for a list; '(a, b)' can only stand after 'in'")
    }
    expect(.close)
    return inner.stretching(over: stretch(from: start))
  }

  mutating func parseList() -> SyntaxTree {
    let start = advance().stretch.lowerBound
    var elements: [SyntaxTree] = []
    while !current.isSymbol(.closeBracket) {
      let element = parse(.or)
      if current.isSymbol(.range) { return parseStrayRange(from: start, element) }
      elements.append(element)
      guard current.isSymbol(.comma) else { break }
      advance()
      if current.isSymbol(.closeBracket) { return fail(expecting: "a value") }
    }
    expect(.closeBracket)
    return checkingDepth(SyntaxTree(.list(elements), stretch(from: start), above: elements))
  }

  /// A range is read to its end even where it may not stand, so that one finding says all.
  private mutating func parseStrayRange(from start: Int, _ low: SyntaxTree) -> SyntaxTree {
    advance()
    let high = parse(.otherwise)
    if [.close, .closeBracket, .openBracket].contains(where: { current.isSymbol($0) }) {
      advance()
    } else {
      return fail(expecting: "']' or ')'")
    }
    return checkingDepth(SyntaxTree(.strayRange, stretch(from: start), above: [low, high]))
  }
}
