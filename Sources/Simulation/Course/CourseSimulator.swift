package import Diagnostics
internal import Expressions
internal import Legislation
package import Outcomes
internal import Quantities
package import Scenarios
internal import Vocabulary

/// Replays one citizen's course under one law: the meaning of the rule language.
///
/// Nothing is stepped day by day. An instant is resolved in a fixed order, then the next day of interest
/// is computed: the next change of a fact, the next dated law, the next crossing of a clock, an age or a
/// date that a condition was compared with, the next demand.
///
///     facts → dated law → episodes end → episodes begin → benefit → group → unit
///           → duties end → duties begin → demands that fall due
///
/// No rule set can make it hang: every instant is resolved once, each episode changes at most once a day,
/// and the next instant lies at least a day later.
/// - Complexity: O(instants × provisions).
package struct CourseSimulator {
  var state: CourseState
  var duties: [DutyState]
  var log: CourseLog
  let scenario: Scenario
  private var changesApplied = 0
  /// What happened in the instant being resolved, for schedules that wait for a change and for causes.
  var happened: Set<Schedule.Change> = []

  private init(plan: SimulationPlan, scenario: Scenario) {
    self.scenario = scenario
    state = CourseState(plan: plan, scenario: scenario)
    duties = plan.law.duties.map { _ in DutyState() }
    log = CourseLog(plan: plan)
  }

  /// The whole course.
  ///
  /// - Throws: when the rules cannot decide: two benefits or groups at once, none where one is needed,
  ///   exceptions in conflict, a parameter without a value. `hegn check` finds most of these first.
  package static func course(
    of scenario: Scenario, under plan: SimulationPlan
  ) throws(Diagnostic) -> Course {
    plan.codebook.course(
      try record(of: scenario, under: plan), of: scenario.id, period: scenario.period)
  }

  /// The same course, every condition on its way told to a watch, if there is one; see `ConditionWatch.keep()`.
  package static func course(
    of scenario: Scenario, under plan: SimulationPlan, watchedBy watch: inout ConditionWatch?
  ) throws(Diagnostic) -> Course {
    var simulator = CourseSimulator(plan: plan, scenario: scenario)
    watch?.begin()
    // Handed over and back: a second owner would copy all of it at the first condition.
    simulator.state.watch = watch.take()
    defer { watch = simulator.state.watch }
    try simulator.replay(until: scenario.period.until)
    let record = simulator.log.finished(at: scenario.period.until, duties: simulator.duties)
    return plan.codebook.course(record, of: scenario.id, period: scenario.period)
  }

  /// The same in small numbers, for those who replay many and read few.
  package static func record(
    of scenario: Scenario, under plan: SimulationPlan
  ) throws(Diagnostic) -> CourseRecord {
    var simulator = CourseSimulator(plan: plan, scenario: scenario)
    try simulator.replay(until: scenario.period.until)
    return simulator.log.finished(at: scenario.period.until, duties: simulator.duties)
  }

  /// The simulator as it stands when everything of `day` is resolved, for asking why.
  static func resolved(
    _ scenario: Scenario, under plan: SimulationPlan, on day: Day
  ) throws(Diagnostic) -> CourseSimulator {
    var simulator = CourseSimulator(plan: plan, scenario: scenario)
    try simulator.replay(until: day)
    try simulator.resolve(day)
    return simulator
  }

  private mutating func replay(until end: Day) throws(Diagnostic) {
    var day = scenario.period.from
    while day < end {
      try resolve(day)
      let change = nextChange(before: end)
      // Until then every condition stays as it is, so days on which only demands fall due ask no law.
      while let due = nextDue(before: change) { try makeDemands(dueOn: due) }
      day = change
    }
  }

  private mutating func resolve(_ day: Day) throws(Diagnostic) {
    state.begin(day)
    happened = []
    applyFacts()
    try changeEpisodes()
    try decideBenefit()
    try decideGroup()
    try decideUnit()
    try runClocks()
    try logProfiles()
    try logPayment()
    try changeDuties()
  }

  /// The next day on which a condition can come out otherwise; `end` when none does before it.
  private func nextChange(before end: Day) -> Day {
    var next = end
    func consider(_ day: Day?) { if let day, day > state.today, day < next { next = day } }
    if changesApplied < scenario.changes.count { consider(scenario.changes[changesApplied].day) }
    consider(state.plan.lawDays.first { $0 > state.today })
    // What was decided late in the instant may change what was asked early in it.
    if isUnsettled { consider(state.today.adding(days: 1)) }
    for day in state.namedDays { consider(day) }
    for crossing in state.crossings { consider(state.flip(of: crossing, before: next)) }
    return next
  }

  /// The next day on which a demand can fall due, if that is before the next change.
  private func nextDue(before change: Day) -> Day? {
    var next = change
    for duty in duties {
      if let due = duty.nextDue, due > state.today, due < next { next = due }
    }
    return next < change ? next : nil
  }

  /// Resolves a day on which nothing changes but the demands that fall due.
  private mutating func makeDemands(dueOn day: Day) throws(Diagnostic) {
    state.pass(to: day)
    happened = []
    try continueDuties(dueOn: day)
  }

  private var isUnsettled: Bool {
    happened.contains { change in
      switch change {
      case .benefit, .group, .unit, .caseOpening, .episodeBegins, .episodeEnds: true
      case .event, .fact: false
      }
    }
  }

  private mutating func applyFacts() {
    while changesApplied < scenario.changes.count,
      scenario.changes[changesApplied].day <= state.today
    {
      let change = scenario.changes[changesApplied]
      changesApplied += 1
      switch change.what {
      case .fact(let index, let value):
        guard state.facts[index] != value else { continue }
        state.facts[index] = value
        state.factSince[index] = change.day
        happened.insert(.fact(index))
      case .event(let index):
        state.eventLast[index] = change.day
        happened.insert(.event(index))
      }
    }
  }

  private mutating func changeEpisodes() throws(Diagnostic) {
    let law = state.plan.law
    for index in law.episodes.indices where state.episodes[index].isOpen {
      guard let began = state.episodes[index].began else { continue }
      let text = state.texts.episodes[index]
      var isOver = text == nil
      if let text { isOver = try state.holds(text.ends) }
      if let longest = text?.longest {
        let last = began.adding(try state.period(longest))
        state.note(last)
        isOver = isOver || state.today >= last
      }
      guard isOver else { continue }
      state.episodes[index].isOpen = false
      state.episodes[index].ended = state.today
      happened.insert(.episodeEnds(index))
      log.endEpisode(index, on: state.today)
      state.forget()
    }
    for index in law.episodes.indices where !state.episodes[index].isOpen {
      guard let text = state.texts.episodes[index], try state.holds(text.begins) else { continue }
      state.episodes[index].isOpen = true
      state.episodes[index].began = state.today
      state.episodes[index].times += 1
      happened.insert(.episodeBegins(index))
      log.beginEpisode(index, on: state.today)
      state.forget()
    }
  }

  private mutating func decideBenefit() throws(Diagnostic) {
    let texts = state.texts.benefits
    let member = try single(state.plan.law.benefits, "benefit") { texts[$0]?.condition }
    assign(member, to: \.benefit, change: .benefit)
  }

  private mutating func decideGroup() throws(Diagnostic) {
    let law = state.plan.law
    let wasCovered = state.isCovered
    // A law that is not in force covers nobody.
    state.isCovered = state.texts.coverage == nil ? false : try state.holds(state.texts.coverage)
    if state.isCovered != wasCovered {
      if state.isCovered { state.caseSince = state.today; happened.insert(.caseOpening) }
      log.setCase(isOpen: state.isCovered, on: state.today)
      state.forget()
    }
    var member = 0
    if state.isCovered {
      let texts = state.texts.groups
      member = try single(law.groups, "group") { texts[$0] }
      guard member > 0 else {
        throw Diagnostic(
          .error, "no-group",
          "'\(scenario.id)' is covered on \(state.today), but no group applies\(inWords)",
          at: law.coverage.provision.range, hint: "make the groups complete, or narrow 'covers'")
      }
    }
    assign(member, to: \.group, change: .group)
  }

  private mutating func decideUnit() throws(Diagnostic) {
    let law = state.plan.law
    let before = state.unit
    var member = 0
    if state.isCovered {
      let texts = state.texts.units
      member = try single(law.units, "unit") { texts[$0] }
      guard member > 0 else {
        throw Diagnostic(
          .error, "no-unit",
          "'\(scenario.id)' has an open case on \(state.today), but no unit holds it\(inWords)",
          at: law.coverage.provision.range, hint: "add the case to a unit's 'holds when'")
      }
    }
    assign(member, to: \.unit, change: .unit)
    // The first assignment and the closing of a case are no hand-over.
    if let from = before.index, let to = state.unit.index, from != to,
      !happened.contains(.caseOpening)
    {
      log.handOver(from: from, to: to, on: state.today, cause: cause(from: from, to: to))
    }
  }

  private func cause(from: Int, to: Int) -> Course.HandOver.Cause {
    let units = state.plan.law.units
    if units[from].authority != units[to].authority { return .authority }
    if isBirthdayThatMatters { return .age }
    let episodeEnded = happened.contains { if case .episodeEnds = $0 { true } else { false } }
    if episodeEnded { return .endOfEpisode }
    if happened.contains(.benefit) { return .benefit }
    if happened.contains(.group) { return .group }
    return .other
  }

  /// Whether some rule asked today about an age that is reached today.
  private var isBirthdayThatMatters: Bool {
    guard let born = state.bornDay else { return false }
    let age = born.wholeYears(until: state.today)
    guard age > 0, born.adding(months: 12 * age) == state.today else { return false }
    return state.crossings.contains { crossing in
      guard case .age = state.plan.law.slots[crossing.slot] else { return false }
      return crossing.bound.number == Rational(age) || crossing.bound.number == Rational(age - 1)
    }
  }

  /// The one provision whose condition holds; 0 for none.
  ///
  /// - Parameter condition: by index; `nil` for a provision that is not in force.
  private mutating func single<Item: Versioned>(
    _ items: [Item], _ what: String, condition: (Int) -> CheckedExpression?
  ) throws(Diagnostic) -> Int {
    var found: Int?
    for index in items.indices {
      guard let condition = condition(index), try state.holds(condition) else { continue }
      if let other = found {
        throw Diagnostic(
          .error, "two-at-once",
          "'\(items[other].provision.id.name)' and '\(items[index].provision.id.name)' are both the \(what) of '\(scenario.id)' on \(state.today)\(inWords)",
          at: items[index].provision.range, hint: "make their conditions exclude one another",
          notes: [.init("the other is declared here", at: items[other].provision.range)])
      }
      found = index
    }
    return found.map { $0 + 1 } ?? 0
  }

  /// The circumstances that decided, for a message: facts that are not at their standard value.
  private var inWords: String {
    let facts = state.plan.law.vocabulary.facts
    let told = facts.indices.filter { state.facts[$0] != facts[$0].standard }.map {
      "\(facts[$0].name): \(valueInWords(state.facts[$0], type: facts[$0].type))"
    }
    return " (\(told.joined(separator: ", ")))"
  }

  private mutating func assign(
    _ member: Int, to path: WritableKeyPath<CourseState, CourseState.Assigned>,
    change: Schedule.Change
  ) {
    let old = state[keyPath: path]
    guard old.member != member else { return }
    state[keyPath: path] = CourseState.Assigned(
      member: member, since: state.today, before: old.member)
    happened.insert(change)
    log.assign(change, from: old.index, to: member == 0 ? nil : member - 1, on: state.today)
    state.forget()
  }

  /// From here to the next instant the clocks run or stand.
  private mutating func runClocks() throws(Diagnostic) {
    let law = state.plan.law
    for index in law.clocks.indices {
      guard let text = state.texts.clocks[index] else {
        state.clocks[index].stop(on: state.today)
        continue
      }
      let runs = try state.holds(text.condition)
      let isReset = text.reset == nil ? false : try state.holds(text.reset)
      // Whether a clock runs shows from tomorrow on; only a return to zero changes what it shows today.
      if state.clocks[index].holdAtZero(isReset || (text.isUnbroken && !runs), on: state.today) {
        state.forget()
      }
      if runs { state.clocks[index].run(from: state.today) } else { state.clocks[index].stop(on: state.today) }
    }
  }
}

/// A provision that may have several texts in the course of time.
protocol Versioned {
  associatedtype Text: Sendable
  var provision: Provision { get }
  var versions: [Dated<Text>] { get }
}

extension Benefit: Versioned {}
extension TargetGroup: Versioned {}
extension Unit: Versioned {}
