internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Scenarios

extension CourseSimulator {
  /// Duties that end, duties that begin, and the demands that fall due today.
  mutating func changeDuties() throws(Diagnostic) {
    let texts = state.texts
    guard state.isCovered, let group = state.group.index else {
      for index in duties.indices { end(index) }
      return
    }
    let isForGroup = texts.dutyIsFor[group]
    for index in duties.indices where !isForGroup[index] { end(index) }
    for index in texts.dutiesToAsk[group] {
      try noteRestart(index, texts.duties[index]?.restart)
      guard isForGroup[index] else { continue }
      guard try state.holds(texts.dutyConditions[index]), let text = texts.duties[index],
        let base = try anchorDay(text.anchor)
      else {
        end(index)
        continue
      }
      try continueDuty(index, text, base: base)
    }
  }

  /// The demands of a day on which no condition changes: those of the duties that wait for it.
  mutating func continueDuties(dueOn day: Day) throws(Diagnostic) {
    for index in state.plan.dutyOrder where duties[index].nextDue == day {
      guard let text = state.texts.duties[index], let base = duties[index].base else { continue }
      try continueDuty(index, text, base: base)
    }
  }

  /// - Returns: `nil` when there is nothing to count from. A day that lies ahead is one.
  private mutating func anchorDay(_ anchor: Anchor) throws(Diagnostic) -> Day? {
    switch anchor {
    case .caseOpening: return state.caseSince
    case .benefit: return state.benefit.index == nil ? nil : state.benefit.since
    case .group: return state.group.since
    case .unit: return state.unit.since
    case .episode(let index): return state.episodes[index].began
    case .event(let index): return state.eventLast[index]
    case .fact(let index): return state.factSince[index]
    case .day(let expression): return try expression.value(in: &state).date
    }
  }

  private mutating func end(_ index: Int) {
    guard duties[index].applies else { return }
    duties[index].interrupt(on: state.today)
    duties[index].applies = false
    endSuspension(index)
  }

  private mutating func continueDuty(
    _ index: Int, _ text: Duty.Text, base: Day
  ) throws(Diagnostic) {
    if duties[index].base != base || duties[index].anchor == nil {
      beginCounting(index, from: base)
      duties[index].base = base
    }
    duties[index].applies = true
    duties[index].clock = text.clock
    if let restarted = duties[index].restarted, let anchor = duties[index].anchor, restarted > anchor {
      beginCounting(index, from: restarted)
    }
    try suspend(index, text)

    let schedule = try applicableSchedule(text, of: index)
    if case .nothing = schedule {
      duties[index].interrupt(on: state.today)
      return
    }
    try awaitChange(index, text, schedule)
    try fillPlaces(index, text, schedule)
    resume(index)
  }

  /// What was on its way will not be reached.
  private mutating func beginCounting(_ index: Int, from day: Day) {
    duties[index].interrupt(on: state.today)
    log.leave(index, interrupted: duties[index].interrupted)
    duties[index].beginCounting(from: day)
  }

  /// Taken up again before its day, the demand that seemed lost is still on its way.
  private mutating func resume(_ index: Int) {
    if let interrupted = duties[index].interrupted, interrupted.by < state.today {
      log.leave(index, interrupted: interrupted)
    }
    duties[index].interrupted = nil
  }

  /// Noted for duties that do not apply, too: counting begins on the day the condition becomes true,
  /// not on the day somebody looks.
  private mutating func noteRestart(
    _ index: Int, _ restart: CheckedExpression?
  ) throws(Diagnostic) {
    guard let restart else { return }
    let holds = try state.holds(restart)
    if holds, !duties[index].restartHeld { duties[index].restarted = state.today }
    duties[index].restartHeld = holds
  }

  // MARK: Suspension

  private mutating func suspend(_ index: Int, _ text: Duty.Text) throws(Diagnostic) {
    guard let suspension = text.suspension, try state.holds(suspension) else {
      endSuspension(index)
      return
    }
    if duties[index].suspendedSince == nil { duties[index].suspendedSince = state.today }
  }

  private mutating func endSuspension(_ index: Int) {
    guard duties[index].suspendedSince != nil else { return }
    for place in duties[index].waiting.indices {
      // From the change on, though what the duty else counts from may lie ahead.
      duties[index].waiting[place].distance += suspended(index, since: duties[index].waiting[place].from)
    }
    duties[index].suspendedDays = suspended(index)
    duties[index].suspendedSince = nil
  }

