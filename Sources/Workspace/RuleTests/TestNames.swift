internal import Diagnostics
internal import Legislation
internal import Outcomes
internal import Scenarios
internal import Vocabulary

/// The names that a test of a law may use.
///
/// A test that expects no demand of a duty which does not exist would pass for ever, so every name must be
/// one of the law, or one of those that its reform repealed.
struct TestNames {
  private let law: String
  /// Of the law and of what its reform repealed, by section.
  private let known: [Section: [String]]
  /// The same with their section before the name.
  private let duties: [String]
  private let performers: [String]

  init(_ law: Law) {
    self.law = law.id
    let repealed = (law.reform?.measures ?? []).flatMap(\.changes).filter { $0.kind == .repeals }
      .map(\.provision)
    known = Dictionary(grouping: law.provisions(on: nil).map(\.id) + repealed, by: \.section)
      .mapValues { $0.map(\.name) }
    duties = (law.duties.map(\.provision.id.local) + repealed.map(\.local))
      .filter { $0.hasPrefix(Section.duties.rawValue) }
    performers =
      law.units.map(\.provision.id.name) + law.vocabulary.authorities.map(\.name)
      + law.vocabulary.performers.map(\.name)
  }

  func failures(of test: RuleTest) -> [Diagnostic] {
    test.assertions.flatMap { assertion in
      strangers(in: assertion.claim).map { name, what, known in
        let nearest = nearestName(to: name, among: known)
        return Diagnostic(
          .error, "unknown-name", "'\(name)' is not \(what) of the law '\(law)'",
          at: assertion.range, hint: nearest.map { "write '\($0)'" },
          notes: [.init("in the test '\(test.name)' (\(test.cites))", at: test.range)])
      }
    }
  }

  private typealias Stranger = (name: String, what: String, known: [String])

  private func strangers(in claim: RuleTest.Assertion.Claim) -> [Stranger] {
    switch claim {
    case .benefit(_, let name): unknown(name, .benefits, "a benefit", orNone: true)
    case .group(_, let name): unknown(name, .groups, "a group", orNone: true)
    case .unit(_, let name): unknown(name, .units, "a unit", orNone: true)
    case .episodes(_, let names): names.flatMap { unknown($0, .episodes, "an episode") }
    case .paid(let name, _), .borne(let name, _, _): unknown(name, .benefits, "a benefit")
    case .demandsOf(let provision, _): unknown(provision: provision)
    case .demand(let demand), .noDemand(let demand):
      (demand.provision.map { unknown(provision: $0) } ?? [])
        + (demand.performer.map { unknown($0, among: performers, "a performer") } ?? [])
    case .handOvers(let handOvers):
      handOvers.flatMap { handOver in
        [handOver.from, handOver.to].compactMap { $0 }.flatMap { unknown($0, .units, "a unit") }
          + (handOver.cause.map { unknown($0, among: causes, "a cause of hand-overs") } ?? [])
      }
    case .value, .count: []
    }
  }

  private var causes: [String] { Course.HandOver.Cause.allCases.map(\.rawValue) }

  private func unknown(
    _ name: String, _ section: Section, _ what: String, orNone: Bool = false
  ) -> [Stranger] {
    unknown(name, among: (known[section] ?? []) + (orNone ? ["none"] : []), what)
  }

  private func unknown(provision name: String) -> [Stranger] { unknown(name, among: duties, "a duty") }

  private func unknown(_ name: String, among known: [String], _ what: String) -> [Stranger] {
    known.contains(name) ? [] : [(name, what, known.sorted())]
  }
}
