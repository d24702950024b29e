package import Quantities
package import Vocabulary

/// What a reform changes for a country, and what of it stands on which assumption.
///
/// - Unit: øre for the year that is counted, the last of the window, in the prices of the price list.
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
  /// What each year of the window adds, where it has more than one; the figures above are of the last.
  package let years: [Year]

  package init(
    target: Target, amount: Money, baseline: Label, reform: Label, effects: CountryEffects,
    published: [Published], steps: Steps, measures: MeasurePrices?, ranges: Ranges,
    sample: SampleFigures, years: [Year] = []
  ) {
    self.years = years
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

  /// The effects of one year of the window.
  package struct Year: Sendable {
    package let year: Int
    package let effects: CountryEffects

    package init(year: Int, effects: CountryEffects) {
      self.year = year
      self.effects = effects
    }
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

  /// Low, base and high of what is told first.
  package struct Ranges: Sendable {
    /// All prices at their low ends, and at their high ends.
    package let prices: (low: Int, high: Int)
    /// The saving over drawn prices.
    package let draws: Percentiles?
    /// How many sets of prices were drawn.
    package let drawn: Int
    package let practice: Practice?
    /// Over all that was drawn: prices, practice, behaviour.
    package let headlines: [HeadlineRange]
    package let spread: Spread?

    package init(
      prices: (low: Int, high: Int), draws: Percentiles? = nil, drawn: Int = 0,
      practice: Practice? = nil, headlines: [HeadlineRange] = [], spread: Spread? = nil
    ) {
      self.prices = prices
      self.draws = draws
      self.drawn = drawn
      self.practice = practice
      self.headlines = headlines
      self.spread = spread
    }
  }

  /// What discretion, and behaviour where it was asked for, makes of the saving: replayed on fewer
  /// citizens, of whom only the difference is taken.
  package struct Practice: Sendable {
    /// How many citizens were replayed.
    package let citizens: Int
    /// All practice at its low ends, and at its high ends.
    package let ends: (low: Int, high: Int)
    /// One standard error of what each of the ends moves the saving by.
    package let errors: (low: SamplingError?, high: SamplingError?)
    /// The saving over drawn practice at the base of all prices.
    package let draws: Percentiles?
    /// The saving over drawn practice and drawn prices.
    package let together: Percentiles?
    /// How many sets of practice were drawn, and how many sets of prices with each.
    package let drawn: (practice: Int, prices: Int)
    package let withBehaviour: Bool

    package init(
      citizens: Int, ends: (low: Int, high: Int), errors: (low: SamplingError?, high: SamplingError?),
      draws: Percentiles?, together: Percentiles?, drawn: (practice: Int, prices: Int),
      withBehaviour: Bool
    ) {
      self.citizens = citizens
      self.ends = ends
      self.errors = errors
      self.draws = draws
      self.together = together
      self.drawn = drawn
      self.withBehaviour = withBehaviour
    }
  }

  /// Who was replayed, and how far another sample could lie.
  package struct SampleFigures: Sendable {
    /// What the population is called.
    package let population: Label
    package let citizens: Int
    package let people: Int
    package let window: Stretch
    package let seed: UInt64
    /// The year that is counted.
    package let year: Int
    /// The year that the population is known for, where another is counted.
    package let known: Int?
    /// Of the saving that counts.
    package let error: SamplingError?

    package init(
      population: Label, citizens: Int, people: Int, window: Stretch, seed: UInt64, year: Int,
      known: Int?, error: SamplingError?
    ) {
      self.year = year
      self.known = known
      self.population = population
      self.citizens = citizens
      self.people = people
      self.window = window
      self.seed = seed
      self.error = error
    }
  }
}
