internal import Diagnostics
internal import Reading
internal import Scenarios
internal import Simulation
internal import Synchronization

/// A file of citizens while it is read, by one worker at a time.
final class CitizenFile: Sendable {
  private let rows: Mutex<PopulationCSV>

  init(_ rows: sending PopulationCSV) { self.rows = Mutex(rows) }

  /// The citizens in the order of the file.
  var stream: CitizenStream {
    CitizenStream { limit in
      self.rows.withLock { rows in
        let first = Int(clamping: rows.citizens)
        return (first, rows.next(limit).map { Sample.Member(scenario: $0.scenario, weight: $0.weight) })
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
