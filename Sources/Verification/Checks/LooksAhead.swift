internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Pricing
internal import Vocabulary

/// A decision that asks for one that is taken after it: a benefit that depends on the group, a group
/// that depends on the unit. It would see yesterday's answer, and the two could swing back and forth.
struct LooksAhead: Check {
  func findings(in law: Law, prices: PriceList) -> [Diagnostic] {
    law.expressions.compactMap { placed in
      guard let (own, later) = LooksAhead.later[placed.place] else { return nil }
      let read = law.slotsRead(by: placed.expression)
      guard let slot = read.first(where: { later.contains(law.slots[$0]) }) else { return nil }
      let name = LooksAhead.words(law.slots[slot])
      return Diagnostic(
        .error, "looks-ahead",
        "the \(own) '\(placed.provision.id.name)' depends on the \(name), which is decided after it",
        at: placed.expression.source.range,
        hint: "decide by facts, clocks and episodes, in the order benefit, group, unit")
    }
  }

  private static let later: [PlacedExpression.Place: (String, Set<Slot>)] = [
    .benefit: ("benefit", [.benefit, .group, .groupSince, .unit, .unitSince]),
    .coverage: ("coverage", [.group, .groupSince, .unit, .unitSince]),
    .group: ("group", [.group, .unit, .unitSince]),
    .unit: ("unit", [.unit]),
  ]

  private static func words(_ slot: Slot) -> String {
    switch slot {
    case .benefit: "benefit"
    case .group, .groupSince: "group"
    default: "unit"
    }
  }
}

extension PlacedExpression.Place: Hashable {}
