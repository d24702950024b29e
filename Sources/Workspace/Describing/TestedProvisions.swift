internal import Legislation
internal import Pricing
internal import Scenarios
internal import Vocabulary

/// Which rule tests touch which provisions of a law.
///
/// A test touches what its course touched, and what its assertions name.
struct TestedProvisions {
  /// Tests in the order they were given; their numbers stand in the rows.
  let names: [String]
  private let tests: [String: Set<Int>]

  init(_ law: Law, tests: [RuleTest], prices: PriceList) {
    let ours = tests.filter { $0.law == law.id }
    var runner = RuleTestRunner(laws: [law.id: law], prices: prices)
    let sections = Dictionary(
      law.described.map { ($0.id.name, $0.id.section) }, uniquingKeysWith: { first, _ in first })
    var touching: [String: Set<Int>] = [:]
    for (index, test) in ours.enumerated() {
      let course = runner.run(test).touched.map(\.local)
      let named = test.assertions.flatMap { TestedProvisions.names(in: $0.claim, sections) }
      for provision in course + named { touching[provision, default: []].insert(index) }
    }
    names = ours.map(\.name)
    self.tests = touching
  }

  /// The indices of the tests that touch a provision, ascending.
  subscript(_ provision: ProvisionID) -> [Int] { (tests[provision.local] ?? []).sorted() }

  private static func names(
    in claim: RuleTest.Assertion.Claim, _ sections: [String: Section]
  ) -> [String] {
    func local(_ section: Section, _ name: String) -> String { "\(section.rawValue)/\(name)" }
    switch claim {
    case .benefit(_, let name), .paid(let name, _), .borne(let name, _, _): return [local(.benefits, name)]
    case .group(_, let name): return [local(.groups, name)]
    case .unit(_, let name): return [local(.units, name)]
    case .episodes(_, let names): return names.map { local(.episodes, $0) }
    case .value(_, let name, _): return sections[name].map { [local($0, name)] } ?? []
    case .demand(let demand), .noDemand(let demand): return [demand.provision].compactMap { $0 }
    case .demandsOf(let provision, _): return [provision]
    case .handOvers(let expected):
      return expected.flatMap { [$0.from, $0.to].compactMap { $0 } }.map { local(.units, $0) }
    case .count: return []
    }
  }
}

extension Law {
  /// Every entry that a description tells: practice too, and the duties that practice adds.
  var described: [Provision] {
    [coverage.provision] + groups.map(\.provision) + units.map(\.provision) + benefits.map(\.provision)
      + financings.map(\.provision) + episodes.map(\.provision) + clocks.map(\.provision)
      + duties.map(\.provision) + practices.map(\.provision) + parameters.map(\.provision)
      + definitions.map(\.provision)
  }
}
