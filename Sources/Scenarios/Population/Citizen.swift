package import Quantities

/// One citizen of a population: a course, and how many people it stands for.
package struct Citizen: Sendable {
  /// Which citizen it is. The course follows from the population, its seed and this number alone.
  package let key: UInt64
  /// The course. Its id is `c` and the key: short enough that Swift keeps it without allocating.
  package let scenario: Scenario
  /// By its index in the population.
  package let archetype: Int
  package let weight: Weight
  /// The day on which the course begins.
  package let began: Day
  /// Whether the course was running when the window opened.
  package let isOfStock: Bool

  package init(
    key: UInt64, scenario: Scenario, archetype: Int, weight: Weight, began: Day, isOfStock: Bool
  ) {
    self.key = key
    self.scenario = scenario
    self.archetype = archetype
    self.weight = weight
    self.began = began
    self.isOfStock = isOfStock
  }
}

/// A changed chance of work, for assumptions on behaviour.
///
/// The hazard of leaving a state for work is multiplied by a factor from a day on. Every citizen keeps
/// the quantiles drawn for her, so that two laws meet the same luck and a factor of one changes nothing.
package struct BehaviourScaling: Hashable, Sendable {
  /// The factor on the hazard of work; above zero.
  package let workHazard: Rational
  /// The first day on which it holds; time before is as it was.
  package let from: Day

  package init(workHazard: Rational, from: Day = .first) {
    self.workHazard = workHazard
    self.from = from
  }

  package static let none = BehaviourScaling(workHazard: .one)

  var changesNothing: Bool { workHazard == .one || workHazard <= .zero }
}
