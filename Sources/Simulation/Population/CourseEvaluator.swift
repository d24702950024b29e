package import Diagnostics
package import Outcomes
package import Scenarios

/// Replays scenarios under one law, one after another.
///
/// One worker uses one of them, so it may keep memory from citizen to citizen; none of it may show in a
/// record.
package protocol CourseEvaluator: SendableMetatype {
  /// - Parameter record: of whoever was replayed before; what stands in it is lost, its room is used again. In
  ///   what order it lists what happens is left open, for it is there to be counted; see `CourseRecord.sort`.
  /// - Throws: when the rules cannot decide.
  mutating func replay(_ scenario: Scenario, into record: inout CourseRecord) throws(Diagnostic)
}

extension Replayer: CourseEvaluator {}
