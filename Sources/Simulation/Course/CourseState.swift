internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// Everything that the rules can see of one citizen on one day.
///
/// It is also the watcher of evaluation: comparisons with things that change by themselves are noted as
/// crossings, from which the next day of interest is computed.
struct CourseState: EvaluationContext, Sendable {
  let plan: SimulationPlan
  private(set) var today: Day
  /// The texts in force today.
  private(set) var texts: LawTexts
  private var stretch: Int
  var facts: [Value]
  var factSince: [Day]
  var eventLast: [Day?]
  var clocks: [ClockState]
  var episodes: [EpisodeState]
  var benefit = Assigned()
  var group = Assigned()
  var unit = Assigned()
  var caseSince: Day
  var isCovered = false

  /// Comparisons met since the instant began.
  private(set) var crossings: Set<Crossing> = []
  /// Days that rules named while the instant was resolved, such as an episode's last.
  private(set) var namedDays: Set<Day> = []
  /// Values of definitions in the present state; emptied whenever the state changes.
  private var memory: [Value?]
  /// Told of every condition, when somebody asks why.
  var recorder: ExplanationRecorder?
  /// Told of every condition, when somebody asks which were seen to decide.
  var watch: ConditionWatch?
  private let bornFact: Int?

  /// A benefit, group or unit: 0 is none, otherwise one more than its index.
  struct Assigned: Hashable, Sendable {
    var member = 0
    var since = Day.first
    var before = 0
    var index: Int? { member == 0 ? nil : member - 1 }
  }

  struct EpisodeState: Hashable, Sendable {
    /// Of the latest one.
    var began: Day?
    var ended: Day?
    var times = 0
    var isOpen = false
  }

  init(plan: SimulationPlan, scenario: Scenario) {
    self.plan = plan
    let start = scenario.period.from
    today = start
    stretch = plan.stretch(of: plan.lawDay(on: start))
    texts = plan.texts[stretch].texts
    facts = scenario.initial
    factSince = scenario.initial.map { _ in start }
    eventLast = plan.law.vocabulary.events.map { _ in nil }
    clocks = plan.law.clocks.map { _ in ClockState() }
    episodes = plan.law.episodes.map { _ in EpisodeState() }
    caseSince = start
    memory = plan.law.definitions.map { _ in nil }
    bornFact = plan.law.vocabulary.fact(named: "born")
  }

  var lawDay: Day { plan.lawDay(on: today) }
  var bornDay: Day? { bornFact.flatMap { facts[$0].date } }
  var isWatching: Bool { recorder != nil || watch != nil }

  /// Begins a new instant: nothing compared yet.
  mutating func begin(_ day: Day) {
    today = day
    let present = plan.stretch(of: lawDay)
    if present != stretch {
      stretch = present
      texts = plan.texts[present].texts
    }
    crossings.removeAll(keepingCapacity: true)
    namedDays = []
    forget()
  }

  /// Moves on to a day before which, and on which, no condition comes out otherwise: definitions keep
  /// their values, and what was compared stays compared.
  mutating func pass(to day: Day) { today = day }

  mutating func note(_ day: Day) { namedDays.insert(day) }

  /// The state has changed: definitions must be evaluated anew.
  mutating func forget() {
    for index in memory.indices { memory[index] = nil }
  }

  mutating func didCompare(
    elapsing slot: Int, _ comparison: Comparison, _ bound: Value, outcome: Bool
  ) {
    crossings.insert(
      Crossing(slot: slot, comparison: comparison, bound: bound, outcome: outcome))
  }

