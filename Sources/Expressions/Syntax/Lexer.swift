internal import Diagnostics
internal import Quantities

/// Cuts a text into words.
///
/// A name holds letters, digits and `_`, and a `-` where a letter follows: `sick-pay-weeks` is one name,
/// `num-10` a subtraction. Which names exist plays no part here, so that a text is always cut alike.
///
/// Invariant: ends for every text, with `.end` as the last token; what cannot be read becomes
/// `.unreadable` and a finding.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private let messages: CheckerMessages
  private var offset = 0
  private var tokens: [Token] = []
  private var findings: [Diagnostic] = []

  private init(_ source: MarkedText) {
    scalars = Array(source.text.unicodeScalars)
    messages = CheckerMessages(source: source)
  }

  static func tokens(of source: MarkedText) -> ([Token], [Diagnostic]) {
    var lexer = Lexer(source)
    lexer.readAll()
    return (lexer.tokens, lexer.findings)
  }

  private mutating func readAll() {
    while skipSpace() {
      let start = offset
      let scalar = scalars[offset]
      if isDigit(scalar) || (scalar == "." && isDigit(peek(1)) && peek(-1) != ".") {
        readNumberOrDate()
      } else if isLetter(scalar) {
        readName()
      } else if scalar == "\"" {
        readText()
      } else if let symbol = Token.Symbol.byLength.first(where: { stands($0.rawValue) }) {
        offset += symbol.rawValue.unicodeScalars.count
        add(.symbol(symbol), from: start)
        if symbol == .equal, peek(0) == "=" { refuseDoubledEqual(from: start) }
      } else {
        readForeignSymbol()
      }
    }
    tokens.append(Token(kind: .end, spelling: "", stretch: scalars.count..<scalars.count))
  }

  // MARK: Kinds of words

  private mutating func readName() {
    let start = offset
    while offset < scalars.count {
      let scalar = scalars[offset]
      let isHyphen = scalar == "-" && isLetter(peek(1))
      guard isLetter(scalar) || isDigit(scalar) || isMark(scalar) || isHyphen else { break }
      offset += 1
    }
    add(.name, from: start)
  }

  private mutating func readNumberOrDate() {
    let start = offset
    if let length = dateLength {
      offset += length
      let spelling = text(from: start)
      if let day = Day(spelling) { return add(.date(day), from: start) }
      findings.append(messages.noSuchDay(spelling, at: start..<offset))
      return add(.unreadable, from: start)
    }
    skipDigits()
    if peek(0) == ".", isDigit(peek(1)) {
      offset += 1
      skipDigits()
    }
    let digits = text(from: start).filter { $0 != "_" }
    var number = Rational(decimal: digits)
    if peek(0) == "e" || peek(0) == "E" {
      let sign = peek(1) == "-" || peek(1) == "+" ? 1 : 0
      if isDigit(peek(1 + sign)) {
        let isNegative = peek(1) == "-"
        offset += 1 + sign
        let exponentStart = offset
        skipDigits()
        number = scaled(number, by: text(from: exponentStart), isNegative: isNegative)
      }
    }
    if let number { return add(.number(number), from: start) }
    findings.append(messages.numberTooLong(at: start..<offset))
    add(.unreadable, from: start)
  }

  private func scaled(_ number: Rational?, by exponent: String, isNegative: Bool) -> Rational? {
    guard let number, let exponent = Int(exponent), exponent <= 38,
      let power = Rational(powerOfTen(exponent), 1)
    else { return nil }
    return isNegative ? number.divided(by: power) : number.multiplied(by: power)
  }

  /// The length of a bare `YYYY-MM-DD` at this place. FEEL would read two subtractions there; nobody
  /// who writes a law means those.
  private var dateLength: Int? {
    for (index, pattern) in "0000-00-00".unicodeScalars.enumerated() {
      guard pattern == "-" ? peek(index) == "-" : isDigit(peek(index)) else { return nil }
    }
    return isDigit(peek(10)) || isLetter(peek(10)) ? nil : 10
  }

  private mutating func readText() {
    let start = offset
    offset += 1
    var content = String.UnicodeScalarView()
    while offset < scalars.count, scalars[offset] != "\"" {
      if scalars[offset] == "\\", let escaped = readEscape() {
        content.append(escaped)
      } else {
        content.append(scalars[offset])
        offset += 1
      }
    }
    guard offset < scalars.count else {
      findings.append(messages.unclosedText(at: start..<offset))
      return add(.unreadable, from: start)
    }
    offset += 1
    add(.text(String(content)), from: start)
  }

  /// - Returns: `nil`, having read nothing, when the backslash stands for itself.
  private mutating func readEscape() -> Unicode.Scalar? {
    switch peek(1) {
    case "n": return taking("\n", 2)
    case "t": return taking("\t", 2)
    case "r": return taking("\r", 2)
    case "\"": return taking("\"", 2)
    case "'": return taking("'", 2)
    case "\\": return taking("\\", 2)
    case "U": return hexadecimal(at: 2, count: 6).flatMap(Unicode.Scalar.init).flatMap { taking($0, 8) }
    case "u":
      guard let first = hexadecimal(at: 2, count: 4) else { return nil }
      // A character beyond the basic plane is written as two escapes, as in JSON.
      if (0xD800..<0xDC00).contains(first), peek(6) == "\\", peek(7) == "u",
        let second = hexadecimal(at: 8, count: 4), (0xDC00..<0xE000).contains(second)
      {
        let joined = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        return Unicode.Scalar(joined).flatMap { taking($0, 12) }
      }
      return Unicode.Scalar(first).flatMap { taking($0, 6) }
    default: return nil
    }
  }

  private mutating func taking(_ scalar: Unicode.Scalar, _ length: Int) -> Unicode.Scalar {
    offset += length
    return scalar
  }

  private func hexadecimal(at distance: Int, count: Int) -> UInt32? {
    guard offset + distance + count <= scalars.count else { return nil }
    var digits = String.UnicodeScalarView()
    digits.append(contentsOf: scalars[(offset + distance)..<(offset + distance + count)])
    return digits.allSatisfy(\.properties.isASCIIHexDigit) ? UInt32(String(digits), radix: 16) : nil
  }

  /// What other languages write, with the word of this one.
  private static let translations: [(foreign: String, ours: String)] = [
    ("&&", "and"), ("||", "or"), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("−", "-"), ("–", "-"),
    ("×", "*"), ("·", "*"), ("÷", "/"), ("!", "not"), ("'", "\""), ("“", "\""), ("”", "\""), ("&", "and"),
    ("|", "or"), ("^", "**"),
  ]

  private mutating func readForeignSymbol() {
    let start = offset
    let translation = Lexer.translations.first { stands($0.foreign) }
    offset += translation?.foreign.unicodeScalars.count ?? 1
    findings.append(
      messages.unknownCharacter(text(from: start), at: start..<offset, meaning: translation?.ours))
    add(.unreadable, from: start)
  }

  private mutating func refuseDoubledEqual(from start: Int) {
    offset += 1
    findings.append(messages.unknownCharacter("==", at: start..<offset, meaning: "="))
  }

  // MARK: Characters

  /// - Returns: whether anything is left.
  private mutating func skipSpace() -> Bool {
    while offset < scalars.count {
      if isSpace(scalars[offset]) {
        offset += 1
      } else if stands("//") {
        while offset < scalars.count, scalars[offset] != "\n" { offset += 1 }
      } else if stands("/*") {
        let start = offset
        offset += 2
        while offset < scalars.count, !stands("*/") { offset += 1 }
        if offset == scalars.count {
          findings.append(messages.unclosedComment(at: start..<min(start + 2, offset)))
        }
        offset = min(offset + 2, scalars.count)
      } else {
        return true
      }
    }
    return false
  }

  private mutating func skipDigits() {
    while isDigit(peek(0)) || (peek(0) == "_" && isDigit(peek(1))) { offset += 1 }
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, spelling: text(from: start), stretch: start..<offset))
  }

  private func text(from start: Int) -> String {
    let stretch = scalars[start..<offset]
    guard stretch.allSatisfy(\.isASCII) else {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: stretch)
      return String(view)
    }
    // Nearly all words are, and one byte each is quicker than the general way.
    return String(unsafeUninitializedCapacity: stretch.count) { bytes in
      for (index, scalar) in stretch.enumerated() { bytes[index] = UInt8(truncatingIfNeeded: scalar.value) }
      return stretch.count
    }
  }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    scalars.indices.contains(offset + distance) ? scalars[offset + distance] : nil
  }

  private func stands(_ symbol: String) -> Bool {
    symbol.unicodeScalars.enumerated().allSatisfy { peek($0.offset) == $0.element }
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (!("!"..."~").contains(scalar) && scalar.properties.isWhitespace)
  }

  private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  private func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar.isASCII { return scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    return scalar.properties.isAlphabetic
  }

  /// A mark that continues a letter, so that `é` written as two scalars stays one name.
  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark
  }
}
