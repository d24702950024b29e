package import Quantities

/// What is summed by: made of small parts, and told apart and put in order fast.
package protocol SumKey: Hashable, Comparable, Sendable {
  /// All its parts in three numbers, the most important in front: equal for equal keys alone, and less for a
  /// key that comes earlier.
  var order: (UInt64, UInt64, UInt64) { get }
}

extension SumKey {
  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }
  package static func == (left: Self, right: Self) -> Bool { left.order == right.order }

  package func hash(into hasher: inout Hasher) {
    let order = order
    hasher.combine(order.0)
    hasher.combine(order.1)
    hasher.combine(order.2)
  }

  /// The same in one number, which few other keys have, and of which few have any half.
  fileprivate var spread: UInt64 {
    let order = order
    let one = order.0 &+ order.1 &* 0xD6E8_FEB8_6659_FD93 &+ order.2 &* 0xA076_1D64_78BD_642F
    // Multiplying by the golden ratio brings every bit of the key to the top.
    return (one ^ one >> 32) &* 0x9E37_79B9_7F4A_7C15
  }
}

/// Weighted sums by key.
///
/// Every citizen adds dozens of times, so keys are found by a table of our own: whatever hashes texts safely
/// against strangers costs ten times what adding does, and these keys are no stranger's.
///
/// Invariant: adding and merging are associative and commutative, no key holds a sum that was never
/// added to, and `rows` are sorted; so neither order nor division of the work shows in the result.
package struct Sums<Key: SumKey>: Sendable {
  /// Each key with its sum, in the order in which they were first added to.
  private var entries: [(key: Key, sum: Weighted)] = []
  /// Places of entries by their keys' spread, a power of two, at most half of them taken: the upper half of
  /// each is that of the spread, the lower counts entries from 1, and nothing stands at 0.
  private var places: [UInt64] = []

  /// Where was added last: a citizen's keys often follow one another as an earlier citizen's did.
  private var last = -1

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }
  package var count: Int { entries.count }

  package subscript(_ key: Key) -> Weighted { entry(of: key).map { entries[$0].sum } ?? .zero }

  package mutating func add(_ amount: Weighted, to key: Key) {
    let next = last + 1
    if next < entries.count, entries[next].key == key {
      entries[next].sum += amount
      last = next
      return
    }
    if 2 * entries.count >= places.count { grow() }
    let slot = slot(of: key, key.spread)
    let place = Int(truncatingIfNeeded: places[slot] & Self.counted)
    if place > 0 {
      entries[place - 1].sum += amount
      last = place - 1
    } else {
      last = entries.count
      entries.append((key, amount))
      places[slot] = key.spread & ~Self.counted | UInt64(entries.count)
    }
  }

  package mutating func merge(_ other: Sums) {
    if entries.isEmpty {
      self = other
    } else {
      for (key, amount) in other.entries { add(amount, to: key) }
    }
  }

  private static var counted: UInt64 { 0xFFFF_FFFF }

  private func entry(of key: Key) -> Int? {
    guard !places.isEmpty else { return nil }
    let place = Int(truncatingIfNeeded: places[slot(of: key, key.spread)] & Self.counted)
    return place > 0 ? place - 1 : nil
  }

  /// Where a key stands, or where it would.
  private func slot(of key: Key, _ spread: UInt64) -> Int {
    let mask = places.count - 1
    // The upper half tells keys apart that meet here, so the place comes from the lower.
    var slot = Int(truncatingIfNeeded: spread >> 16) & mask
    while true {
      let place = places[slot]
      if place == 0 { return slot }
      if (place ^ spread) >> 32 == 0, entries[Int(truncatingIfNeeded: place & Self.counted) - 1].key == key {
        return slot
      }
      slot = (slot + 1) & mask
    }
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: max(16, 2 * places.count))
    for index in entries.indices {
      let spread = entries[index].key.spread
      places[slot(of: entries[index].key, spread)] = spread & ~Self.counted | UInt64(index + 1)
    }
  }

  /// Every key with its sum, by ascending key.
  package var rows: [(key: Key, sum: Weighted)] {
    // By numbers, for which sorting is compiled; any key's own comparison would be looked up each time.
    entries.indices.map { (order: entries[$0].key.order, index: $0) }
      .sorted { $0.order < $1.order }
      .map { entries[$0.index] }
  }

  /// The sum over the keys that are asked for.
  package func sum(where isAsked: (Key) -> Bool) -> Weighted {
    // Whole numbers: the order of entries does not show in their sum.
    entries.reduce(.zero) { isAsked($1.key) ? $0 + $1.sum : $0 }
  }
}

extension Sums: Hashable {
  package static func == (left: Sums, right: Sums) -> Bool {
    left.count == right.count && left.entries.allSatisfy { key, sum in
      right.entry(of: key).map { right.entries[$0].sum == sum } ?? false
    }
  }

  package func hash(into hasher: inout Hasher) {
    for (key, sum) in rows {
      hasher.combine(key)
      hasher.combine(sum)
    }
  }
}
