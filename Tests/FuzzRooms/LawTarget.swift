internal import Diagnostics
internal import Foundation
internal import Legislation
internal import Reading
internal import Simulation
internal import Verification

/// Reads a file of rules that lies in a folder of laws, and replays a citizen made by chance under what reads well.
///
/// A file that says which law it is stands alone (or amends the sample law); any other is one more file of a
/// law like the sample.
struct LawTarget: FuzzTarget {
  private let bench: RuleBench

  init() throws {
    let sample = try String(
      contentsOf: RuleBench.fixtures.appendingPathComponent("common/sample/law.yaml"), encoding: .utf8)
    bench = try RuleBench(with: [
      "reform/law.yaml": "", "parted/part.yaml": "",
      "parted/law.yaml": sample.replacingOccurrences(of: "law: sample", with: "law: parted"),
    ])
  }

  func complaint(about input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    let isWhole = text.hasPrefix("law:") || text.contains("\nlaw:")
    let name = isWhole ? "reform" : "parted"
    var library = bench.library.replacing("\(bench.root)/\(name)/\(isWhole ? "law" : "part").yaml", with: text)
    let law = library.law(named: name)
    if let misplaced = library.findings.misplaced() { return misplaced }
    guard let law else { return library.findings.hasErrors ? nil : "no law, and no reason why" }
    guard !library.findings.hasErrors else { return nil }
    // Duties that include one another in a circle are only seen when they are put in order.
    guard let plan = try? SimulationPlan(law: law) else { return nil }
    let compiled = CompiledPlan(plan)
    // One citizen an input: which, the input says, so that each law meets others as it changes.
    let citizen = CourseGenerator(law: law, seed: 1).course(input.count % 16)
    return bench.complaint(about: citizen, under: plan, compiled: compiled)
  }
}
