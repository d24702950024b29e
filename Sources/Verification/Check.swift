package import Diagnostics
package import Legislation
package import Pricing

/// One thing that can be wrong with a law that reads well.
///
/// A check reads and never changes; none relies on another, so they may run in any order.
protocol Check: Sendable {
  func findings(in law: Law, prices: PriceList) -> [Diagnostic]
}

/// Runs every check.
package enum Verifier {
  /// The list that a new check joins.
  private static let checks: [any Check] = [
    LooksAhead(), NeverApplies(), ParameterGap(), Undecided(), UnpricedDuty(),
  ]

  package static func findings(in law: Law, prices: PriceList) -> Findings {
    Findings(checks.flatMap { $0.findings(in: law, prices: prices) })
  }
}
