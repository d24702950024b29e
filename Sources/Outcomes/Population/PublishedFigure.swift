package import Diagnostics
package import Quantities
package import Vocabulary

/// What is measured of citizens, and what others have published to hold it against: `Rules/figures.yaml`.
package struct PublishedFigures: Sendable {
  package let measures: CitizenMeasures
  package let figures: [PublishedFigure]

  package init(measures: CitizenMeasures, figures: [PublishedFigure]) {
    self.measures = measures
    self.figures = figures
  }
}

/// A figure that somebody has counted in the world, and what to count in a simulation beside it.
package struct PublishedFigure: Sendable {
  package let name: String
  package let label: Label
  package let value: Rational
  package let unit: Unit
  /// Where it was published, and how well it is known.
  package let citation: Citation
  package let counted: Counted
  /// What it was put into, so that it is no test of what comes out; `nil` where only the population
  /// itself can have been fed it.
  package let fedBy: Label?
  /// What nobody has counted and the simulated figure leans on.
  package let restsOn: Label?
  package let range: SourceRange

  package init(
    name: String, label: Label, value: Rational, unit: Unit, citation: Citation, counted: Counted,
    fedBy: Label? = nil, restsOn: Label? = nil, range: SourceRange
  ) {
    self.name = name
    self.label = label
    self.value = value
    self.unit = unit
    self.citation = citation
    self.counted = counted
    self.fedBy = fedBy
    self.restsOn = restsOn
    self.range = range
  }

  package enum Unit: String, CaseIterable, Hashable, Sendable {
    case persons
    /// Whole kroner.
    case kroner
    case share = "per cent"
    case ratio
  }

  /// What is counted, of whom.
  package struct Counted: Sendable {
    package let what: What
    /// Benefits, groups or episodes by name.
    package let kind: Tally.Kind
    package let names: [String]
    /// Benefits by name that follow; none for nobody's benefit.
    package let to: [String]
    /// Weeks: above the first, up to and including the second.
    package let after: Int?
    package let upTo: Int?
    package let accounts: [String]
    /// Only what these bear; all of it when there are none.
    package let payers: [Payer]
    /// Only the hours of these; all hours when there are none.
    package let authorities: [String]
    package let profile: Int?

    package init(
      what: What, kind: Tally.Kind, names: [String], to: [String] = [], after: Int? = nil,
      upTo: Int? = nil, accounts: [String] = [], payers: [Payer] = [], authorities: [String] = [],
      profile: Int? = nil
    ) {
      self.what = what
      self.kind = kind
      self.names = names
      self.to = to
      self.after = after
      self.upTo = upTo
      self.accounts = accounts
      self.payers = payers
      self.authorities = authorities
      self.profile = profile
    }
  }

  package enum What: String, CaseIterable, Hashable, Sendable {
    /// Days over the days of the year.
    case fullTime = "full-time"
    /// People at some time of the year.
    case persons
    /// People at some time of a month, on average.
    case monthly
    /// Persons of the year for each full-time person.
    case turnover
    /// Persons of a month for each full-time person, on average.
    case monthlyTurnover = "monthly turnover"
    /// Stretches that begin in the year.
    case inflow
    /// Stretches that end in the year, by their length, as a share of all that end.
    case ended
    /// People in it, by how long they have been, as a share of all in it.
    case standing
    /// What follows stretches that end in the year, as a share of all that end.
    case followed
    /// Kroner of the accounts.
    case cost
    /// Kroner of the accounts for each full-time person with a case.
    case costEach = "cost each"
    /// The share of the accounts in all but benefits.
    case costShare = "cost share"
    /// The share of working time on those of a profile.
    case timeShare = "time share"
  }
}
