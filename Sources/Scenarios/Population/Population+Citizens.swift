internal import Expressions
internal import Quantities
internal import Vocabulary

extension Population {
  /// Citizen number `index` of a sample of `count`.
  ///
  /// The archetype follows a sequence that fills the shares evenly, so that any first *n* citizens have
  /// nearly the right mix; everything else is drawn by hash.
  ///
  /// - Complexity: O(length of the course); no other citizen is made.
  package func citizen(
    _ index: UInt64, of count: UInt64, behaviour: BehaviourScaling = .none
  ) -> Citizen {
    // The multiples of the golden ratio modulo one (Weyl's sequence) have low discrepancy; the seed
    // only moves where they begin.
    let pick = index &* 0x9E37_79B9_7F4A_7C15 &+ lot.luck(of: 0, stratum: 0).bits(.stratum)
    let stratum = strata[strataShares.row(at: pick)]
    let luck = lot.luck(of: index, stratum: UInt64(stratum.archetype) + 1)
    let archetype = archetypes[stratum.archetype]
    let start = entry(into: archetype, isStock: stratum.isStock, luck)
    let maker = CourseMaker(archetype: archetype, start: start, end: window.until, behaviour: behaviour)
    let (initial, changes) = maker.course(standard: standard)
    let scenario = Scenario(
      id: "c\(index)", title: archetype.label, shows: title,
      period: Stretch(from: start.day.adding(days: -1), until: window.until), initial: initial,
      changes: changes, source: nil, assumed: [], range: range)
    return Citizen(
      key: index, scenario: scenario, archetype: stratum.archetype,
      weight: total.share(of: index, among: count), began: start.day, isOfStock: stratum.isStock)
  }

  /// The day a course begins, and the luck it goes by.
  struct Entry {
    let day: Day
    let luck: Luck
  }

  /// How often a beginning is drawn for one of the stock before the last is taken as it is.
  private static let attempts: UInt64 = 256

  private func entry(into archetype: Archetype, isStock: Bool, _ luck: Luck) -> Entry {
    guard isStock else {
      return Entry(day: window.from.adding(days: luck.below(window.length, .entry)), luck: luck)
    }
    var attempt: UInt64 = 0
    while true {
      let luck = luck.attempt(attempt)
      let day = window.from.adding(days: -1 - luck.below(archetype.history, .entry))
      attempt += 1
      if attempt == Population.attempts
        || Population.isRunning(archetype, from: day, luck, at: window.from) {
        return Entry(day: day, luck: luck)
      }
    }
  }

  /// Whether a course that began on `day` is in a state of the stock when the window opens.
  ///
  /// Never asked with behaviour: who is in the stock is the same under every law.
  static func isRunning(
    _ archetype: Archetype, from day: Day, _ luck: Luck, at opening: Day
  ) -> Bool {
    if let limit = archetype.leavesAtAge {
      for case .age(_, let table) in archetype.citizen
      where table.birth(on: day, at: luck.bits(.birth)).wholeYears(until: opening) >= limit {
        return false
      }
    }
    var today = day
    // An index, for a copy of a state costs more than what is asked of it.
    var state = 0
    for visit in 0..<CourseMaker.visits {
      guard let lasts = archetype.states[state].lasts else { break }
      today = today.adding(days: lasts.length(at: luck.bits(.length, visit)))
      if today > opening { break }
      let row = archetype.states[state].exitShares.row(at: luck.bits(.exit, visit))
      state = archetype.states[state].exits[row].to
    }
    return archetype.states[state].isOfStock
  }

  /// How many of an archetype are there when the window opens, if people have come as evenly before it
  /// as within it: of beginnings spread over the whole history, so many are in a state of the stock.
  ///
  /// - Rounding: to the nearest of 4,096 parts of those who came, then down to whole people.
  static func steadyStock(
    of archetype: Archetype, window: Stretch, isRunning: (Day, Luck) -> Bool
  ) -> Int {
    let probes = 4_096
    let lot = Lot(seed: 0)
    guard !archetype.states.isEmpty, archetype.inflow > 0 else { return 0 }
    let running = (0..<probes).count { probe in
      let day = window.from.adding(days: -1 - probe * archetype.history / probes)
      return isRunning(day, lot.luck(of: UInt64(probe), stratum: 0))
    }
    let came = Int128(archetype.inflow) * Int128(archetype.history) / Int128(max(1, window.length))
    return Int(clamping: came * Int128(running) / Int128(probes))
  }
}

/// Makes the facts of one course.
///
/// It stays as it is while it does: a maker that kept what it has made would be copied, with all of that,
/// whenever one part of it reads what another writes.
struct CourseMaker {
  /// More states than anybody passes through in a window; a course that would, stays in the last.
  static let visits = 256

