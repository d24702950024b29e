internal import Diagnostics
internal import Legislation
internal import Pricing
internal import Quantities
internal import Vocabulary

/// A provision of today's law that nobody has read in its source.
struct UnverifiedBaseline: Lint {
  private static let page = FindingPage(
    .note, "unverified-baseline", "A provision of a law in force whose status is 'unverified'.",
    why:
      "Reforms are measured against the baseline; what is not known there is not known of any of them. A reform may rest on weak sources, for it is a proposal. The mark in the reports stays until somebody has read the act.",
    bad: "job-check: {cite: ACT § 4, status: unverified, …}",
    good: "job-check: {cite: ACT § 4, source: \"the act, as read on 1 March 2024\", …}")
  static let pages = [page]

  func findings(in rules: LintedRules) -> [Diagnostic] {
    rules.laws.filter { $0.reform == nil }.flatMap { law in
      law.provisions.filter { $0.citation.status == .unverified }.map { provision in
        Self.page.finding(
          "'\(provision.id.name)' is of a law in force, and nobody has read its source",
          at: provision.range, hint: "read \(provision.citation.text), and say where it stands in 'source'")
      }
    }
  }
}

/// A day of review that has passed.
///
/// Which day it is the caller says: the same rules give the same findings whenever they are checked.
struct ReviewOverdue: Lint {
  private static let page = FindingPage(
    .warning, "review-overdue", "A 'review by' that lies before the day given with '--on'.",
    why:
      "Rates change each year and announced acts get passed. Whoever writes such a figure knows when it must be looked at again, and writes it down. The day is held against '--on', never against the clock, so that a check of last year's rules finds what it found then.",
    bad: "rate: {cite: ACT § 5, review by: 2024-01-01, …}      # checked with --on 2024-06-01",
    good: "rate: {cite: ACT § 5, review by: 2025-01-01, …}      # after the rates of 2024 were entered")
  static let pages = [page]

  func findings(in rules: LintedRules) -> [Diagnostic] {
    guard let today = rules.day else { return [] }
    var findings: [Diagnostic] = []
    func hold(_ name: String, _ citation: Citation, at range: SourceRange) {
      guard let day = citation.reviewBy, day < today else { return }
      findings.append(
        Self.page.finding(
          "'\(name)' was to be looked at by \(day), and it is \(today)", at: range,
          hint: "look at its source, mend it, and write the next 'review by'"))
    }
    for law in rules.laws {
      for provision in law.provisions { hold(provision.id.name, provision.citation, at: provision.range) }
      for parameter in law.parameters {
        // A value that a later one has replaced is history, and needs no review.
        guard let step = parameter.steps.last, step.citation.reviewBy != parameter.provision.citation.reviewBy
        else { continue }
        hold(parameter.provision.id.name, step.citation, at: step.range)
      }
    }
    for (name, price) in rules.prices.work.sorted(by: { $0.key < $1.key }) {
      hold(name, price.citation, at: price.range)
    }
    for charges in [rules.prices.hours, rules.prices.expenses, rules.prices.weeks] {
      for (name, charge) in charges.sorted(by: { $0.key < $1.key }) {
        hold(name, charge.price.citation, at: charge.price.range)
      }
    }
    return findings
  }
}

extension Law {
  /// Every entry with an identity, whatever section it is in.
  var provisions: [Provision] {
    [coverage.provision] + definitions.map(\.provision) + parameters.map(\.provision)
      + practices.map(\.provision) + clocks.map(\.provision) + episodes.map(\.provision)
      + benefits.map(\.provision) + financings.map(\.provision) + groups.map(\.provision)
      + units.map(\.provision) + duties.map(\.provision)
  }
}
