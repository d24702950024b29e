package import Attribution
package import Quantities

/// What is asked about a reform and a population.
package struct AttributionQuestion: Sendable {
  package var settings = Workspace.Settings()
  /// How many sets of prices to draw; none when zero.
  package var draws = 0
  /// How to price the measures; `nil` not to.
  package var prices: Pricing?
  /// Which end of the assumptions on behaviour to take; `nil` for none of them.
  package var behaviour: RangeEnd?
  /// Which end of flow-back to take; `nil` for none.
  package var flowBack: RangeEnd?
  /// What a budget moved, to be explained.
  package var budgetCut: Money?

  /// Told which law of how many is replayed next, while measures are priced.
  package var progress: @Sendable (_ next: Int, _ all: Int) -> Void = { _, _ in }

  package init() {}

  package struct Pricing: Hashable, Sendable {
    /// How many orders of the measures to draw; `nil` for all of them.
    package var orders: Int?
    /// Whether to take measures apart.
    package var byProvision = false

    package init() {}
  }
}
