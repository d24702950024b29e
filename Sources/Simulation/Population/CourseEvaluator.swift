package import Diagnostics
package import Outcomes
package import Scenarios

/// Replays scenarios under one law, one after another.
///
/// One worker uses one of them, so it may keep memory from citizen to citizen; none of it may show in a
/// record.
package protocol CourseEvaluator: SendableMetatype {
  /// - Throws: when the rules cannot decide.
  mutating func record(of scenario: Scenario) throws(Diagnostic) -> CourseRecord
}

extension Replayer: CourseEvaluator {}
