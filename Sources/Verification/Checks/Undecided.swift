internal import Diagnostics
internal import Legislation
internal import Pricing
internal import Quantities
internal import Scenarios
internal import Simulation

/// A citizen for whom the rules cannot decide: two groups at once, or none, or two benefits, an open case
/// that nobody holds, exceptions that conflict, a gap between them.
///
/// Looked for by replaying courses made by chance. What it finds is real, for the citizen was replayed;
/// that it finds nothing is no proof.
struct Undecided: Check {
  /// How many courses are tried. Each takes about a millisecond in a release build, and checking is to
  /// stay quick enough to run while an author types.
  private static let courses = 40

  func findings(in law: Law, prices: PriceList) -> [Diagnostic] {
    let generator = CourseGenerator(law: law, seed: 2_023)
    var found: [String: Diagnostic] = [:]
    do throws(Diagnostic) {
      var replayer = Replayer(try SimulationPlan(law: law), by: .fast)
      for index in 0..<Undecided.courses {
        do throws(Diagnostic) {
          _ = try replayer.record(of: generator.course(index))
        } catch where error.code == "no-value-in-force" {
          // Found without replaying, at the value itself.
        } catch {
          // One witness for each place is enough.
          let key = "\(error.code) \(error.range)"
          if found[key] == nil { found[key] = error }
        }
      }
    } catch {
      found[error.code] = error
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
