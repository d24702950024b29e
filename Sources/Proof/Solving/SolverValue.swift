internal import Quantities

/// A value as the solver prints it: `true`, `12`, `(- 12)`, `(/ 1.0 3.0)`.
enum SolverValue: Hashable {
  case boolean(Bool)
  case number(Rational)

  var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  var whole: Int? { if case .number(let value) = self { value.whole } else { nil } }
  var number: Rational? { if case .number(let value) = self { value } else { nil } }

  /// The values of `((term value) (term value) …)`; `nil` for anything else.
  static func list(_ text: String) -> [SolverValue]? {
    var reader = Reader(text: Array(text.utf8))
    guard case .list(let pairs)? = reader.expression() else { return nil }
    var values: [SolverValue] = []
    for pair in pairs {
      guard case .list(let parts) = pair, parts.count == 2, let value = value(parts[1]) else { return nil }
      values.append(value)
    }
    return values
  }

  private static func value(_ expression: Expression) -> SolverValue? {
    switch expression {
    case .atom("true"): return .boolean(true)
    case .atom("false"): return .boolean(false)
    case .atom(let digits): return rational(digits).map(SolverValue.number)
    case .list(let parts):
      guard case .atom(let name)? = parts.first else { return nil }
      let operands = parts.dropFirst().compactMap { value($0)?.number }
      if name == "-", operands.count == 1 { return .number(operands[0].negated) }
      if name == "/", operands.count == 2 { return operands[0].divided(by: operands[1]).map(SolverValue.number) }
      return nil
    }
  }

  /// `12` or `12.5`.
  private static func rational(_ digits: String) -> Rational? {
    let parts = digits.split(separator: ".")
    guard let whole = parts.first, let numerator = Int128(whole) else { return nil }
    guard parts.count == 2, let fraction = Int128(parts[1]) else { return Rational(numerator, 1) }
    var scale: Int128 = 1
    for _ in parts[1] { scale *= 10 }
    return Rational(numerator * scale + fraction, scale)
  }

  private indirect enum Expression {
    case atom(String)
    case list([Expression])
  }

  private struct Reader {
    let text: [UInt8]
    var index = 0

    mutating func expression() -> Expression? {
      skip()
      guard index < text.count else { return nil }
      if text[index] == UInt8(ascii: "(") {
        index += 1
        var parts: [Expression] = []
        while true {
          skip()
          guard index < text.count else { return nil }
          if text[index] == UInt8(ascii: ")") { break }
          guard let part = expression() else { return nil }
          parts.append(part)
        }
        index += 1
        return .list(parts)
      }
      let start = index
      while index < text.count, !isSpace, text[index] != UInt8(ascii: "("), text[index] != UInt8(ascii: ")") {
        index += 1
      }
      guard index > start else { return nil }
      return .atom(String(decoding: text[start..<index], as: UTF8.self))
    }

    private var isSpace: Bool { text[index] <= 32 }
    private mutating func skip() { while index < text.count, isSpace { index += 1 } }
  }
}
