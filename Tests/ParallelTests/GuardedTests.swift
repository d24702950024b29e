import Dispatch
import Parallel
import Testing

@Suite("A value under a lock")
struct GuardedTests {
  @Test("loses no change, however many threads want it at once")
  func counted() {
    // Long enough for threads to wait for each other: only then would a thread sanitizer lose sight of the lock.
    let counts = Guarded([Int](repeating: 0, count: 8))

    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for turn in 0..<20_000 { counts.withLock { $0[turn & 7] += 1 } }
    }

    #expect(counts.withLock { $0 } == [Int](repeating: 10_000, count: 8))
  }

  @Test("is let go when what was done with it fails")
  func failing() {
    struct Failure: Error {}
    let count = Guarded(0)

    #expect(throws: Failure.self) {
      try count.withLock { count in
        count += 1
        throw Failure()
      }
    }

    #expect(count.withLock { $0 } == 1)
  }
}
