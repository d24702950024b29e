/// How many people one citizen of a sample stands for.
///
/// - Unit: millionths of a person, so that a country of six million divides among ten million citizens
///   and nothing is rounded away.
/// - Range: about nine million million people; sums that leave it trap.
@usableFromInline package struct Weight: Hashable, Comparable, Sendable {
  @usableFromInline package let millionths: Int64

  package init(millionths: Int64) { self.millionths = millionths }

  package init(persons: Int) { millionths = Int64(persons) * Weight.one.millionths }

  package static let zero = Weight(millionths: 0)
  package static let one = Weight(millionths: 1_000_000)

  @inlinable package static func < (left: Weight, right: Weight) -> Bool { left.millionths < right.millionths }

  package static func + (left: Weight, right: Weight) -> Weight {
    Weight(millionths: left.millionths + right.millionths)
  }

  package static func += (left: inout Weight, right: Weight) { left = left + right }

  /// The share of one citizen among `count` who divide this weight.
  ///
  /// - Rounding: each gets the whole millionths; those left over, fewer than `count`, go one each to the
  ///   first citizens. So the shares always add up to exactly this weight.
  package func share(of index: UInt64, among count: UInt64) -> Weight {
    let people = max(1, count)
    let (each, left) = UInt64(max(0, millionths)).quotientAndRemainder(dividingBy: people)
    return Weight(millionths: Int64(index < left ? each + 1 : each))
  }
}

/// What weighted citizens add up to: people, days, demands or øre, each times the people it stands for.
///
/// - Unit: millionths of the unit of what is counted. Whole numbers, so that no sum depends on the order
///   of addition.
/// - Range: 127 bits; the øre of a century of the country need about 80.
/// - Rounding: none before `whole`.
@usableFromInline package struct Weighted: Hashable, Comparable, Sendable {
  @usableFromInline package let millionths: Int128

  @inlinable package init(millionths: Int128) { self.millionths = millionths }

  @inlinable package init(_ count: Int, _ weight: Weight) {
    // Both fit 63 bits, so the product fits.
    millionths = Int128(count) * Int128(weight.millionths)
  }

  package static let zero = Weighted(millionths: 0)

  @inlinable package static func < (left: Weighted, right: Weighted) -> Bool { left.millionths < right.millionths }
  @inlinable package static func + (left: Weighted, right: Weighted) -> Weighted {
    Weighted(millionths: left.millionths + right.millionths)
  }
  package static func - (left: Weighted, right: Weighted) -> Weighted {
    Weighted(millionths: left.millionths - right.millionths)
  }
  @inlinable package static func += (left: inout Weighted, right: Weighted) { left = left + right }
  package static func * (sum: Weighted, factor: Int) -> Weighted {
    Weighted(millionths: sum.millionths * Int128(factor))
  }

  /// The sum in whole units, half up; nothing when it leaves the range of a whole number.
  package var whole: Int? {
    Rational(millionths, Weighted.unit)?.rounded(.halfUp)?.whole
  }

  /// The exact sum.
  package var exact: Rational? { Rational(millionths, Weighted.unit) }

  private static let unit: Int128 = 1_000_000
}
