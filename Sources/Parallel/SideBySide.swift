internal import Dispatch
internal import Synchronization

/// Pieces of work that do not need one another, done on as many cores as there are.
///
/// Who did which piece and who was done first leaves no trace: results stand in the order of the pieces.
package enum SideBySide {
  /// What `work` makes of each number below `count`.
  ///
  /// Pieces begin in their order, so a caller who puts the largest first waits least for the last.
  ///
  /// - Parameter workers: how many are done at a time at most; as many as there are cores when `nil`.
  package static func map<Made: Sendable>(
    _ count: Int, workers: Int? = nil, _ work: @Sendable (Int) -> Made
  ) -> [Made] {
    let workers = min(count, workers ?? count)
    guard workers > 1 else { return (0..<count).map(work) }
    let next = Atomic(0)
    let made = Guarded([Made?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let piece = next.add(1, ordering: .relaxed).oldValue
        guard piece < count else { return }
        let result = work(piece)
        made.withLock { $0[piece] = result }
      }
    }
    return made.withLock { $0.compactMap { $0 } }
  }
}
