internal import Diagnostics
internal import Legislation
internal import Pricing
internal import Reading
internal import Simulation
internal import Workspace

/// Reads a file as each kind that lies beside laws, and replays the courses and rule tests in it.
struct ScenarioTarget: FuzzTarget {
  private let bench: RuleBench
  private let path: String
  private let laws: [String: Law]
  private let prices: PriceList
  private let plan: SimulationPlan
  private let compiled: CompiledPlan

  init() throws {
    bench = try RuleBench(with: ["course.yaml": ""])
    path = "\(bench.root)/course.yaml"
    var library = bench.library
    guard let law = library.law(named: "sample"), let prices = library.prices() else { throw RuleBench.Unready() }
    laws = ["sample": law]
    self.prices = prices
    plan = try SimulationPlan(law: law)
    compiled = CompiledPlan(plan)
  }

  func complaint(about input: [UInt8]) -> String? {
    var library = bench.library.replacing(path, with: String(decoding: input, as: UTF8.self))
    let scenarios = library.scenarios(at: path)
    let tests = library.tests(at: path)
    _ = library.population(at: path)
    _ = library.mapping(at: path)
    if let misplaced = library.findings.misplaced() { return misplaced }
    for scenario in scenarios {
      if let complaint = bench.complaint(about: scenario, under: plan, compiled: compiled) { return complaint }
    }
    var runner = RuleTestRunner(laws: laws, prices: prices)
    for test in tests {
      if let misplaced = Findings(runner.run(test).failures).misplaced() { return misplaced }
    }
    return nil
  }
}
