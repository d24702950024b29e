internal import Legislation
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// The phases of an instant; see `CourseSimulator` for what each means.
extension CompiledReplay {
  mutating func changeEpisodes() {
    let (ends, begins) = (cells.episodeEnds >> 6, cells.episodeBegins >> 6)
    for word in 0..<storage.episodeWidth {
      // What was asked earlier and stays as it was has had its effect then. What ends can soil what comes later.
      var passed: UInt64 = 0
      while true {
        let bits = openEpisodes[word] & (dirty[ends + word] | code.limitedEpisodes[word]) & ~passed
        if bits == 0 { break }
        let bit = bits.trailingZeroBitCount
        passed |= ~0 >> UInt64(63 - bit)
        endEpisode(64 * word + bit)
      }
    }
    for word in 0..<storage.episodeWidth {
      var passed: UInt64 = 0
      while true {
        let asked = episodeEndedNow ? ~0 : dirty[begins + word]
        let bits = code.episodesInForce[word] & ~openEpisodes[word] & asked & ~passed
        if bits == 0 { break }
        let bit = bits.trailingZeroBitCount
        passed |= ~0 >> UInt64(63 - bit)
        beginEpisode(64 * word + bit)
      }
    }
  }

  private mutating func endEpisode(_ index: Int) {
    let episode = code.episodes[index]
    var isOver = !episode.isInForce
    if episode.isInForce { isOver = holds(episode.ends, cell: cells.episodeEnds + index) }
    if episode.longest.node >= 0 {
      soonest = Int.max
      let last = adding(episode.longest, to: words[layout.episodeBegan + index], roundsUp: false)
      note(last)
      note(soonest)
      isOver = isOver || today >= last
    }
    guard isOver else { return }
    logEpisode(index, until: today)
    words[layout.episodeOpen + index] = 0
    openEpisodes[index >> 6] &= ~(1 << UInt64(index & 63))
    words[layout.episodeEnded + index] = today
    happened[3 * (atoms.episodes + index) + 2] = moment
    episodeEndedNow = true
    isUnsettled = true
    touch(atoms.episodes + index)
  }

  private mutating func beginEpisode(_ index: Int) {
    guard holds(code.episodes[index].begins, cell: cells.episodeBegins + index) else { return }
    words[layout.episodeOpen + index] = 1
    openEpisodes[index >> 6] |= 1 << UInt64(index & 63)
    words[layout.episodeBegan + index] = today
    words[layout.episodeTimes + index] += 1
    happened[3 * (atoms.episodes + index) + 1] = moment
    isUnsettled = true
    touch(atoms.episodes + index)
    // What ended the one before may hold still, and ends this one too.
    soil(cells.episodeEnds + index)
  }

  private mutating func note(_ day: Int) { if day > today, day < named { named = day } }

  mutating func decideBenefit() {
    guard isAnyDirty(code.benefitCells) else { return }
    var found = 0
    for index in 0..<code.benefits.count {
      let node = code.benefits[index].condition
      guard asks(node, cell: cells.benefits + index) else { continue }
      if found > 0 { isStuck = true }
      found = index + 1
    }
    let old = words[layout.benefit]
    guard assign(found, layout.benefit, layout.benefitSince, atoms.benefit, .benefits) else { return }
    words[layout.benefitBefore] = old
  }

  mutating func decideGroup() {
    let wasCovered = isCovered
    // A law that is not in force covers nobody.
    isCovered = code.coverage < 0 ? false : holds(code.coverage, cell: cells.coverage)
    if isCovered != wasCovered {
      if isCovered {
        words[layout.caseSince] = today
        happened[3 * atoms.openCase + 1] = moment
        caseOpenedNow = true
        isUnsettled = true
      } else {
        closeCase(on: today)
      }
      touch(atoms.openCase)
    }
    var member = 0
    if isCovered {
      if isCovered == wasCovered, !isAnyDirty(code.groupCells) { return }
      member = single(code.groups, cells.groups)
      if member == 0 { isStuck = true }
    }
    assign(member, layout.group, layout.groupSince, atoms.group, .groups)
  }

