package import Expressions
package import Quantities
package import Vocabulary

/// A proceskrav: what the law orders somebody to do, for whom and when.
package struct Duty: Sendable {
  package struct Text: Sendable {
    package let kind: String
    /// Indices of the groups it is for; `nil` for everyone covered.
    package let groups: [Int]?
    package let condition: CheckedExpression?
    package let anchor: Anchor
    /// The clock that days are counted on; `nil` for the calendar.
    package let clock: Int?
    /// The schedule, and the exceptions that replace it; an outcome of `.nothing` lifts the duty.
    package let schedule: Branch<Schedule>
    package let performer: Performer
    package let channel: String?
    /// Indices of duties whose demands take the first places of an `atLeast` schedule.
    package let includes: [Int]
    package let suspension: CheckedExpression?
    package let restart: CheckedExpression?
    /// How long one occurrence runs, such as an offer of two weeks.
    package let lasts: CheckedExpression?
    package let priceKey: String
    /// Owed to this share of those it is for; `nil` for all.
    package let share: CheckedExpression?
    package let basis: Basis
    /// What the law attaches to missing it: another duty.
    package let consequence: Int?
    package let monthRounding: Day.MonthRounding

    package init(
      kind: String, groups: [Int]?, condition: CheckedExpression?, anchor: Anchor, clock: Int?,
      schedule: Branch<Schedule>, performer: Performer, channel: String?, includes: [Int],
      suspension: CheckedExpression?, restart: CheckedExpression?, lasts: CheckedExpression?,
      priceKey: String, share: CheckedExpression?, basis: Basis, consequence: Int?,
      monthRounding: Day.MonthRounding
    ) {
      self.kind = kind
      self.groups = groups
      self.condition = condition
      self.anchor = anchor
      self.clock = clock
      self.schedule = schedule
      self.performer = performer
      self.channel = channel
      self.includes = includes
      self.suspension = suspension
      self.restart = restart
      self.lasts = lasts
      self.priceKey = priceKey
      self.share = share
      self.basis = basis
      self.consequence = consequence
      self.monthRounding = monthRounding
    }
  }

  /// What makes the authority act: the law's floor, or its own practice beyond it.
  package enum Basis: String, CaseIterable, Hashable, Sendable { case law, practice }

  package let provision: Provision
  package let versions: [Dated<Text>]

  package init(provision: Provision, versions: [Dated<Text>]) {
    self.provision = provision
    self.versions = versions
  }
}

/// The day that a duty counts from.
package enum Anchor: Sendable {
  case caseOpening, benefit, group, unit
  case episode(Int)
  case event(Int)
  /// The day a fact took its present value.
  case fact(Int)
  case day(CheckedExpression)
}

/// Who does the work.
package enum Performer: Hashable, Sendable {
  /// Whoever holds the case on the day.
  case holdingUnit
  case unit(Int)
  case authority(String)
  /// Somebody outside the authorities: the citizen, a doctor.
  case other(String)
}
