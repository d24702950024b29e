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
    standard = vocabulary.facts.map { $0.standard ?? .unknown }
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

