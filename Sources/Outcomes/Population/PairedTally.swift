package import Quantities

/// What becomes of the same citizens under other laws than the first: who gains and who loses, and what.
///
/// Totals hide losers, so every citizen is replayed under all laws at once and the difference is taken
/// before anything is added up.
///
/// Invariant: as for `Tally`, merging is associative and commutative, and the empty one changes nothing.
package struct PairedTally: Hashable, Sendable {
  /// People, by what they are.
  package internal(set) var people = Sums<ClassKey>()
  /// Simulated citizens behind `people`: how much a cell rests on.
  package internal(set) var citizens = Sums<ClassKey>()
  /// What the class has under each law, the first included.
  package internal(set) var levels = Sums<LevelKey>()
  /// People by whether they lose, keep or gain.
  package internal(set) var outcomes = Sums<OutcomeKey>()
  /// Simulated citizens behind `outcomes`.
  package internal(set) var outcomeCitizens = Sums<OutcomeKey>()
  /// What they lose or gain, in the measure's own unit.
  package internal(set) var changes = Sums<OutcomeKey>()
  /// People by how much changes for them, for the worst-off tenth.
  package internal(set) var spread = Sums<ChangeKey>()
  /// People to whom the first law orders contact at all, and those of them who have less under another
  /// law than that.
  package internal(set) var minimums = Sums<MinimumKey>()
  /// Simulated citizens behind `minimums`.
  package internal(set) var minimumCitizens = Sums<MinimumKey>()

  package init() {}

  /// What is compared for one citizen.
  package enum Measure: UInt8, Hashable, Comparable, CaseIterable, Sendable {
    /// Interviews, whoever orders them.
    case contacts
    case handOvers
    /// Days with an open case and a capacity in question, before anything lasting is granted.
    case waiting
    /// Øre of benefits.
    case benefits

    package static func < (left: Measure, right: Measure) -> Bool { left.rawValue < right.rawValue }

    /// Whether more of it is a loss.
    package var isBurden: Bool { self == .handOvers || self == .waiting }

    /// The step in which changes are kept for the spread: øre in steps of 100 kr.
    package var step: Int { self == .benefits ? 10_000 : 1 }
  }

  /// By what citizens are told apart; the same under every law.
  package enum Dimension: UInt8, Hashable, Comparable, CaseIterable, Sendable {
    case everybody
    /// The first law's target group at the first day of a case within the frame.
    case group
    case age, education, distance

    package static func < (left: Dimension, right: Dimension) -> Bool { left.rawValue < right.rawValue }
  }

  package enum Outcome: UInt8, Hashable, Comparable, CaseIterable, Sendable {
    case loses, keeps, gains

    package static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
  }

  package struct ClassKey: SumKey {
    package let dimension: Dimension
    /// Which class of it; for groups the codebook's index plus one, 0 for none.
    package let number: UInt16

    package init(_ dimension: Dimension, _ number: Int) {
      self.dimension = dimension
      self.number = UInt16(clamping: number)
    }

    /// All of it in one number, since a citizen is looked up hundreds of times.
    fileprivate var packed: UInt64 { UInt64(dimension.rawValue) << 16 | UInt64(number) }

    package var order: (UInt64, UInt64, UInt64) { (packed, 0, 0) }
  }

  package struct LevelKey: SumKey {
    package let law: UInt8
    package let measure: Measure
    package let cell: ClassKey

    package init(law: Int, _ measure: Measure, _ cell: ClassKey) {
      self.law = UInt8(clamping: law)
      self.measure = measure
      self.cell = cell
    }

    fileprivate var packed: UInt64 {
      UInt64(law) << 32 | UInt64(measure.rawValue) << 24 | cell.packed
    }

    package var order: (UInt64, UInt64, UInt64) { (packed, 0, 0) }
  }

  package struct OutcomeKey: SumKey {
    package let level: LevelKey
    package let outcome: Outcome

    package init(_ level: LevelKey, _ outcome: Outcome) {
      self.level = level
      self.outcome = outcome
    }

    private var packed: UInt64 { level.packed << 8 | UInt64(outcome.rawValue) }

    package var order: (UInt64, UInt64, UInt64) { (packed, 0, 0) }
  }

  package struct ChangeKey: SumKey {
    package let level: LevelKey
    /// In steps of the measure, downwards; worse changes first.
    package let worsening: Int32

    package init(_ level: LevelKey, worsening: Int) {
      self.level = level
      self.worsening = Int32(clamping: worsening)
    }

    package var order: (UInt64, UInt64, UInt64) { (level.packed, UInt64(Int64(Int32.max) - Int64(worsening)), 0) }
  }

  package struct MinimumKey: SumKey {
    package let law: UInt8
    package let cell: ClassKey
    /// Whether the people have less than the first law orders; else all to whom it orders something.
    package let isBelow: Bool

    package init(law: Int, _ cell: ClassKey, isBelow: Bool) {
      self.law = UInt8(clamping: law)
      self.cell = cell
      self.isBelow = isBelow
    }

    package var order: (UInt64, UInt64, UInt64) { (UInt64(law), cell.packed, isBelow ? 1 : 0) }
  }

  package mutating func merge(_ other: PairedTally) {
    people.merge(other.people)
    citizens.merge(other.citizens)
    levels.merge(other.levels)
    outcomes.merge(other.outcomes)
    outcomeCitizens.merge(other.outcomeCitizens)
    changes.merge(other.changes)
    spread.merge(other.spread)
    minimums.merge(other.minimums)
    minimumCitizens.merge(other.minimumCitizens)
  }
}

