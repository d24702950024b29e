internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities

/// A comparison with something that changes by itself, as it was met while rules were evaluated.
struct Crossing: Hashable {
  let slot: Int
  let comparison: Comparison
  let bound: Value
  let outcome: Bool
}

extension CourseState {
  /// The first day after today on which a comparison comes out the other way, if nothing else changes.
  ///
  /// - Returns: `nil` when it never does before `horizon`.
  func flip(of crossing: Crossing, before horizon: Day) -> Day? {
    switch plan.law.slots[crossing.slot] {
    case .today: return dateFlip(of: crossing, before: horizon)
    case .lawDay: return plan.frozen == nil ? dateFlip(of: crossing, before: horizon) : nil
    case .age: return ageFlip(of: crossing, before: horizon)
    case .clock(let index): return clockFlip(of: crossing, clock: index, before: horizon)
    default: return nil
    }
  }

  private func dateFlip(of crossing: Crossing, before horizon: Day) -> Day? {
    guard let bound = crossing.bound.date else { return nil }
    let next = bound.adding(days: 1)
    return earliest(of: days(flipping: crossing, at: bound, past: next), before: horizon)
  }

  private func ageFlip(of crossing: Crossing, before horizon: Day) -> Day? {
    guard let born = bornDay, let bound = crossing.bound.number else { return nil }
    let floor = Int(clamping: bound.floor)
    // Ages are whole: reaching a bound of 29.5 means reaching 30.
    let reached = born.adding(months: 12 * (bound.isWhole ? floor : floor + 1))
    let passed = born.adding(months: 12 * (floor + 1))
    return earliest(of: days(flipping: crossing, at: reached, past: passed), before: horizon)
  }

  /// The days on which a steadily growing quantity makes the comparison change: on the day it reaches
  /// the bound, or on the day it passes it.
  private func days(flipping crossing: Crossing, at reached: Day, past passed: Day) -> [Day] {
    switch crossing.comparison {
    case .atLeast, .less: [reached]
    case .greater, .atMost: [passed]
    case .equal, .notEqual: [reached, passed]
    }
  }

  private func earliest(of days: [Day], before horizon: Day) -> Day? {
    days.filter { $0 > today && $0 < horizon }.min()
  }

  private func clockFlip(of crossing: Crossing, clock index: Int, before horizon: Day) -> Day? {
    guard case .time(let nanoseconds) = crossing.bound,
      let bound = Rational(nanoseconds, Value.nanosecondsPerDay)
    else { return nil }
    let floor = Int(clamping: bound.floor)
    let reached = bound.isWhole ? floor : floor + 1
    let window = texts.clocks[index]?.window
    func day(_ target: Int, _ wanting: Bool) -> Day? {
      clocks[index].firstDay(
        after: today, before: horizon, window: window, reaching: target, wanting: wanting)
    }
    switch crossing.comparison {
    case .atLeast: return day(reached, !crossing.outcome)
    case .less: return day(reached, crossing.outcome)
    case .greater: return day(floor + 1, !crossing.outcome)
    case .atMost: return day(floor + 1, crossing.outcome)
    case .equal, .notEqual:
      return [day(reached, true), day(reached, false), day(floor + 1, true), day(floor + 1, false)]
        .compactMap { $0 }.min()
    }
  }
}
