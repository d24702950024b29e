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

  /// The same in one number, which few other keys have.
  fileprivate var spread: UInt64 {
    let order = order
    return order.0 &+ order.1 &* 0xD6E8_FEB8_6659_FD93 &+ order.2 &* 0xA076_1D64_78BD_642F
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
  /// Places of entries by their keys' spread, -1 for none: a power of two, at most half of them taken.
  private var places: [Int32] = []

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }
  package var count: Int { entries.count }

  package subscript(_ key: Key) -> Weighted {
    guard !places.isEmpty else { return .zero }
    let place = places[slot(of: key)]
    return place < 0 ? .zero : entries[Int(place)].sum
  }

  package mutating func add(_ amount: Weighted, to key: Key) {
    if 2 * entries.count >= places.count { grow() }
    let slot = slot(of: key)
    let place = places[slot]
    if place >= 0 {
      entries[Int(place)].sum += amount
    } else {
      places[slot] = Int32(entries.count)
      entries.append((key, amount))
    }
  }

  package mutating func merge(_ other: Sums) {
    if entries.isEmpty {
      self = other
    } else {
      for (key, amount) in other.entries { add(amount, to: key) }
    }
  }

  /// Where a key stands, or where it would.
  private func slot(of key: Key) -> Int {
    let mask = places.count - 1
    // Multiplying by the golden ratio brings every bit of the key to the top.
    let mixed = (key.spread ^ key.spread >> 32) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 32) & mask
    while places[slot] >= 0, entries[Int(places[slot])].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: max(16, 2 * places.count))
    for index in entries.indices { places[slot(of: entries[index].key)] = Int32(index) }
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
      guard !right.places.isEmpty else { return false }
      let place = right.places[right.slot(of: key)]
      return place >= 0 && right.entries[Int(place)].sum == sum
    }
  }

  package func hash(into hasher: inout Hasher) {
    for (key, sum) in rows {
      hasher.combine(key)
      hasher.combine(sum)
    }
  }
}
