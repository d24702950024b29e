internal import Expressions
internal import Quantities

extension CompiledReplay {
  /// Compares what changes by itself with a bound, and notes that it was compared.
  mutating func cross(_ site: Int, bound: Int) -> Int {
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
    return outcome ? 1 : 0
  }

  mutating func meet(_ site: Int, bound: Int, outcome: Bool) {
    let place = 2 * site + (outcome ? 1 : 0)
    if crossings[place].met == instant {
      guard crossings[place].bound != bound else { return }
      storage.others.append(
        ReplayStorage.OtherCrossing(
          site: plan.sites[site], floor: bound, isWhole: true, outcome: outcome))
      return
    }
    crossings[place].met = instant
    crossings[place].bound = bound
    live[liveCount] = Int32(place)
    liveCount += 1
  }

  /// The first day after today on which something that was compared comes out the other way, if that is
  /// before `next`; otherwise `next`.
  func firstFlip(before next: Int) -> Int {
    var next = next
    for index in 0..<liveCount {
      let flip = flip(of: Int(live[index]))
      if flip > today, flip < next { next = flip }
    }
    for other in storage.others {
      let flip = self.flip(
        of: other.site, floor: other.floor, isWhole: other.isWhole, outcome: other.outcome)
      if flip > today, flip < next { next = flip }
    }
    return next
  }

  private func flip(of place: Int) -> Int {
    let site = plan.sites[place >> 1]
    let bound = crossings[place].bound
    let version: Int
    switch site.subject {
    case .today, .lawDay:
      return flip(of: site, floor: bound, isWhole: true, outcome: place & 1 == 1)
    case .age: version = citizen << 32
    case .clock(let index): version = citizen << 32 | clocks[index].version
    }
    // The first day after an earlier one is still the first while it lies ahead and nothing changed.
    let state = crossings[place]
    if state.knownVersion == version, state.knownBound == bound, state.flip > today {
      return state.flip
    }
    let flip = self.flip(of: site, floor: bound, isWhole: true, outcome: place & 1 == 1)
    crossings[place].knownVersion = version
    crossings[place].knownBound = bound
    crossings[place].flip = flip
    return flip
  }

  /// - Returns: `Int.max` when it never comes out the other way before the end.
  private func flip(of site: CrossingSite, floor: Int, isWhole: Bool, outcome: Bool) -> Int {
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

  private func flip(
    ofClock index: Int, _ comparison: Comparison, floor: Int, isWhole: Bool, outcome: Bool
  ) -> Int {
    let clock = code.clocks[index]
    let reached = isWhole ? floor : floor + 1
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
