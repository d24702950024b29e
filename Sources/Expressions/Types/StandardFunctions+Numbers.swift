internal import Quantities

/// The meaning of the functions on numbers.
enum Numbers {
  /// The scales FEEL allows.
  ///
  /// - Source: OMG DMN 1.5, table 75.
  static let scales = -6_111...6_176

  static func magnitude(_ value: Value) throws(EvaluationFailure) -> Value {
    switch value {
    case .number(let number): .number(number.magnitude)
    case .money(let øre): .money(øre.magnitude)
    case .months(let count): .months(abs(count))
    case .time(let nanoseconds): .time(nanoseconds: abs(nanoseconds))
    default: throw .outOfRange
    }
  }

  static func isEven(_ number: Rational) throws(EvaluationFailure) -> Bool {
    guard number.isWhole else { throw .notWhole("even and odd") }
    return number.numerator % 2 == 0
  }

  /// With the sign of the divisor, as FEEL defines it: `dividend - divisor * floor(dividend / divisor)`.
  static func modulo(_ dividend: Rational, _ divisor: Rational) throws(EvaluationFailure) -> Rational {
    guard !divisor.isZero else { throw .divisionByZero }
    guard let quotient = dividend.divided(by: divisor), let whole = Rational(quotient.floor, 1),
      let product = divisor.multiplied(by: whole), let rest = dividend.subtracting(product)
    else { throw .outOfRange }
    return rest
  }

  static func root(_ number: Rational) throws(EvaluationFailure) -> Rational {
    guard !number.isNegative else { throw .rootOfNegative }
    guard let top = wholeRoot(number.numerator), let bottom = wholeRoot(number.denominator),
      let root = Rational(top, bottom)
    else { throw .rootNotExact }
    return root
  }

  /// By halving: at most 64 steps for 127 bits.
  private static func wholeRoot(_ square: Int128) -> Int128? {
    var low: Int128 = 0
    var high: Int128 = 1 << 63
    while low < high {
      let middle = (low + high + 1) / 2
      let (product, overflow) = middle.multipliedReportingOverflow(by: middle)
      if overflow || product > square { high = middle - 1 } else { low = middle }
    }
    return low * low == square ? low : nil
  }

  /// By squaring. Grouping of the factors does not matter, since nothing rounds.
  static func power(_ base: Rational, _ exponent: Rational) throws(EvaluationFailure) -> Rational {
    guard let count = exponent.whole else { throw .exponentNotWhole }
    if count < 0 && base.isZero { throw .divisionByZero }
    guard var factor = count < 0 ? Rational.one.divided(by: base) : base else { throw .outOfRange }
    var rest = count.magnitude
    var result = Rational.one
    while rest > 0 {
      if rest % 2 == 1 {
        guard let product = result.multiplied(by: factor) else { throw .outOfRange }
        result = product
      }
      rest /= 2
      guard rest > 0 else { break }
      guard let square = factor.multiplied(by: factor) else { throw .outOfRange }
      factor = square
    }
    return result
  }

  static func rounded(
    _ number: Rational, _ rounding: Rounding, scale: Rational
  ) throws(EvaluationFailure) -> Rational {
    guard let places = Rational(integerPart(scale), 1)?.whole, scales.contains(places) else {
      throw .scaleOutside(scales)
    }
    if abs(places) > 38 { return try roundedFarAway(number, rounding, places: places) }
    let power = Rational(powerOfTen(abs(places)), 1) ?? .one
    guard let step = places < 0 ? power : Rational.one.divided(by: power) else { throw .outOfRange }
    if let result = number.rounded(rounding, toMultipleOf: step) { return result }
    // The scaled number may be too long although the number has few decimals: then nothing is cut off.
    guard places > 0 else { throw .outOfRange }
    return try roundedFarAway(number, rounding, places: places)
  }

  /// Beyond the digits a number can have: a decimal with fewer places stays as it is, and a step
  /// greater than every number leaves zero.
  private static func roundedFarAway(
    _ number: Rational, _ rounding: Rounding, places: Int
  ) throws(EvaluationFailure) -> Rational {
    if number.isZero { return number }
    if places < 0 {
      let staysNear =
        switch rounding {
        case .down, .halfUp, .halfDown, .halfEven: true
        case .floor: !number.isNegative
        case .ceiling: number.isNegative
        case .up: false
        }
      guard staysNear else { throw .outOfRange }
      return .zero
    }
    var rest = number.denominator
    var digits = 0
    while rest > 1, rest % 10 == 0 || rest % 2 == 0 || rest % 5 == 0 {
      rest /= rest % 10 == 0 ? 10 : rest % 2 == 0 ? 2 : 5
      digits += 1
    }
    guard rest == 1, digits <= places else { throw .outOfRange }
    return number
  }

  static func rounded(
    _ amount: Rational, _ rounding: Rounding, step: Rational
  ) throws(EvaluationFailure) -> Rational {
    guard !step.isZero, !step.isNegative else { throw .stepNotPositive }
    guard let result = amount.rounded(rounding, toMultipleOf: step) else { throw .outOfRange }
    return result
  }

  /// Toward zero: what FEEL makes of a scale or position that is not whole.
  static func integerPart(_ number: Rational) -> Int128 { number.numerator / number.denominator }
}
