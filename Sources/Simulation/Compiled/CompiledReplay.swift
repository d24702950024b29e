internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// Replays citizens under one compiled law: the same courses as `CourseSimulator`, without the reasons.
///
/// The phases of an instant and their order are those of `CourseSimulator`; what is new is that nothing
/// is asked whose answer cannot have changed. Every condition, definition and duty is a cell with a bit;
/// a change of the state sets the bits of the cells that read it, and a cell that compares something that
/// changes by itself remembers the first day on which the comparison comes out otherwise.
///
/// Whatever a rule set can do wrong, and every value without a word, makes it give up (`isStuck`); then
/// the plain evaluator replays the citizen, and says what is the matter.
///
/// What is called from the inner loops is inlined or `mutating`, though it may change nothing: anything
/// else is handed a copy of this whole value.
/// - Complexity: no allocation once the worker's memory has grown to its longest course.
struct CompiledReplay {
  let plan: CompiledPlan
  let storage: ReplayStorage
  let nodes: Frozen<Node>
  let tests: Frozen<Test>
  let layout: WordLayout
  let cells: Cells
  let atoms: Atoms
  let width: Int
  let words: UnsafeMutablePointer<Int>
  let values: UnsafeMutablePointer<Int>
  let dirty: UnsafeMutablePointer<UInt64>
  let happened: UnsafeMutablePointer<Int>
  let clocks: UnsafeMutablePointer<FastClock>
  let duties: UnsafeMutablePointer<FastDuty>
  let dues: UnsafeMutablePointer<Int>
  let isDue: UnsafeMutablePointer<UInt64>
  let applying: UnsafeMutablePointer<UInt64>
  let wasLookedAt: UnsafeMutablePointer<UInt64>
  let openEpisodes: UnsafeMutablePointer<UInt64>
  let crossings: UnsafeMutablePointer<ReplayStorage.SiteState>
  let until: UnsafeMutablePointer<Int>
  let frozen: Int
  /// The first day whose law is looked at; the first of all days unless the plan reaches back.
  let firstLawDay: Int

  var code: StretchCode
  /// The node of each definition, as in `code`, which is too large to be looked into at every name.
  var definitionNodes: Frozen<Int32>
  var stretch = -1
  /// Index of the first day after today on which the law changes.
  var nextLawDay = 0
  var today = 0
  var end = 0
  /// Counts instants and the days between, over all citizens, so that nothing must be cleared.
  var moment = 0
  var citizen = 0
  var citizenKey: UInt64 = 0
  var named = Int.max
  /// The first day on which something that was compared since `beginAsking` comes out otherwise.
  var soonest = Int.max
  /// The first day on which a cell comes out otherwise though nothing happens.
  var nextFlip = Int.max
  /// The age of who was born on a day, from the birthday on which it was reached to the one that ends it.
  var ageBorn = Word.unknown
  var ageKnown = 0
  var ageReached = Int.max
  var agePassed = Int.max
  var isBirthday = false
  /// Whether a rule compared the age that is reached today.
  var isBirthdayThatMatters = false
  var isCovered = false
  var caseOpenedNow = false
  var episodeEndedNow = false
  var isUnsettled = false
  var isStuck = false
  var openProfiles: UInt64 = 0
  var payment: CourseRecord.PaymentTerms?
  var paymentSince = 0
  /// The group and stretch for which all duties have been looked at; -1 for none.
  var dutyGroup = -1
  var dutyStretch = -1

