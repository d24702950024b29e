internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Simulation
internal import Vocabulary

/// Both evaluators beside each other, under one plan.
struct Agreement {
  let plan: SimulationPlan
  private let compiled: CompiledPlan
  /// One for all citizens: that it remembers nothing of the one before is part of what is compared.
  private var fast: Replayer

  /// What two evaluators say of a citizen.
  enum Verdict {
    case same(CourseRecord)
    /// The same, since the compiled law left the citizen to the plain evaluator.
    case left(CourseRecord)
    /// Neither decides the course.
    case undecided(Diagnostic)
    case different
  }

  init(_ plan: SimulationPlan) {
    self.plan = plan
    compiled = CompiledPlan(plan)
    fast = Replayer(plan, compiled: compiled)
  }

  mutating func verdict(on scenario: Scenario) -> Verdict {
    let before = fast.leftToPlain
    let told = Result { () throws(Diagnostic) in try fast.record(of: scenario) }
    if fast.leftToPlain > before {
      switch told {
      case .success(let record): return .left(record)
      case .failure(let error): return .undecided(error)
      }
    }
    let meant = Result { () throws(Diagnostic) in try CourseSimulator.record(of: scenario, under: plan) }
    guard case .success(let record) = meant, case .success(let other) = told, record == other else {
      return .different
    }
    return .same(record)
  }

  /// Whether the two differ on a citizen whom no other came before.
  func differs(on scenario: Scenario) -> Bool {
    var fresh = self
    fresh.fast = Replayer(plan, compiled: compiled)
    if case .different = fresh.verdict(on: scenario) { return true }
    return false
  }

  /// The citizen with as little happening to her as still makes the two differ.
  func smallest(_ scenario: Scenario) -> Scenario {
    guard differs(on: scenario) else { return scenario }
    var small = scenario
    func keep(_ less: Scenario) -> Bool {
      guard differs(on: less) else { return false }
      small = less
      return true
    }
    // The first half of the days, as long as it is enough; then day by day from either end.
    var cut = small.period.length / 2
    while cut > 0 {
      while cut < small.period.length, keep(small.until(small.period.until.adding(days: -cut))) {}
      cut /= 2
    }
    var index = 0
    while index < small.changes.count {
      var changes = small.changes
      changes.remove(at: index)
      if !keep(small.replacing(changes)) { index += 1 }
    }
    for (fact, term) in plan.law.vocabulary.facts.enumerated() {
      if let standard = term.standard, standard != small.initial[fact] { _ = keep(small.with(standard, for: fact)) }
    }
    return small
  }

  /// What happens to a citizen, and what only one of the two says of her.
  func difference(on scenario: Scenario) -> String {
    var fast = Replayer(plan, compiled: compiled)
    let told = Result { () throws(Diagnostic) in try fast.record(of: scenario) }
    let meant = Result { () throws(Diagnostic) in try CourseSimulator.record(of: scenario, under: plan) }
    let facts = plan.law.vocabulary.facts
    let changes = scenario.changes.map { change in
      switch change.what {
      case .fact(let fact, let value): "\(change.day) \(facts[fact].name): \(value)"
      case .event(let event): "\(change.day) event \(plan.law.vocabulary.events[event].name)"
      }
    }
    let (left, right) = (parts(told), parts(meant))
    let initial = zip(facts, scenario.initial).filter { $0.standard != $1 }.map { "\($0.name): \($1)" }
    return """
      \(scenario.period) \(initial) \(changes)
      only fast: \(left.filter { !right.contains($0) }.prefix(4))
      only plain: \(right.filter { !left.contains($0) }.prefix(4))
      """
  }

  private func parts(_ result: Result<CourseRecord, Diagnostic>) -> [String] {
    switch result {
    case .failure(let error): ["\(error.code): \(error.message)"]
    case .success(let record):
      record.demands.map { "\(plan.codebook.dutyTexts[$0.text].reference.provision) \($0)" }
        + record.unreached.map { "\(plan.codebook.duties[$0.duty].provision) \($0)" }
        + record.benefits.map { "benefit \($0)" } + record.groups.map { "group \($0)" }
        + record.units.map { "unit \($0)" } + record.episodes.map { "episode \($0)" }
        + record.handOvers.map { "\($0)" } + record.payments.map { "\($0)" }
        + record.profiles.map { "profile \($0)" } + record.cases.map { "case \($0)" }
    }
  }
}

extension Scenario {
  /// The same course, over on an earlier day.
  fileprivate func until(_ day: Day) -> Scenario {
    replacing(changes.filter { $0.day < day }, period: Stretch(from: period.from, until: day))
  }

  /// The same citizen, with another value on the first day.
  fileprivate func with(_ value: Value, for fact: Int) -> Scenario {
    var initial = initial
    initial[fact] = value
    return Scenario(
      id: id, title: title, shows: shows, period: period, initial: initial, changes: changes, source: source,
      assumed: assumed, range: range)
  }
}
