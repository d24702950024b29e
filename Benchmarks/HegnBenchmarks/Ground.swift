internal import Diagnostics
internal import Legislation
internal import Pricing
internal import Reading
internal import Scenarios
internal import Simulation
internal import Vocabulary

/// What the benchmarks stand on: the shipped rules and scenarios, read once and outside every measurement.
struct Ground: Sendable {
  let library: RuleLibrary
  let vocabulary: Vocabulary
  let prices: PriceList
  let current: SimulationPlan
  let framework: SimulationPlan
  let personas: [Scenario]
  let courses: [Scenario]
  /// Forty years with five hundred events.
  let fortyYears: Scenario

  /// The folder that holds `Package.swift`, wherever the benchmarks are run from.
  static let root = String(#filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined())
  static let rules = "\(root)/Rules"

  /// - Throws: the first thing that is wrong with the rules or scenarios.
  static func read() throws(Diagnostic) -> Ground {
    var library = RuleLibrary(root: rules)
    let prices = library.prices()
    let current = library.law(named: "current")
    let framework = library.law(named: "framework")
    let personas = library.scenarios(at: "\(root)/Scenarios/personas")
    let courses = library.scenarios(at: "\(root)/Scenarios/courses")
    let fortyYears = library.scenarios(at: "\(root)/Benchmarks/forty-years.yaml").first
    if let error = library.findings.sorted.first(where: { $0.severity == .error }) { throw error }
    guard let vocabulary = library.vocabulary, let prices, let current, let framework, let fortyYears
    else { throw nothing(at: rules) }
    return Ground(
      library: library, vocabulary: vocabulary, prices: prices,
      current: try SimulationPlan(law: current), framework: try SimulationPlan(law: framework),
      personas: personas, courses: courses, fortyYears: fortyYears)
  }

  private static func nothing(at path: String) -> Diagnostic {
    Diagnostic(
      .error, "no-such-file", "there are no rules to measure with", at: .start(of: path),
      hint: "run the benchmarks from a complete checkout")
  }
}

/// Read at the first use; a failure is told by every benchmark that needs it.
let ground = Result { () throws(Diagnostic) in try Ground.read() }
