package import Quantities
package import Vocabulary

/// What a reform changes for a country, and what of it stands on which assumption.
///
/// - Unit: øre for the years of the window, in the prices of the price list.
package struct CountryAttribution: Sendable {
  package let target: Target
  /// The target in the prices of the price list.
  package let amount: Money
  package let baseline: Label
  package let reform: Label
  package let effects: CountryEffects
  /// Savings that somebody published for the reform, and one given with the question.
  package let published: [Published]
  package let steps: Steps
  package let measures: MeasurePrices?
  package let ranges: Ranges
  package let sample: SampleFigures

  package init(
    target: Target, amount: Money, baseline: Label, reform: Label, effects: CountryEffects,
    published: [Published], steps: Steps, measures: MeasurePrices?, ranges: Ranges,
    sample: SampleFigures
  ) {
    self.target = target
    self.amount = amount
    self.baseline = baseline
    self.reform = reform
    self.effects = effects
    self.published = published
    self.steps = steps
    self.measures = measures
    self.ranges = ranges
    self.sample = sample
  }

  /// A saving to be explained: what rule and practice make of it, and what is left.
  package struct Published: Sendable {
    package let label: Label
    package let amount: Money
    /// `nil` for one that was given with the question.
    package let citation: Citation?

    package init(label: Label, amount: Money, citation: Citation?) {
      self.label = label
      self.amount = amount
      self.citation = citation
    }
  }

  /// The ministry's three steps, each by place; `nil` where the step was not asked for.
  package struct Steps: Sendable {
    package let immediate: [Int]
    package let afterFlowBack: [Int]?
    package let afterBehaviour: [Int]?
    package let behaviour: BehaviourFigures?

    package init(
      immediate: [Int], afterFlowBack: [Int]?, afterBehaviour: [Int]?, behaviour: BehaviourFigures?
    ) {
      self.immediate = immediate
      self.afterFlowBack = afterFlowBack
      self.afterBehaviour = afterBehaviour
      self.behaviour = behaviour
    }
  }

  /// Which assumptions on behaviour were taken, at which end, and whom they touched.
  package struct BehaviourFigures: Sendable {
    package let effects: [Behaviour.Effect]
    package let end: RangeEnd
    /// People whose chance of work changed.
    package let people: Int

    package init(effects: [Behaviour.Effect], end: RangeEnd, people: Int) {
      self.effects = effects
      self.end = end
      self.people = people
    }
  }

  /// Low, base and high of the saving that counts.
  package struct Ranges: Sendable {
    /// All prices at their low ends, and at their high ends.
    package let prices: (low: Int, high: Int)
    /// All practice at its low ends, and at its high ends; `nil` where it was not asked for.
    package let practice: (low: Int, high: Int)?
    package let draws: Percentiles?
    package let drawn: Int
    package let spread: Spread?

    package init(
      prices: (low: Int, high: Int), practice: (low: Int, high: Int)?, draws: Percentiles?,
      drawn: Int, spread: Spread?
    ) {
      self.prices = prices
      self.practice = practice
      self.draws = draws
      self.drawn = drawn
      self.spread = spread
    }
  }

  /// Who was replayed, and how far another sample could lie.
  package struct SampleFigures: Sendable {
    package let population: String
    package let citizens: Int
    package let people: Int
    package let window: Stretch
    package let seed: UInt64
    /// Of the saving that counts.
    package let error: SamplingError?

    package init(
      population: String, citizens: Int, people: Int, window: Stretch, seed: UInt64,
      error: SamplingError?
    ) {
      self.population = population
      self.citizens = citizens
      self.people = people
      self.window = window
      self.seed = seed
      self.error = error
    }
  }
}
