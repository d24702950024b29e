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

  /// Which version of each provision is in force; -1 for none.
  let versions: Versions

  struct Versions: Sendable {
    let coverage: Int
    let definitions: [Int]
    let clocks: [Int]
    let episodes: [Int]
    let benefits: [Int]
    let financings: [Int]
    let groups: [Int]
    let units: [Int]
    let duties: [Int]

    init(_ law: Law, on day: Day) {
      func version<Text>(_ versions: [Dated<Text>]) -> Int { versions.firstIndex { $0.force.contains(day) } ?? -1 }
      coverage = version(law.coverage.versions)
      definitions = law.definitions.map { version($0.versions) }
      clocks = law.clocks.map { version($0.versions) }
      episodes = law.episodes.map { version($0.versions) }
      benefits = law.benefits.map { version($0.versions) }
      financings = law.financings.map { version($0.versions) }
      groups = law.groups.map { version($0.versions) }
      units = law.units.map { version($0.versions) }
      duties = law.duties.map { version($0.versions) }
    }
  }

  init(_ law: Law, on day: Day, dutyOrder: [Int]) {
    let versions = Versions(law, on: day)
    self.versions = versions
    func texts<Text>(_ versions: [Int], _ all: (Int) -> [Dated<Text>]) -> [Text?] {
      versions.indices.map { versions[$0] < 0 ? nil : all($0)[versions[$0]].text }
    }
    coverage = versions.coverage < 0 ? nil : law.coverage.versions[versions.coverage].text
    definitions = texts(versions.definitions) { law.definitions[$0].versions }
    clocks = texts(versions.clocks) { law.clocks[$0].versions }
    episodes = texts(versions.episodes) { law.episodes[$0].versions }
    benefits = texts(versions.benefits) { law.benefits[$0].versions }
    financings = texts(versions.financings) { law.financings[$0].versions }
    groups = texts(versions.groups) { law.groups[$0].versions }
    units = texts(versions.units) { law.units[$0].versions }
    let duties = texts(versions.duties) { law.duties[$0].versions }
    self.duties = duties
    var base = 0
    dutyTextIDs = law.duties.indices.map { index in
      defer { base += law.duties[index].versions.count }
      return versions.duties[index] < 0 ? -1 : base + versions.duties[index]
    }
    dutyConditions = duties.map { $0?.condition }
    // By duty and not by group: a text is looked into once, which for each pair of the two adds up.
    var isFor = law.groups.map { _ in [Bool](repeating: false, count: duties.count) }
    var notesRestart = [Bool](repeating: false, count: duties.count)
    for index in duties.indices {
      guard let text = duties[index] else { continue }
      notesRestart[index] = text.restart != nil
      for group in text.groups ?? Array(law.groups.indices) { isFor[group][index] = true }
    }
    dutyIsFor = isFor
    dutiesToAsk = isFor.map { isFor in
      dutyOrder.filter { isFor[$0] || notesRestart[$0] }
    }
  }
}
