package import Outcomes
internal import Quantities
package import Vocabulary

/// Who loses and who gains when one law takes the place of another, and how much.
///
/// Small cells are left out: a figure that rests on fewer simulated citizens than `fewest` is `nil`.
package struct Distribution: Sendable {
  /// A cell of fewer citizens says nothing of people; statistics offices suppress such cells, too.
  package static let fewest = 5

  /// The law's index in the comparison.
  package let law: Int
  package let cells: [Cell]
  /// By measure: what the worst-off tenth meets, of everybody and of those far from work.
  package let tenths: [Tenth]

  /// People of one class.
  package struct Cell: Sendable {
    package let dimension: PairedTally.Dimension
    /// Which class of the dimension.
    package let number: Int
    package let label: Label
    package let people: Int?
    package let measures: [MeasureFigures]
    /// People to whom the first law orders contact.
    package let withMinimum: Int?
    /// Those of them who have less contact under this law than the first law orders.
    package let belowMinimum: Int?
  }

  /// One measure of one class.
  package struct MeasureFigures: Sendable {
    package let measure: PairedTally.Measure
    /// What the class has under the first law and under this one, in the measure's unit.
    package let first: Int?
    package let own: Int?
    package let losing: Int?
    package let gaining: Int?
    /// What the losers lose together, and the gainers gain; never negative.
    package let lost: Int?
    package let gained: Int?
  }

  /// The tenth of a class for whom a measure worsens most, or betters least.
  package struct Tenth: Sendable {
    package let measure: PairedTally.Measure
    package let dimension: PairedTally.Dimension
    package let number: Int
    package let label: Label
    package let people: Int?
    /// What worsens for them on average, in thousandths of the measure's unit; negative where even they
    /// are better off. Øre are known to 100 kr.
    package let meanWorsening: Int?
  }

  package init(
    law: Int, pairs: PairedTally, label: (PairedTally.ClassKey) -> Label
  ) {
    self.law = law
    cells = pairs.people.rows.map { row in
      Cell(law: law, key: row.key, people: row.sum, pairs: pairs, label: label(row.key))
    }
    tenths = PairedTally.Measure.allCases.flatMap { measure in
      pairs.people.rows.compactMap { row in
        Tenth(law: law, measure: measure, key: row.key, people: row.sum, pairs: pairs, label: label(row.key))
      }
    }
  }
}

extension Distribution.Cell {
  fileprivate init(
    law: Int, key: PairedTally.ClassKey, people: Weighted, pairs: PairedTally, label: Label
  ) {
    let isShown = (pairs.citizens[key].whole ?? 0) >= Distribution.fewest
    dimension = key.dimension
    number = Int(key.number)
    self.label = label
    self.people = isShown ? people.whole : nil
    measures = PairedTally.Measure.allCases.map { measure in
      func level(_ law: Int) -> Int? {
        isShown ? pairs.levels[PairedTally.LevelKey(law: law, measure, key)].whole : nil
      }
      func outcome(_ outcome: PairedTally.Outcome) -> (people: Int?, amount: Int?) {
        let place = PairedTally.OutcomeKey(PairedTally.LevelKey(law: law, measure, key), outcome)
        let citizens = pairs.outcomeCitizens[place].whole ?? 0
        guard isShown, citizens == 0 || citizens >= Distribution.fewest else { return (nil, nil) }
        return (pairs.outcomes[place].whole, pairs.changes[place].whole.map(abs))
      }
      let (losing, gaining) = (outcome(.loses), outcome(.gains))
      return Distribution.MeasureFigures(
        measure: measure, first: level(0), own: level(law), losing: losing.people,
        gaining: gaining.people, lost: losing.amount, gained: gaining.amount)
    }
    func minimum(isBelow: Bool) -> Int? {
      isShown ? pairs.minimums[PairedTally.MinimumKey(law: law, key, isBelow: isBelow)].whole : nil
    }
    withMinimum = minimum(isBelow: false)
    belowMinimum = minimum(isBelow: true)
  }
}

extension Distribution.Tenth {
  /// - Returns: `nil` for a class whose spread is not kept.
  fileprivate init?(
    law: Int, measure: PairedTally.Measure, key: PairedTally.ClassKey, people: Weighted,
    pairs: PairedTally, label: Label
  ) {
    guard key.dimension == .everybody || key.dimension == .distance else { return nil }
    self.measure = measure
    dimension = key.dimension
    number = Int(key.number)
    self.label = label
    // A tenth of the class must rest on enough citizens, too.
    let isShown = (pairs.citizens[key].whole ?? 0) >= 10 * Distribution.fewest
    let tenth = Weighted(millionths: people.millionths / 10)
    self.people = isShown ? tenth.whole : nil
    guard isShown, tenth > .zero else {
      meanWorsening = nil
      return
    }
    let level = PairedTally.LevelKey(law: law, measure, key)
    var (left, worsening) = (tenth, Weighted.zero)
    // The keys of the spread ascend from the worst change; the last of the tenth may be divided.
    for row in pairs.spread.rows where row.key.level == level && left > .zero {
      let taken = min(left, row.sum)
      worsening += taken * Int(row.key.worsening) * measure.step
      left = left - taken
    }
    meanWorsening = Rational(worsening.millionths * 1000, tenth.millionths)?.rounded(.halfUp)?.whole
  }
}
