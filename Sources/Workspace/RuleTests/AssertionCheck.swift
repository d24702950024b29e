internal import Diagnostics
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Scenarios
internal import Simulation
internal import Vocabulary

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
    let (holds, found) = try inspected(name, on: day, text)
    return holds ? nil : "expected '\(name)' to be \(text.text) on \(day), found \(found)"
  }

  /// Whether a name has the value on a day, and which it has.
  mutating func inspected(
    _ name: String, on day: Day, _ text: MarkedText
  ) throws(Diagnostic) -> (holds: Bool, found: String) {
    var inspection: Inspection
    if let known = inspections[day] {
      inspection = known
    } else {
      inspection = try Inspection(of: test.scenario, under: plan, on: day)
    }
    let answer = try inspection.holds(name, equals: text)
    inspections[day] = inspection
    return answer
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

  func matches(_ demand: Course.Demand, _ expected: RuleTest.ExpectedDemand) -> Bool {
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
    let found = self.count(of: what)
    guard found != count else { return nil }
    let list = course.demands.filter { $0.kind == what }.map { "\($0.by) \($0.reference.provision.name)" }
    let told = list.isEmpty ? "" : ": \(list.joined(separator: "; "))"
    return "expected \(count) of '\(what)', found \(found)\(told)"
  }

  func count(of what: String) -> Int {
    switch what {
    case "demands": course.demands.count
    case "hand-overs": course.handOvers.count
    default: course.demands.count { $0.kind == what }
    }
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
    let found = try borne(benefit, by: payer)
    guard found != amount else { return nil }
    return "expected '\(payer)' to bear \(amount.øre) øre of '\(benefit)', found \(found.øre) øre"
  }

  private func paid(_ benefit: String, _ amount: Money) throws(Diagnostic) -> String? {
    let found = try paid(benefit)
    guard found != amount else { return nil }
    return "expected '\(benefit)' to pay \(amount.øre) øre, found \(found.øre) øre"
  }

  /// What a benefit paid over the whole period.
  func paid(_ benefit: String) throws(Diagnostic) -> Money {
    try entries(of: benefit).reduce(.zero) { $0 + $1.amount }
  }

  /// What one payer bore of it.
  func borne(_ benefit: String, by payer: String) throws(Diagnostic) -> Money {
    let payer = Payer(rawValue: payer)
    return try entries(of: benefit).reduce(.zero) { sum, entry in
      sum + (payer.flatMap { entry.payers[$0] } ?? .zero)
    }
  }

  private func entries(of benefit: String) throws(Diagnostic) -> [Ledger.Entry] {
    try costing.ledger(of: course).entries.filter {
      $0.provision.section == .benefits && $0.provision.name == benefit
    }
  }

  private func quoted(_ items: [String]) -> String {
    items.isEmpty ? "none" : items.joined(separator: ", ")
  }
}
