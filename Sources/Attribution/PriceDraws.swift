internal import Quantities

/// Sets of prices by number, drawn at random between their ends, every price by itself.
///
/// Each follows the triangle from low over base to high: likeliest at its base, and never outside its
/// range. A price is the same under both laws; it is the price that is not known, not the law. It is drawn
/// by its name: two matrices with other rows meet the same price in the same draw.
///
/// - Source: the triangular distribution by its inverse, in whole numbers; see `TriangularDraw`.
package struct PriceLot: Sendable {
  private let lot: Lot
  private let triangles: [TriangularDraw]
  private let names: [UInt64]

  package init(_ matrix: PriceMatrix, seed: UInt64) {
    lot = Lot(seed: seed)
    triangles = matrix.slots.map { TriangularDraw(low: $0.low, base: $0.base, high: $0.high) }
    names = matrix.slots.map { Lot.fingerprint($0.name) }
  }

  /// One value for each slot of the matrix.
  package func values(_ number: Int) -> [Int] {
    var values = [Int](repeating: 0, count: triangles.count)
    fill(&values, number)
    return values
  }

  /// The same into memory that is there already: no draw of many allocates any.
  func fill(_ values: inout [Int], _ number: Int) {
    for slot in triangles.indices {
      values[slot] = triangles[slot].value(
        at: lot.bits(citizen: PriceLot.purpose, purpose: names[slot], occurrence: number))
    }
  }

  private static let purpose = Lot.fingerprint("prices")
}

/// A value between two ends, likeliest at a third.
package struct TriangularDraw: Hashable, Sendable {
  private let low: Int
  private let base: Int
  private let high: Int

  /// - Precondition: `low <= base <= high`.
  package init(low: Int, base: Int, high: Int) {
    self.low = low
    self.base = base
    self.high = high
  }

  /// The value below which a share of all lie.
  ///
  /// - Parameter bits: the share as a fraction of 2⁶⁴, of which the upper 53 count.
  /// - Rounding: to the nearest whole number.
  package func value(at bits: UInt64) -> Int {
    guard low < high else { return base }
    let whole = UInt128(1) << 53
    let share = UInt128(bits >> 11)
    let (span, rise, fall) = (
      UInt128(high - low), UInt128(base - low), UInt128(high - base)
    )
    if share * span < rise * whole {
      return low + Int(nearestRoot(of: share * span * rise / whole))
    }
    return high - Int(nearestRoot(of: (whole - share) * span * fall / whole))
  }
}

/// Where sorted numbers lie.
package struct Percentiles: Hashable, Sendable {
  package let low: Int
  package let p5: Int
  package let median: Int
  package let p95: Int
  package let high: Int

  /// - Parameter sorted: ascending.
  /// - Returns: `nil` for none.
  package init?(sorted: [Int]) {
    guard let first = sorted.first, let last = sorted.last else { return nil }
    func at(_ percent: Int) -> Int {
      // Nearest rank: the least number that at least so many per cent do not exceed.
      sorted[max(1, (sorted.count * percent + 99) / 100) - 1]
    }
    low = first
    p5 = at(5)
    median = at(50)
    p95 = at(95)
    high = last
  }
}
