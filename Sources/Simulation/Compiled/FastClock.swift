internal import Quantities

/// `ClockState` for the compiled replay: the same meaning, days as plain numbers, and looking back no
/// farther than it must.
///
/// Reading is `mutating`, though it changes nothing: it would count the list of stretches otherwise.
struct FastClock {
  /// Every stretch in which the condition held, as pairs of days, one after another.
  private var stretches: [(from: Int, until: Int)] = []
  /// `Int.min` while it stands still.
  private(set) var runningSince = Int.min
  private var zero = Day.first.sinceEpoch
  private var isHeldAtZero = false
  /// Counts the changes that can move a day on which a reading is reached.
  private(set) var version = 0

  var isRunning: Bool { runningSince != Int.min }

  mutating func reset() {
    stretches.removeAll(keepingCapacity: true)
    runningSince = Int.min
    zero = Day.first.sinceEpoch
    isHeldAtZero = false
    version = 0
  }

  /// - Returns: whether it stood still until now.
  mutating func run(from day: Int) -> Bool {
    guard runningSince == Int.min else { return false }
    runningSince = day
    version += 1
    return true
  }

  /// - Returns: whether it ran until now.
  mutating func stop(on day: Int) -> Bool {
    guard runningSince != Int.min else { return false }
    if runningSince < day { stretches.append((from: runningSince, until: day)) }
    runningSince = Int.min
    version += 1
    return true
  }

  mutating func holdAtZero(_ holds: Bool, on day: Int) -> Bool {
    if holds || isHeldAtZero { zero = day }
    // While it is held nothing that asks it can tell one day from the next.
    guard holds != isHeldAtZero else { return false }
    version += 1
    isHeldAtZero = holds
    return true
  }

  /// Another text looks back on it through another window: no day that was found before is one now.
  mutating func lookAnew() { version += 1 }

  mutating func counted(from start: Int, until day: Int) -> Int {
    var count = 0
    if runningSince != Int.min {
      // Turned round, a stretch is empty.
      count += max(0, min(max(runningSince, day), day) - max(runningSince, start))
    }
    var index = stretches.count - 1
    while index >= 0 {
      let stretch = stretches[index]
      if stretch.until <= start { break }
      count += max(0, min(stretch.until, day) - max(stretch.from, start))
      index -= 1
    }
    return count
  }

  mutating func value(on day: Int, hasWindow: Bool, window: Period) -> Int {
    guard !isHeldAtZero else { return 0 }
    guard hasWindow else { return counted(from: zero, until: day) }
    let start = Day(sinceEpoch: day).adding(Period(months: -window.months, days: -window.days))
    return counted(from: max(start.sinceEpoch, zero), until: day)
  }

  /// - Returns: `Int.max` when that day never comes.
  mutating func day(counting count: Int, from start: Int) -> Int {
    guard count > 0 else { return start }
    var missing = count
    for stretch in stretches where stretch.until > start {
      let from = max(stretch.from, start)
      let length = max(stretch.until, start) - from
      if length >= missing { return clamped(from + missing) }
      missing -= length
    }
    return runningSince == Int.min ? Int.max : clamped(max(runningSince, start) + missing)
  }

  private func clamped(_ day: Int) -> Int { min(max(day, Day.first.sinceEpoch), Day.last.sinceEpoch) }

  /// - Returns: `Int.max` when there is none.
  mutating func firstDay(
    after day: Int, before horizon: Int, hasWindow: Bool, window: Period, reaching target: Int,
    wanting: Bool
  ) -> Int {
    var candidate = day + 1
    while candidate < horizon {
      let reading = value(on: candidate, hasWindow: hasWindow, window: window)
      if (reading >= target) == wanting { return candidate }
      if wanting {
        guard isRunning else { return Int.max }
        candidate += max(1, target - reading)
      } else {
        guard hasWindow else { return Int.max }
        candidate += max(1, (reading - target + 1) / 4)
      }
    }
    return Int.max
  }
}
