/// An exact amount of money.
///
/// - Unit: øre; `Money(øre: 1_050)` is 10.50 kr. Never floating point: a total over ten million people
///   must not depend on the order of addition.
/// - Range: about ±92 quadrillion kroner. Arithmetic that leaves it traps, since a figure that large
///   means a wrong rule, not a rich country.
/// - Rounding: none here. A law that rounds names how; see `Rounding`.
package struct Money: Hashable, Comparable, Sendable {
  package let øre: Int

  package init(øre: Int) { self.øre = øre }

  package static let zero = Money(øre: 0)

  package static func < (left: Money, right: Money) -> Bool { left.øre < right.øre }
  package static func + (left: Money, right: Money) -> Money { Money(øre: left.øre + right.øre) }
  package static func - (left: Money, right: Money) -> Money { Money(øre: left.øre - right.øre) }
  package static prefix func - (amount: Money) -> Money { Money(øre: -amount.øre) }
  package static func += (left: inout Money, right: Money) { left = left + right }
  package static func * (amount: Money, count: Int) -> Money { Money(øre: amount.øre * count) }

  /// A share of the amount, brought to whole øre.
  ///
  /// - Returns: `nil` when the share leaves the range.
  package func share(_ share: Rational, _ rounding: Rounding) -> Money? {
    if rounding == .halfUp, let top = Int(exactly: share.numerator),
      let bottom = Int(exactly: share.denominator)
    {
      if let part = part(top, of: bottom) { return part }
    }
    return Rational(øre).multiplied(by: share)?.rounded(rounding)?.whole.map(Money.init(øre:))
  }

  /// `top` of `bottom` parts of the amount, brought to whole øre, half up: what a share rounded half up
  /// is, by one division.
  ///
  /// - Precondition: `bottom` is positive.
  /// - Returns: `nil` when it leaves the range.
  package func part(_ top: Int, of bottom: Int) -> Money? {
    let (product, overflows) = øre.multipliedReportingOverflow(by: top)
    guard !overflows, bottom > 0 else { return nil }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: bottom)
    // A half goes away from zero, as `Rounding.halfUp` says.
    guard rest.magnitude >= UInt(bottom) - rest.magnitude else { return Money(øre: quotient) }
    return Money(øre: product < 0 ? quotient - 1 : quotient + 1)
  }
}

/// Working time.
///
/// - Unit: whole minutes.
package struct Minutes: Hashable, Comparable, Sendable {
  package let count: Int

  package init(_ count: Int) { self.count = count }

  package static let zero = Minutes(0)

  package static func < (left: Minutes, right: Minutes) -> Bool { left.count < right.count }
  package static func + (left: Minutes, right: Minutes) -> Minutes { Minutes(left.count + right.count) }
  package static func += (left: inout Minutes, right: Minutes) { left = left + right }
}
