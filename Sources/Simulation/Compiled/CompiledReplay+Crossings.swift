internal import Expressions
internal import Quantities

extension CompiledReplay {
  /// Compares what changes by itself with a bound, and notes when it comes out otherwise.
  mutating func cross(_ site: Int, bound: Int) -> Bool {
    let what = plan.sites[site]
    let subject =
      switch what.subject {
      case .today: today
      case .lawDay: lawDay
      case .age: age
      case .clock(let index): reading(ofClock: index)
      }
    let outcome =
      switch what.comparison {
      case .equal: subject == bound
      case .notEqual: subject != bound
      case .less: subject < bound
      case .atMost: subject <= bound
      case .greater: subject > bound
      case .atLeast: subject >= bound
      }
    meet(site, bound: bound, outcome: outcome)
    return outcome
  }

  /// The same where today or the law's day is asked whether it lies before one that the law names.
  @inline(__always)
  mutating func isBefore(_ bound: Int, subject: Int, elapses: Bool) -> Bool {
    if elapses, today < bound, bound < soonest, bound < end { soonest = bound }
    return subject < bound
  }

  /// A comparison came out so: whoever asked must ask again on the first day on which it does not.
  mutating func meet(_ site: Int, bound: Int, outcome: Bool) {
    let what = plan.sites[site]
    switch what.subject {
    case .today, .lawDay:
      meetAgain(on: flip(of: what, floor: bound, isWhole: true, outcome: outcome))
    case .age:
      meetAge(bound, isWhole: true)
      meetAgain(on: flip(ofAge: site, what.comparison, bound: bound))
    case .clock(let index):
      // The first day after an earlier one is still the first while it lies ahead and nothing changed.
      let place = 2 * site + (outcome ? 1 : 0)
      let version = citizen << 32 | clocks[index].version
      let known = crossings[place]
      if known.version == version, known.bound == bound, known.flip > today {
        return meetAgain(on: known.flip)
      }
      let flip = self.flip(of: what, floor: bound, isWhole: true, outcome: outcome)
      crossings[place] = ReplayStorage.SiteState(bound: bound, version: version, flip: flip)
      meetAgain(on: flip)
    }
  }

  /// A comparison that has no site; see `meet`.
  mutating func meet(_ site: CrossingSite, floor: Int, isWhole: Bool, outcome: Bool) {
    if case .age = site.subject { meetAge(floor, isWhole: isWhole) }
    meetAgain(on: flip(of: site, floor: floor, isWhole: isWhole, outcome: outcome))
  }

  @inline(__always)
  private mutating func meetAgain(on day: Int) {
    if day > today, day < soonest { soonest = day }
  }

  private mutating func meetAge(_ bound: Int, isWhole: Bool) {
    guard isWhole, isBirthday else { return }
    let age = self.age
    if bound == age || bound == age - 1 { isBirthdayThatMatters = true }
  }

  // MARK: Days

  /// The first day after today on which a cell in use comes out the other way, if that is before `next`;
  /// otherwise `next`.
  mutating func firstFlip(before next: Int) -> Int {
    // The least that was found since all were looked at is never later than the first.
    guard nextFlip < next else { return next }
    var first = Int.max
    for place in 0..<code.elapsingCells.count {
      let cell = Int(code.elapsingCells[place])
      let day = until[cell]
      if day < first, day > today, !isDirty(cell) { first = day }
    }
    nextFlip = first
    return first < next ? first : next
  }

  /// - Returns: `Int.max` when it never comes out the other way before the end.
  private mutating func flip(of site: CrossingSite, floor: Int, isWhole: Bool, outcome: Bool) -> Int {
    switch site.subject {
    case .today: return earliest(site.comparison, reached: floor, passed: floor + 1)
    case .lawDay:
      return frozen == Int.min
        ? earliest(site.comparison, reached: floor, passed: floor + 1) : Int.max
    case .age:
      let born = self.born
      guard born != Word.unknown else { return Int.max }
      // Ages are whole: reaching a bound of 29.5 means reaching 30.
      let day = Day(sinceEpoch: born)
      return earliest(
        site.comparison, reached: day.adding(months: 12 * (isWhole ? floor : floor + 1)).sinceEpoch,
        passed: day.adding(months: 12 * (floor + 1)).sinceEpoch)
    case .clock(let index):
      return flip(ofClock: index, site.comparison, floor: floor, isWhole: isWhole, outcome: outcome)
    }
  }

  /// The days on which somebody reaches and passes a whole age are found once for each comparison.
  private mutating func flip(ofAge site: Int, _ comparison: Comparison, bound: Int) -> Int {
    let born = self.born
    guard born != Word.unknown else { return Int.max }
    let (reached, passed) = (2 * site, 2 * site + 1)
    if crossings[reached].bound != bound || crossings[reached].version != born {
      let day = Day(sinceEpoch: born)
      crossings[reached] = ReplayStorage.SiteState(
        bound: bound, version: born, flip: day.adding(months: 12 * bound).sinceEpoch)
      crossings[passed] = ReplayStorage.SiteState(
        bound: bound, version: born, flip: day.adding(months: 12 * (bound + 1)).sinceEpoch)
    }
    return earliest(comparison, reached: crossings[reached].flip, passed: crossings[passed].flip)
  }

  @inline(__always)
  private func earliest(_ comparison: Comparison, reached: Int, passed: Int) -> Int {
    func ahead(_ day: Int) -> Int { day > today && day < end ? day : Int.max }
    switch comparison {
    case .atLeast, .less: return ahead(reached)
    case .greater, .atMost: return ahead(passed)
    case .equal, .notEqual:
      let (first, second) = (ahead(reached), ahead(passed))
      return first < second ? first : second
    }
  }

  private mutating func flip(
    ofClock index: Int, _ comparison: Comparison, floor: Int, isWhole: Bool, outcome: Bool
  ) -> Int {
    let clock = code.clocks[index]
    let reached = isWhole ? floor : floor + 1
    let (clocks, today, end) = (clocks, today, end)
    func day(_ target: Int, _ wanting: Bool) -> Int {
      clocks[index].firstDay(
        after: today, before: end, hasWindow: clock.hasWindow, window: clock.window,
        reaching: target, wanting: wanting)
    }
    switch comparison {
    case .atLeast: return day(reached, !outcome)
    case .less: return day(reached, outcome)
    case .greater: return day(floor + 1, !outcome)
    case .atMost: return day(floor + 1, outcome)
    case .equal, .notEqual:
      var first = Int.max
      for found in [
        day(reached, true), day(reached, false), day(floor + 1, true), day(floor + 1, false),
      ] where found < first { first = found }
      return first
    }
  }
}
