internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Pricing
internal import Vocabulary

/// A condition that nothing can fulfil: an episode that can never begin, a group that nobody belongs to,
/// a duty that falls on no one.
struct NeverApplies: Check {
  func findings(in law: Law, prices: PriceList) -> [Diagnostic] {
    law.expressions.compactMap { placed in
      guard let words = NeverApplies.words[placed.place], placed.expression.root.isConditional else {
        return nil
      }
      var possibility = Possibility(placed.expression)
      guard !possibility.isPossible() else { return nil }
      return Diagnostic(
        .error, placed.place == .beginsWhen ? "never-begins" : "never-applies",
        "\(words) '\(placed.provision.id.name)': nothing can make this true",
        at: placed.expression.source.range,
        hint: "look for two parts that exclude each other",
        notes: [.init("declared here", at: placed.provision.range)])
    }
  }

  private static let words: [PlacedExpression.Place: String] = [
    .beginsWhen: "the episode", .benefit: "the benefit", .group: "the group", .unit: "the unit",
    .dutyCondition: "the duty", .dutyException: "an exception of the duty",
  ]
}

extension CheckedExpression.Node {
  /// A plain `false` is an author's way to switch a rule off, and says so itself.
  fileprivate var isConditional: Bool { if case .constant = operation { false } else { true } }
}
