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
    Rational(øre).multiplied(by: share)?.rounded(rounding)?.whole.map(Money.init(øre:))
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
