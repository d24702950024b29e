internal import Quantities
internal import Scenarios

/// Which rule tests lie one step apart.
///
/// Two tests of a law are one step apart when they differ in exactly one of these: how one fact goes, or when
/// one event happens; the day on which several things happen together; the settings (law date, practice and
/// seed). Periods do not count: what a test asserts must lie inside its own.
struct TestSteps {
  private let tests: [RuleTest]

  init(_ tests: [RuleTest]) { self.tests = tests }

  func isOne(between left: Int, and right: Int) -> Bool {
    let (left, right) = (tests[left], tests[right])
    let hasSameSettings =
      left.lawDate == right.lawDate && left.practice == right.practice && left.seed == right.seed
    let differing = differing(left.scenario, right.scenario)
    if !hasSameSettings { return differing.isEmpty }
    return differing.count == 1 || isOneDay(left.scenario, right.scenario)
  }

  /// A fact or an event, by its index in the vocabulary.
  private enum Matter: Hashable { case fact(Int), event(Int) }

  private func differing(_ left: Scenario, _ right: Scenario) -> Set<Matter> {
    var matters: Set<Matter> = []
    for (index, pair) in zip(left.initial, right.initial).enumerated() where pair.0 != pair.1 {
      matters.insert(.fact(index))
    }
    for change in left.changes.filter({ !right.changes.contains($0) }) { matters.insert(matter(change)) }
    for change in right.changes.filter({ !left.changes.contains($0) }) { matters.insert(matter(change)) }
    return matters
  }

  private func matter(_ change: Scenario.Change) -> Matter {
    switch change.what {
    case .fact(let index, _): .fact(index)
    case .event(let index): .event(index)
    }
  }

  /// Whether all that differs happens on one day in one of them and on another day in the other.
  private func isOneDay(_ left: Scenario, _ right: Scenario) -> Bool {
    let (here, there) = (
      left.changes.filter { !right.changes.contains($0) }, right.changes.filter { !left.changes.contains($0) }
    )
    return left.initial == right.initial && Set(here.map(\.day)).count == 1
      && Set(there.map(\.day)).count == 1 && Set(here.map(\.what)) == Set(there.map(\.what))
  }
}
