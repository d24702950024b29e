package import Diagnostics
package import Outcomes
package import Quantities
package import Vocabulary

/// Turns the quantities of a course into kroner.
///
/// - Rounding: half up to the øre, once for each occurrence of work, once for each occurrence of an
///   offer, and once for each month and stretch of a benefit.
package struct Costing: Sendable {
  private let prices: PriceList
  private let level: PriceLevel

  package init(prices: PriceList, level: PriceLevel) {
    self.prices = prices
    self.level = level
  }

  /// One amount that a demand costs, with where it stands and who bears it.
  package struct Charged: Hashable, Sendable {
    package let account: String
    package let payer: Payer
    package let amount: Money
  }

  /// The working time that one demand takes; none when an outsider does it.
  package func minutes(of demand: Course.Demand) -> Minutes {
    minutes(priceKey: demand.priceKey, authority: demand.performer.authority)
  }

  func minutes(priceKey: String, authority: String?) -> Minutes {
    guard authority != nil else { return .zero }
    return prices.work[priceKey]?[level] ?? .zero
  }

  package func minutes(of course: Course) -> Minutes {
    course.demands.reduce(.zero) { $0 + minutes(of: $1) }
  }

  /// What one demand costs beside working time: fees, and weeks of an offer.
  ///
  /// - Throws: `number-too-large` when an amount leaves the range of exact numbers.
  package func expense(of demand: Course.Demand) throws(Diagnostic) -> Money {
    try expenses(priceKey: demand.priceKey, length: demand.runs?.length)
      .reduce(.zero) { $0 + $1.amount }
  }

  /// - Throws: `number-too-large` when an amount leaves the range of exact numbers.
  package func ledger(of course: Course) throws(Diagnostic) -> Ledger {
    var ledger = Ledger()
    for demand in course.demands {
      let charges = try charges(
        priceKey: demand.priceKey, authority: demand.performer.authority,
        length: demand.runs?.length)
      for charge in charges {
        guard
          let entry = Ledger.Entry(
            day: demand.by, account: charge.account, provision: demand.reference.provision,
            amount: charge.amount, shares: [charge.payer: .one])
        else { throw tooLarge(at: .start(of: demand.reference.provision.description)) }
        ledger.add(entry)
      }
    }
    for payment in course.payments {
      for entry in try months(of: payment) { ledger.add(entry) }
    }
    return ledger
  }

  /// Everything that one occurrence of work costs: hours first, then fees and weeks.
  ///
  /// - Parameters:
  ///   - authority: whose hours it takes; `nil` for an outsider.
  ///   - length: days that it runs; `nil` for a moment.
  /// - Throws: `number-too-large` when an amount leaves the range of exact numbers.
  func charges(
    priceKey: String, authority: String?, length: Int?
  ) throws(Diagnostic) -> [Charged] {
    let hours = try hours(minutes(priceKey: priceKey, authority: authority), authority: authority)
    return try [hours].compactMap { $0 } + expenses(priceKey: priceKey, length: length)
  }

  private func hours(_ minutes: Minutes, authority: String?) throws(Diagnostic) -> Charged? {
    guard minutes > .zero, let authority, let hour = prices.hours[authority] else { return nil }
    guard let hours = Rational(Int128(minutes.count), 60),
      let amount = hour.price[level].share(hours, .halfUp)
    else { throw tooLarge(at: hour.price.range) }
    return Charged(account: hour.account, payer: hour.payer, amount: amount)
  }

  private func expenses(priceKey: String, length: Int?) throws(Diagnostic) -> [Charged] {
    var charges: [Charged] = []
    if let fee = prices.expenses[priceKey] {
      charges.append(Charged(account: fee.account, payer: fee.payer, amount: fee.price[level]))
    }
    if let week = prices.weeks[priceKey], let length {
      guard let weeks = Rational(Int128(length), 7),
        let amount = week.price[level].share(weeks, .halfUp)
      else { throw tooLarge(at: week.price.range) }
      charges.append(Charged(account: week.account, payer: week.payer, amount: amount))
    }
    return charges
  }

  /// One entry for each calendar month that the payment touches, on its last day there.
  private func months(of payment: Course.Payment) throws(Diagnostic) -> [Ledger.Entry] {
    var entries: [Ledger.Entry] = []
    let isExact = Accrual.forEachMonth(
      of: payment.stretch, rate: payment.rate, per: payment.unit
    ) { day, amount in
      let entry = Ledger.Entry(
        day: day, account: Costing.benefitAccount, provision: payment.reference.provision,
        amount: amount, shares: payment.shares)
      if let entry { entries.append(entry) }
      return entry != nil
    }
    guard isExact else {
      throw Diagnostic(
        .error, "number-too-large", "a benefit's amount is too large to count exactly",
        at: .start(of: payment.reference.provision.description))
    }
    return entries
  }

  /// The account in which every benefit stands; the reader sees to it that the vocabulary has it.
  package static let benefitAccount = Accrual.account

  private func tooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "number-too-large", "an amount is too large to count exactly", at: range)
  }
}
