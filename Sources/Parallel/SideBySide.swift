internal import Dispatch
internal import Synchronization

/// Pieces of work that do not need one another, done on as many cores as there are.
///
/// Who did which piece and who was done first leaves no trace: results stand in the order of the pieces.
package enum SideBySide {
  /// What `work` makes of each number below `count`.
  ///
  /// Pieces begin in their order, so a caller who puts the largest first waits least for the last.
  package static func map<Made: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Made) -> [Made] {
    guard count > 1 else { return (0..<count).map(work) }
    let made = Mutex([Made?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { piece in
      let result = work(piece)
      made.withLock { $0[piece] = result }
    }
    return made.withLock { $0.compactMap { $0 } }
  }
}
