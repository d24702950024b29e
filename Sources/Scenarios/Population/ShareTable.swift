package import Quantities

/// Shares of a whole, ready to be drawn from: a quantile finds its row by integers alone.
///
/// A quantile is a fraction of 2⁶⁴. Row *k* takes the quantiles from the sum of the shares before it up
/// to the sum that includes it.
///
/// Invariant: there is at least one row, and every quantile belongs to exactly one.
package struct ShareTable: Hashable, Sendable {
  /// Where each row begins, ascending; the first begins at 0.
  let starts: [UInt64]

  /// - Precondition: none is negative and they add up to one; `PopulationReader` tells where they do not.
  ///   Whatever the sum, the last row takes what is left.
  package init(_ shares: [Rational]) {
    var starts: [UInt64] = []
    var sum = Rational.zero
    for share in shares {
      starts.append(ShareTable.quantile(of: sum))
      sum = sum.adding(share) ?? sum
    }
    self.starts = starts.isEmpty ? [0] : starts
  }

  /// Everybody in one row.
  package static let certain = ShareTable([.one])

  package func row(at quantile: UInt64) -> Int {
    var row = starts.count - 1
    while row > 0, starts[row] > quantile || isEmpty(row) { row -= 1 }
    return row
  }

  /// A row without a share begins where the next one does, and is passed over on the way down.
  private func isEmpty(_ row: Int) -> Bool {
    row + 1 < starts.count && starts[row] == starts[row + 1]
  }

  /// The first quantile of the row and how many follow; the last row's width is short by one, so that it
  /// fits 64 bits.
  func bounds(of row: Int) -> (start: UInt64, width: UInt64) {
    let end = row + 1 < starts.count ? starts[row + 1] : .max
    return (starts[row], max(1, end - starts[row]))
  }

  /// A share from 0 to 1 as a fraction of 2⁶⁴, rounded down; one itself is the greatest quantile.
  static func quantile(of share: Rational) -> UInt64 {
    guard !share.isNegative else { return 0 }
    guard share < .one else { return .max }
    var (top, bottom) = (UInt128(share.numerator), UInt128(share.denominator))
    while top >> 63 != 0 {
      top >>= 1
      bottom >>= 1
    }
    return UInt64(truncatingIfNeeded: (top << 64) / max(1, bottom))
  }
}

/// Lengths of time by shares: within a row every whole day is as likely as another.
///
/// - Unit: days, at least one.
package struct LengthTable: Hashable, Sendable {
  private let shares: ShareTable
  private let bounds: [Bounds]

  /// Lengths above `over` and up to `upTo`.
  package struct Bounds: Hashable, Sendable {
    package let over: Int
    package let upTo: Int

    package init(over: Int, upTo: Int) {
      self.over = max(0, over)
      self.upTo = max(self.over + 1, upTo)
    }
  }

  /// - Precondition: as many shares as bounds, and at least one.
  package init(shares: [Rational], bounds: [Bounds]) {
    self.shares = ShareTable(shares)
    self.bounds = bounds.isEmpty ? [Bounds(over: 0, upTo: 1)] : bounds
  }

  /// The length that a share `quantile` of all stays below: short for low quantiles, long for high ones.
  package func length(at quantile: UInt64) -> Int {
    let row = min(shares.row(at: quantile), bounds.count - 1)
    let (start, width) = shares.bounds(of: row)
    let offset = min(quantile - start, width - 1)
    let days = UInt64(bounds[row].upTo - bounds[row].over)
    let place = width.dividingFullWidth(offset.multipliedFullWidth(by: days)).quotient
    return bounds[row].over + 1 + Int(place)
  }

  /// How many last longer than `days`, as a fraction of 2⁶⁴.
  func survivors(beyond days: Int) -> UInt64 {
    for (row, limits) in bounds.enumerated() {
      guard days < limits.upTo else { continue }
      let (start, width) = shares.bounds(of: row)
      guard days > limits.over else { return .max - start }
      let span = UInt64(limits.upTo - limits.over)
      let gone = span.dividingFullWidth(width.multipliedFullWidth(by: UInt64(days - limits.over))).quotient
      return .max - start - gone
    }
    return 0
  }

  package var longest: Int { bounds.map(\.upTo).max() ?? 1 }
}

/// Ages by shares: within a row every day of birth is as likely as another.
///
/// - Unit: whole years, each row from its first age up to, but not including, its last.
package struct AgeTable: Hashable, Sendable {
  private let shares: ShareTable
  private let ages: [Range<Int>]

  /// - Precondition: as many shares as ages, and at least one.
  package init(shares: [Rational], ages: [Range<Int>]) {
    self.shares = ShareTable(shares)
    self.ages = ages.isEmpty ? [30..<31] : ages
  }

  /// The day of birth of somebody who has the drawn age on `day`.
  package func birth(on day: Day, at quantile: UInt64) -> Day {
    let row = min(shares.row(at: quantile), ages.count - 1)
    let (start, width) = shares.bounds(of: row)
    let offset = min(quantile - start, width - 1)
    let youngest = day.adding(months: -12 * ages[row].lowerBound)
    let oldest = day.adding(months: -12 * ages[row].upperBound)
    let days = UInt64(max(1, oldest.days(until: youngest)))
    let place = width.dividingFullWidth(offset.multipliedFullWidth(by: days)).quotient
    return youngest.adding(days: -Int(place))
  }
}
