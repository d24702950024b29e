internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import Synchronization
internal import Workspace

/// Which population stands for the country, and how it is replayed.
struct CountryOptions: ParsableArguments {
  @Option(help: "A population file, the mapping of a file of citizens, or a folder of scenarios that stand for one person each.")
  var population: String?

  @Option(help: "How many citizens are simulated; 10000 when no number is given.")
  var citizens: Int?

  @Option(help: "How many workers replay at a time; as many as there are cores when none is given.")
  var workers: Int?

  @Option(help: "Replay only this citizen of the population, by number, and tell the courses.")
  var citizen: Int?

  func validate() throws {
    if let citizens, !(1...10_000_000).contains(citizens) {
      throw ValidationError("'--citizens' must lie between 1 and 10000000")
    }
    if let workers, workers < 1 { throw ValidationError("'--workers' must be at least 1") }
  }

  /// Whether anything is asked of a population.
  var isAsked: Bool { citizens != nil || workers != nil || citizen != nil }

  func settings(of population: String) -> Workspace.CountrySettings {
    let citizens = citizens ?? 10_000
    var settings = Workspace.CountrySettings(population: population)
    settings.citizens = citizens
    settings.workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
    let meter = ProgressMeter(citizens: citizens)
    settings.progress = { meter.note($0) }
    return settings
  }
}

/// One line of a terminal that says how far a run has come and how long it will take.
///
/// Nothing that it knows of the clock reaches a report.
final class ProgressMeter: Sendable {
  private let citizens: Int
  private let start = DispatchTime.now().uptimeNanoseconds
  private let lastShown = Mutex<UInt64>(0)

  init(citizens: Int) { self.citizens = citizens }

  /// Shows at most five times a second, and nothing within the first.
  func note(_ done: Int) {
    let now = DispatchTime.now().uptimeNanoseconds
    let elapsed = now - start
    let isDue = lastShown.withLock { last in
      guard elapsed > 1_000_000_000, now - last > 200_000_000 else { return false }
      last = now
      return true
    }
    guard isDue, done > 0, done < citizens else { return }
    let left = UInt64(citizens - done) * elapsed / UInt64(done) / 1_000_000_000
    Surface.progress("\(done) / \(citizens) (\(100 * done / citizens) %), ~\(left + 1) s")
  }
}
