/// How far a replay of a population has come.
package struct RunProgress: Sendable {
  /// How many are done.
  package let citizens: Int
  /// How many there will be; `nil` where they come from a file, of which nobody knows before its end.
  package let all: Int?
  /// What is done, and what there is to do: citizens, or the bytes of their file; `nil` where that is not
  /// known either.
  private let part: (done: Int, of: Int)?

  /// - Parameter all: how many there are.
  package init(citizens: Int, of all: Int) {
    self.citizens = citizens
    self.all = all
    part = (citizens, all)
  }

  /// Of a file.
  ///
  /// - Parameters:
  ///   - read: bytes.
  ///   - size: of the file, in bytes; `nil` where only reading tells.
  package init(citizens: Int, read: Int, of size: Int?) {
    self.citizens = citizens
    all = nil
    part = size.map { (read, $0) }
  }

  /// How much of it is done; `nil` where nobody can say.
  ///
  /// - Rounding: downwards; never above a hundred, however a file grows.
  package var percent: Int? {
    guard let part, part.of > 0 else { return nil }
    return min(100, Int(Int128(max(0, part.done)) * 100 / Int128(part.of)))
  }

  /// How long the rest takes at the pace so far; `nil` where nobody can say.
  ///
  /// - Parameter elapsed: nanoseconds.
  /// - Unit: whole seconds, rounded upwards.
  package func secondsLeft(after elapsed: UInt64) -> Int? {
    guard let part, part.done > 0 else { return nil }
    let left = Int128(max(0, part.of - part.done)) * Int128(elapsed) / Int128(part.done)
    return Int(clamping: (left + 999_999_999) / 1_000_000_000)
  }

  /// One line for somebody who waits, in no language:
  ///
  ///     2560 / 10000 (25 %), ~12 s
  ///     2560 (25 %), ~12 s
  ///     2560
  ///
  /// - Parameter elapsed: nanoseconds.
  package func line(after elapsed: UInt64) -> String {
    let share = percent.map { " (\($0) %)" } ?? ""
    let left = secondsLeft(after: elapsed).map { ", ~\($0) s" } ?? ""
    return "\(citizens)\(all.map { " / \($0)" } ?? "")\(share)\(left)"
  }
}