  mutating func decideUnit() {
    let before = words[layout.unit]
    var member = 0
    if isCovered {
      if before > 0, !isAnyDirty(code.unitCells) { return }
      member = single(code.units, cells.units)
      if member == 0 { isStuck = true }
    }
    guard assign(member, layout.unit, layout.unitSince, atoms.unit, .units) else { return }
    // The first assignment and the closing of a case are no hand-over.
    if before > 0, member > 0, !caseOpenedNow {
      storage.record.handOvers.append(
        CourseRecord.HandOver(
          day: Day(sinceEpoch: today), from: before - 1, to: member - 1,
          cause: cause(from: before - 1, to: member - 1)))
    }
  }

  private func cause(from: Int, to: Int) -> Course.HandOver.Cause {
    if plan.authorities[from] != plan.authorities[to] { return .authority }
    if isBirthdayThatMatters { return .age }
    if episodeEndedNow { return .endOfEpisode }
    if happened[3 * atoms.benefit] == moment { return .benefit }
    if happened[3 * atoms.group] == moment { return .group }
    return .other
  }

  /// Whether a condition is in force and holds.
  private mutating func asks(_ node: Int32, cell: Int) -> Bool {
    guard node >= 0 else {
      clean(cell)
      return false
    }
    return holds(node, cell: cell)
  }

  /// The one provision whose condition holds; 0 for none.
  private mutating func single(_ conditions: Frozen<Int32>, _ cell: Int) -> Int {
    var found = 0
    for index in 0..<conditions.count {
      guard asks(conditions[index], cell: cell + index) else { continue }
      if found > 0 { isStuck = true }
      found = index + 1
    }
    return found
  }

  /// - Returns: whether it is another one now.
  @discardableResult
  private mutating func assign(
    _ member: Int, _ word: Int, _ since: Int, _ atom: Int,
    _ list: HeldList
  ) -> Bool {
    guard words[word] != member else { return false }
    if words[word] > 0 { close(list, word, since, on: today) }
    words[word] = member
    words[since] = today
    happened[3 * atom] = moment
    isUnsettled = true
    touch(atom)
    return true
  }

  mutating func close(
    _ list: HeldList, _ word: Int, _ since: Int, on day: Int
  ) {
    let held = CourseRecord.Held(
      index: words[word] - 1,
      stretch: Stretch(from: Day(sinceEpoch: words[since]), until: Day(sinceEpoch: day)))
    switch list {
    case .benefits: storage.record.benefits.append(held)
    case .groups: storage.record.groups.append(held)
    case .units: storage.record.units.append(held)
    }
  }

  /// The record's lists of which one thing is held at a time.
  enum HeldList { case benefits, groups, units }

  mutating func closeCase(on day: Int) {
    storage.record.cases.append(
      Stretch(from: Day(sinceEpoch: words[layout.caseSince]), until: Day(sinceEpoch: day)))
  }

  mutating func logEpisode(_ index: Int, until day: Int) {
    storage.record.episodes.append(
      CourseRecord.Held(
        index: index,
        stretch: Stretch(
          from: Day(sinceEpoch: words[layout.episodeBegan + index]), until: Day(sinceEpoch: day))))
  }

  mutating func runClocks() {
    let (conditions, resets) = (cells.clocks >> 6, cells.clockResets >> 6)
    for word in 0..<cells.clockWidth {
      // A clock that is touched soils others, earlier ones too: these are asked tomorrow.
      var passed: UInt64 = 0
      while true {
        let bits = (dirty[conditions + word] | dirty[resets + word]) & ~passed
        if bits == 0 { break }
        let bit = bits.trailingZeroBitCount
        passed |= ~0 >> UInt64(63 - bit)
        guard 64 * word + bit < code.clocks.count else { break }
        runClock(64 * word + bit)
      }
    }
  }

