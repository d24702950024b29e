package import Comparison
package import Diagnostics
package import Legislation
internal import Outcomes
internal import Parallel
package import Pricing
internal import Quantities
package import Scenarios
internal import Simulation
internal import Vocabulary

/// One function an arrow.
package enum Pipeline {
  package static func comparison(
    of laws: [Law], on scenarios: [Scenario], prices: PriceList, settings: Workspace.Settings,
    reachesBack: Bool = false
  ) throws(Diagnostic) -> Comparison {
    let runs = SideBySide.map(laws.count) { index in
      LawRun(of: scenarios, under: laws[index], prices, settings, reachesBack: reachesBack)
    }
    // The first that fails is the one that a replay of one scenario after the other meets first.
    if let failed = runs.compactMap(\.failure).min(by: { $0.scenario < $1.scenario }) { throw failed.finding }
    let compared = SideBySide.map(scenarios.count) { index in
      comparison(of: scenarios[index], runs.map { $0.results[index] }, laws)
    }
    return Comparison(
      laws: runs.compactMap(\.summary), scenarios: compared,
      prices: prices.notes(for: compared.flatMap { $0.results.map(\.course) }))
  }

  /// - Parameter reachesBack: for citizens of a population, whose courses begin before its window.
  static func plan(
    _ law: Law, _ settings: Workspace.Settings, reachesBack: Bool = false
  ) throws(Diagnostic) -> SimulationPlan {
    try SimulationPlan(
      law: law, frozen: settings.lawDate, reachesBack: reachesBack, practice: settings.practice,
      seed: settings.seed)
  }

  static func result(
    of scenario: Scenario, by replayer: inout Replayer, _ prices: PriceList,
    _ settings: Workspace.Settings
  ) throws(Diagnostic) -> CourseResult {
    let course = try replayer.course(of: scenario)
    let costing = Costing(prices: prices, level: settings.prices)
    return CourseResult(
      course: course, ledger: try costing.ledger(of: course),
      minutes: course.demands.map(costing.minutes))
  }

  private static func assumption(
    _ assumption: Scenario.Assumption, vocabulary: Vocabulary?
  ) -> ScenarioComparison.Assumption {
    let fact = vocabulary?.facts.first { $0.name == assumption.fact }
    return ScenarioComparison.Assumption(
      subject: fact?.label ?? Label(danish: assumption.fact, english: assumption.fact),
      reason: assumption.reason)
  }

  private static func comparison(
    of scenario: Scenario, _ results: [CourseResult], _ laws: [Law]
  ) -> ScenarioComparison {
    ScenarioComparison(
      id: scenario.id, title: scenario.title, shows: scenario.shows,
      assumptions: scenario.assumed.map { assumption($0, vocabulary: laws.first?.vocabulary) },
      results: results,
      divergences: results.indices.map { index in
        guard index > 0 else { return nil }
        return Divergence.first(between: results[0].course, and: results[index].course)
          .map { $0.explained(by: laws[index]) }
      })
  }
}

/// What scenarios come to under one law.
private struct LawRun: Sendable {
  private(set) var results: [CourseResult] = []
  /// What the law is made of; `nil` where something could not be decided.
  private(set) var summary: LawSummary?
  /// What could not be decided first, and of which scenario; before the first where the law itself is at fault.
  private(set) var failure: (scenario: Int, finding: Diagnostic)?

  init(
    of scenarios: [Scenario], under law: Law, _ prices: PriceList, _ settings: Workspace.Settings,
    reachesBack: Bool
  ) {
    var scenario = -1
    do throws(Diagnostic) {
      let plan = try Pipeline.plan(law, settings, reachesBack: reachesBack)
      var replayer = Replayer(plan, by: settings.evaluator)
      for next in scenarios {
        scenario += 1
        results.append(try Pipeline.result(of: next, by: &replayer, prices, settings))
      }
      summary = LawSummary(law, on: settings.lawDate)
    } catch {
      failure = (scenario, error)
    }
  }
}
