/// A set of small numbers.
struct BitRow: Sendable {
  private(set) var words: [UInt64]

  init(width: Int) { words = Array(repeating: 0, count: width) }

  var members: [Int] {
    var members: [Int] = []
    forEach { members.append($0) }
    return members
  }

  /// Adds 64 of them at once, by the word that holds them.
  mutating func insert(_ bits: UInt64, word: Int) { words[word] |= bits }

  mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

  mutating func remove(_ index: Int) { words[index >> 6] &= ~(1 << UInt64(index & 63)) }

  mutating func formUnion(_ other: BitRow) {
    for word in words.indices { words[word] |= other.words[word] }
  }

  /// Visits the members, ascending.
  func forEach(_ body: (Int) -> Void) {
    for word in words.indices {
      var bits = words[word]
      while bits != 0 {
        body(64 * word + bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
  }
}
