internal import Diagnostics
internal import Parallel
internal import Reading
internal import Scenarios
internal import Simulation
internal import Synchronization

/// A file of citizens while it is read, by one worker at a time.
final class CitizenFile: Sendable {
  private let rows: Guarded<PopulationCSV>
  /// Bytes of the file whose citizens have been handed out; apart from the rows, since whoever asks how far
  /// it is should not wait for whoever reads.
  private let read = Atomic(0)
  private let size: Int?

  init(_ rows: sending PopulationCSV) {
    size = rows.reach.of
    self.rows = Guarded(rows)
  }

  /// How far a run over the file has come.
  func progress(citizens: Int) -> RunProgress {
    RunProgress(citizens: citizens, read: read.load(ordering: .relaxed), of: size)
  }

  /// The citizens in the order of the file.
  var stream: CitizenStream {
    CitizenStream { limit in
      self.rows.withLock { rows in
        defer { self.read.store(rows.reach.read, ordering: .relaxed) }
        let first = Int(clamping: rows.citizens)
        let members = rows.next(limit).map { Sample.Member(scenario: $0.scenario, weight: $0.weight) }
        return (first, members)
      }
    }
  }

  /// What was found wrong with the rows read so far.
  var findings: Findings { rows.withLock { $0.findings } }

  /// The citizen of a number, counted from 0 among those that came out whole.
  ///
  /// - Returns: `nil` when there are not so many. All up to that one have been read then.
  func citizen(_ number: Int) -> Scenario? {
    rows.withLock { rows in
      while let next = rows.next(1).first {
        if rows.citizens > number { return next.scenario }
      }
      return nil
    }
  }

  /// How many citizens have been read.
  var count: Int { rows.withLock { Int(clamping: $0.citizens) } }
}
