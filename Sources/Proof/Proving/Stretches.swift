internal import Expressions
internal import Legislation
internal import Quantities
internal import Simulation
internal import Vocabulary

/// A time in which the texts of a law and all its values stay as they are.
struct LawStretch: Hashable {
  let from: Day
  /// `nil` for the last.
  let until: Day?

  /// From the law's first day on.
  static func all(of law: Law, under plan: SimulationPlan) -> [LawStretch] {
    let days = [law.begins] + plan.lawDays.filter { $0 > law.begins }
    return days.indices.map { index in
      LawStretch(from: days[index], until: index + 1 < days.count ? days[index + 1] : nil)
    }
  }
}
