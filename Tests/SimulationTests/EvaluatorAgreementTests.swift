internal import Diagnostics
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Simulation
internal import Testing
internal import Verification
internal import Vocabulary

/// Two evaluators, one meaning: the first test in the list.
@Suite("The fast evaluator")
struct EvaluatorAgreementTests {
  /// How many citizens made by chance each law is tried on; `HEGN_AGREEMENT` asks for more.
  static let generated = ShippedLaws.agreementCourses

  @Test("gives the records of the plain one for every shipped course", arguments: ShippedLaws.names)
  func shippedCourses(law: String) throws {
    let plan = try SimulationPlan(law: ShippedLaws.law(law))
    let scenarios = try ShippedLaws.scenarios()
    #expect(scenarios.count > 100)

    let leftToPlain = try agree(on: scenarios, under: plan)
    #expect(leftToPlain == 0, "every shipped course has a compiled answer")
  }

  @Test("gives the records of the plain one for citizens made by chance", arguments: ShippedLaws.names)
  func generatedCourses(law: String) throws {
    let plan = try SimulationPlan(law: ShippedLaws.law(law))
    let generator = CourseGenerator(law: plan.law, seed: 2_026)

    let leftToPlain = try agree(
      on: (0..<Self.generated).map { generator.course($0) }, under: plan)
    #expect(leftToPlain == 0)
  }

  @Test("agrees at either end of practice", arguments: [PracticeLevel.low, .high])
  func practice(level: PracticeLevel) throws {
    for law in ShippedLaws.names {
      let plan = try SimulationPlan(law: ShippedLaws.law(law), practice: level, seed: 5)
      let generator = CourseGenerator(law: plan.law, seed: 3)
      try agree(on: (0..<Self.generated / 4).map { generator.course($0) }, under: plan)
    }
  }

  @Test("agrees under a law that is frozen on a day", arguments: ["2023-07-01", "2024-07-01"])
  func frozen(day: String) throws {
    let frozen = try #require(Day(day))
    for law in ShippedLaws.names {
      let plan = try SimulationPlan(law: ShippedLaws.law(law), frozen: frozen)
      let generator = CourseGenerator(law: plan.law, seed: 4)
      try agree(on: (0..<Self.generated / 4).map { generator.course($0) }, under: plan)
    }
  }

  @Test("remembers nothing of the citizen before")
  func workersMemory() throws {
    let plan = try SimulationPlan(law: ShippedLaws.law("current"))
    let compiled = CompiledPlan(plan)
    let scenarios = try ShippedLaws.scenarios()
    var one = Replayer(plan, compiled: compiled)
    for scenario in scenarios + scenarios.reversed() {
      var other = Replayer(plan, compiled: compiled)
      let own = try one.record(of: scenario)
      let fresh = try other.record(of: scenario)
      #expect(own == fresh, "\(scenario.id)")
    }
  }

  /// Compares both evaluators on every scenario; a scenario on which they differ is made as small as
  /// it can be before it is told.
  ///
  /// - Returns: how many the compiled law left to the plain evaluator.
  @discardableResult
  private func agree(on scenarios: [Scenario], under plan: SimulationPlan) throws -> Int {
    let compiled = CompiledPlan(plan)
    var fast = Replayer(plan, compiled: compiled)
    for scenario in scenarios {
      let told = try fast.record(of: scenario)
      let meant = try CourseSimulator.record(of: scenario, under: plan)
      guard told != meant else { continue }
      let small = try smallest(scenario, under: plan, compiled)
      Issue.record("\(plan.law.id): \(scenario.id) differs: \(try difference(small, plan, compiled))")
      return fast.leftToPlain
    }
    return fast.leftToPlain
  }

  private func differs(
    _ scenario: Scenario, _ plan: SimulationPlan, _ compiled: CompiledPlan
  ) throws -> Bool {
    var fast = Replayer(plan, compiled: compiled)
    return try fast.record(of: scenario) != CourseSimulator.record(of: scenario, under: plan)
  }

  private func smallest(
    _ scenario: Scenario, under plan: SimulationPlan, _ compiled: CompiledPlan
  ) throws -> Scenario {
    var small = scenario
    var index = 0
    while index < small.changes.count {
      var changes = small.changes
      changes.remove(at: index)
      let less = small.replacing(changes)
      if (try? differs(less, plan, compiled)) == true { small = less } else { index += 1 }
    }
    return small
  }

  private func difference(
    _ scenario: Scenario, _ plan: SimulationPlan, _ compiled: CompiledPlan
  ) throws -> String {
    var fast = Replayer(plan, compiled: compiled)
    let (told, meant) = (try fast.record(of: scenario), try CourseSimulator.record(of: scenario, under: plan))
    let facts = plan.law.vocabulary.facts
    let changes = scenario.changes.map { change in
      switch change.what {
      case .fact(let fact, let value): "\(change.day) \(facts[fact].name): \(value)"
      case .event(let event): "\(change.day) event \(plan.law.vocabulary.events[event].name)"
      }
    }
    func parts(_ record: CourseRecord) -> [String] {
      record.demands.map { "\(plan.codebook.dutyTexts[$0.text].reference.provision) \($0)" }
        + record.unreached.map { "\(plan.codebook.duties[$0.duty].provision) \($0)" }
        + record.benefits.map { "benefit \($0)" } + record.groups.map { "group \($0)" }
        + record.units.map { "unit \($0)" } + record.episodes.map { "episode \($0)" }
        + record.handOvers.map { "\($0)" } + record.payments.map { "\($0)" }
        + record.profiles.map { "profile \($0)" } + record.cases.map { "case \($0)" }
    }
    let (left, right) = (parts(told), parts(meant))
    let initial = zip(facts, scenario.initial).filter { $0.standard != $1 }.map { "\($0.name): \($1)" }
    return """
      \(scenario.period) \(initial) \(changes)
      only fast: \(left.filter { !right.contains($0) }.prefix(4))
      only plain: \(right.filter { !left.contains($0) }.prefix(4))
      """
  }
}
