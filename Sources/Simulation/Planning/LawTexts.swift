internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

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
  /// Of each duty the index of its text among the codebook's; -1 where none is in force.
  let dutyTextIDs: [Int]
  /// The conditions of `duties`, apart from their texts: most do not hold, and a text is costly to take up.
  let dutyConditions: [CheckedExpression?]
  /// For each group, whether each duty can apply to its members.
  let dutyIsFor: [[Bool]]
  /// For each group, the duties to ask about, in the plan's order: those that can apply to its members,
  /// and those of all groups that note a restart. Most duties are for few groups.
  let dutiesToAsk: [[Int]]

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
    var base = 0
    dutyTextIDs = law.duties.map { duty in
      defer { base += duty.versions.count }
      return duty.versions.firstIndex { $0.force.contains(day) }.map { base + $0 } ?? -1
    }
    dutyConditions = duties.map { $0?.condition }
    let isFor = law.groups.indices.map { group in
      duties.map { text in text.map { $0.groups?.contains(group) ?? true } ?? false }
    }
    dutyIsFor = isFor
    dutiesToAsk = isFor.map { isFor in
      dutyOrder.filter { isFor[$0] || duties[$0]?.restart != nil }
    }
  }
}
