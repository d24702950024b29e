package import Diagnostics
package import Legislation
internal import Outcomes
package import Pricing
internal import Quantities
package import Scenarios
internal import Simulation
package import Vocabulary

/// Runs the tests that lie beside a law.
package struct RuleTestRunner {
  private let laws: [String: Law]
  private let costing: Costing
  /// Plans by law, day and practice: most tests share one.
  private var plans: [String: SimulationPlan] = [:]

  package init(laws: [String: Law], prices: PriceList) {
    self.laws = laws
    costing = Costing(prices: prices, level: .base)
  }

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
    let strangers = TestNames(law).failures(of: test)
    guard strangers.isEmpty else { return Result(test: test, failures: strangers, touched: []) }
    do throws(Diagnostic) {
      let plan = try plan(for: test, of: law)
      let course = try CourseSimulator.course(of: test.scenario, under: plan)
      var check = AssertionCheck(test: test, plan: plan, course: course, costing: costing)
      return Result(
        test: test, failures: test.assertions.flatMap { check.failures(of: $0) },
        touched: touched(by: course, in: law))
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

/// Compares what a test expects with what the course holds.
struct AssertionCheck {
  let test: RuleTest
  let plan: SimulationPlan
  let course: Course
  let costing: Costing
  private var inspections: [Day: Inspection] = [:]

  init(test: RuleTest, plan: SimulationPlan, course: Course, costing: Costing) {
    self.test = test
    self.plan = plan
    self.course = course
    self.costing = costing
  }

  mutating func failures(of assertion: RuleTest.Assertion) -> [Diagnostic] {
    do throws(Diagnostic) {
      guard let message = try failure(of: assertion.claim) else { return [] }
      return [
        Diagnostic(
          .error, "test-failed", "\(message)", at: assertion.range,
          notes: [.init("in the test '\(test.name)' (\(test.cites))", at: test.range)])
      ]
    } catch {
      return [error]
    }
  }

  /// - Returns: what was expected and what was found, or `nil` when they agree.
  private mutating func failure(of claim: RuleTest.Assertion.Claim) throws(Diagnostic) -> String? {
    switch claim {
    case .benefit(let day, let name): held(course.benefits, "benefit", day, name)
    case .group(let day, let name): held(course.groups, "group", day, name)
    case .unit(let day, let name): held(course.units, "unit", day, name)
    case .episodes(let day, let names): episodes(on: day, names)
    case .value(let day, let name, let text): try value(on: day, name, text)
    case .demand(let expected): demand(expected)
    case .noDemand(let expected): noDemand(expected)
    case .demandsOf(let provision, let days): demands(of: provision, days)
    case .count(let what, let count): counted(what, count)
    case .handOvers(let expected): handOvers(expected)
    case .paid(let benefit, let amount): try paid(benefit, amount)
    case .borne(let benefit, let payer, let amount): try borne(benefit, payer, amount)
    }
  }

  private func held(_ all: [Course.Held], _ what: String, _ day: Day, _ name: String) -> String? {
    let found = all.first { $0.stretch.contains(day) }?.name ?? "none"
    return found == name ? nil : "expected the \(what) '\(name)' on \(day), found '\(found)'"
  }

  private func episodes(on day: Day, _ names: [String]) -> String? {
    let open = course.episodes.filter { $0.stretch.contains(day) }.map(\.name).sorted()
    guard open != names.sorted() else { return nil }
    return "expected the episodes \(quoted(names.sorted())) on \(day), found \(quoted(open))"
  }

  private mutating func value(
    on day: Day, _ name: String, _ text: MarkedText
  ) throws(Diagnostic) -> String? {
    var inspection: Inspection
    if let known = inspections[day] {
      inspection = known
    } else {
      inspection = try Inspection(of: test.scenario, under: plan, on: day)
    }
    let (holds, found) = try inspection.holds(name, equals: text)
    inspections[day] = inspection
    return holds ? nil : "expected '\(name)' to be \(text.text) on \(day), found \(found)"
  }

  private func demand(_ expected: RuleTest.ExpectedDemand) -> String? {
    if course.demands.contains(where: { matches($0, expected) }) { return nil }
    let near = course.demands.filter { $0.reference.provision.local == expected.provision }
    let found =
      near.isEmpty
      ? "no demand of that provision" : "due \(near.map { "\($0.by)" }.joined(separator: ", "))"
    let nearest = near.first.map { " (\($0.performer.name), \($0.kind), \($0.channel ?? "no channel"))" }
    return "expected a demand \(words(expected)), found \(found)\(nearest ?? "")"
  }

  private func noDemand(_ expected: RuleTest.ExpectedDemand) -> String? {
    guard let found = course.demands.first(where: { matches($0, expected) }) else { return nil }
    return "expected no demand \(words(expected)), found one due \(found.by)"
  }

  private func matches(_ demand: Course.Demand, _ expected: RuleTest.ExpectedDemand) -> Bool {
    (expected.provision.map { $0 == demand.reference.provision.local } ?? true)
      && (expected.by.map { $0 == demand.by } ?? true)
      && (expected.from.map { $0 == demand.from } ?? true)
      && (expected.until.map { $0 == demand.runs?.until } ?? true)
      && (expected.kind.map { $0 == demand.kind } ?? true)
      && (expected.performer.map { $0 == demand.performer.name } ?? true)
      && (expected.channel.map { $0 == demand.channel } ?? true)
  }

  private func words(_ expected: RuleTest.ExpectedDemand) -> String {
    let parts: [(String, String?)] = [
      ("of", expected.provision), ("of the kind", expected.kind),
      ("from", expected.from.map { "\($0)" }), ("by", expected.by.map { "\($0)" }),
      ("until", expected.until.map { "\($0)" }),
      ("done by", expected.performer), ("through", expected.channel),
    ]
    return parts.compactMap { word, value in value.map { "\(word) \($0)" } }.joined(separator: " ")
  }

  private func demands(of provision: String, _ days: [Day]) -> String? {
    let found = course.demands.filter { $0.reference.provision.local == provision }.map(\.by)
    guard found != days.sorted() else { return nil }
    return
      "expected the demands of '\(provision)' due \(quoted(days.map { "\($0)" })), found \(quoted(found.map { "\($0)" }))"
  }

  private func counted(_ what: String, _ count: Int) -> String? {
    let found =
      switch what {
      case "demands": course.demands.count
      case "hand-overs": course.handOvers.count
      default: course.demands.count { $0.kind == what }
      }
    guard found != count else { return nil }
    let list = course.demands.filter { $0.kind == what }.map { "\($0.by) \($0.reference.provision.name)" }
    let told = list.isEmpty ? "" : ": \(list.joined(separator: "; "))"
    return "expected \(count) of '\(what)', found \(found)\(told)"
  }

  private func handOvers(_ expected: [RuleTest.ExpectedHandOver]) -> String? {
    let found = course.handOvers
    let agrees =
      found.count == expected.count
      && zip(found, expected).allSatisfy { found, expected in
        found.day == expected.on
          && (expected.from.map { $0 == found.from.provision.name } ?? true)
          && (expected.to.map { $0 == found.to.provision.name } ?? true)
          && (expected.cause.map { $0 == found.cause.rawValue } ?? true)
      }
    guard !agrees else { return nil }
    let told = found.map {
      "\($0.day) \($0.from.provision.name) → \($0.to.provision.name) (\($0.cause.rawValue))"
    }
    return "expected \(expected.count) hand-overs as listed, found \(quoted(told))"
  }

  private func borne(
    _ benefit: String, _ payer: String, _ amount: Money
  ) throws(Diagnostic) -> String? {
    let ledger = try costing.ledger(of: course)
    let found = ledger.entries.filter {
      $0.provision.section == .benefits && $0.provision.name == benefit
    }.reduce(Money.zero) { sum, entry in
      sum + (Payer(rawValue: payer).flatMap { entry.payers[$0] } ?? .zero)
    }
    guard found != amount else { return nil }
    return "expected '\(payer)' to bear \(amount.øre) øre of '\(benefit)', found \(found.øre) øre"
  }

  private func paid(_ benefit: String, _ amount: Money) throws(Diagnostic) -> String? {
    let ledger = try costing.ledger(of: course)
    let found = ledger.entries.filter {
      $0.provision.section == .benefits && $0.provision.name == benefit
    }.reduce(Money.zero) { $0 + $1.amount }
    guard found != amount else { return nil }
    return "expected '\(benefit)' to pay \(amount.øre) øre, found \(found.øre) øre"
  }

  private func quoted(_ items: [String]) -> String {
    items.isEmpty ? "none" : items.joined(separator: ", ")
  }
}