  let archetype: Archetype
  let start: Population.Entry
  /// The first day that is of no interest any more.
  let end: Day
  let behaviour: BehaviourScaling

  /// - Parameter standard: the values of facts before the archetype says otherwise.
  /// - Returns: the facts on the day before the course begins, and what happens from then on.
  func course(standard: [Value]) -> (initial: [Value], changes: [Scenario.Change]) {
    var initial = standard
    for place in archetype.citizen.indices {
      apply(archetype.citizen[place], place: place, visit: Luck.before, today: start.day, ownLength: 0) {
        initial[$0] = $1
      }
    }
    var changes: [Scenario.Change] = []
    changes.reserveCapacity(16)
    var today = start.day
    var number = 0
    for visit in 0..<CourseMaker.visits {
      let state = archetype.states[number]
      let length = state.lasts?.length(at: start.luck.bits(.length, visit))
      enter(state, on: today, visit: visit, ownLength: length ?? 0, &changes)
      guard let lasts = state.lasts, let length else {
        happen(in: state, from: today, until: end, visit: visit, &changes)
        break
      }
      let exit = leaving(state, lasts, after: length, since: today, visit: visit)
      let next = today.adding(days: exit.length)
      happen(in: state, from: today, until: min(next, end), visit: visit, &changes)
      guard next < end else { break }
      today = next
      number = exit.to
    }
    return (initial, changes)
  }

  /// When and whereto a state is left, with behaviour where there is any.
  private func leaving(
    _ state: LifeState, _ lasts: LengthTable, after length: Int, since day: Day, visit: Int
  ) -> (length: Int, to: Int) {
    let quantile = start.luck.bits(.exit, visit)
    let unchanged = (length, state.exits[state.exitShares.row(at: quantile)].to)
    guard !behaviour.changesNothing, !state.workShare.isZero else { return unchanged }
    let before = max(0, day.days(until: behaviour.from))
    guard length > before, let hazards = ScaledHazards(of: state.workShare, by: behaviour.workHazard)
    else { return unchanged }
    let scaled = hazards.length(
      in: lasts, at: start.luck.bits(.length, visit), unchangedFor: before)
    let row = state.exitShares.row(at: hazards.exit(at: quantile))
    return (scaled, state.exits[row].to)
  }

  private func enter(
    _ state: LifeState, on day: Day, visit: Int, ownLength: Int, _ changes: inout [Scenario.Change]
  ) {
    guard day < end else { return }
    for place in state.sets.indices {
      apply(state.sets[place], place: place, visit: visit, today: day, ownLength: ownLength) { fact, value in
        changes.append(Scenario.Change(day: day, what: .fact(fact, value)))
      }
    }
  }

  private func happen(
    in state: LifeState, from day: Day, until end: Day, visit: Int, _ changes: inout [Scenario.Change]
  ) {
    for (place, happening) in state.happens.enumerated() {
      var today = day
      for occurrence in 0..<CourseMaker.visits {
        let quantile = start.luck.bits(.event, visit, place: place, occurrence: occurrence)
        today = today.adding(days: happening.every.length(at: quantile))
        guard today < end else { break }
        changes.append(Scenario.Change(day: today, what: .event(happening.event)))
      }
    }
  }

  private func apply(
    _ draw: FactDraw, place: Int, visit: Int, today: Day, ownLength: Int,
    to set: (Int, Value) -> Void
  ) {
    switch draw {
    case .constant(let assignment): set(assignment.fact, assignment.value)
    case .choice(let shares, let sets):
      let row = min(shares.row(at: start.luck.bits(.fact, visit, place: place)), sets.count - 1)
      for assignment in sets[row] { set(assignment.fact, assignment.value) }
    case .length(let fact, let table):
      set(fact, .days(table.length(at: start.luck.bits(.fact, visit, place: place))))
    case .day(let fact, let table):
      let days = table.length(at: start.luck.bits(.fact, visit, place: place))
      set(fact, .date(today.adding(days: days)))
    case .ownLength(let fact, let unknown):
      // One quantile for all of a state: what one knows, the other knows.
      let isKnown = unknown.row(at: start.luck.bits(.known, visit)) == 0
      set(fact, isKnown ? .days((ownLength + 6) / 7 * 7) : .unknown)
    case .ownEnd(let fact): set(fact, .date(today.adding(days: ownLength)))
    case .age(let fact, let table):
      set(fact, .date(table.birth(on: start.day, at: start.luck.bits(.birth))))
    }
  }
}
