package import Diagnostics
package import Outcomes
package import Scenarios

/// Which evaluator replays.
package enum Evaluator: String, CaseIterable, Hashable, Sendable {
  /// One citizen at a time, the meaning of the language.
  case plain
  /// Compiled; the same records, bit for bit.
  case fast
}

/// Replays citizens under one law, by either evaluator. One a worker: it keeps its memory between
/// citizens.
package struct Replayer {
  private let plan: SimulationPlan
  private var compiled: CompiledReplay?
  /// How many citizens the compiled law could not decide and the plain evaluator did.
  package private(set) var leftToPlain = 0

  /// - Parameter compiled: the plan compiled; `nil` to replay by the plain evaluator.
  package init(_ plan: SimulationPlan, compiled: CompiledPlan?) {
    self.plan = plan
    self.compiled = compiled.map(CompiledReplay.init)
  }

  package init(_ plan: SimulationPlan, by evaluator: Evaluator) {
    self.init(plan, compiled: evaluator == .fast ? CompiledPlan(plan) : nil)
  }

  /// The record expanded: every provision with its label and citation.
  ///
  /// - Throws: what `CourseSimulator` throws.
  package mutating func course(of scenario: Scenario) throws(Diagnostic) -> Course {
    plan.codebook.course(
      try record(of: scenario), of: scenario.id, period: scenario.period)
  }

  /// - Throws: what `CourseSimulator` throws.
  package mutating func record(of scenario: Scenario) throws(Diagnostic) -> CourseRecord {
    var record = CourseRecord()
    try replay(scenario, into: &record)
    record.sort(by: plan.codebook)
    return record
  }

  package mutating func replay(_ scenario: Scenario, into record: inout CourseRecord) throws(Diagnostic) {
    if compiled?.replay(scenario, into: &record) == true { return }
    if compiled != nil { leftToPlain += 1 }
    record = try CourseSimulator.record(of: scenario, under: plan)
  }
}
