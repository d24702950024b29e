package import Outcomes
package import Quantities
package import Vocabulary

/// Laws side by side on a population: what each costs the country, and who loses by it.
///
/// Everything a report prints, rounded for it once; the ledgers hold the exact sums.
///
/// Invariant: every list by law is in the order of `laws`; the first is what the others are told
/// against. Figures of money are sums of ledger entries brought to whole øre one by one, so what is
/// printed adds up to the øre.
package struct CountryComparison: Sendable {
  package let laws: [LawSummary]
  package let sample: SampleSummary
  /// Each calendar year of the window, in order.
  package let years: [CountryYear]
  /// One for each law.
  package let ledgers: [CountryLedger]
  /// One for each law but the first.
  package let distributions: [Distribution]

  package init(
    laws: [LawSummary], sample: SampleSummary, years: [CountryYear], ledgers: [CountryLedger],
    distributions: [Distribution]
  ) {
    self.laws = laws
    self.sample = sample
    self.years = years
    self.ledgers = ledgers
    self.distributions = distributions
  }

  /// Whether in every law's ledger each account of each year is borne by its payers to the last part of
  /// an øre.
  package var isBalanced: Bool { ledgers.allSatisfy(\.isBalanced) }
}

/// What a country's figures rest on; the same again gives the same figures, byte for byte.
package struct SampleSummary: Hashable, Sendable {
  /// The population's name: `denmark-2023`.
  package let population: String
  package let title: Label
  /// Simulated citizens.
  package let citizens: Int
  /// The people they stand for.
  package let people: Int
  package let seed: UInt64
  package let window: Stretch
  /// The day whose law holds throughout; `nil` when the law follows the calendar.
  package let lawDate: Day?
  /// The year of the prices, as `Rules/prices.yaml` says it.
  package let priceLevel: String
  /// Which end of the ranges: `low`, `base` or `high`.
  package let prices: String
  package let practice: String
  /// The year that the population is known for, where the window is another.
  package let known: Int?

  package init(
    population: String, title: Label, citizens: Int, people: Int, seed: UInt64, window: Stretch,
    lawDate: Day?, priceLevel: String, prices: String, practice: String, known: Int? = nil
  ) {
    self.known = known
    self.population = population
    self.title = title
    self.citizens = citizens
    self.people = people
    self.seed = seed
    self.window = window
    self.lawDate = lawDate
    self.priceLevel = priceLevel
    self.prices = prices
    self.practice = practice
  }
}

/// One calendar year under every law, without what `SmallCells` leaves out.
package struct CountryYear: Sendable {
  package let year: Int
  package let figures: [CountryFigures]

  package init(year: Int, figures: [CountryFigures]) {
    self.year = year
    self.figures = figures.hidingSmallHoldings()
  }
}
