internal import Diagnostics
internal import Foundation
internal import Legislation
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Simulation
internal import Verification

/// A folder of rules on the disk: the sample law of the fixtures, and room for a file that is not on the disk.
struct RuleBench: Sendable {
  let library: RuleLibrary
  let root: String
  let costing: Costing

  /// Where the fixtures lie.
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures", isDirectory: true)

  struct Unready: Error {}

  /// - Parameter files: the texts of files beside the sample; one whose text each input gives is made empty, so
  ///   that folders list it.
  init(with files: [String: String]) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("hegn-fuzz-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: RuleBench.fixtures.appendingPathComponent("common"), to: root)
    for (file, text) in files {
      let place = root.appendingPathComponent(file)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
    var library = RuleLibrary(root: root.path)
    guard let prices = library.prices(), library.law(named: "sample") != nil, !library.findings.hasErrors else {
      throw Unready()
    }
    self.library = library
    self.root = root.path
    costing = Costing(prices: prices, level: .base)
  }

  /// Removes what was written.
  func leave() { try? FileManager.default.removeItem(atPath: root) }

  /// Replays a citizen by both evaluators and prices the course.
  ///
  /// - Returns: what does not hold: that the evaluators tell the same, or that the ledger balances.
  func complaint(about scenario: Scenario, under plan: SimulationPlan, compiled: CompiledPlan) -> String? {
    var fast = Replayer(plan, compiled: compiled)
    let told = Result { () throws(Diagnostic) in try fast.record(of: scenario) }
    let meant = Result { () throws(Diagnostic) in try CourseSimulator.record(of: scenario, under: plan) }
    switch (told, meant) {
    case (.failure, .failure): return nil
    case (.success(let one), .success(let other)):
      guard one == other else { return "the evaluators differ on '\(scenario.id)'" }
      let course = plan.codebook.course(other, of: scenario.id, period: scenario.period)
      guard let ledger = try? costing.ledger(of: course) else { return nil }
      return ledger.balance == .zero ? nil : "the ledger of '\(scenario.id)' does not balance: \(ledger.balance)"
    default: return "one evaluator decides '\(scenario.id)', the other does not"
    }
  }
}
