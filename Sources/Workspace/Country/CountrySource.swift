internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Simulation
internal import Vocabulary

/// A sample with what it is a sample of.
struct CountrySource: Sendable {
  let name: String
  let title: Label
  let window: Stretch
  let sample: Sample
  /// The published rows that its figures were set by, with the figure that was.
  let fed: [(row: String, by: String)]

  init(_ population: Population, citizens: Int) {
    name = population.name
    title = population.title
    window = population.window
    sample = Sample(population, citizens: citizens)
    fed = population.figures.compactMap { figure in figure.feeds.map { (row: $0, by: figure.name) } }
  }

  /// - Returns: `nil` when there are none.
  init?(_ scenarios: [Scenario], path: String) {
    guard let first = scenarios.first else { return nil }
    name = path
    title = Label(danish: "Scenarierne i \(path)", english: "The scenarios in \(path)")
    window = scenarios.dropFirst().reduce(first.period) { window, scenario in
      Stretch(
        from: min(window.from, scenario.period.from), until: max(window.until, scenario.period.until))
    }
    sample = Sample(scenarios)
    fed = []
  }
}
