package import Diagnostics
package import Legislation
package import Pricing
package import Quantities
package import Vocabulary

/// The rules of a folder as lints read them: what is right for a law may be idle in all of them.
package struct LintedRules: Sendable {
  package let laws: [Law]
  /// What the laws say, entry by entry.
  package let texts: [RuleText]
  package let prices: PriceList
  /// Whether these are all laws of the folder: otherwise a fact may be another's.
  package let isWhole: Bool
  /// The day that dates of review are held against; without one they are not.
  package let day: Day?

  package init(laws: [Law], texts: [RuleText], prices: PriceList, isWhole: Bool, day: Day?) {
    self.laws = laws
    self.texts = texts
    self.prices = prices
    self.isWhole = isWhole
    self.day = day
  }
}

/// One thing that works and yet should not stay: idle, hidden, undated, doubtful.
///
/// Unlike a check, a lint never says that a law is wrong. Each has a page for each of its codes, a good and
/// a bad fixture.
protocol Lint: Sendable {
  static var pages: [FindingPage] { get }
  func findings(in rules: LintedRules) -> [Diagnostic]
}

/// Runs every lint.
package enum Linter {
  /// The list that a new lint joins.
  private static let lints: [any Lint] = [
    UnusedFact(), UnusedEntry(), UnreachableRow(), MagicNumber(), UnverifiedBaseline(), CitationForm(),
    ReviewOverdue(), SameText(), NearNames(),
  ]

  package static func findings(in rules: LintedRules) -> Findings {
    Findings(lints.flatMap { $0.findings(in: rules) })
  }

  /// A page for each code, in alphabetical order.
  package static let pages: [FindingPage] = lints.flatMap { type(of: $0).pages }
    .sorted { $0.code < $1.code }
}