/// What one citizen has under one law, in the measures that are compared.
package struct CitizenFigures: Hashable, Sendable {
  package var contacts = 0
  /// Contacts that the law itself orders, practice left out.
  package var orderedContacts = 0
  package var handOvers = 0
  package var waiting = 0
  package var benefits = Money.zero
  /// The group at the first day of a case.
  package var group: Int?

  package init() {}

  package subscript(_ measure: PairedTally.Measure) -> Int {
    switch measure {
    case .contacts: contacts
    case .handOvers: handOvers
    case .waiting: waiting
    case .benefits: benefits.øre
    }
  }
}

extension PairedTally {
  /// Adds one citizen under every law, the first law's figures first.
  ///
  /// - Parameter cells: what the citizen is, `everybody` among it.
  package mutating func add(_ figures: [CitizenFigures], cells: [ClassKey], weight: Weight) {
    guard let base = figures.first else { return }
    let one = Weighted(1, weight)
    for cell in cells {
      people.add(one, to: cell)
      citizens.add(Weighted(1, .one), to: cell)
      for (law, own) in figures.enumerated() {
        for measure in Measure.allCases {
          let level = LevelKey(law: law, measure, cell)
          levels.add(Weighted(own[measure], weight), to: level)
          guard law > 0 else { continue }
          compare(own[measure], with: base[measure], level, weight)
        }
        guard law > 0, base.orderedContacts > 0 else { continue }
        add(one, to: MinimumKey(law: law, cell, isBelow: false))
        if own.contacts < base.orderedContacts {
          add(one, to: MinimumKey(law: law, cell, isBelow: true))
        }
      }
    }
  }

  private mutating func add(_ one: Weighted, to key: MinimumKey) {
    minimums.add(one, to: key)
    minimumCitizens.add(Weighted(1, .one), to: key)
  }

  private mutating func compare(_ own: Int, with base: Int, _ level: LevelKey, _ weight: Weight) {
    let change = own - base
    let worsening = level.measure.isBurden ? change : -change
    let key = OutcomeKey(level, worsening > 0 ? .loses : worsening < 0 ? .gains : .keeps)
    outcomes.add(Weighted(1, weight), to: key)
    outcomeCitizens.add(Weighted(1, .one), to: key)
    if change != 0 { changes.add(Weighted(change, weight), to: key) }
    // The spread of every class would be many sums that nobody reads.
    guard level.cell.dimension == .everybody || level.cell.dimension == .distance else { return }
    spread.add(
      Weighted(1, weight), to: ChangeKey(level, worsening: worsening.roundedDown(to: level.measure.step)))
  }
}

extension Int {
  /// How many whole steps fit, rounded towards the lesser.
  fileprivate func roundedDown(to step: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: step)
    return rest < 0 ? quotient - 1 : quotient
  }
}
