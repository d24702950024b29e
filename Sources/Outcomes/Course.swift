package import Quantities
package import Vocabulary

/// What one citizen's course looks like under one law: what happened, to whom it fell, and why.
///
/// Quantities only. What the work costs is decided afterwards from prices, so a new price never needs
/// a new replay. Benefits stand here with their rates, since rates are law.
///
/// Invariant: stretches of one kind follow one another without overlap, demands and hand-overs are
/// sorted by day, then provision.
package struct Course: Hashable, Sendable {
  package let law: String
  package let scenario: String
  package let period: Stretch
  /// When the citizen had a case. A citizen who leaves and returns opens a new one.
  package var cases: [Stretch] = []
  package var benefits: [Held] = []
  package var groups: [Held] = []
  package var units: [Held] = []
  package var episodes: [Held] = []
  package var demands: [Demand] = []
  /// What was on its way when the duty ended: ordered by the law, never reached.
  package var unreached: [Unreached] = []
  package var handOvers: [HandOver] = []
  package var payments: [Payment] = []
  /// When the citizen fitted each law-neutral profile, by the profile's name.
  package var profiles: [String: [Stretch]] = [:]

  package init(law: String, scenario: String, period: Stretch) {
    self.law = law
    self.scenario = scenario
    self.period = period
  }

  /// A provision as reports name it.
  package struct Reference: Hashable, Sendable {
    package let provision: ProvisionID
    package let label: Label
    package let citation: Citation

    package init(provision: ProvisionID, label: Label, citation: Citation) {
      self.provision = provision
      self.label = label
      self.citation = citation
    }

    /// By its identity, which nearly always tells two apart; the rest of it is long.
    package func hash(into hasher: inout Hasher) { hasher.combine(provision) }
  }

  /// A benefit, group, unit or episode for as long as it lasted.
  package struct Held: Hashable, Sendable {
    package let stretch: Stretch
    package let reference: Reference

    package init(stretch: Stretch, reference: Reference) {
      self.stretch = stretch
      self.reference = reference
    }

    package var name: String { reference.provision.name }
  }

  /// One dated occurrence of a duty.
  package struct Demand: Hashable, Sendable {
    package let reference: Reference
    /// 1 for the first since the duty's counting began.
    package let occurrence: Int
    /// The first day on which it may be done: the day counting began.
    package let from: Day
    /// The day it falls due: the demand's own day.
    package let by: Day
    package let kind: String
    package let performer: Performer
    package let channel: String?
    package let basis: Basis
    package let priceKey: String
    /// How long it runs, from its day to its planned end or the citizen's exit; `nil` for a moment.
    package let runs: Stretch?
    package let group: String?
    package let benefit: String?
    package let profiles: [String]

    package init(
      reference: Reference, occurrence: Int, from: Day, by: Day, kind: String, performer: Performer,
      channel: String?, basis: Basis, priceKey: String, runs: Stretch?, group: String?,
      benefit: String?, profiles: [String]
    ) {
      self.reference = reference
      self.occurrence = occurrence
      self.from = from
      self.by = by
      self.kind = kind
      self.performer = performer
      self.channel = channel
      self.basis = basis
      self.priceKey = priceKey
      self.runs = runs
      self.group = group
      self.benefit = benefit
      self.profiles = profiles
    }

    /// Who does the work: a unit or somebody outside, and the authority whose hours it takes.
    package struct Performer: Hashable, Sendable {
      package let name: String
      package let label: Label
      /// `nil` when no authority works: the citizen, a doctor.
      package let authority: String?

      package init(name: String, label: Label, authority: String?) {
        self.name = name
        self.label = label
        self.authority = authority
      }
    }

    /// The law's floor, or the authority's own practice beyond it.
    package enum Basis: String, Hashable, Sendable { case law, practice }
  }

  package struct Unreached: Hashable, Sendable {
    package let reference: Reference
    /// The day it would have fallen due.
    package let by: Day
    /// The day the duty ended.
    package let ended: Day

    package init(reference: Reference, by: Day, ended: Day) {
      self.reference = reference
      self.by = by
      self.ended = ended
    }
  }

  /// A change of the unit that holds the case.
  package struct HandOver: Hashable, Sendable {
    package enum Cause: String, Hashable, CaseIterable, Sendable {
      case authority, age
      case endOfEpisode = "end-of-episode"
      case benefit, group, other
    }

    package let day: Day
    package let from: Reference
    package let to: Reference
    package let cause: Cause

    package init(day: Day, from: Reference, to: Reference, cause: Cause) {
      self.day = day
      self.from = from
      self.to = to
      self.cause = cause
    }
  }

  /// A benefit paid at one rate with one sharing of its cost.
  package struct Payment: Hashable, Sendable {
    package enum Unit: String, Hashable, Sendable { case day, week, month }

    package let stretch: Stretch
    package let reference: Reference
    /// - Unit: øre per `unit`.
    package let rate: Money
    package let unit: Unit
    package let shares: [Payer: Rational]

    package init(
      stretch: Stretch, reference: Reference, rate: Money, unit: Unit, shares: [Payer: Rational]
    ) {
      self.stretch = stretch
      self.reference = reference
      self.rate = rate
      self.unit = unit
      self.shares = shares
    }
  }
}
