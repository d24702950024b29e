package import Diagnostics
package import Legislation
internal import Outcomes
package import Pricing
internal import Quantities
package import Scenarios
internal import Simulation
package import Verification
package import Vocabulary

/// Runs the tests that lie beside a law.
package struct RuleTestRunner {
  private let laws: [String: Law]
  private let costing: Costing
  /// The conditions of the laws that were asked about, with what the tests that passed showed of them.
  private var surveys: [String: ConditionSurvey] = [:]
  /// The names that tests of each law may use.
  private var names: [String: TestNames] = [:]
  /// Plans by law, day and practice: most tests share one.
  private var plans: [String: SimulationPlan] = [:]

  /// - Parameter surveysConditions: whether to watch which conditions decide, which takes longer.
  package init(laws: [String: Law], prices: PriceList, surveysConditions: Bool = false) {
    self.laws = laws
    costing = Costing(prices: prices, level: .base)
    if surveysConditions { surveys = laws.mapValues(ConditionSurvey.init(of:)) }
  }

  /// What the tests that passed so far show of the conditions of each law, in the order of their names; none
  /// when nobody asked.
  package var conditions: [ConditionReach] { surveys.keys.sorted().compactMap { surveys[$0]?.reach } }

  /// What came of one test.
  package struct Result: Sendable {
    package let test: RuleTest
    package let failures: [Diagnostic]
    /// The provisions whose demands, benefits, groups or units the course touched.
    package let touched: Set<ProvisionID>

    package var passed: Bool { failures.isEmpty }
  }

  package mutating func run(_ test: RuleTest) -> Result {
    guard let law = laws[test.law] else {
      let nearest = nearestName(to: test.law, among: laws.keys.sorted())
      let failure = Diagnostic(
        .error, "unknown-law", "there is no law '\(test.law)'", at: test.range,
        hint: nearest.map { "write 'law: \($0)'" })
      return Result(test: test, failures: [failure], touched: [])
    }
    let names = names[test.law] ?? TestNames(law)
    self.names[test.law] = names
    let strangers = names.failures(of: test)
    guard strangers.isEmpty else { return Result(test: test, failures: strangers, touched: []) }
    do throws(Diagnostic) {
      // Taken out and put back, since two owners would copy it.
      var watch = surveys[test.law]?.watch.take()
      defer { surveys[test.law]?.watch = watch }
      var check = try check(of: test, law: law, watchedBy: &watch)
      let failures = test.assertions.flatMap { check.failures(of: $0) }
      // A test that fails shows nothing.
      if failures.isEmpty { watch?.keep() }
      return Result(test: test, failures: failures, touched: touched(by: check.course, in: law))
    } catch {
      let failure = Diagnostic(
        .error, "cannot-run", "'\(test.name)' cannot run: \(error.message)", at: test.range,
        hint: error.hint, notes: [.init("found here", at: error.range)] + error.notes)
      return Result(test: test, failures: [failure], touched: [])
    }
  }

  /// The provisions of the tested laws that people meet (benefits, groups, units, episodes, duties) and
  /// that are not among those touched.
  package func untouched(beside touched: Set<ProvisionID>) -> [ProvisionID] {
    var all: Set<ProvisionID> = []
    for law in laws.values {
      all.formUnion(law.benefits.map(\.provision.id))
      all.formUnion(law.groups.map(\.provision.id))
      all.formUnion(law.units.map(\.provision.id))
      all.formUnion(law.episodes.map(\.provision.id))
      all.formUnion(law.duties.map(\.provision.id))
    }
    return all.subtracting(touched).sorted()
  }

  /// - Returns: `nil` when the test's law is not there or cannot decide the course.
  mutating func check(of test: RuleTest) -> AssertionCheck? {
    guard let law = laws[test.law] else { return nil }
    var nobody: ConditionWatch?
    return try? check(of: test, law: law, watchedBy: &nobody)
  }

  private mutating func check(
    of test: RuleTest, law: Law, watchedBy watch: inout ConditionWatch?
  ) throws(Diagnostic) -> AssertionCheck {
    let plan = try plan(for: test, of: law)
    let course = try CourseSimulator.course(of: test.scenario, under: plan, watchedBy: &watch)
    return AssertionCheck(test: test, plan: plan, course: course, costing: costing)
  }

  private mutating func plan(for test: RuleTest, of law: Law) throws(Diagnostic) -> SimulationPlan {
    let key = "\(law.id) \(test.lawDate.map { "\($0)" } ?? "") \(test.practice) \(test.seed)"
    if let known = plans[key] { return known }
    let plan = try SimulationPlan(
      law: law, frozen: test.lawDate, practice: PracticeLevel(rawValue: test.practice) ?? .base,
      seed: test.seed)
    plans[key] = plan
    return plan
  }

  private func touched(by course: Course, in law: Law) -> Set<ProvisionID> {
    let performers = Set(course.demands.map(\.performer.name))
    let units = law.units.map(\.provision.id).filter { performers.contains($0.name) }
    return Set(
      (course.benefits + course.groups + course.units + course.episodes).map(\.reference.provision)
        + course.demands.map(\.reference.provision) + units)
  }
}
