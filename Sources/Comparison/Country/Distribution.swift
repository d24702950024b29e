package import Outcomes
internal import Quantities
package import Vocabulary

/// Who loses and who gains when one law takes the place of another, and how much.
///
/// Small cells are left out: a figure that rests on fewer simulated citizens than `fewest` is `nil`, and
/// where one class alone of a dimension would be, so is the least of the others, since the sum over all is
/// told beside them.
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
    var cells = pairs.people.rows.map { row in
      Cell(law: law, key: row.key, people: row.sum, pairs: pairs, label: label(row.key))
    }
    cells.hideWhatCouldBeWorkedOut()
    self.cells = cells
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
      let place = PairedTally.MinimumKey(law: law, key, isBelow: isBelow)
      let citizens = pairs.minimumCitizens[place].whole ?? 0
      guard isShown, citizens == 0 || citizens >= Distribution.fewest else { return nil }
      return pairs.minimums[place].whole
    }
    withMinimum = minimum(isBelow: false)
    belowMinimum = minimum(isBelow: true)
  }
}

extension [Distribution.Cell] {
  /// Hides the least class beside one that is hidden alone, figure by figure.
  fileprivate mutating func hideWhatCouldBeWorkedOut() {
    for dimension in PairedTally.Dimension.allCases where dimension != .everybody {
      let own = indices.filter { self[$0].dimension == dimension }
      if let alone = beside(own, \.people) { self[alone].hide() }
      if let alone = beside(own, \.withMinimum) { self[alone].withMinimum = nil }
      if let alone = beside(own, \.belowMinimum) { self[alone].belowMinimum = nil }
      for place in PairedTally.Measure.allCases.indices {
        if let alone = beside(own, \.measures[place].losing) {
          self[alone].measures[place].losing = nil
          self[alone].measures[place].lost = nil
        }
        if let alone = beside(own, \.measures[place].gaining) {
          self[alone].measures[place].gaining = nil
          self[alone].measures[place].gained = nil
        }
      }
    }
  }

  /// - Returns: the class to hide; `nil` unless exactly one is hidden.
  private func beside(_ own: [Int], _ figure: (Distribution.Cell) -> Int?) -> Int? {
    guard own.count(where: { figure(self[$0]) == nil }) == 1 else { return nil }
    return own.filter { figure(self[$0]) != nil }.min { (figure(self[$0]) ?? 0) < (figure(self[$1]) ?? 0) }
  }
}

extension Distribution.Cell {
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
