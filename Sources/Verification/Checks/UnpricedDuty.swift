internal import Diagnostics
internal import Legislation
internal import Pricing
internal import Vocabulary

/// A duty whose work or fee no price list knows: it would cost nothing, silently.
struct UnpricedDuty: Check {
  func findings(in law: Law, prices: PriceList) -> [Diagnostic] {
    let known = Array(prices.work.keys) + Array(prices.expenses.keys) + Array(prices.weeks.keys)
    return law.duties.flatMap { duty in
      duty.versions.compactMap { version in
        guard !prices.prices(version.text.priceKey) else { return nil }
        let nearest = nearestName(to: version.text.priceKey, among: known.sorted())
        return Diagnostic(
          .error, "unpriced-duty",
          "'\(version.text.priceKey)', the price of '\(duty.provision.id.name)', stands in no price list",
          at: duty.provision.range,
          hint: nearest.map { "write 'price: \($0)'" } ?? "add it to prices.yaml")
      }
    }
  }
}