  init(_ plan: CompiledPlan) {
    self.plan = plan
    let storage = ReplayStorage(plan)
    self.storage = storage
    nodes = plan.nodes
    tests = plan.tests
    layout = plan.layout
    cells = plan.cells
    atoms = plan.atoms
    width = plan.cells.width
    words = storage.words
    values = storage.values
    dirty = storage.dirty
    happened = storage.happened
    clocks = storage.clocks
    duties = storage.duties
    dues = storage.dues
    isDue = storage.isDue
    applying = storage.applying
    wasLookedAt = storage.wasLookedAt
    openEpisodes = storage.openEpisodes
    crossings = storage.crossings
    until = storage.until
    frozen = plan.plan.frozen?.sinceEpoch ?? Int.min
    firstLawDay = plan.plan.reachesBack ? plan.plan.law.begins.sinceEpoch : Day.first.sinceEpoch
    code = plan.stretches[0]
    definitionNodes = code.definitions
  }

  /// Replays one citizen. The record that is handed in is taken for its room, and written over; what happens to
  /// the citizen stands in it in the order in which it was found, not yet in that of time.
  ///
  /// - Returns: whether the compiled law can decide; if not, the plain evaluator can, or says why not.
  mutating func replay(_ scenario: Scenario, into record: inout CourseRecord) -> Bool {
    guard replay(scenario) else { return false }
    swap(&record, &storage.record)
    return true
  }

  /// Replays one citizen into `storage.record`.
  ///
  /// - Returns: whether the compiled law can decide; if not, the plain evaluator can, or says why not.
  private mutating func replay(_ scenario: Scenario) -> Bool {
    guard begin(scenario) else { return false }
    var applied = 0
    var day = scenario.period.from.sinceEpoch
    while day < end {
      resolve(day, scenario, &applied)
      if isStuck { return false }
      let change = nextChange(scenario, applied)
      makeDemands(before: change)
      if isStuck { return false }
      day = change
    }
    finish()
    return true
  }

  // MARK: A citizen

  /// - Returns: whether every fact has a word.
  private mutating func begin(_ scenario: Scenario) -> Bool {
    let start = scenario.period.from.sinceEpoch
    end = scenario.period.until.sinceEpoch
    citizen += 1
    citizenKey = Lot.fingerprint(scenario.id)
    for index in scenario.initial.indices {
      guard let word = Word.encoding(scenario.initial[index]) else { return false }
      words[layout.facts + index] = word
      words[layout.factSince + index] = start
    }
    for index in layout.events..<layout.definitions { words[index] = Word.unknown }
    for index in layout.episodeOpen..<layout.episodeBegan { words[index] = 0 }
    for index in layout.episodeBegan..<layout.episodeTimes { words[index] = Word.unknown }
    for index in layout.episodeTimes..<layout.benefit { words[index] = 0 }
    for word in [layout.benefit, layout.benefitBefore, layout.group, layout.unit] { words[word] = 0 }
    for word in [layout.benefitSince, layout.groupSince, layout.unitSince] {
      words[word] = Day.first.sinceEpoch
    }
    words[layout.caseSince] = start
    for index in 0..<plan.plan.law.clocks.count { clocks[index].reset() }
    for word in 0..<storage.dueWidth {
      var bits = wasLookedAt[word]
      while bits != 0 {
        let index = Int(plan.dutyOrder[64 * word + bits.trailingZeroBitCount])
        bits &= bits &- 1
        duties[index].reset()
        dues[index] = Int.max
      }
      wasLookedAt[word] = 0
      applying[word] = 0
      isDue[word] = 0
    }
    for word in 0..<storage.episodeWidth { openEpisodes[word] = 0 }
    storage.record.reset()
    stretch = -1
    nextFlip = Int.max
    nextLawDay = 0
    isCovered = false
    isStuck = false
    openProfiles = 0
    payment = nil
    dutyGroup = -1
    dutyStretch = -1
    return true
  }

