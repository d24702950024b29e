package import Diagnostics
package import Outcomes
package import Quantities
internal import Vocabulary

/// Turns the quantities of a tally into kroner.
///
/// The prices of one occurrence are those of `Costing`, rounded as there, times the occurrences; so a
/// tally of one citizen costs what the citizen's own ledger holds, and a new price needs no new replay.
package struct TallyCosting: Sendable {
  private let costing: Costing
  private let codebook: Codebook

  package init(codebook: Codebook, prices: PriceList, level: PriceLevel) {
    costing = Costing(prices: prices, level: level)
    self.codebook = codebook
  }

  /// The working time of one such demand; none when an outsider does it.
  package func minutes(of key: Tally.DemandKey) -> Minutes {
    costing.minutes(priceKey: codebook.dutyTexts[Int(key.text)].priceKey, authority: codebook.authority(of: key))
  }

  /// Everything that one such demand costs.
  ///
  /// - Throws: `number-too-large` when an amount leaves the range of exact numbers.
  package func charges(for key: Tally.DemandKey) throws(Diagnostic) -> [Costing.Charged] {
    try costing.charges(
      priceKey: codebook.dutyTexts[Int(key.text)].priceKey, authority: codebook.authority(of: key),
      length: key.length)
  }

  /// - Throws: `number-too-large` when an amount leaves the range of exact numbers.
  package func ledger(of tally: Tally) throws(Diagnostic) -> CountryLedger {
    var entries: [CountryLedger.Entry] = []
    var charged: [CountryLedger.Charge] = []
    for (key, count) in tally.demands.rows {
      for charge in try charges(for: key) {
        let amount = count * charge.amount.øre
        entries.append(
          CountryLedger.Entry(
            year: Int(key.year), account: charge.account, payer: charge.payer,
            provision: codebook.dutyTexts[Int(key.text)].reference.provision, amount: amount))
        charged.append(
          CountryLedger.Charge(year: Int(key.year), account: charge.account, amount: amount))
      }
    }
    for (key, amount) in tally.benefitShares.rows {
      entries.append(
        CountryLedger.Entry(
          year: Int(key.year), account: Costing.benefitAccount, payer: key.payer,
          provision: codebook.benefits[Int(key.benefit)].provision, amount: amount))
    }
    for (key, amount) in tally.benefits.rows {
      charged.append(
        CountryLedger.Charge(
          year: Int(key.year), account: Costing.benefitAccount, amount: amount))
    }
    return CountryLedger(entries: entries, charged: charged)
  }
}