  /// The counted days of `[anchor, today)` during which the duty was suspended: days of the calendar, or
  /// those on which its clock ran.
  private func suspended(_ index: Int) -> Int {
    let duty = duties[index]
    guard let anchor = duty.anchor else { return duty.suspendedDays }
    return duty.suspendedDays + suspended(index, since: anchor)
  }

  /// Those of the suspension that has not ended, from a day on.
  private func suspended(_ index: Int, since day: Day) -> Int {
    let duty = duties[index]
    guard let since = duty.suspendedSince else { return 0 }
    let start = max(since, day)
    return duty.clock.map { state.clocks[$0].counted(from: start, until: state.today) }
      ?? Stretch(from: start, until: state.today).length
  }

  private mutating func applicableSchedule(
    _ text: Duty.Text, of index: Int
  ) throws(Diagnostic) -> Schedule {
    // Most schedules have no exceptions, and then there is nothing to choose.
    if text.schedule.exceptions.isEmpty, let only = text.schedule.outcome { return only }
    let found = try text.schedule.applicable(in: &state)
    let provision = state.plan.law.duties[index].provision
    guard let branch = found.first, let schedule = branch.outcome else { throw state.gap(provision) }
    if found.count > 1 {
      throw state.conflict(provision, found[0].label, found[1].label, at: found[1].range)
    }
    return schedule
  }

  // MARK: Demands

  /// Notes a demand that a change of today orders.
  private mutating func awaitChange(
    _ index: Int, _ text: Duty.Text, _ schedule: Schedule
  ) throws(Diagnostic) {
    var schedule = schedule
    var by = state.today
    while case .after(let delay, let rest) = schedule {
      by = by.adding(try state.period(delay), rounding: text.monthRounding)
      schedule = rest
    }
    guard case .on(let change, let delay) = schedule, happened.contains(change) else { return }
    if let delay { by = by.adding(try state.period(delay), rounding: text.monthRounding) }
    duties[index].waiting.append(
      DutyState.Waiting(
        from: state.today, distance: state.today.days(until: by)))
  }

  /// Makes the demands of all places whose day is today, passes those whose day is gone, and finds the
  /// next day to come.
  private mutating func fillPlaces(
    _ index: Int, _ text: Duty.Text, _ schedule: Schedule
  ) throws(Diagnostic) {
    duties[index].forgetExpected()
    guard let anchor = duties[index].anchor else { return }
    try fillWaiting(index, text)
    let places = try Places(schedule, anchor: anchor, rounding: text.monthRounding, state: &state)
    if duties[index].schedule != places {
      // Another schedule has other places; which of them are gone, their days tell.
      duties[index].schedule = places
      duties[index].places = 0
    }
    while let distance = places.distance(ofPlace: duties[index].places + 1) {
      guard let due = dueDay(index, from: anchor, distance: distance + suspended(index)) else { return }
      if due > state.today {
        duties[index].expect(due)
        return
      }
      duties[index].places += 1
      if due == state.today { try makeDemand(index, text, place: duties[index].places, places: places) }
    }
  }

  /// The day on which `distance` counted days lie between a day and it.
  ///
  /// - Returns: `nil` while the count stands still: suspended, or on a clock that does not run.
  private func dueDay(_ index: Int, from start: Day, distance: Int) -> Day? {
    let due =
      duties[index].clock.map { state.clocks[$0].day(counting: distance, from: start) }
      ?? start.adding(days: distance)
    if let due, due > state.today, duties[index].suspendedSince != nil { return nil }
    return due
  }

  private mutating func fillWaiting(_ index: Int, _ text: Duty.Text) throws(Diagnostic) {
    var left: [DutyState.Waiting] = []
    for waiting in duties[index].waiting {
      let distance = waiting.distance + suspended(index, since: waiting.from)
      let due = dueDay(index, from: waiting.from, distance: distance)
      if due == state.today {
        try makeDemand(index, text, place: duties[index].made + 1, places: nil)
      } else if due.map({ $0 > state.today }) ?? true {
        left.append(waiting)
        if let due { duties[index].expect(due) }
      }
    }
    duties[index].waiting = left
  }

  private mutating func makeDemand(
    _ index: Int, _ text: Duty.Text, place: Int, places: Places?
  ) throws(Diagnostic) {
    guard let anchor = duties[index].anchor else { return }
    if places?.isSingle ?? false, duties[index].made > 0 { return }
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
      text: state.texts.dutyTextIDs[index], occurrence: duties[index].made, from: anchor,
      lasts: lasts, state: state)
  }
}
