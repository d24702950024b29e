package import Diagnostics
package import Quantities

/// A rule's expectation beside the law: a course and what must come of it.
///
/// Invariant: it asserts at least one thing; a test that asserts nothing is a finding when it is read.
package struct RuleTest: Sendable {
  package let name: String
  package let law: String
  /// The paragraph that the expected values were worked out from.
  package let cites: String
  package let lawDate: Day?
  /// `low`, `base` or `high`.
  package let practice: String
  /// The seed of lots, for duties that are owed to a share.
  package let seed: UInt64
  package let scenario: Scenario
  package let assertions: [Assertion]
  package let range: SourceRange

  package init(
    name: String, law: String, cites: String, lawDate: Day?, practice: String, seed: UInt64 = 1,
    scenario: Scenario,
    assertions: [Assertion], range: SourceRange
  ) {
    self.name = name
    self.law = law
    self.cites = cites
    self.lawDate = lawDate
    self.practice = practice
    self.seed = seed
    self.scenario = scenario
    self.assertions = assertions
    self.range = range
  }

  /// One thing that must be so.
  package struct Assertion: Sendable {
    package enum Claim: Sendable {
      case benefit(Day, String)
      case group(Day, String)
      case unit(Day, String)
      /// All episodes open that day, in any order.
      case episodes(Day, [String])
      /// The value of a name that day, as the rule language writes it.
      case value(Day, name: String, MarkedText)
      case demand(ExpectedDemand)
      case noDemand(ExpectedDemand)
      /// All by days of a provision's demands.
      case demandsOf(String, [Day])
      /// Demands of a kind, or `demands`, or `hand-overs`.
      case count(String, Int)
      case handOvers([ExpectedHandOver])
      /// What a benefit paid over the whole period.
      case paid(String, Money)
      /// What one payer bore of a benefit over the whole period.
      case borne(String, payer: String, Money)
    }

    package let claim: Claim
    package let range: SourceRange
    /// Where the expected value stands, which is what a mended expectation would replace.
    package let place: SourceRange

    package init(_ claim: Claim, range: SourceRange, place: SourceRange? = nil) {
      self.claim = claim
      self.range = range
      self.place = place ?? range
    }
  }

  /// What is said of a demand; `nil` where nothing is.
  package struct ExpectedDemand: Hashable, Sendable {
    package var provision: String?
    package var by: Day?
    package var from: Day?
    /// The first day after it has run, for what runs.
    package var until: Day?
    package var kind: String?
    package var performer: String?
    package var channel: String?
    /// Where what is said stands.
    package var places: [Key: SourceRange] = [:]

    package enum Key: Hashable, Sendable { case by, from, until, kind, performer, channel }

    package init() {}
  }

  package struct ExpectedHandOver: Hashable, Sendable {
    package let on: Day
    package let from: String?
    package let to: String?
    package let cause: String?

    package init(on: Day, from: String?, to: String?, cause: String?) {
      self.on = on
      self.from = from
      self.to = to
      self.cause = cause
    }
  }
}
