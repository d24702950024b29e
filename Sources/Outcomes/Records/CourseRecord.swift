package import Quantities

/// What one citizen's course looks like under one law, in small numbers: what a replay writes.
///
/// A `Course` names every provision with label and citation, which is what people read and what a
/// million citizens cannot afford. A record holds the same in indices; a `Codebook` of the law says what
/// they stand for, and expands a record to its course when somebody asks.
///
/// Invariant: as for `Course`; stretches of one kind follow one another. Once sorted, demands and unreached demands
/// come by day, then provision, then occurrence; what only counts them need not ask for that.
package struct CourseRecord: Hashable, Sendable {
  package var cases: [Stretch] = []
  package var benefits: [Held] = []
  package var groups: [Held] = []
  package var units: [Held] = []
  package var episodes: [Held] = []
  package var demands: [Demand] = []
  package var unreached: [Unreached] = []
  package var handOvers: [HandOver] = []
  package var payments: [Payment] = []
  /// When the citizen fitted each law-neutral profile, by the profile's index.
  package var profiles: [Held] = []

  package init() {}

  /// Empties the record and keeps its room for the next citizen.
  package mutating func reset() {
    cases.removeAll(keepingCapacity: true)
    benefits.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    episodes.removeAll(keepingCapacity: true)
    demands.removeAll(keepingCapacity: true)
    unreached.removeAll(keepingCapacity: true)
    handOvers.removeAll(keepingCapacity: true)
    payments.removeAll(keepingCapacity: true)
    profiles.removeAll(keepingCapacity: true)
  }

  /// A benefit, group, unit, episode or profile, by its index, for as long as it lasted.
  package struct Held: Hashable, Sendable {
    package let index: Int
    package let stretch: Stretch

    package init(index: Int, stretch: Stretch) {
      self.index = index
      self.stretch = stretch
    }
  }

  /// One dated occurrence of a duty.
  package struct Demand: Hashable, Sendable {
    /// Index into `Codebook.dutyTexts`: the duty, and which of its texts ordered it.
    package let text: Int
    /// 1 for the first since the duty's counting began.
    package let occurrence: Int
    package let from: Day
    package let by: Day
    /// The first day after it has run, for what lasts; `nil` for a moment.
    package var runsUntil: Day?
    /// The unit that held the case; `nil` for none.
    package let unit: Int?
    package let group: Int?
    package let benefit: Int?
    /// One bit a profile, by its index.
    package let profiles: UInt64

    package init(
      text: Int, occurrence: Int, from: Day, by: Day, runsUntil: Day?, unit: Int?, group: Int?,
      benefit: Int?, profiles: UInt64
    ) {
      self.text = text
      self.occurrence = occurrence
      self.from = from
      self.by = by
      self.runsUntil = runsUntil
      self.unit = unit
      self.group = group
      self.benefit = benefit
      self.profiles = profiles
    }

    /// How long it runs, in days; `nil` for a moment.
    package var length: Int? { runsUntil.map { by.days(until: $0) } }
  }

  /// What was on its way when its duty ended.
  package struct Unreached: Hashable, Sendable {
    package let duty: Int
    package let by: Day
    package let ended: Day

    package init(duty: Int, by: Day, ended: Day) {
      self.duty = duty
      self.by = by
      self.ended = ended
    }
  }

  package struct HandOver: Hashable, Sendable {
    package let day: Day
    package let from: Int
    package let to: Int
    package let cause: Course.HandOver.Cause

    package init(day: Day, from: Int, to: Int, cause: Course.HandOver.Cause) {
      self.day = day
      self.from = from
      self.to = to
      self.cause = cause
    }
  }

  /// A benefit paid at one rate with one sharing of its cost.
  package struct Payment: Hashable, Sendable {
    package let stretch: Stretch
    package let terms: PaymentTerms

    package init(stretch: Stretch, terms: PaymentTerms) {
      self.stretch = stretch
      self.terms = terms
    }
  }

  package struct PaymentTerms: Hashable, Sendable {
    package let benefit: Int
    package let rate: Money
    package let unit: Course.Payment.Unit
    /// Index into `Codebook.shares`.
    package let shares: Int

    package init(benefit: Int, rate: Money, unit: Course.Payment.Unit, shares: Int) {
      self.benefit = benefit
      self.rate = rate
      self.unit = unit
      self.shares = shares
    }
  }
}

extension CourseRecord {
  /// Brings what was written as it happened into the order that the design fixes.
  package mutating func sort(by codebook: Codebook) {
    let ranks = codebook.dutyRanks
    let texts = codebook.dutyTexts
    demands.order {
      if $0.by != $1.by { return $0.by < $1.by }
      return (ranks[texts[$0.text].duty], $0.occurrence) < (ranks[texts[$1.text].duty], $1.occurrence)
    }
    unreached.order { ($0.by, ranks[$0.duty]) < ($1.by, ranks[$1.duty]) }
    let episodeRanks = codebook.episodeRanks
    episodes.order {
      ($0.stretch.from.sinceEpoch, episodeRanks[$0.index]) < ($1.stretch.from.sinceEpoch, episodeRanks[$1.index])
    }
    profiles.order { ($0.index, $0.stretch.from.sinceEpoch) < ($1.index, $1.stretch.from.sinceEpoch) }
  }

  /// An offer costs by the week until its planned end or the citizen's exit, whichever comes first.
  package mutating func cutRuns(at end: Day) {
    for index in demands.indices {
      guard let until = demands[index].runsUntil else { continue }
      let by = demands[index].by
      let exit = cases.first { $0.contains(by) }?.until ?? end
      demands[index].runsUntil = max(by, min(until, exit))
    }
  }
}

extension Array {
  /// Sorts what is mostly written in this order already: looking costs less than sorting.
  fileprivate mutating func order(_ comes: (Element, Element) -> Bool) {
    let isInOrder = indices.dropFirst().allSatisfy { !comes(self[$0], self[$0 - 1]) }
    if !isInOrder { sort(by: comes) }
  }
}