  mutating func value(of slot: Int) throws(Diagnostic) -> Value {
    switch plan.law.slots[slot] {
    case .today: .date(today)
    case .lawDay: .date(lawDay)
    case .age: .number(Rational(bornDay?.wholeYears(until: today) ?? 0))
    case .fact(let index): facts[index]
    case .factSince(let index): .date(factSince[index])
    case .eventLast(let index): optional(eventLast[index])
    case .definition(let index): try definition(index)
    case .parameter(let index): try parameter(index)
    case .practice(let index): plan.law.practices[index][plan.practice]
    case .clock(let index): .days(reading(ofClock: index))
    case .benefit: .member(benefit.member)
    case .benefitSince: .date(benefit.since)
    case .benefitBefore: .member(benefit.before)
    case .group: .member(group.member)
    case .groupSince: .date(group.since)
    case .unit: .member(unit.member)
    case .unitSince: .date(unit.since)
    case .caseSince: .date(caseSince)
    case .episodeOpen(let index): .boolean(episodes[index].isOpen)
    case .episodeBegan(let index): optional(episodes[index].began)
    case .episodeEnded(let index): optional(episodes[index].ended)
    case .episodeTimes(let index): .number(Rational(episodes[index].times))
    }
  }

  private func optional(_ day: Day?) -> Value { day.map(Value.date) ?? .unknown }

  func reading(ofClock index: Int) -> Int {
    clocks[index].value(on: today, window: texts.clocks[index]?.window)
  }

  private func parameter(_ index: Int) throws(Diagnostic) -> Value {
    let parameter = plan.law.parameters[index]
    guard let value = parameter.step(on: lawDay)?.value else {
      throw Diagnostic(
        .error, "no-value-in-force",
        "'\(parameter.provision.id.name)' has no value on \(lawDay), where it is used",
        at: parameter.provision.range, hint: "add a value in force from \(lawDay) or earlier")
    }
    return value
  }

  private mutating func definition(_ index: Int) throws(Diagnostic) -> Value {
    // A watcher must see the conditions inside, so nothing is taken from memory while one watches.
    if let known = memory[index], recorder == nil { return known }
    let definition = plan.law.definitions[index]
    guard let text = texts.definitions[index] else {
      throw Diagnostic(
        .error, "not-in-force",
        "'\(definition.provision.id.name)' is not in force on \(lawDay), where it is used",
        at: definition.provision.range)
    }
    recorder?.enter(definition.provision)
    let value = try evaluate(text, of: definition)
    recorder?.leave(with: value, type: definition.type)
    memory[index] = value
    return value
  }

  private mutating func evaluate(
    _ body: Definition.Body, of definition: Definition
  ) throws(Diagnostic) -> Value {
    switch body {
    case .table(let table):
      guard let value = try table.decide(in: &self).values.first else { throw gap(definition.provision) }
      return value
    case .branches(let base):
      if base.exceptions.isEmpty, let only = base.outcome { return try only.value(in: &self) }
      let found = try base.applicable(in: &self)
      var decided: (value: Value, branch: Branch<CheckedExpression>)?
      for branch in found {
        guard let outcome = branch.outcome else { continue }
        let value = try outcome.value(in: &self)
        if let earlier = decided, earlier.value != value {
          throw conflict(definition.provision, earlier.branch.label, branch.label, at: branch.range)
        }
        decided = (value, branch)
      }
      guard let decided else { throw gap(definition.provision) }
      return decided.value
    }
  }

  func conflict(
    _ provision: Provision, _ first: String, _ second: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "conflict",
      "'\(first)' and '\(second)' of '\(provision.id.name)' both apply on \(today) and say different things",
      at: range, hint: "make one an exception to the other",
      notes: [.init("the rule is declared here", at: provision.range)])
  }

  func gap(_ provision: Provision) -> Diagnostic {
    Diagnostic(
      .error, "gap", "no branch of '\(provision.id.name)' applies on \(today), and it has no base",
      at: provision.range, hint: "add a base 'value', or an exception for this case")
  }

  /// Whether a condition holds; the empty condition does.
  mutating func holds(_ condition: CheckedExpression?) throws(Diagnostic) -> Bool {
    guard let condition else { return true }
    return try condition.value(in: &self) == .boolean(true)
  }

  mutating func period(_ expression: CheckedExpression) throws(Diagnostic) -> Period {
    guard let period = try expression.value(in: &self).period else {
      throw Diagnostic(
        .error, "whole-days-needed", "a schedule counts whole days, this has a part of a day",
        at: expression.source.range)
    }
    return period
  }
}
