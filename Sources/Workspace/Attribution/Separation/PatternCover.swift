internal import Attribution
internal import Verification

/// Few sets of measures, among which every way stands in which some masks of measures can be cut out of
/// any set.
///
/// What hangs on the measures of a mask is the same under two sets that agree on it, so one replay serves
/// for both.
struct PatternCover {
  /// The sets to be replayed, by their places among all.
  let chosen: [Int]
  /// For each mask, and each set of all, the place in `chosen` of one that agrees with it on the mask.
  let stands: [[Int]]

  /// - Parameters:
  ///   - sets: all that are asked about.
  ///   - preferred: places of sets that others use already; the cover takes in new ones.
  init(_ masks: [Switches], _ sets: [MeasureSet], preferred: inout Set<Int>) {
    // Patterns by number, for each mask.
    var numbers: [[Int]] = []
    var counts: [Int] = []
    for mask in masks {
      var known: [Switches: Int] = [:]
      numbers.append(
        sets.map { set in
          let pattern = set.bits & mask
          if let number = known[pattern] { return number }
          known[pattern] = known.count
          return known.count - 1
        })
      counts.append(known.count)
    }
    var standing = counts.map { [Int](repeating: -1, count: $0) }
    var left = counts.reduce(0, +)
    var chosen: [Int] = []
    while left > 0 {
      var best = (gain: 0, isPreferred: false, place: -1)
      for place in sets.indices {
        var gain = 0
        for mask in masks.indices where standing[mask][numbers[mask][place]] < 0 { gain += 1 }
        let isPreferred = preferred.contains(place)
        if gain > best.gain || gain == best.gain && isPreferred && !best.isPreferred {
          best = (gain, isPreferred, place)
        }
      }
      guard best.place >= 0 else { break }
      for mask in masks.indices where standing[mask][numbers[mask][best.place]] < 0 {
        standing[mask][numbers[mask][best.place]] = chosen.count
        left -= 1
      }
      preferred.insert(best.place)
      chosen.append(best.place)
    }
    self.chosen = chosen
    stands = masks.indices.map { mask in sets.indices.map { standing[mask][numbers[mask][$0]] } }
  }

  /// Masks that no other contains: what one of the others holds, one of these does.
  static func greatest(_ masks: some Sequence<Switches>) -> [Switches] {
    var all: [Switches] = []
    for mask in Set(masks).sorted(by: { ($1.nonzeroBitCount, $0) < ($0.nonzeroBitCount, $1) })
    where !all.contains(where: { mask & ~$0 == 0 }) {
      all.append(mask)
    }
    return all
  }
}
