package import Diagnostics
internal import Expressions
package import Quantities
package import Vocabulary

/// A country of citizens, as archetypes of courses and the chances in them.
///
/// Citizen *i* is made on demand from the seed and *i*, never from another citizen: so it is the same in
/// a sample of ten as in one of ten million, on any core and in any order. Only its weight depends on
/// the sample.
///
/// People are of two kinds: those who begin a course within the window, and those whose course was
/// running when the window opened. The latter begin on a day before it, drawn from all days of the
/// archetype's history on which somebody could have begun who has not come to the end yet; so who is
/// long in a course is among them as often as in life.
///
/// Where an archetype gives no stock, its inflow is taken to have been the same before the window, and
/// whoever of them is there when it opens is the stock. That number is probed with luck of its own, which
/// is the same for every seed: so a seed changes people, never how many there are.
///
/// Invariant: at least one archetype has people; upheld by the initializer.
package struct Population: Sendable {
  package let name: String
  package let title: Label
  /// The days that figures are counted in.
  package let window: Stretch
  package let archetypes: [Archetype]
  package let seed: UInt64
  /// Every figure that went into it.
  package let figures: [PopulationFigure]
  package let range: SourceRange

  /// The values of all facts before an archetype says otherwise.
  let standard: [Value]
  let strata: [Stratum]
  let strataShares: ShareTable
  let lot: Lot

  /// People of one archetype and one kind.
  struct Stratum: Hashable, Sendable {
    let archetype: Int
    let isStock: Bool
    let persons: Int
  }

  /// - Parameter vocabulary: its facts' defaults are what a citizen has before an archetype says
  ///   otherwise; a fact that needs a value and gets none is unknown, which `PopulationReader` tells.
  /// - Returns: `nil` when there is nobody.
  package init?(
    name: String, title: Label, window: Stretch, archetypes: [Archetype], vocabulary: Vocabulary,
    figures: [PopulationFigure] = [], seed: UInt64 = 1, range: SourceRange
  ) {
    self.init(
      name: name, title: title, window: window, archetypes: archetypes,
      standard: vocabulary.facts.map { $0.standard ?? .unknown }, figures: figures, seed: seed,
      range: range)
  }

  private init?(
    name: String, title: Label, window: Stretch, archetypes: [Archetype], standard: [Value],
    figures: [PopulationFigure], seed: UInt64, range: SourceRange
  ) {
    let lot = Lot(seed: seed)
    let strata = archetypes.enumerated().flatMap { index, archetype in
      let stock =
        archetype.stock
        ?? Population.steadyStock(of: archetype, window: window) { day, luck in
          Population.isRunning(archetype, from: day, luck, at: window.from)
        }
      return [
        Stratum(archetype: index, isStock: true, persons: stock),
        Stratum(archetype: index, isStock: false, persons: archetype.inflow),
      ]
    }.filter { $0.persons > 0 && !archetypes[$0.archetype].states.isEmpty }
    let total = strata.reduce(0) { $0 + $1.persons }
    guard total > 0, window.length > 0 else { return nil }
    self.name = name
    self.title = title
    self.window = window
    self.archetypes = archetypes
    self.seed = seed
    self.figures = figures
    self.range = range
    self.strata = strata
    strataShares = ShareTable(
      strata.compactMap { Rational(Int128($0.persons), Int128(total)) })
    self.standard = standard
    self.lot = lot
  }

  /// All people, those of the stock and those who come within the window.
  package var total: Weight { Weight(persons: strata.reduce(0) { $0 + $1.persons }) }

  /// The people of an archetype who are there when the window opens.
  package func stock(of archetype: Int) -> Int {
    strata.filter { $0.archetype == archetype && $0.isStock }.reduce(0) { $0 + $1.persons }
  }

  /// The same population with other luck.
  package func seeded(_ seed: UInt64) -> Population? {
    Population(copying: self, seed: seed)
  }

  /// The same country in other years: inflow for each year, stock, lengths and ages as they are.
  ///
  /// Nothing is forecast. A stock that is not given is that of a steady inflow, as in the population's own
  /// window; one that is given is there when the new window opens.
  ///
  /// - Rounding: inflow to whole people, down.
  /// - Returns: `nil` when there is nobody.
  package func moved(to years: ClosedRange<Int>) -> Population? {
    func opening(_ year: Int) -> Day { Day(year: year, month: 1, day: 1) ?? .last }
    let window = Stretch(from: opening(years.lowerBound), until: opening(years.upperBound + 1))
    let own = max(1, (self.window.length + 182) / 365)
    return Population(
      name: name, title: title, window: window,
      archetypes: archetypes.map { archetype in
        Archetype(
          name: archetype.name, label: archetype.label, inflow: archetype.inflow * years.count / own,
          stock: archetype.stock, history: archetype.history, leavesAtAge: archetype.leavesAtAge,
          citizen: archetype.citizen, states: archetype.states)
      }, standard: standard, figures: figures, seed: seed, range: range)
  }

  private init(copying other: Population, seed: UInt64) {
    name = other.name
    title = other.title
    window = other.window
    archetypes = other.archetypes
    figures = other.figures
    range = other.range
    strata = other.strata
    strataShares = other.strataShares
    standard = other.standard
    self.seed = seed
    lot = Lot(seed: seed)
  }
}

