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

  @Test("gives the records of the plain one for the citizen of every rule test", arguments: ShippedLaws.names)
  func ruleTests(law: String) throws {
    let tests = try ShippedLaws.ruleTests(of: law)
    #expect(tests.count > 10)

    // Most share a plan.
    let plans = Dictionary(grouping: tests) {
      "\($0.law) \($0.lawDate.map { "\($0)" } ?? "") \($0.practice) \($0.seed)"
    }
    for key in plans.keys.sorted() {
      guard let first = plans[key]?.first else { continue }
      let plan = try SimulationPlan(
        law: ShippedLaws.law(first.law), frozen: first.lawDate,
        practice: #require(PracticeLevel(rawValue: first.practice)), seed: first.seed)
      let leftToPlain = try agree(on: plans[key, default: []].map(\.scenario), under: plan)
      #expect(leftToPlain == 0, "\(key)")
    }
  }

  /// Compares both evaluators on every scenario; a scenario on which they differ is made as small as
  /// it can be before it is told.
  ///
  /// - Returns: how many the compiled law left to the plain evaluator.
  @discardableResult
  private func agree(on scenarios: [Scenario], under plan: SimulationPlan) throws -> Int {
    var agreement = Agreement(plan)
    var left = 0
    for scenario in scenarios {
      switch agreement.verdict(on: scenario) {
      case .same: break
      case .left: left += 1
      case .undecided(let error): throw error
      case .different:
        let small = agreement.smallest(scenario)
        Issue.record("\(plan.law.id): '\(scenario.id)' differs: \(agreement.difference(on: small))")
        return left
      }
    }
    return left
  }
}
