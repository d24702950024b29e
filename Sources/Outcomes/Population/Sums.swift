package import Quantities

/// Weighted sums by key.
///
/// Invariant: adding and merging are associative and commutative, no key holds a sum that was never
/// added to, and `rows` are sorted; so neither order nor division of the work shows in the result.
package struct Sums<Key: Hashable & Comparable & Sendable>: Hashable, Sendable {
  private var sums: [Key: Weighted] = [:]

  package init() {}

  package var isEmpty: Bool { sums.isEmpty }
  package var count: Int { sums.count }

  package subscript(_ key: Key) -> Weighted { sums[key] ?? .zero }

  package mutating func add(_ amount: Weighted, to key: Key) {
    sums[key, default: .zero] += amount
  }

  package mutating func merge(_ other: Sums) {
    if sums.isEmpty {
      sums = other.sums
    } else {
      for (key, amount) in other.sums { sums[key, default: .zero] += amount }
    }
  }

  /// Every key with its sum, by ascending key.
  package var rows: [(key: Key, sum: Weighted)] {
    sums.map { (key: $0.key, sum: $0.value) }.sorted { $0.key < $1.key }
  }

  /// The sum over the keys that are asked for.
  package func sum(where isAsked: (Key) -> Bool) -> Weighted {
    // Whole numbers: the order of a dictionary does not show in their sum.
    sums.reduce(.zero) { isAsked($1.key) ? $0 + $1.value : $0 }
  }
}
