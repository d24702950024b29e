internal import Diagnostics
internal import Expressions
internal import Outcomes
internal import Quantities
internal import Scenarios

/// The demands of duties that apply: which places of their schedules are filled, and on which days.
extension CompiledReplay {
  mutating func awaitChange(_ index: Int, _ duty: DutyCode, _ schedule: ScheduleCode) {
    guard schedule.form == .on, happened[3 * Int(schedule.atom) + Int(schedule.edge)] == moment else {
      return
    }
    var by = delayed(today, schedule, roundsUp: duty.roundsUp)
    if schedule.duration.node >= 0 {
      by = adding(schedule.duration, to: by, roundsUp: duty.roundsUp)
    }
    duties[index].waiting.append(FastDuty.Waiting(from: today, distance: by - today))
  }

  mutating func fillPlaces(_ index: Int, _ duty: DutyCode, _ schedule: ScheduleCode) {
    setDue(index, Int.max)
    let anchor = duties[index].anchor
    guard anchor != FastDuty.none else { return }
    if !duties[index].waiting.isEmpty { fillWaiting(index, duty) }
    let places = self.places(schedule, anchor: anchor, roundsUp: duty.roundsUp)
    if isStuck { return }
    if !duties[index].hasPlaces || duties[index].schedule != places {
      duties[index].hasPlaces = true
      duties[index].schedule = places
      duties[index].places = 0
    }
    let suspended = self.suspended(index)
    while true {
      let distance = places.distance(ofPlace: duties[index].places + 1)
      guard distance != Int.min else { return }
      let due = dueDay(index, from: anchor, distance: distance + suspended)
      guard due != Int.max else { return }
      if due > today {
        if due < dues[index] { setDue(index, due) }
        return
      }
      duties[index].places += 1
      if due == today, duty.share < 0 || isDrawn(duty) {
        makeDemand(index, duty, place: duties[index].places, places.form)
      }
    }
  }

  /// Makes every demand of a duty that falls due before a day, until which nothing else changes.
  ///
  /// Nothing depends on the single demand but its day, and that is a sum: the schedule, the days of suspension and, where
  /// the share is a figure, whether the lot fell on the citizen are looked at once.
  mutating func carryOut(_ index: Int, before change: Int) {
    guard duties[index].waiting.isEmpty, duties[index].hasPlaces else { return wait(index, before: change) }
    guard code.duties[index].isInForce, duties[index].base != FastDuty.none else { return }
    let duty = code.duties[index]
    let (places, anchor) = (duties[index].schedule, duties[index].anchor)
    let suspended = duties[index].suspendedDays
    let isAsked = duty.share >= 0 && duty.drawnBelow == DutyCode.isAsked
    let isOwed = duty.share < 0 || isAsked || isDrawn(duty)
    var due = dues[index]
    while due < change {
      today = due
      duties[index].places += 1
      if isOwed, !isAsked || isDrawn(duty) {
        makeDemand(index, duty, place: duties[index].places, places.form)
      }
      let distance = places.distance(ofPlace: duties[index].places + 1)
      due = distance == Int.min ? Int.max : dueDay(index, from: anchor, distance: distance + suspended)
    }
    setDue(index, due)
  }

  /// The same for a duty that waits for days that changes have set.
  private mutating func wait(_ index: Int, before change: Int) {
    while dues[index] < change, !isStuck {
      let due = dues[index]
      today = due
      let duty = code.duties[index]
      guard duty.isInForce, duties[index].base != FastDuty.none else { return }
      continueDuty(index, duty, base: duties[index].base)
      // A day that is carried out is never the next.
      guard dues[index] > due else { return }
    }
  }

  /// - Returns: `Int.max` while the count stands still.
  private mutating func dueDay(_ index: Int, from start: Int, distance: Int) -> Int {
    let clock = Int(duties[index].clock)
    let due =
      clock >= 0
      ? clocks[clock].day(counting: distance, from: start)
      : min(max(start + distance, Day.first.sinceEpoch), Day.last.sinceEpoch)
    if due > today, duties[index].suspendedSince != FastDuty.none { return Int.max }
    return due
  }

  private mutating func fillWaiting(_ index: Int, _ duty: DutyCode) {
    var kept = 0
    let count = duties[index].waiting.count
    for place in 0..<count {
      let waiting = duties[index].waiting[place]
      let distance = waiting.distance + suspended(index, since: waiting.from)
      let due = dueDay(index, from: waiting.from, distance: distance)
      if due == today {
        if duty.share < 0 || isDrawn(duty) { makeDemand(index, duty, place: duties[index].made + 1, .repeated) }
      } else if due > today {
        duties[index].waiting[kept] = waiting
        kept += 1
        if due < dues[index] { setDue(index, due) }
      }
    }
    if kept < count { duties[index].waiting.removeLast(count - kept) }
  }

  /// - Parameter place: which of the schedule's places it would fill.
  private mutating func makeDemand(_ index: Int, _ duty: DutyCode, place: Int, _ form: FastPlaces.Form) {
    let anchor = duties[index].anchor
    switch form {
    case .single: if duties[index].made > 0 { return }
    case .spread:
      var included = 0
      for offset in 0..<Int(duty.includes) {
        let other = Int(plan.included[Int(duty.firstIncluded) + offset])
        for day in duties[other].demandDays where day >= anchor && day <= today { included += 1 }
      }
      guard included + duties[index].made < place else { return }
    case .repeated: break
    }
    duties[index].made += 1
    if plan.isIncluded[index] { duties[index].demandDays.append(today) }
    var until: Day?
    if duty.lasts.node >= 0 {
      until = Day(sinceEpoch: adding(duty.lasts, to: today, roundsUp: false))
    }
    let unit = words[layout.unit]
    let group = words[layout.group]
    let benefit = words[layout.benefit]
    storage.record.demands.append(
      CourseRecord.Demand(
        text: Int(duty.text), occurrence: duties[index].made, from: Day(sinceEpoch: anchor),
        by: Day(sinceEpoch: today), runsUntil: until, unit: unit > 0 ? unit - 1 : nil,
        group: group > 0 ? group - 1 : nil, benefit: benefit > 0 ? benefit - 1 : nil,
        profiles: openProfiles))
  }

  private mutating func isDrawn(_ duty: DutyCode) -> Bool {
    if duty.drawnBelow != DutyCode.isAsked {
      return plan.plan.lot.draws(below: duty.drawnBelow, citizen: citizenKey, purpose: duty.purpose)
    }
    let share = plan.shares[Int(duty.share)]
    do {
      guard let drawn = try share.value(in: &self).number else { return true }
      return plan.plan.lot.draws(drawn, citizen: citizenKey, purpose: duty.purpose)
    } catch {
      isStuck = true
      return false
    }
  }
}
