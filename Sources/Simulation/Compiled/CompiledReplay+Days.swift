internal import Quantities
internal import Scenarios

/// Which days are looked at, and what falls due on those between.
extension CompiledReplay {
  // MARK: Days to come

  /// The next day on which a condition can come out otherwise; the end when none does before it.
  mutating func nextChange(_ scenario: Scenario, _ applied: Int) -> Int {
    var next = end
    if applied < scenario.changes.count {
      let day = scenario.changes[applied].day.sinceEpoch
      if day > today, day < next { next = day }
    }
    if frozen == Int.min {
      while nextLawDay < plan.lawDays.count, plan.lawDays[nextLawDay] <= today { nextLawDay += 1 }
      if nextLawDay < plan.lawDays.count, plan.lawDays[nextLawDay] < next {
        next = plan.lawDays[nextLawDay]
      }
    }
    if isUnsettled, today + 1 < next { next = today + 1 }
    if named < next { next = named }
    return firstFlip(before: next)
  }

  /// Makes the demands that fall due before `change`, the next day on which anything else can.
  ///
  /// Until then every condition stays as it is, and a duty asks of others only how often those that it includes
  /// were carried out. These stand before it, so each duty is carried out to the end of the stretch at once.
  mutating func makeDemands(before change: Int) {
    let start = today
    // Nothing that a schedule waits for happens on these days.
    moment += 1
    for word in 0..<storage.dueWidth {
      var bits = isDue[word]
      while bits != 0 {
        let index = Int(plan.dutyOrder[64 * word + bits.trailingZeroBitCount])
        bits &= bits &- 1
        guard dues[index] < change, dues[index] > start else { continue }
        carryOut(index, before: change)
      }
    }
  }

  // MARK: Due days

  @inline(__always)
  mutating func setDue(_ index: Int, _ day: Int) {
    dues[index] = day
    let place = Int(plan.dutyPlace[index])
    let bit = UInt64(1) << UInt64(place & 63)
    if day == Int.max { isDue[place >> 6] &= ~bit } else { isDue[place >> 6] |= bit }
  }

  /// Leaves the demand that was next, for now.
  mutating func interrupt(_ index: Int) {
    if dues[index] != Int.max, dues[index] >= today {
      duties[index].interruptedBy = dues[index]
      duties[index].interruptedOn = today
    }
    setDue(index, Int.max)
  }
}
