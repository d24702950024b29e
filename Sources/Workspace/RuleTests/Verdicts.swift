internal import Diagnostics
internal import Legislation
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// What a rule test's assertions say of provisions: that they apply, that they do not, or their value.
struct Verdicts {
  enum Verdict: Hashable {
    case applies, not
    /// Of a definition or a clock that is neither true nor false, as the test writes it.
    case value(String)
  }

  struct Given {
    /// `duties/first-interview`.
    let provision: String
    /// `nil` for what is said of the whole course.
    var day: Day?
    let verdict: Verdict
    /// The last days of the demands that are said to be there.
    var due: [Day] = []
  }

  private let names: [Section: [String]]

  init(_ law: Law) {
    names = [
      .benefits: law.benefits.map(\.provision.id.name), .groups: law.groups.map(\.provision.id.name),
      .units: law.units.map(\.provision.id.name), .episodes: law.episodes.map(\.provision.id.name),
      .definitions: law.definitions.map(\.provision.id.name), .clocks: law.clocks.map(\.provision.id.name),
    ]
  }

  func given(by claim: RuleTest.Assertion.Claim) -> [Given] {
    switch claim {
    case .benefit(let day, let name): these([name], of: .benefits, on: day)
    case .group(let day, let name): these([name], of: .groups, on: day)
    case .unit(let day, let name): these([name], of: .units, on: day)
    case .episodes(let day, let names): these(names, of: .episodes, on: day)
    case .value(let day, let name, let text): value(of: name, text.text, on: day)
    case .demand(let demand):
      subjects(of: demand).map { Given(provision: $0, verdict: .applies, due: [demand.by].compactMap { $0 }) }
    case .noDemand(let demand):
      // One that a day or a kind rules out besides may be there otherwise.
      demand.isPlain ? subjects(of: demand).map { Given(provision: $0, verdict: .not) } : []
    case .demandsOf(let provision, let days):
      [Given(provision: provision, verdict: days.isEmpty ? .not : .applies, due: days)]
    case .handOvers(let expected): expected.flatMap(handOver)
    case .paid(let benefit, let amount), .borne(let benefit, _, let amount):
      amount > .zero ? [Given(provision: local(.benefits, benefit), verdict: .applies)] : []
    case .count: []
    }
  }

  /// One benefit, group and unit holds on a day, and a test names all episodes that are open: each other one
  /// is said not to.
  private func these(_ holding: [String], of section: Section, on day: Day) -> [Given] {
    (names[section] ?? []).map { name in
      Given(provision: local(section, name), day: day, verdict: holding.contains(name) ? .applies : .not)
    }
  }

  private func value(of name: String, _ text: String, on day: Day) -> [Given] {
    let verdict: Verdict =
      switch text {
      case "true": .applies
      case "false": .not
      default: .value(text)
      }
    return [Section.definitions, .clocks].filter { names[$0]?.contains(name) ?? false }.map { section in
      Given(provision: local(section, name), day: day, verdict: verdict)
    }
  }

  private func handOver(_ expected: RuleTest.ExpectedHandOver) -> [Given] {
    (expected.from.map { these([$0], of: .units, on: expected.on.adding(days: -1)) } ?? [])
      + (expected.to.map { these([$0], of: .units, on: expected.on) } ?? [])
  }

  /// The duty, and the unit that does what it demands: some units never hold a case and only act.
  private func subjects(of demand: RuleTest.ExpectedDemand) -> [String] {
    let unit = demand.performer.flatMap { name in
      names[.units]?.contains(name) ?? false ? local(.units, name) : nil
    }
    return [demand.provision, unit].compactMap { $0 }
  }

  private func local(_ section: Section, _ name: String) -> String { "\(section.rawValue)/\(name)" }
}

extension RuleTest.ExpectedDemand {
  /// Whether it names a duty or a performer, and nothing else.
  fileprivate var isPlain: Bool {
    var plain = RuleTest.ExpectedDemand()
    plain.provision = provision
    plain.performer = provision == nil ? performer : nil
    // Where it stands says nothing of what it says.
    plain.places = places
    return self == plain
  }
}
