internal import Synchronization

/// A value that threads change in turn.
///
/// The lock is the standard library's. A thread sanitizer does not see into it once two threads want it at the
/// same moment, for the waiting is done in code that was built without its instruments; it then tells of races
/// where there are none. What is loaded inside the lock and stored before it is let go says the same order in
/// instructions of ours, which it does see.
package struct Guarded<Value>: ~Copyable, Sendable {
  private let value: Mutex<Value>
  private let turn = Atomic(false)

  package init(_ value: sending Value) {
    self.value = Mutex(value)
  }

  /// What `body` makes of the value, with nobody else at it.
  package borrowing func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try value.withLock { (value) throws(Failure) -> sending Result in
      _ = turn.load(ordering: .acquiring)
      defer { turn.store(true, ordering: .releasing) }
      return try body(&value)
    }
  }
}
