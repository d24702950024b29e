package import Quantities

/// Parts brought to whole numbers that still add up.
///
/// Each part rounded by itself would leave a total that is an øre off. Here every part goes down to its
/// whole number, and the ones that are left go to the parts with the greatest remainders, at a tie to the
/// first. So the parts are whole, none is a whole one off, and their sum is the total.
package enum Apportionment {
  /// - Parameter parts: numerators over one denominator.
  /// - Precondition: `denominator` is positive.
  /// - Returns: as many whole numbers, which add up to the parts' sum, itself rounded half up.
  package static func whole(_ parts: [Int128], over denominator: Int128) -> [Int] {
    let total = parts.reduce(0, +)
    // Turned to a sum that is not negative, so that swapping two laws flips every sign and no more.
    let turns = total < 0 || total == 0 && (parts.first { $0 != 0 } ?? 0) < 0
    let whole = rising(turns ? parts.map { -$0 } : parts, over: denominator)
    return turns ? whole.map { -$0 } : whole
  }

  private static func rising(_ parts: [Int128], over denominator: Int128) -> [Int] {
    let floors = parts.map { floor($0, denominator) }
    let rests = zip(parts, floors).map { $0 - $1 * denominator }
    let rest = rests.reduce(0, +)
    // Of what is left above the floors, the whole ones; a half and more counts as one.
    let left = Int(rest / denominator) + (rest % denominator >= denominator - rest % denominator ? 1 : 0)
    let order = parts.indices.sorted { (rests[$1], $0) < (rests[$0], $1) }
    var whole = floors
    for place in order.prefix(left) { whole[place] += 1 }
    return whole.map { Int(clamping: $0) }
  }

  package static func whole(_ parts: [Weighted]) -> [Int] {
    whole(parts.map(\.millionths), over: 1_000_000)
  }

  private static func floor(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }
}