  private mutating func finish() {
    let end = self.end
    if isCovered { closeCase(on: end) }
    if words[layout.benefit] > 0 { close(.benefits, layout.benefit, layout.benefitSince, on: end) }
    if words[layout.group] > 0 { close(.groups, layout.group, layout.groupSince, on: end) }
    if words[layout.unit] > 0 { close(.units, layout.unit, layout.unitSince, on: end) }
    for index in 0..<(layout.episodeBegan - layout.episodeOpen)
    where words[layout.episodeOpen + index] != 0 {
      logEpisode(index, until: end)
    }
    for index in 0..<plan.plan.law.vocabulary.profiles.count { setProfile(index, holds: false, on: end) }
    setPayment(nil, on: end)
    for word in 0..<storage.dueWidth {
      var bits = wasLookedAt[word]
      while bits != 0 {
        leave(Int(plan.dutyOrder[64 * word + bits.trailingZeroBitCount]))
        bits &= bits &- 1
      }
    }
    storage.record.cutRuns(at: Day(sinceEpoch: end))
  }

  // MARK: An instant

  private mutating func resolve(_ day: Int, _ scenario: Scenario, _ applied: inout Int) {
    today = day
    moment += 1
    named = Int.max
    caseOpenedNow = false
    episodeEndedNow = false
    isUnsettled = false
    let present = stretchNow
    if present != stretch { enter(present) }
    if nextFlip <= day {
      for place in 0..<code.elapsingCells.count {
        let cell = Int(code.elapsingCells[place])
        if until[cell] <= day { soil(cell) }
      }
    }
    applyFacts(scenario, &applied)
    lookForBirthday()
    changeEpisodes()
    decideBenefit()
    decideGroup()
    decideUnit()
    runClocks()
    logProfiles()
    logPayment()
    changeDuties()
  }

  /// Takes up the texts of another stretch. Only what they change is asked anew, but for a citizen's first.
  private mutating func enter(_ present: Int) {
    if stretch < 0 {
      for word in 0..<width { dirty[word] = ~0 }
    } else {
      for passed in (stretch + 1)...present {
        for word in 0..<width { dirty[word] |= plan.changes[passed * width + word] }
      }
      for index in 0..<code.clocks.count where code.clocks[index] != plan.stretches[present].clocks[index] {
        clocks[index].lookAnew()
      }
    }
    stretch = present
    code = plan.stretches[present]
    definitionNodes = code.definitions
  }

  var lawDay: Int {
    @inline(__always) get { frozen == Int.min ? (today > firstLawDay ? today : firstLawDay) : frozen }
  }

  private var stretchNow: Int {
    guard frozen == Int.min else { return 0 }
    // The stretches begin at the first day of all and at each day on which the law changes.
    let day = lawDay
    var index = stretch < 0 ? 0 : stretch
    while index < plan.lawDays.count, plan.lawDays[index] <= day { index += 1 }
    return index
  }

  private mutating func applyFacts(_ scenario: Scenario, _ applied: inout Int) {
    let changes = scenario.changes
    while applied < changes.count, changes[applied].day.sinceEpoch <= today {
      switch changes[applied].what {
      case .fact(let index, let value):
        guard let word = Word.encoding(value) else {
          isStuck = true
          return
        }
        if words[layout.facts + index] != word {
          words[layout.facts + index] = word
          words[layout.factSince + index] = changes[applied].day.sinceEpoch
          happened[3 * (atoms.facts + index)] = moment
          touch(atoms.facts + index)
        }
      case .event(let index):
        words[layout.events + index] = changes[applied].day.sinceEpoch
        happened[3 * (atoms.events + index)] = moment
        touch(atoms.events + index)
      }
      applied += 1
    }
  }

  /// The cells that read an atom must be asked anew.
  @inline(__always)
  mutating func touch(_ atom: Int) {
    let row = atom * width
    for word in 0..<width { dirty[word] |= code.readers[row + word] }
  }

  /// On a birthday everything that compares an age is asked, so that it is known whether one matters.
  private mutating func lookForBirthday() {
    isBirthday = false
    isBirthdayThatMatters = false
    guard born != Word.unknown else { return }
    guard age > 0, ageReached == today else { return }
    isBirthday = true
    for place in 0..<code.elapsingCells.count { soil(Int(code.elapsingCells[place])) }
  }
}
