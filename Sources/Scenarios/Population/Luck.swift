internal import Quantities

/// The draws of one citizen, each by its purpose; none depends on how many others were made.
struct Luck: Sendable {
  fileprivate let state: UInt64

  enum Purpose: UInt64 {
    case stratum = 1, entry, birth, length, exit, event, fact, known
  }

  /// The visit that stands for the time before the course.
  static let before = -1

  /// 64 random bits.
  ///
  /// - Parameters:
  ///   - visit: the number of the state in the course.
  ///   - place: which of several draws of that purpose.
  func bits(_ purpose: Purpose, _ visit: Int = 0, place: Int = 0, occurrence: Int = 0) -> UInt64 {
    // Fields of their own for each number, so that no two draws of a citizen share a counter.
    let counter =
      purpose.rawValue << 56 | UInt64(UInt16(truncatingIfNeeded: visit)) << 40
      | UInt64(UInt16(truncatingIfNeeded: place)) << 24 | UInt64(occurrence) & 0xFF_FFFF
    return Lot.mixing(state ^ Lot.mixing(counter))
  }

  /// A whole number from 0 up to, but not including, `bound`.
  func below(_ bound: Int, _ purpose: Purpose) -> Int {
    Int(bits(purpose).multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  /// The luck of another attempt; the first is the citizen's own.
  func attempt(_ number: UInt64) -> Luck {
    number == 0 ? self : Luck(state: Lot.mixing(state &+ number))
  }
}

extension Lot {
  /// The draws of a citizen by number, in one stratum of a population.
  func luck(of citizen: UInt64, stratum: UInt64) -> Luck {
    Luck(state: bits(key: citizen, stratum: stratum))
  }
}
