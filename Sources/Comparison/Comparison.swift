package import Outcomes
package import Quantities
package import Vocabulary

/// Laws side by side on the same scenarios: the main job.
///
/// Invariant: every scenario has one result for each law, in the order of `laws`; the first law is the
/// baseline that divergences are told against. Comparing a law with itself finds no divergence.
package struct Comparison: Sendable {
  package let laws: [LawSummary]
  package let scenarios: [ScenarioComparison]
  /// The prices that the costs rest on.
  package let prices: [PriceNote]

  package init(laws: [LawSummary], scenarios: [ScenarioComparison], prices: [PriceNote] = []) {
    self.laws = laws
    self.scenarios = scenarios
    self.prices = prices
  }

  /// What each law adds up to over all scenarios.
  package var totals: [CourseFigures] {
    laws.indices.map { index in
      scenarios.reduce(CourseFigures()) { $0.adding($1.results[index].figures) }
    }
  }
}

/// What a law is made of, in counts that answer "is it a real release, or renamed rules?".
package struct LawSummary: Hashable, Sendable {
  package let id: String
  package let title: Label
  package let targetGroups: Int
  package let units: Int
  /// Entries with an identity, practice values not counted: they are no law.
  package let provisions: Int
  /// Duties that the law orders; what practice adds is not counted.
  package let duties: Int
  /// Duties with a day by which something must be done.
  package let deadlines: Int
  /// How many provisions are known how well.
  package let statuses: [Citation.Status: Int]
  package let practiceValues: Int

  package init(
    id: String, title: Label, targetGroups: Int, units: Int, provisions: Int, duties: Int,
    deadlines: Int, statuses: [Citation.Status: Int], practiceValues: Int
  ) {
    self.id = id
    self.title = title
    self.targetGroups = targetGroups
    self.units = units
    self.provisions = provisions
    self.duties = duties
    self.deadlines = deadlines
    self.statuses = statuses
    self.practiceValues = practiceValues
  }
}

/// One scenario under every law.
package struct ScenarioComparison: Sendable {
  package let id: String
  package let title: Label
  package let shows: Label
  package let assumptions: [Assumption]
  package let results: [CourseResult]
  /// Where each law first parts ways with the baseline; `nil` for the baseline, and for a law that
  /// never does.
  package let divergences: [Divergence?]

  package init(
    id: String, title: Label, shows: Label, assumptions: [Assumption], results: [CourseResult],
    divergences: [Divergence?]
  ) {
    self.id = id
    self.title = title
    self.shows = shows
    self.assumptions = assumptions
    self.results = results
    self.divergences = divergences
  }

  /// What no source gives and somebody had to choose.
  package struct Assumption: Hashable, Sendable {
    package let subject: Label
    package let reason: Label

    package init(subject: Label, reason: Label) {
      self.subject = subject
      self.reason = reason
    }
  }
}

/// A course with what it costs.
package struct CourseResult: Sendable {
  package let course: Course
  package let figures: CourseFigures
  package let ledger: Ledger
  /// The minutes of each demand, in the order of the course's demands.
  package let minutes: [Minutes]

  /// - Parameter minutes: of each demand, in the order of the course's demands.
  package init(course: Course, ledger: Ledger, minutes: [Minutes]) {
    self.course = course
    self.ledger = ledger
    self.minutes = minutes
    figures = CourseFigures(course: course, ledger: ledger, minutes: minutes)
  }
}
