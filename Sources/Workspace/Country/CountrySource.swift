internal import Outcomes
internal import Quantities
internal import Reading
internal import Scenarios
internal import Simulation
internal import Vocabulary

/// A sample with what it is a sample of.
struct CountrySource: Sendable {
  let name: String
  let title: Label
  let window: Stretch
  /// Those that can be made by number; nobody where they come from a file.
  let sample: Sample
  let file: CitizenFile?
  /// The published rows that its figures were set by, with what the figure that was is called.
  let fed: [(row: String, by: Label)]
  /// The year that it is known for, where the window is another.
  let known: Int?

  init(_ population: Population, citizens: Int, known: Int? = nil) {
    self.known = known
    name = population.name
    title = population.title
    window = population.window
    sample = Sample(population, citizens: citizens)
    file = nil
    fed = population.figures.compactMap { figure in figure.feeds.map { (row: $0, by: figure.label) } }
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
    file = nil
    fed = []
    known = nil
  }

  /// The citizens of a file, by its mapping.
  init(_ rows: sending PopulationCSV) {
    let mapping = rows.mapping
    name = mapping.name
    title = mapping.title
    window = mapping.window
    sample = Sample([])
    file = CitizenFile(rows)
    fed = []
    known = nil
  }

  /// How many citizens there are, as far as that is known: of a file, those read so far.
  var count: Int { file?.count ?? sample.count }

  /// How far a replay has come that is done with so many.
  func progress(citizens: Int) -> RunProgress {
    file?.progress(citizens: citizens) ?? RunProgress(citizens: citizens, of: sample.count)
  }

  /// The citizen of a number; `nil` when there are not so many.
  func citizen(_ number: Int) -> Scenario? {
    if let file { return number < 0 ? nil : file.citizen(number) }
    return (0..<sample.count).contains(number) ? sample[number].scenario : nil
  }
}
