internal import Legislation
internal import Quantities

/// How far a clock has come for one citizen.
///
///     counted:  ├────┤   ├──────────►            running since the second stretch began
///     window:       [──────────────[ day
///     shows:          ├┤ + ├───────┤             the counted days inside the window
///
/// Invariant: stretches are sorted and do not overlap; an open stretch is the last.
struct ClockState: Sendable {
  /// Every stretch in which the condition held, whatever was reset since.
  private var stretches: [Stretch] = []
  private var runningSince: Day?
  /// Days before this one no longer count.
  private var zero = Day.first
  private var isHeldAtZero = false

  var isRunning: Bool { runningSince != nil }

  mutating func run(from day: Day) { if runningSince == nil { runningSince = day } }

  mutating func stop(on day: Day) {
    guard let start = runningSince else { return }
    if start < day { stretches.append(Stretch(from: start, until: day)) }
    runningSince = nil
  }

  /// Days on which the clock is held at zero do not count, nor does any day before them.
  ///
  /// - Returns: whether that changes what the clock shows today.
  mutating func holdAtZero(_ holds: Bool, on day: Day) -> Bool {
    let returns = holds || isHeldAtZero
    if returns { zero = day }
    isHeldAtZero = holds
    return returns
  }

  /// The days that counted in `[start, day)`, taking a running clock to run on.
  func counted(from start: Day, until day: Day) -> Int {
    let asked = Stretch(from: start, until: day)
    let closed = stretches.reduce(0) { $0 + $1.intersection(asked).length }
    guard let since = runningSince else { return closed }
    return closed + Stretch(from: since, until: max(since, day)).intersection(asked).length
  }

  /// What the clock shows on a day: the counted days before it, within the window.
  func value(on day: Day, window: Period?) -> Int {
    guard !isHeldAtZero else { return 0 }
    guard let window else { return counted(from: zero, until: day) }
    let start = day.adding(Period(months: -window.months, days: -window.days))
    return counted(from: max(start, zero), until: day)
  }

  /// The first day from `start` on which `count` days have counted since `start`, taking a running
  /// clock to run on and a stopped one to stay stopped; `nil` when that day never comes.
  func day(counting count: Int, from start: Day) -> Day? {
    guard count > 0 else { return start }
    var missing = count
    for stretch in stretches {
      let part = Stretch(from: max(stretch.from, start), until: max(stretch.until, start))
      if part.length >= missing { return part.from.adding(days: missing) }
      missing -= part.length
    }
    return runningSince.map { max($0, start).adding(days: missing) }
  }

  /// The first day after `day`, before `horizon`, on which the clock's reading is at least `target`
  /// (or, `wanting: false`, below it), nothing else changing.
  ///
  /// A reading grows by at most one a day, and falls by at most four (a window of calendar months may
  /// leap over the end of February), so the search may skip as many days as are missing at least.
  /// - Complexity: O(log) in the common case; never more than one step a day.
  func firstDay(
    after day: Day, before horizon: Day, window: Period?, reaching target: Int, wanting: Bool
  ) -> Day? {
    var candidate = day.adding(days: 1)
    while candidate < horizon {
      let reading = value(on: candidate, window: window)
      if (reading >= target) == wanting { return candidate }
      if wanting {
        guard isRunning else { return nil }
        candidate = candidate.adding(days: max(1, target - reading))
      } else {
        guard window != nil else { return nil }
        candidate = candidate.adding(days: max(1, (reading - target + 1) / 4))
      }
    }
    return nil
  }
}
