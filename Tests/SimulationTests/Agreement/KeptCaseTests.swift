internal import Diagnostics
internal import LawSupport
internal import Outcomes
internal import Scenarios
internal import Simulation
internal import Testing

/// Laws on which the two evaluators once differed, found by chance and made small.
@Suite("A law on which the evaluators once differed")
struct KeptCaseTests {
  @Test("an episode that may begin on the day it ends does so every day")
  func endlessEpisode() throws {
    let law = try TinyLaw(
      """
      episodes:
        stay: {cite: T, begins when: "true", ends when: "true"}
      """)

    let course = try agreed(law, law.scenario("2023-01-01..2023-01-04"))

    #expect(
      Course.words(course.episodes) == [
        "2023-01-01..2023-01-02 stay", "2023-01-02..2023-01-03 stay", "2023-01-03..2023-01-04 stay",
      ])
  }

  @Test("a clock that begins when nothing else happens leaves what asks it, and the day, knowing its day")
  func clockThatBeginsAlone() throws {
    let law = try TinyLaw(
      """
      clocks:
        used: {cite: T, counts: "true"}
        waited: {cite: T, counts: used > 3 weeks}
      benefits:
        grant:
          {cite: T, when: today >= 2023-03-01 and waited < 400 days, paid by: municipality, financing: municipality}
      """)

    let course = try agreed(law, law.scenario("2023-01-01..2023-06-01"))

    #expect(Course.words(course.benefits) == ["2023-03-01..2023-06-01 grant"])
  }

  @Test("a clock that a new text looks back on through a longer window reaches what it could not reach before")
  func widerWindow() throws {
    let law = try TinyLaw(
      """
      clocks:
        waited: {cite: T, counts: "true", within: 1 month, versions: [{from: 2021-03-01, within: 13 weeks}]}
      benefits:
        aid: {cite: T, when: waited > 78 days, paid by: municipality, financing: municipality}
      """)

    let course = try agreed(law, law.scenario("2021-01-21..2021-04-11"))

    #expect(Course.words(course.benefits) == ["2021-04-10..2021-04-11 aid"])
  }

  private func agreed(_ law: TinyLaw, _ scenario: Scenario) throws -> Course {
    let plan = try SimulationPlan(law: law.law)
    var agreement = Agreement(plan)
    guard case .same = agreement.verdict(on: scenario) else {
      Issue.record("\(agreement.difference(on: scenario))")
      return try CourseSimulator.course(of: scenario, under: plan)
    }
    var replayer = Replayer(plan, by: .fast)
    return try replayer.course(of: scenario)
  }
}
