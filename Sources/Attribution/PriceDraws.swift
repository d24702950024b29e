internal import Quantities

/// Prices drawn at random between their ends, every price by itself.
///
/// Each follows the triangle from low over base to high: likeliest at its base, and never outside its
/// range. A price is the same under both laws; it is the price that is not known, not the law.
///
/// - Source: the triangular distribution by its inverse, in whole numbers; see `TriangularDraw`.
package struct PriceDraws: Sendable {
  /// The saving of each draw, ascending.
  package let savings: [Int]
  /// The change of each place in each draw, ascending.
  package let changes: [[Int]]
  package let seed: UInt64

  package init(_ matrix: PriceMatrix, count: Int, seed: UInt64) {
    let lot = Lot(seed: seed)
    let triangles = matrix.slots.map { TriangularDraw(low: $0.low, base: $0.base, high: $0.high) }
    let names = matrix.slots.map(\.name)
    var values = matrix.values(.base)
    var savings: [Int] = []
    var changes: [[Int]] = []
    savings.reserveCapacity(count)
    for number in 0..<max(0, count) {
      for slot in values.indices {
        let bits = lot.bits(citizen: "prices", purpose: names[slot], occurrence: number)
        values[slot] = triangles[slot].value(at: bits)
      }
      let costs = matrix.costs(values)
      savings.append(costs.saving)
      if changes.isEmpty { changes = Array(repeating: [], count: costs.baseline.count) }
      for place in changes.indices {
        changes[place].append(costs.reform[place] - costs.baseline[place])
      }
    }
    self.savings = savings.sorted()
    self.changes = changes.map { $0.sorted() }
    self.seed = seed
  }
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
