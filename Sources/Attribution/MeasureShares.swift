package import Quantities

/// What each measure of a reform is worth, so that all of them add up to the reform.
///
/// Measures interact: two that repeal what orders the same interview save it once, and whichever comes
/// last seems to be worth it. Shapley's value gives each the mean of what it changes when it is enacted
/// after the others, over all orders in which they can be enacted one by one; an order in which a measure
/// comes before one that it requires is none.
///
/// - Source: L. S. Shapley (1953); for games with precedence U. Faigle and W. Kern (1992).
///
/// Invariant: in every place the shares of all measures add up to the change of the whole reform, to the
/// øre; `Apportionment` places what rounding leaves.
package struct MeasureShares: Hashable, Sendable {
  /// By measure, then by place.
  ///
  /// - Unit: øre; below zero is a saving.
  package let shares: [[Int]]
  /// How far the share of a measure in a place may lie from that over all orders; `nil` where all orders
  /// were taken.
  ///
  /// - Unit: øre, one standard error.
  package let errors: [[Int]]?
  /// In how many orders the measures can be enacted.
  package let orders: Int128
  /// How many of them were drawn; `nil` for all.
  package let drawn: Int?

  /// Over all orders.
  ///
  /// - Parameter value: what a closed set of measures costs, by place; asked once for each.
  /// - Returns: `nil` when the numbers leave their range.
  package static func exact<Failure: Error>(
    _ orders: EnactmentOrders, value: (MeasureSet) throws(Failure) -> [Int]
  ) throws(Failure) -> MeasureShares? {
    var values: [MeasureSet: [Int]] = [:]
    for set in orders.sets { values[set] = try value(set) }
    let count = orders.order.names.count
    let places = values[.none]?.count ?? 0
    var sums = [[Int128]](repeating: Array(repeating: 0, count: places), count: count)
    for set in orders.sets {
      guard let before = values[set] else { continue }
      for measure in orders.order.next(after: set) {
        guard let after = values[set.adding(measure)],
          let ways = orders.count(through: set, then: measure)
        else { return nil }
        for place in 0..<places {
          let (part, overflow) = ways.multipliedReportingOverflow(
            by: Int128(after[place] - before[place]))
          let (sum, overflows) = sums[measure][place].addingReportingOverflow(part)
          guard !overflow, !overflows else { return nil }
          sums[measure][place] = sum
        }
      }
    }
    return MeasureShares(
      shares: whole(sums, over: orders.count, places: places), errors: nil, orders: orders.count,
      drawn: nil)
  }

  /// Over drawn orders: the same in the mean, with an error of its own.
  ///
  /// - Parameters:
  ///   - draws: at least two.
  ///   - value: what a closed set of measures costs, by place; asked once for each that is met.
  package static func drawn<Failure: Error>(
    _ draws: Int, of orders: EnactmentOrders, lot: Lot,
    value: (MeasureSet) throws(Failure) -> [Int]
  ) throws(Failure) -> MeasureShares {
    let draws = max(2, draws)
    var values: [MeasureSet: [Int]] = [.none: try value(.none)]
    let places = values[.none]?.count ?? 0
    let count = orders.order.names.count
    let zeros = [[Int128]](repeating: Array(repeating: 0, count: places), count: count)
    var (sums, squares) = (zeros, zeros)
    for number in 0..<draws {
      var set = MeasureSet.none
      for measure in orders.draw(number, lot: lot) {
        let following = set.adding(measure)
        if values[following] == nil { values[following] = try value(following) }
        guard let before = values[set], let after = values[following] else { continue }
        for place in 0..<places {
          let change = Int128(after[place] - before[place])
          sums[measure][place] += change
          squares[measure][place] += change * change
        }
        set = following
      }
    }
    let errors = zip(sums, squares).map { sums, squares in
      zip(sums, squares).map { error(sum: $0, squares: $1, count: draws) }
    }
    return MeasureShares(
      shares: whole(sums, over: Int128(draws), places: places), errors: errors,
      orders: orders.count, drawn: draws)
  }

  private static func whole(_ sums: [[Int128]], over count: Int128, places: Int) -> [[Int]] {
    let columns = (0..<places).map { place in
      Apportionment.whole(sums.map { $0[place] }, over: count)
    }
    return sums.indices.map { measure in columns.map { $0[measure] } }
  }

  /// The standard error of a mean: the spread of what was drawn over the root of how many there were.
  private static func error(sum: Int128, squares: Int128, count: Int) -> Int {
    let number = Int128(count)
    let variance = (squares - sum * sum / number) / (number - 1) / number
    return Int(clamping: nearestRoot(of: UInt128(max(0, variance))))
  }
}
