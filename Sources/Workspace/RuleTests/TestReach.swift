package import Legislation
internal import Quantities
package import Scenarios
package import Vocabulary

/// Which provisions of a law its rule tests hold from both sides: where it applies, and where it just does not.
///
/// Only what a test asserts counts, never what merely happened in its course: an assertion is what a changed
/// rule would break. A provision *applies* where a test asserts that it does: a demand of the duty, its group,
/// benefit or unit on a day, a demand that the unit fulfils, the episode among those open, the definition or
/// clock with a value other than `false`. It *just does not* where a test asserts the opposite (another value,
/// for what is neither true nor false) one step away: the day before or after in the same test, or a day not
/// more than one off in a test that differs in one thing (`TestSteps`). For what is said of a whole course the
/// two must differ in one thing too, and one of the days that the demands fall due must lie in the other's
/// period.
///
/// A law answers for all its provisions of these kinds; a reform for those it enacts or amends, since the rest
/// is held by the tests of the law that it amends.
///
/// - Complexity: O(*s*²) in the assertions about one provision.
package struct TestReach: Sendable {
  package let law: String
  /// In the order of their names.
  package let provisions: [ProvisionID]
  /// Those that no test asserts to apply.
  package let neverApplied: [ProvisionID]
  /// Those that apply in a test, and of which none shows where they just do not.
  package let neverBounded: [ProvisionID]

  /// - Parameter tests: those that pass; others hold nothing.
  package init(of law: Law, tests: [RuleTest]) {
    let ours = tests.filter { $0.law == law.id }
    let answered = law.answersFor
    let verdicts = Verdicts(law)
    var sightings: [String: [Sighting]] = [:]
    for (index, test) in ours.enumerated() {
      for assertion in test.assertions {
        for given in verdicts.given(by: assertion.claim) {
          sightings[given.provision, default: []].append(
            Sighting(test: index, period: test.scenario.period, given: given))
        }
      }
    }
    let steps = TestSteps(ours)
    self.law = law.id
    provisions = answered
    var neverApplied: [ProvisionID] = []
    var neverBounded: [ProvisionID] = []
    for provision in answered {
      let seen = sightings[provision.local] ?? []
      guard seen.contains(where: { $0.given.verdict != .not }) else {
        neverApplied.append(provision)
        continue
      }
      let isBounded = seen.indices.contains { index in
        seen[..<index].contains { seen[index].isOpposite(of: $0, steps) }
      }
      if !isBounded { neverBounded.append(provision) }
    }
    self.neverApplied = neverApplied
    self.neverBounded = neverBounded
  }

  /// How many provisions apply in one test and just not in another.
  package var held: Int { provisions.count - neverApplied.count - neverBounded.count }

  /// Whether at least that many in a hundred are held; a law without provisions holds them all.
  package func reaches(percent: Int) -> Bool { held * 100 >= percent * provisions.count }
}

/// What one test asserts of a provision.
private struct Sighting {
  let test: Int
  let period: Stretch
  let given: Verdicts.Given

  func isOpposite(of other: Sighting, _ steps: TestSteps) -> Bool {
    guard given.verdict != other.given.verdict else { return false }
    switch (given.day, other.given.day) {
    case (let day?, let otherDay?):
      let gap = abs(day.days(until: otherDay))
      return test == other.test ? gap == 1 : gap <= 1 && steps.isOne(between: test, and: other.test)
    case (nil, nil):
      return couldSee(other) && other.couldSee(self) && steps.isOne(between: test, and: other.test)
    default: return false
    }
  }

  /// Whether the days that another test names lie in this one's period: what is due after its end is no
  /// demand that this one rules out.
  private func couldSee(_ other: Sighting) -> Bool {
    other.given.due.isEmpty || other.given.due.contains { period.contains($0) }
  }
}

extension Law {
  /// The provisions whose reach is asked for.
  fileprivate var answersFor: [ProvisionID] {
    let all =
      duties.map(\.provision) + groups.map(\.provision) + benefits.map(\.provision)
      + episodes.map(\.provision) + units.map(\.provision) + definitions.map(\.provision)
      + clocks.map(\.provision)
    return all.filter { reform == nil || $0.measure != nil }.map(\.id).sorted()
  }
}
