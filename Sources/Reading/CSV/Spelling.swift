internal import Foundation

/// A few bytes as numbers, so that whether two words are the same is asked in a few instructions.
///
/// Invariant: words of up to sixteen bytes are the same just when their spellings are; of longer ones
/// their beginnings, ends and lengths are.
struct Spelling: Equatable {
  private let head: UInt64
  private let tail: UInt64
  let count: Int

  init(_ word: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(word)
    count = bytes.count
    // Head and tail overlap where the word is shorter than both.
    if count >= 8 {
      head = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      tail = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      head = UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      tail = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else if count > 0 {
      head = UInt64(bytes[0]) << 8 | UInt64(bytes[count / 2])
      tail = UInt64(bytes[count - 1])
    } else {
      (head, tail) = (0, 0)
    }
  }

  /// Whether it says all of the word.
  var isWhole: Bool { count <= 16 }

  /// A number that is likely to differ where words do.
  var mixed: Int {
    let mixed = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15 ^ tail
    return Int(truncatingIfNeeded: (mixed &* 0xBF58_476D_1CE4_E5B9) >> 33)
  }
}

/// A word that cells are held against.
struct KnownWord: Sendable {
  private let spelling: Spelling
  /// The word itself, where its spelling does not say all of it.
  private let bytes: [UInt8]

  init(_ word: UnsafeBufferPointer<UInt8>) {
    spelling = Spelling(word)
    bytes = spelling.isWhole ? [] : Array(word)
  }

  /// Whether a cell holds exactly this word.
  func isSaid(by cell: UnsafeBufferPointer<UInt8>, spelled: Spelling) -> Bool {
    spelled == spelling && (spelled.isWhole || cell.says(bytes))
  }

  func isSaid(by cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.count == spelling.count && isSaid(by: cell, spelled: Spelling(cell))
  }

  /// Where a table of words begins to look for it.
  var mixed: Int { spelling.mixed }
}

/// What words mean, found without going through all of them.
struct WordTable<Meaning: Sendable>: Sendable {
  private var entries: [(word: KnownWord, meaning: Meaning)] = []
  /// The entry at each place, and one more: 0 where there is none. Twice as many places as entries at least.
  private var places: [Int]

  /// - Parameter words: of those that are alike the first counts.
  init(_ words: [(word: [UInt8], meaning: Meaning)]) {
    var size = 4
    while size < 2 * words.count { size *= 2 }
    places = Array(repeating: 0, count: size)
    for (word, meaning) in words {
      let known = word.withUnsafeBufferPointer { KnownWord($0) }
      guard word.withUnsafeBufferPointer({ self[$0] == nil }) else { continue }
      entries.append((known, meaning))
      var place = known.mixed & (size - 1)
      while places[place] != 0 { place = (place + 1) & (size - 1) }
      places[place] = entries.count
    }
  }

  subscript(_ cell: UnsafeBufferPointer<UInt8>) -> Meaning? {
    if entries.isEmpty { return nil }
    let spelled = Spelling(cell)
    var place = spelled.mixed & (places.count - 1)
    while places[place] != 0 {
      let entry = places[place] - 1
      if entries[entry].word.isSaid(by: cell, spelled: spelled) { return entries[entry].meaning }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a cell holds exactly these bytes.
  func says(_ bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    guard let base = baseAddress else { return true }
    return bytes.withUnsafeBufferPointer { other in
      other.baseAddress.map { memcmp(base, $0, count) == 0 } ?? true
    }
  }
}
