internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import Parallel
internal import Workspace

/// Which population stands for the country, and how it is replayed.
struct CountryOptions: ParsableArguments {
  @Option(help: "A population file, the mapping of a file of citizens, or a folder of scenarios that stand for one person each.")
  var population: String?

  @Option(help: "How many citizens are simulated; 10000 when no number is given.")
  var citizens: Int?

  @Option(help: "The year to simulate, from the population's own on: people as in that, laws as known for this.")
  var year: Int?

  @Option(help: "With --year: how many years to run up to it; figures of each stand apart.")
  var years: Int?

  @Option(help: "How many workers replay at a time; as many as there are cores when none is given.")
  var workers: Int?

  @Option(help: "Replay only this citizen of the population, by number, and tell the courses.")
  var citizen: Int?

  func validate() throws {
    if let citizens, !(1...10_000_000).contains(citizens) {
      throw ValidationError("'--citizens' must lie between 1 and 10000000")
    }
    if let year, !(1990...2100).contains(year) {
      throw ValidationError("'--year' must lie between 1990 and 2100")
    }
    if years != nil, year == nil { throw ValidationError("'--years' runs up to a year; add '--year'") }
    if let years, !(1...30).contains(years) {
      throw ValidationError("'--years' must lie between 1 and 30")
    }
    if let workers, workers < 1 { throw ValidationError("'--workers' must be at least 1") }
  }

  /// Whether anything is asked of a population.
  var isAsked: Bool { citizens != nil || workers != nil || citizen != nil || year != nil }

  /// The years to simulate; `nil` for those of the population file.
  private var asked: ClosedRange<Int>? { year.map { $0 - (years ?? 1) + 1...$0 } }

  func settings(of population: String) -> Workspace.CountrySettings {
    var settings = Workspace.CountrySettings(population: population)
    settings.citizens = citizens ?? 10_000
    settings.years = asked
    settings.workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
    let meter = ProgressMeter()
    settings.progress = { meter.note($0) }
    return settings
  }
}

/// One line of a terminal that says which of several replays is next and how long the rest will take.
///
/// A run has several rounds of replays; each is estimated from its own.
final class StepMeter: Sendable {
  private struct Round {
    var all = 0
    var start = DispatchTime.now().uptimeNanoseconds
    var first = 0
  }

  private let round = Guarded(Round())

  func note(_ next: Int, of all: Int) {
    let text = round.withLock { round in
      let now = DispatchTime.now().uptimeNanoseconds
      if round.all != all || next <= round.first { round = Round(all: all, start: now, first: next) }
      let done = next - round.first
      guard done > 0, next <= all else { return "\(next) / \(all)" }
      let left = UInt64(all - next + 1) * (now - round.start) / UInt64(done) / 1_000_000_000
      return "\(next) / \(all), ~\(left + 1) s"
    }
    Surface.progress(text)
  }
}

/// One line of a terminal that says how far a run has come and how long it will take.
///
/// Nothing that it knows of the clock reaches a report.
final class ProgressMeter: Sendable {
  private let start = DispatchTime.now().uptimeNanoseconds
  private let lastShown = Guarded<UInt64>(0)

  /// Shows at most five times a second, and nothing within the first.
  func note(_ progress: RunProgress) {
    // The clock is read inside the lock: a worker that read it before could come in after one with a later
    // time, and time would run backwards.
    let (isDue, elapsed) = lastShown.withLock { last in
      let now = DispatchTime.now().uptimeNanoseconds
      let elapsed = now - start
      guard elapsed > 1_000_000_000, now > last + 200_000_000 else { return (false, elapsed) }
      last = now
      return (true, elapsed)
    }
    guard isDue, progress.citizens > 0 else { return }
    Surface.progress(progress.line(after: elapsed))
  }
}
