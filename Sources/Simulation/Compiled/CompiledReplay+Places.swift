internal import Quantities

/// Where the demands of a schedule lie; see `Places` for what each form means.
extension CompiledReplay {
  mutating func adding(_ duration: DurationCode, to day: Int, roundsUp: Bool) -> Int {
    let count = evaluate(duration.node)
    guard count.magnitude < 100_000 else {
      isStuck = true
      return day
    }
    if duration.isMonths {
      return count == 0
        ? day
        : Day(sinceEpoch: day).adding(months: count, rounding: roundsUp ? .up : .down).sinceEpoch
    }
    return min(max(day + count, Day.first.sinceEpoch), Day.last.sinceEpoch)
  }

  mutating func delayed(_ day: Int, _ schedule: ScheduleCode, roundsUp: Bool) -> Int {
    var day = day
    for offset in 0..<Int(schedule.delays) {
      day = adding(plan.durations[Int(schedule.firstDelay) + offset], to: day, roundsUp: roundsUp)
    }
    return day
  }

  mutating func places(_ schedule: ScheduleCode, anchor: Int, roundsUp: Bool) -> FastPlaces {
    var places = FastPlaces()
    let base = delayed(anchor, schedule, roundsUp: roundsUp)
    switch schedule.form {
    case .nothing, .on: break
    case .single:
      places.form = .single
      places.base = adding(schedule.duration, to: base, roundsUp: roundsUp) - anchor
    case .byEndOfWeek:
      places.form = .single
      places.base = base + 7 * count(schedule) - 1 - anchor
    case .atLeast:
      let end = adding(schedule.duration, to: base, roundsUp: roundsUp)
      places.count = count(schedule)
      places.base = base - anchor
      places.total = end - base
    case .every:
      let word = evaluate(schedule.duration.node)
      guard word > 0, word < 100_000 else {
        isStuck = true
        return places
      }
      places.form = .repeated
      places.roundsUp = roundsUp
      places.base = base
      places.anchor = anchor
      places.months = schedule.duration.isMonths ? word : 0
      places.days = schedule.duration.isMonths ? 0 : word
      if schedule.bound.node >= 0 {
        places.hasLimit = true
        places.limit = adding(schedule.bound, to: base, roundsUp: roundsUp) - anchor
      }
    }
    return places
  }

  mutating func count(_ schedule: ScheduleCode) -> Int {
    let count = evaluate(schedule.count)
    guard (0...10_000).contains(count) else {
      isStuck = true
      return 0
    }
    return count
  }
}
