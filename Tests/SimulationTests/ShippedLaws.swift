internal import Diagnostics
internal import Foundation
internal import Legislation
internal import Outcomes
internal import Outcomes
internal import Pricing
internal import Reading
internal import Scenarios
internal import Simulation
internal import Verification

/// The laws of this repository, read once, and citizens made by chance to replay under them.
enum ShippedLaws {
  static let names = ["agreement-2025", "current", "expert-group-2024", "framework"]
  /// Enough to meet every group and most rules, few enough for every run of the tests.
  static let courses = 40

  private static let rules = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Rules").path

  private static let read: (laws: [String: Law], prices: PriceList?, findings: Findings) = {
    var library = RuleLibrary(root: rules)
    var laws: [String: Law] = [:]
    for name in names { laws[name] = library.law(named: name) }
    return (laws, library.prices(), library.findings)
  }()

  static func law(_ name: String) throws -> Law {
    guard let law = read.laws[name] else { throw read.findings.sorted.first ?? CocoaError(.fileNoSuchFile) }
    return law
  }

  static func prices() throws -> PriceList {
    guard let prices = read.prices else { throw CocoaError(.fileNoSuchFile) }
    return prices
  }

  static let agreementCourses =
    ProcessInfo.processInfo.environment["HEGN_AGREEMENT"].flatMap(Int.init) ?? 200

  /// What is measured of citizens, and the published figures.
  static func figures() throws -> PublishedFigures {
    var library = RuleLibrary(root: rules)
    guard let figures = library.figures() else {
      throw library.findings.sorted.first ?? CocoaError(.fileNoSuchFile)
    }
    return figures
  }

  static func costing() throws -> Costing { Costing(prices: try prices(), level: .base) }

  /// Every course and persona that lies beside the laws.
  static func scenarios() throws -> [Scenario] {
    guard !readScenarios.isEmpty else { throw CocoaError(.fileNoSuchFile) }
    return readScenarios
  }

  private static let readScenarios: [Scenario] = {
    var library = RuleLibrary(root: rules)
    let folder = URL(fileURLWithPath: rules).deletingLastPathComponent().appendingPathComponent("Scenarios")
    return ["courses", "personas"].flatMap {
      library.scenarios(at: folder.appendingPathComponent($0).path)
    }
  }()

  /// The tests that lie beside a law.
  static func ruleTests(of law: String) throws -> [RuleTest] {
    var library = RuleLibrary(root: rules)
    let tests = library.tests(at: library.testFolder(of: law))
    if let error = library.findings.sorted.first(where: { $0.severity == .error }) { throw error }
    return tests
  }

  struct Replayed: Sendable {
    let scenario: Scenario
    let course: Course
    let plan: SimulationPlan
  }

  /// Citizens made by chance, replayed once for all tests.
  private static let replayed: [String: Result<[Replayed], any Error>] = Dictionary(
    uniqueKeysWithValues: names.map { name in
      (name, Result {
        let law = try law(name)
        let plan = try SimulationPlan(law: law)
        let generator = CourseGenerator(law: law, seed: 7)
        return try (0..<courses).map { index in
          let scenario = generator.course(index)
          return Replayed(
            scenario: scenario, course: try CourseSimulator.course(of: scenario, under: plan), plan: plan)
        }
      })
    })

  static func courses(under name: String) throws -> [Replayed] { try replayed[name]?.get() ?? [] }
}
