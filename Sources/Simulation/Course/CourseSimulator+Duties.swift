internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Scenarios

extension CourseSimulator {
  /// Duties that end, duties that begin, and the demands that fall due today.
  mutating func changeDuties() throws(Diagnostic) {
    let texts = state.texts
    let group = state.isCovered ? state.group.index : nil
    let asked = group.map { texts.dutiesByGroup[$0] } ?? []
    // Those that are not for this group end first, if they applied until now.
    for index in duties.indices where duties[index].applies {
      if !texts.asks(index, of: group) { interrupt(index) }
    }
    for index in asked {
      guard let text = texts.duties[index] else { continue }
      guard try state.holds(text.condition), let base = try anchorDay(text.anchor) else {
        interrupt(index)
        continue
      }
      try continueDuty(index, text, base: base)
    }
  }

  /// - Returns: `nil` when there is nothing to count from yet, or the day lies ahead.
  private mutating func anchorDay(_ anchor: Anchor) throws(Diagnostic) -> Day? {
    switch anchor {
    case .caseOpening: return state.caseSince
    case .benefit: return state.benefit.since
    case .group: return state.group.since
    case .unit: return state.unit.since
    case .episode(let index): return state.episodes[index].began
    case .event(let index): return state.eventLast[index]
    case .fact(let index): return state.factSince[index]
    case .day(let expression): return try expression.value(in: &state).date
    }
  }

  private mutating func interrupt(_ index: Int) {
    guard duties[index].applies else { return }
    if let next = duties[index].nextDue, next >= state.today {
      duties[index].interrupted = (by: next, on: state.today)
    }
    duties[index].applies = false
    duties[index].nextDue = nil
    if let since = duties[index].suspendedSince {
      duties[index].suspendedDays += since.days(until: state.today)
      duties[index].suspendedSince = nil
    }
  }

  private mutating func continueDuty(
    _ index: Int, _ text: Duty.Text, base: Day
  ) throws(Diagnostic) {
    if duties[index].base != base || duties[index].anchor == nil {
      log.leave(index, interrupted: duties[index].interrupted)
      duties[index].interrupted = nil
      duties[index].base = base
      duties[index].beginCounting(from: base)
    }
    duties[index].applies = true
    try restart(index, text)
    try suspend(index, text)

    let schedule = try applicableSchedule(text, of: index)
    if case .nothing = schedule {
      duties[index].nextDue = nil
      return
    }
    if text.clock == nil, case .on(let change, let delay) = schedule, happened.contains(change) {
      let by = state.today.adding(try delay.map { (d) throws(Diagnostic) in try state.period(d) } ?? .zero)
      duties[index].waiting.append(by)
    }
    try fillPlaces(index, text, schedule)
    // Taken up again before its day: the demand that seemed lost is still on its way.
    if duties[index].nextDue != nil { duties[index].interrupted = nil }
  }

  private mutating func restart(_ index: Int, _ text: Duty.Text) throws(Diagnostic) {
    guard let restart = text.restart else { return }
    let holds = try state.holds(restart)
    if holds, !duties[index].restartHeld { duties[index].beginCounting(from: state.today) }
    duties[index].restartHeld = holds
  }

  private mutating func suspend(_ index: Int, _ text: Duty.Text) throws(Diagnostic) {
    guard let suspension = text.suspension else { return }
    if try state.holds(suspension) {
      if duties[index].suspendedSince == nil { duties[index].suspendedSince = state.today }
    } else if let since = duties[index].suspendedSince {
      duties[index].suspendedDays += since.days(until: state.today)
      duties[index].suspendedSince = nil
    }
  }

  private mutating func applicableSchedule(
    _ text: Duty.Text, of index: Int
  ) throws(Diagnostic) -> Schedule {
    let found = try text.schedule.applicable(in: &state)
    let provision = state.plan.law.duties[index].provision
    guard let branch = found.first, let schedule = branch.outcome else { throw state.gap(provision) }
    if found.count > 1 {
      throw state.conflict(provision, found[0].label, found[1].label, at: found[1].range)
    }
    return schedule
  }

  /// Makes the demands of all places whose day is today, passes those whose day is gone, and finds the
  /// next day to come.
  private mutating func fillPlaces(
    _ index: Int, _ text: Duty.Text, _ schedule: Schedule
  ) throws(Diagnostic) {
    duties[index].nextDue = nil
    if case .on = schedule {
      try fillWaiting(index, text)
      return
    }
    guard let anchor = duties[index].anchor else { return }
    let places = try Places(schedule, anchor: anchor, rounding: text.monthRounding, state: &state)
    while let days = places.distance(ofPlace: duties[index].places + 1) {
      guard let due = dueDay(index, text, anchor: anchor, distance: days) else { return }
      if due > state.today {
        duties[index].nextDue = due
        return
      }
      duties[index].places += 1
      if due == state.today { try makeDemand(index, text, place: duties[index].places, places: places) }
    }
  }

  /// The day on which `distance` counted days lie between the anchor and it.
  ///
  /// - Returns: `nil` while the count stands still: suspended, or on a clock that does not run.
  private func dueDay(_ index: Int, _ text: Duty.Text, anchor: Day, distance: Int) -> Day? {
    let suspended = duties[index].suspended(until: state.today)
    let isStill = duties[index].suspendedSince != nil
    guard let clock = text.clock else {
      let due = anchor.adding(days: distance + suspended)
      return isStill && due > state.today ? nil : due
    }
    let due = state.clocks[clock].day(counting: distance + suspended, from: anchor)
    if let due, isStill, due > state.today { return nil }
    return due
  }

  private mutating func fillWaiting(_ index: Int, _ text: Duty.Text) throws(Diagnostic) {
    let due = duties[index].waiting.filter { $0 == state.today }
    duties[index].waiting.removeAll { $0 <= state.today }
    for _ in due { try makeDemand(index, text, place: duties[index].made + 1, places: nil) }
    duties[index].nextDue = duties[index].waiting.min()
  }

  private mutating func makeDemand(
    _ index: Int, _ text: Duty.Text, place: Int, places: Places?
  ) throws(Diagnostic) {
    guard let anchor = duties[index].anchor else { return }
    if places?.isFilledByIncluded ?? false {
      let included = text.includes.reduce(0) { sum, other in
        sum + duties[other].demandDays.count { $0 >= anchor && $0 <= state.today }
      }
      guard included + duties[index].made < place else { return }
    }
    if let share = text.share, let drawn = try share.value(in: &state).number {
      guard state.plan.lot.draws(drawn, citizen: scenario.id, purpose: text.kind) else { return }
    }
    duties[index].made += 1
    duties[index].demandDays.append(state.today)
    let lasts = try text.lasts.map { (d) throws(Diagnostic) in try state.period(d) }
    log.demand(
      of: index, text, occurrence: duties[index].made, from: anchor, lasts: lasts, state: state)
  }
}

/// The places of a schedule, as distances in days from the anchor.
///
/// Invariant: distances ascend with the place.
struct Places {
  private enum Form {
    case single(Int)
    case spread(count: Int, base: Int, total: Int)
    case repeated(anchor: Day, base: Day, period: Period, limit: Int?, rounding: Day.MonthRounding)
  }

  private let form: Form

  /// Whether demands of included duties count as places taken.
  var isFilledByIncluded: Bool { if case .spread = form { true } else { false } }

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
