package import Attribution
package import Quantities

/// What is asked about a reform and a population.
package struct AttributionQuestion: Sendable {
  package var settings = Workspace.Settings()
  /// How many sets of prices to draw; none when zero.
  package var draws = 0
  /// How many sets of practice, and of behaviour where it is asked for, to draw; none when zero.
  package var practiceDraws = 0
  /// On how many citizens practice and behaviour are replayed for the ranges, at most.
  package var practiceSample = 2_000
  /// The year that is counted; `nil` for all of the window.
  package var year: Int?
  /// The year that the population is known for, where the window is another.
  package var known: Int?
  /// How to price the measures; `nil` not to.
  package var prices: Pricing?
  /// Which end of the assumptions on behaviour to take; `nil` for none of them.
  package var behaviour: RangeEnd?
  /// Which end of flow-back to take; `nil` for none.
  package var flowBack: RangeEnd?
  /// What a budget moved, to be explained.
  package var budgetCut: Money?

  /// Told which of how many replays is next, while measures are priced and ranges are drawn.
  package var progress: @Sendable (_ next: Int, _ all: Int) -> Void = { _, _ in }

  package init() {}

  package struct Pricing: Hashable, Sendable {
    /// How many orders of the measures to draw; `nil` for all of them.
    package var orders: Int?
    /// Whether to take measures apart.
    package var byProvision = false
    /// Whether everybody is replayed under every set of measures. It gives what is given without; only
    /// tests ask for it.
    package var replaysEverySet = false

    package init() {}
  }
}
