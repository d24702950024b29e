internal import Quantities

/// The order that rule tests are run in.
///
/// Tests share nothing, so no order should matter; running them in another is how one finds out.
package enum TestOrder {
  /// - Parameter seed: of the lot that draws the order; `nil` keeps the one of the files.
  /// - Returns: the indices from 0 up to `count`, each once; the same for the same seed.
  package static func indices(of count: Int, seed: UInt64?) -> [Int] {
    guard let seed else { return Array(0..<count) }
    let lot = Lot(seed: seed)
    return (0..<count).map { (key: lot.bits(citizen: "\($0)", purpose: "order", occurrence: 0), index: $0) }
      .sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.index)
  }
}
