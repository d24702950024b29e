/// An exact fraction.
///
/// Law counts with decimals and shares; a decimal type that rounds at some digit would make a result
/// depend on the order of operations. A fraction never rounds: `1/3 * 3` is 1. Where a law rounds it
/// says so, see `Rounding`.
///
/// - Range: numerator and denominator of 127 bits. Operations that leave it return `nil`, also where
///   only a step on the way does.
///
/// Invariant: the denominator is positive and shares no factor with the numerator, so equal values
/// have equal bits; the initializer upholds it.
package struct Rational: Hashable, Sendable {
  package let numerator: Int128
  package let denominator: Int128

  package init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// - Returns: `nil` for a denominator of zero or a value outside the range.
  package init?(_ numerator: Int128, _ denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let divisor = greatestCommonDivisor(numerator, denominator)
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  package static let zero = Rational(0)
  package static let one = Rational(1)

  package var isWhole: Bool { denominator == 1 }
  package var isZero: Bool { numerator == 0 }
  package var isNegative: Bool { numerator < 0 }

  /// The value as an `Int`, when it is whole and fits.
  package var whole: Int? { denominator == 1 ? Int(exactly: numerator) : nil }

  package var negated: Rational { Rational(unchecked: -numerator, denominator) }
  package var magnitude: Rational { isNegative ? negated : self }

  private init(unchecked numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package func adding(_ other: Rational) -> Rational? {
    if denominator == 1, other.denominator == 1 {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      return overflow || sum == .min ? nil : Rational(unchecked: sum, 1)
    }
    // The least common denominator keeps the products small.
    let shared = greatestCommonDivisor(denominator, other.denominator)
    guard
      let left = product(numerator, other.denominator / shared),
      let right = product(other.numerator, denominator / shared),
      let bottom = product(denominator, other.denominator / shared)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Rational(sum, bottom)
  }

  package func subtracting(_ other: Rational) -> Rational? { adding(other.negated) }

  package func multiplied(by other: Rational) -> Rational? {
    // Cancelling crosswise first keeps the products small.
    let first = greatestCommonDivisor(numerator, other.denominator)
    let second = greatestCommonDivisor(other.numerator, denominator)
    guard
      let top = product(numerator / first, other.numerator / second),
      let bottom = product(denominator / second, other.denominator / first)
    else { return nil }
    return Rational(top, bottom)
  }

  /// - Returns: `nil` when dividing by zero as well.
  package func divided(by other: Rational) -> Rational? {
    guard let inverse = Rational(other.denominator, other.numerator) else { return nil }
    return multiplied(by: inverse)
  }

  /// The greatest whole number that is not above the value.
  package var floor: Int128 {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// How far the value is above its floor, in parts of the denominator: at least 0, and less than it.
  var remainder: Int128 {
    let rest = numerator % denominator
    return rest < 0 ? rest + denominator : rest
  }
}

extension Rational: Comparable {
  package static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    // Compare whole parts first; only equal ones need the remainders, which are below their
    // denominators, so that 256-bit products settle it exactly.
    let (leftFloor, rightFloor) = (left.floor, right.floor)
    if leftFloor != rightFloor { return leftFloor < rightFloor }
    let leftProduct = left.remainder.magnitude
      .multipliedFullWidth(by: right.denominator.magnitude)
    let rightProduct = right.remainder.magnitude
      .multipliedFullWidth(by: left.denominator.magnitude)
    return (leftProduct.high, leftProduct.low) < (rightProduct.high, rightProduct.low)
  }
}

extension Rational: CustomStringConvertible {
  /// Decimal notation where the value has one of at most 30 digits, otherwise a fraction `2/3`.
  package var description: String {
    if denominator == 1 { return "\(numerator)" }
    var scale = 0
    var rest = denominator
    var twos = 0
    var fives = 0
    while rest % 2 == 0 { rest /= 2; twos += 1 }
    while rest % 5 == 0 { rest /= 5; fives += 1 }
    scale = max(twos, fives)
    guard rest == 1, scale <= 30, let shifted = multiplied(by: Rational(powerOfTen(scale), 1) ?? .one)
    else { return "\(numerator)/\(denominator)" }
    let digits = String(shifted.numerator.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: -scale)
    return (numerator < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }

  /// Reads decimal notation: `12`, `-0.5`, `1.25`, and `.5` as FEEL does.
  ///
  /// - Returns: `nil` for anything else, and for more digits than the range holds.
  package init?(decimal text: some StringProtocol) {
    var digits: Int128 = 0
    var scale = 0
    var seenPoint = false
    var seenDigit = false
    var body = Substring(text)
    let isNegative = body.first == "-"
    if isNegative { body = body.dropFirst() }
    for character in body.unicodeScalars {
      if character == ".", !seenPoint {
        seenPoint = true
        continue
      }
      guard ("0"..."9").contains(character) else { return nil }
      let (shifted, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      let (next, overflows) = shifted.addingReportingOverflow(Int128(character.value - 48))
      guard !overflows else { return nil }
      digits = next
      seenDigit = true
      if seenPoint { scale += 1 }
    }
    guard seenDigit, scale <= 37, !seenPoint || scale > 0 else { return nil }
    self.init(isNegative ? -digits : digits, powerOfTen(scale))
  }
}

/// - Precondition: `exponent` is between 0 and 38, so that the power fits.
package func powerOfTen(_ exponent: Int) -> Int128 {
  var power: Int128 = 1
  for _ in 0..<min(exponent, 38) { power *= 10 }
  return power
}

private func product(_ left: Int128, _ right: Int128) -> Int128? {
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  return overflow || product == .min ? nil : product
}

private func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
  var (larger, smaller) = (left.magnitude, right.magnitude)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger == 0 ? 1 : Int128(larger)
}
