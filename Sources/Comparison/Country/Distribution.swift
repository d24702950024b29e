package import Outcomes
internal import Quantities
package import Vocabulary

/// Who loses and who gains when one law takes the place of another, and how much.
///
/// What `SmallCells` leaves out is `nil`.
package struct Distribution: Sendable {
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
    package fileprivate(set) var people: Int?
    package fileprivate(set) var measures: [MeasureFigures]
    /// People to whom the first law orders contact.
    package fileprivate(set) var withMinimum: Int?
    /// Those of them who have less contact under this law than the first law orders.
    package fileprivate(set) var belowMinimum: Int?
  }

  /// One measure of one class.
  package struct MeasureFigures: Sendable {
    package let measure: PairedTally.Measure
    /// What the class has under the first law and under this one, in the measure's unit.
    package fileprivate(set) var first: Int?
    package fileprivate(set) var own: Int?
    package fileprivate(set) var losing: Int?
    package fileprivate(set) var gaining: Int?
    /// What the losers lose together, and the gainers gain; never negative.
    package fileprivate(set) var lost: Int?
    package fileprivate(set) var gained: Int?
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
    let rows = pairs.people.rows
    var cells = rows.map { row in
      Cell(law: law, key: row.key, people: row.sum, pairs: pairs, label: label(row.key))
    }
    cells.hideSmall(rows.map(\.key), law: law, pairs: pairs)
    self.cells = cells
    tenths = PairedTally.Measure.allCases.flatMap { measure in
      zip(rows, cells).compactMap { row, cell in
        Tenth(
          law: law, measure: measure, key: row.key, people: row.sum, pairs: pairs, label: label(row.key),
          isShown: cell.people != nil)
      }
    }
  }
}

extension Distribution.Cell {
  /// With every figure, however few citizens it rests on.
  fileprivate init(
    law: Int, key: PairedTally.ClassKey, people: Weighted, pairs: PairedTally, label: Label
  ) {
    dimension = key.dimension
    number = Int(key.number)
    self.label = label
    self.people = people.whole
    measures = PairedTally.Measure.allCases.map { measure in
      let level = PairedTally.LevelKey(law: law, measure, key)
      let losing = PairedTally.OutcomeKey(level, .loses)
      let gaining = PairedTally.OutcomeKey(level, .gains)
      return Distribution.MeasureFigures(
        measure: measure, first: pairs.levels[PairedTally.LevelKey(law: 0, measure, key)].whole,
        own: pairs.levels[level].whole, losing: pairs.outcomes[losing].whole,
        gaining: pairs.outcomes[gaining].whole, lost: pairs.changes[losing].whole.map(abs),
        gained: pairs.changes[gaining].whole.map(abs))
    }
    withMinimum = pairs.minimums[PairedTally.MinimumKey(law: law, key, isBelow: false)].whole
    belowMinimum = pairs.minimums[PairedTally.MinimumKey(law: law, key, isBelow: true)].whole
  }
}

extension [Distribution.Cell] {
  /// Leaves out of each dimension what rests on too few citizens, and what would give that away: column by
  /// column, since each adds up to what is told of everybody.
  ///
  /// - Parameter keys: of the cells, in their order.
  fileprivate mutating func hideSmall(_ keys: [PairedTally.ClassKey], law: Int, pairs: PairedTally) {
    for dimension in PairedTally.Dimension.allCases {
      let own = indices.filter { keys[$0].dimension == dimension }
      func hidden(also forced: Set<Int> = [], _ citizens: (PairedTally.ClassKey) -> Weighted) -> Set<Int> {
        SmallCells.hidden(own.map { citizens(keys[$0]).whole ?? 0 }, also: forced)
      }
      let people = hidden { pairs.citizens[$0] }
      for place in people { self[own[place]].hide() }
      for isBelow in [false, true] {
        let minimum = hidden(also: people) {
          pairs.minimumCitizens[PairedTally.MinimumKey(law: law, $0, isBelow: isBelow)]
        }
        let column = isBelow ? \Distribution.Cell.belowMinimum : \.withMinimum
        for place in minimum { self[own[place]][keyPath: column] = nil }
      }
      for (number, measure) in PairedTally.Measure.allCases.enumerated() {
        func few(_ outcome: PairedTally.Outcome, also forced: Set<Int>) -> Set<Int> {
          hidden(also: forced) {
            pairs.outcomeCitizens[
              PairedTally.OutcomeKey(PairedTally.LevelKey(law: law, measure, $0), outcome)]
          }
        }
        let (losing, gaining) = (few(.loses, also: people), few(.gains, also: people))
        for place in losing { self[own[place]].measures[number].losing = nil }
        for place in gaining { self[own[place]].measures[number].gaining = nil }
        // What is lost and what is gained differ by what the class has more or less: either gives the other.
        var amounts = losing.union(gaining)
        while true {
          let more = few(.gains, also: few(.loses, also: amounts))
          guard more != amounts else { break }
          amounts = more
        }
        for place in amounts {
          self[own[place]].measures[number].lost = nil
          self[own[place]].measures[number].gained = nil
        }
      }
    }
  }
}

extension Distribution.Cell {
  /// Leaves out everything.
  fileprivate mutating func hide() {
    people = nil
    withMinimum = nil
    belowMinimum = nil
    for place in measures.indices {
      measures[place] = Distribution.MeasureFigures(
        measure: measures[place].measure, first: nil, own: nil, losing: nil, gaining: nil, lost: nil,
        gained: nil)
    }
  }
}

extension Distribution.Tenth {
  /// - Parameter isShown: whether the class is: a tenth of it would tell how many it has.
  /// - Returns: `nil` for a class whose spread is not kept.
  fileprivate init?(
    law: Int, measure: PairedTally.Measure, key: PairedTally.ClassKey, people: Weighted,
    pairs: PairedTally, label: Label, isShown: Bool
  ) {
    guard key.dimension == .everybody || key.dimension == .distance else { return nil }
    self.measure = measure
    dimension = key.dimension
    number = Int(key.number)
    self.label = label
    // A tenth of the class must rest on enough citizens, too.
    let isShown = isShown && (pairs.citizens[key].whole ?? 0) >= 10 * SmallCells.fewest
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
