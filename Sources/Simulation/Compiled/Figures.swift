internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities

/// The figures of a law on one day, for expressions that name nothing else.
struct Figures: EvaluationContext {
  let plan: SimulationPlan
  let day: Day

  /// The bound of a share that is drawn by lot; `nil` when it is no figure on this day.
  func bound(of share: CheckedExpression) -> UInt64? {
    guard share.slots.allSatisfy({ figure($0) != nil }) else { return nil }
    var figures = self
    return (try? share.value(in: &figures))?.number.flatMap { Lot.bound(of: $0) }
  }

  mutating func value(of slot: Int) throws(Diagnostic) -> Value { figure(slot) ?? .unknown }

  private func figure(_ slot: Int) -> Value? {
    switch plan.law.slots[slot] {
    case .parameter(let index): plan.law.parameters[index].step(on: day)?.value
    case .practice(let index): plan.law.practices[index][plan.practice]
    default: nil
    }
  }
}
