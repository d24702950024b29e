internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities

/// The places of a schedule, as distances in days from the anchor.
///
/// Invariant: distances ascend with the place.
struct Places: Hashable, Sendable {
  private enum Form: Hashable {
    case single(Int)
    case spread(count: Int, base: Int, total: Int)
    case repeated(anchor: Day, base: Day, period: Period, limit: Int?, rounding: Day.MonthRounding)
  }

  private let form: Form

  /// Whether demands of included duties count as places taken.
  var isFilledByIncluded: Bool { if case .spread = form { true } else { false } }

  /// Whether there is one demand and no more.
  var isSingle: Bool { if case .single = form { true } else { false } }

  /// - Throws: `schedule-stands-still` when a repeated schedule does not move on.
  init(
    _ schedule: Schedule, anchor: Day, rounding: Day.MonthRounding, state: inout CourseState
  ) throws(Diagnostic) {
    var schedule = schedule
    var base = anchor
    while case .after(let delay, let rest) = schedule {
      base = base.adding(try state.period(delay), rounding: rounding)
      schedule = rest
    }
    switch schedule {
    case .within(let duration), .at(let duration):
      form = .single(anchor.days(until: base.adding(try state.period(duration), rounding: rounding)))
    case .byEndOfWeek(let number):
      let weeks = try Places.count(number, in: &state)
      form = .single(anchor.days(until: base.adding(days: 7 * weeks - 1)))
    case .atLeast(let number, let duration):
      let end = base.adding(try state.period(duration), rounding: rounding)
      form = .spread(
        count: try Places.count(number, in: &state), base: anchor.days(until: base),
        total: base.days(until: end))
    case .every(let duration, let bound):
      let period = try state.period(duration)
      guard base.adding(period) > base else {
        throw Diagnostic(
          .error, "schedule-stands-still", "'every' needs a duration of at least a day",
          at: duration.source.range)
      }
      var limit: Int?
      if let bound { limit = anchor.days(until: base.adding(try state.period(bound), rounding: rounding)) }
      form = .repeated(anchor: anchor, base: base, period: period, limit: limit, rounding: rounding)
    case .on, .nothing, .after:
      form = .spread(count: 0, base: 0, total: 0)
    }
  }

  /// - Returns: `nil` when the schedule has no such place.
  func distance(ofPlace place: Int) -> Int? {
    switch form {
    case .single(let distance): return place == 1 ? distance : nil
    case .spread(let count, let base, let total):
      return place <= count ? base + total * place / count : nil
    case .repeated(let anchor, let base, let period, let limit, let rounding):
      let times = Period(months: period.months * place, days: period.days * place)
      let distance = anchor.days(until: base.adding(times, rounding: rounding))
      if let limit, distance > limit { return nil }
      return base.adding(times) < .last ? distance : nil
    }
  }

  private static func count(
    _ expression: CheckedExpression, in state: inout CourseState
  ) throws(Diagnostic) -> Int {
    guard let count = try expression.value(in: &state).number?.whole, count >= 0, count <= 10_000 else {
      throw Diagnostic(
        .error, "whole-number-needed", "a schedule counts in whole numbers from 0 to 10 000",
        at: expression.source.range)
    }
    return count
  }
}
