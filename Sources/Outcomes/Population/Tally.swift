package import Quantities

/// What weighted citizens add up to under one law: quantities, and benefits in kroner.
///
///     CourseRecord, Weight ──► Tally ──► merging, in any order ──► Tally ──► prices ──► CountryLedger
///
/// Indices mean what they mean in the law's `Codebook`. Work stands here by everything that a price
/// depends on, an offer with its exact length, so that prices apply afterwards and give the øre that
/// the citizens' own ledgers would; benefits stand here in øre, since their rates are law.
///
/// Only what falls within the frame counts; years are calendar years.
///
/// Invariant: `merging` is associative and commutative, and `Tally()` changes nothing. A population
/// split in any way and merged in any order therefore gives the same tally, on one core or on forty
/// machines.
package struct Tally: Hashable, Sendable {
  /// Simulated citizens.
  package internal(set) var citizens = 0
  /// The people they stand for.
  package internal(set) var people = Weighted.zero
  /// Occurrences of duties.
  package internal(set) var demands = Sums<DemandKey>()
  /// Øre of benefits.
  package internal(set) var benefits = Sums<BenefitKey>()
  /// Øre of benefits by who bears them. They add up to `benefits`, and are summed apart from them.
  package internal(set) var benefitShares = Sums<BenefitShareKey>()
  /// Days with a case, benefit, group, unit, episode or profile.
  package internal(set) var days = Sums<HeldKey>()
  /// People who had it at some time of the year; year 0 stands for the whole frame.
  package internal(set) var persons = Sums<HeldKey>()
  /// Simulated citizens behind `persons`, year by year: how much a figure rests on.
  package internal(set) var holders = Sums<HeldKey>()
  /// People who had a case or a benefit at some time of a month.
  package internal(set) var months = Sums<MonthKey>()
  package internal(set) var handOvers = Sums<HandOverKey>()
  /// Stretches of benefits and episodes: when they began and ended, how long, and what followed.
  package internal(set) var spells = Sums<SpellKey>()
  /// People with a benefit or episode on the first of a month, by how long they had had it; all months
  /// of a year together.
  package internal(set) var durations = Sums<DurationKey>()

  package init() {}

  /// What is held, and so in which of the codebook's lists an index stands.
  package enum Kind: UInt8, Hashable, Comparable, CaseIterable, Sendable {
    /// An open case; its index is 0.
    case openCase
    case benefit, group, unit, episode, profile

    package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// The days that count.
  package struct Frame: Hashable, Sendable {
    package let window: Stretch

    package init(_ window: Stretch) { self.window = window }

    /// Calendar years that the window touches.
    package var years: ClosedRange<Int> {
      window.from.parts.year...max(window.from, window.until.adding(days: -1)).parts.year
    }
  }

  package func merging(_ other: Tally) -> Tally {
    var merged = self
    merged.merge(other)
    return merged
  }

  package mutating func merge(_ other: Tally) {
    citizens += other.citizens
    people += other.people
    demands.merge(other.demands)
    benefits.merge(other.benefits)
    benefitShares.merge(other.benefitShares)
    days.merge(other.days)
    persons.merge(other.persons)
    holders.merge(other.holders)
    months.merge(other.months)
    handOvers.merge(other.handOvers)
    spells.merge(other.spells)
    durations.merge(other.durations)
  }
}