  private mutating func runClock(_ index: Int) {
    let clock = code.clocks[index]
    if clock.reset < 0 { clean(cells.clockResets + index) }
    guard clock.condition >= 0 else {
      clean(cells.clocks + index)
      clean(cells.clockResets + index)
      if clocks[index].stop(on: today) { touchClock(index) }
      return
    }
    let runs = holds(clock.condition, cell: cells.clocks + index)
    let isReset = clock.reset < 0 ? false : holds(clock.reset, cell: cells.clockResets + index)
    if clocks[index].holdAtZero(isReset || (clock.isUnbroken && !runs), on: today) { touchClock(index) }
    let changes = runs ? clocks[index].run(from: today) : clocks[index].stop(on: today)
    if changes { touchClock(index) }
  }

  /// A clock begins, stops or goes back to zero. What has asked it in this instant knows its day no longer,
  /// and looks again tomorrow.
  private mutating func touchClock(_ index: Int) {
    let row = (atoms.clocks + index) * width
    for word in cells.episodeEnds >> 6...(cells.profiles - 1) >> 6 where code.readers[row + word] & ~dirty[word] != 0 {
      isUnsettled = true
    }
    touch(atoms.clocks + index)
  }

  mutating func logProfiles() {
    for index in 0..<code.profiles.count {
      setProfile(index, holds: holds(code.profiles[index], cell: cells.profiles + index), on: today)
    }
  }

  mutating func setProfile(_ index: Int, holds: Bool, on day: Int) {
    let bit = UInt64(1) << UInt64(index)
    if holds {
      if openProfiles & bit == 0 {
        openProfiles |= bit
        storage.profileSince[index] = day
      }
    } else if openProfiles & bit != 0 {
      openProfiles &= ~bit
      storage.record.profiles.append(
        CourseRecord.Held(
          index: index,
          stretch: Stretch(
            from: Day(sinceEpoch: storage.profileSince[index]), until: Day(sinceEpoch: day))))
    }
  }

  // MARK: What is paid

  mutating func logPayment() {
    let member = words[layout.benefit]
    guard member > 0 else { return setPayment(nil, on: today) }
    let benefit = code.benefits[member - 1]
    guard benefit.amount >= 0 else { return setPayment(nil, on: today) }
    let cell = cells.amounts + member - 1
    if isDirty(cell) { ask(benefit.amount, cell: cell) }
    let rate = Money(øre: values[cell])
    let unit: Course.Payment.Unit =
      switch benefit.unit {
      case .day: .day
      case .week: .week
      case .month: .month
      }
    // A ladder is looked at by every instant, and no cell remembers what it compares.
    soonest = Int.max
    let shares = shares(of: benefit)
    note(soonest)
    let terms = CourseRecord.PaymentTerms(
      benefit: member - 1, rate: rate, unit: unit, shares: shares)
    setPayment(rate.øre == 0 ? nil : terms, on: today)
  }

  private mutating func shares(of benefit: BenefitCode) -> Int {
    if benefit.shares >= 0 { return Int(benefit.shares) }
    guard benefit.steps > 0, benefit.clock >= 0 else {
      isStuck = true
      return 0
    }
    let days = reading(ofClock: Int(benefit.clock))
    var shares = 0
    for offset in 0..<Int(benefit.steps) {
      let step = plan.steps[Int(benefit.firstStep) + offset]
      shares = Int(step.shares)
      if step.upTo < 0 { return shares }
      if days < step.upTo {
        if step.below >= 0 { meet(Int(step.below), bound: step.upTo, outcome: true) }
        return shares
      }
      if step.atLeast >= 0 { meet(Int(step.atLeast), bound: step.upTo, outcome: true) }
    }
    return shares
  }

  mutating func setPayment(_ terms: CourseRecord.PaymentTerms?, on day: Int) {
    if payment == terms { return }
    if let payment {
      storage.record.payments.append(
        CourseRecord.Payment(
          stretch: Stretch(from: Day(sinceEpoch: paymentSince), until: Day(sinceEpoch: day)),
          terms: payment))
    }
    payment = terms
    paymentSince = day
  }
}
