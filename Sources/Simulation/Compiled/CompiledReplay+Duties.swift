internal import Outcomes
internal import Quantities

/// Duties and their demands; see `CourseSimulator+Duties` for what each step means.
extension CompiledReplay {
  mutating func changeDuties() {
    let group = words[layout.group] - 1
    let width = storage.dueWidth
    guard isCovered, group >= 0 else {
      if dutyGroup >= 0 { for word in 0..<width { end(duties: applying[word], word) } }
      dutyGroup = -1
      return
    }
    // In another group every duty is looked at; otherwise only those that read something that has changed,
    // those whose texts have, and those with a demand today.
    let isFull = dutyGroup != group
    let row = group * width
    if isFull || dutyStretch != stretch {
      for word in 0..<width { end(duties: applying[word] & ~code.dutiesFor[row + word], word) }
      dutyGroup = group
      dutyStretch = stretch
    }
    let first = cells.duties >> 6
    for word in 0..<width {
      var bits = code.dutiesToAsk[row + word]
      if !isFull { bits &= dirty[first + word] | isDue[word] }
      let isFor = code.dutiesFor[row + word]
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        bits &= bits &- 1
        let place = 64 * word + bit
        let index = Int(plan.dutyOrder[place])
        guard isFull || isDirty(cells.duties + place) || dues[index] <= today else { continue }
        let outer = beginAsking()
        lookAt(index, isForGroup: isFor & (1 << UInt64(bit)) != 0)
        endAsking(cells.duties + place, outer)
      }
    }
  }

  private mutating func end(duties: UInt64, _ word: Int) {
    var bits = duties
    while bits != 0 {
      end(Int(plan.dutyOrder[64 * word + bits.trailingZeroBitCount]))
      bits &= bits &- 1
    }
  }

  private mutating func lookAt(_ index: Int, isForGroup: Bool) {
    let place = Int(plan.dutyPlace[index])
    wasLookedAt[place >> 6] |= 1 << UInt64(place & 63)
    // The parts that decide alone: most are not owed, and the whole is large.
    noteRestart(index, code.duties[index].restart)
    guard isForGroup else { return }
    let condition = code.duties[index].condition
    guard code.duties[index].isInForce, condition < 0 || evaluate(condition) != 0 else { return end(index) }
    let base = anchorDay(code.duties[index].anchor, code.duties[index].anchorIndex)
    guard base != Word.unknown else { return end(index) }
    continueDuty(index, code.duties[index], base: base)
  }

  private mutating func anchorDay(_ anchor: DutyCode.AnchorForm, _ node: Int32) -> Int {
    let index = Int(node)
    switch anchor {
    case .caseOpening: return words[layout.caseSince]
    case .benefit: return words[layout.benefit] == 0 ? Word.unknown : words[layout.benefitSince]
    case .group: return words[layout.groupSince]
    case .unit: return words[layout.unitSince]
    case .episode: return words[layout.episodeBegan + index]
    case .event: return words[layout.events + index]
    case .fact: return words[layout.factSince + index]
    case .day: return evaluate(node)
    }
  }

  private mutating func end(_ index: Int) {
    let place = Int(plan.dutyPlace[index])
    guard applying[place >> 6] & (1 << UInt64(place & 63)) != 0 else { return }
    interrupt(index)
    applying[place >> 6] &= ~(1 << UInt64(place & 63))
    endSuspension(index)
  }

  mutating func continueDuty(_ index: Int, _ duty: DutyCode, base: Int) {
    if duties[index].base != base || duties[index].anchor == FastDuty.none {
      beginCounting(index, from: base)
      duties[index].base = base
    }
    let place = Int(plan.dutyPlace[index])
    applying[place >> 6] |= 1 << UInt64(place & 63)
    duties[index].clock = duty.clock
    let restarted = duties[index].restarted
    if restarted != FastDuty.none, restarted > duties[index].anchor {
      beginCounting(index, from: restarted)
    }
    if duty.suspension >= 0, evaluate(duty.suspension) != 0 {
      if duties[index].suspendedSince == FastDuty.none { duties[index].suspendedSince = today }
    } else {
      endSuspension(index)
    }
    guard let chosen = schedule(of: duty) else { return }
    if chosen.form == .nothing {
      interrupt(index)
      return
    }
    awaitChange(index, duty, chosen)
    fillPlaces(index, duty, chosen)
    resume(index)
  }

  private mutating func schedule(of duty: DutyCode) -> ScheduleCode? {
    if duty.branch < 0 {
      guard duty.schedule >= 0 else {
        isStuck = true
        return nil
      }
      return plan.schedules[Int(duty.schedule)]
    }
    var found = 0
    var chosen = 0
    applicable(Int(duty.branch)) { _, outcome in
      found += 1
      chosen = Int(outcome)
    }
    // None is a gap, several are in conflict.
    guard found == 1 else {
      isStuck = true
      return nil
    }
    return plan.schedules[chosen]
  }

  private mutating func beginCounting(_ index: Int, from day: Int) {
    interrupt(index)
    leave(index)
    duties[index].beginCounting(from: day)
  }

  mutating func leave(_ index: Int) {
    guard duties[index].interruptedBy != FastDuty.none else { return }
    storage.record.unreached.append(
      CourseRecord.Unreached(
        duty: index, by: Day(sinceEpoch: duties[index].interruptedBy),
        ended: Day(sinceEpoch: duties[index].interruptedOn)))
  }

  private mutating func resume(_ index: Int) {
    if duties[index].interruptedBy != FastDuty.none, duties[index].interruptedBy < today {
      leave(index)
    }
    duties[index].interruptedBy = FastDuty.none
  }

  private mutating func noteRestart(_ index: Int, _ restart: Int32) {
    guard restart >= 0 else { return }
    let holds = evaluate(restart) != 0
    if holds, !duties[index].restartHeld { duties[index].restarted = today }
    duties[index].restartHeld = holds
  }

  // MARK: Suspension

  private mutating func endSuspension(_ index: Int) {
    guard duties[index].suspendedSince != FastDuty.none else { return }
    for place in duties[index].waiting.indices {
      let from = duties[index].waiting[place].from
      duties[index].waiting[place].distance += suspended(index, since: from)
    }
    duties[index].suspendedDays = suspended(index)
    duties[index].suspendedSince = FastDuty.none
  }

  mutating func suspended(_ index: Int) -> Int {
    let anchor = duties[index].anchor
    guard anchor != FastDuty.none else { return duties[index].suspendedDays }
    return duties[index].suspendedDays + suspended(index, since: anchor)
  }

  mutating func suspended(_ index: Int, since day: Int) -> Int {
    let since = duties[index].suspendedSince
    guard since != FastDuty.none else { return 0 }
    let start = since > day ? since : day
    let clock = Int(duties[index].clock)
    return clock >= 0 ? clocks[clock].counted(from: start, until: today) : (today > start ? today - start : 0)
  }
}
