internal import Expressions
internal import Legislation
internal import Quantities

/// The texts of a law that are in force throughout one stretch of time.
///
/// Worked out once, when a plan is made, for every stretch between two days on which the law changes, so
/// that no replay looks for the version in force.
struct LawTexts: Sendable {
  let coverage: CheckedExpression?
  let definitions: [Definition.Body?]
  let clocks: [Clock.Text?]
  let episodes: [Episode.Text?]
  let benefits: [Benefit.Text?]
  let financings: [Financing.Text?]
  let groups: [CheckedExpression?]
  let units: [CheckedExpression?]
  let duties: [Duty.Text?]
  /// For each group, the duties that can apply to its members, in the plan's order: most duties are for
  /// few groups, and the others need not be asked.
  let dutiesByGroup: [[Int]]
  /// The duties that a condition can make count anew.
  let restarting: [Int]

  init(_ law: Law, on day: Day, dutyOrder: [Int]) {
    coverage = law.coverage.versions.inForce(on: day)?.text
    definitions = law.definitions.map { $0.versions.inForce(on: day)?.text }
    clocks = law.clocks.map { $0.versions.inForce(on: day)?.text }
    episodes = law.episodes.map { $0.versions.inForce(on: day)?.text }
    benefits = law.benefits.map { $0.versions.inForce(on: day)?.text }
    financings = law.financings.map { $0.versions.inForce(on: day)?.text }
    groups = law.groups.map { $0.versions.inForce(on: day)?.text }
    units = law.units.map { $0.versions.inForce(on: day)?.text }
    let duties = law.duties.map { $0.versions.inForce(on: day)?.text }
    self.duties = duties
    restarting = duties.indices.filter { duties[$0]?.restart != nil }
    dutiesByGroup = law.groups.indices.map { group in
      dutyOrder.filter { LawTexts.asks(duties[$0], of: group) }
    }
  }

  /// Whether a duty can apply to members of a group; nobody has duties outside the groups.
  func asks(_ duty: Int, of group: Int?) -> Bool {
    group.map { LawTexts.asks(duties[duty], of: $0) } ?? false
  }

  private static func asks(_ text: Duty.Text?, of group: Int) -> Bool {
    guard let text else { return false }
    return text.groups?.contains(group) ?? true
  }
}
