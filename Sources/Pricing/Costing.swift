package import Diagnostics
package import Outcomes
package import Quantities
internal import Vocabulary

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

  /// The working time that one demand takes; none when an outsider does it.
  package func minutes(of demand: Course.Demand) -> Minutes {
    guard demand.performer.authority != nil else { return .zero }
    return prices.work[demand.priceKey]?[level] ?? .zero
  }

  package func minutes(of course: Course) -> Minutes {
    course.demands.reduce(.zero) { $0 + minutes(of: $1) }
  }

  /// What one demand costs beside working time: fees, and weeks of an offer.
  ///
  /// - Throws: `number-too-large` when an amount leaves the range of exact numbers.
  package func expense(of demand: Course.Demand) throws(Diagnostic) -> Money {
    try charges(for: demand).reduce(.zero) { $0 + $1.amount }
  }

  /// - Throws: `number-too-large` when an amount leaves the range of exact numbers.
  package func ledger(of course: Course) throws(Diagnostic) -> Ledger {
    var ledger = Ledger()
    for demand in course.demands {
      if let entry = try work(for: demand) { ledger.add(entry) }
      for entry in try charges(for: demand) { ledger.add(entry) }
    }
    for payment in course.payments {
      for entry in try months(of: payment) { ledger.add(entry) }
    }
    return ledger
  }

  private func work(for demand: Course.Demand) throws(Diagnostic) -> Ledger.Entry? {
    let minutes = minutes(of: demand)
    guard minutes > .zero, let authority = demand.performer.authority,
      let hour = prices.hours[authority]
    else { return nil }
    let rate = hour.price[level]
    guard let hours = Rational(Int128(minutes.count), 60), let amount = rate.share(hours, .halfUp)
    else { throw tooLarge(at: hour.price.range) }
    return try entry(demand, amount, charge: hour)
  }

  private func charges(for demand: Course.Demand) throws(Diagnostic) -> [Ledger.Entry] {
    var entries: [Ledger.Entry] = []
    if let charge = prices.expenses[demand.priceKey] {
      entries.append(try entry(demand, charge.price[level], charge: charge))
    }
    if let charge = prices.weeks[demand.priceKey], let runs = demand.runs {
      guard let weeks = Rational(Int128(runs.length), 7),
        let amount = charge.price[level].share(weeks, .halfUp)
      else { throw tooLarge(at: charge.price.range) }
      entries.append(try entry(demand, amount, charge: charge))
    }
    return entries
  }

  private func entry(
    _ demand: Course.Demand, _ amount: Money, charge: Charge
  ) throws(Diagnostic) -> Ledger.Entry {
    guard
      let entry = Ledger.Entry(
        day: demand.by, account: charge.account, provision: demand.reference.provision,
        amount: amount, shares: [charge.payer: .one])
    else { throw tooLarge(at: charge.price.range) }
    return entry
  }

  /// One entry for each calendar month that the payment touches, on its last day there.
  private func months(of payment: Course.Payment) throws(Diagnostic) -> [Ledger.Entry] {
    var entries: [Ledger.Entry] = []
    var start = payment.stretch.from
    while start < payment.stretch.until {
      let end = min(start.firstOfNextMonth, payment.stretch.until)
      let (year, month, _) = start.parts
      let whole =
        switch payment.unit {
        case .day: 1
        case .week: 7
        case .month: Day.length(ofMonth: month, in: year)
        }
      guard let share = Rational(Int128(start.days(until: end)), Int128(whole)),
        let amount = payment.rate.share(share, .halfUp),
        let entry = Ledger.Entry(
          day: end.adding(days: -1), account: Costing.benefitAccount,
          provision: payment.reference.provision, amount: amount, shares: payment.shares)
      else {
        throw Diagnostic(
          .error, "number-too-large", "a benefit's amount is too large to count exactly",
          at: .start(of: payment.reference.provision.description))
      }
      entries.append(entry)
      start = end
    }
    return entries
  }

  /// The account in which every benefit stands; the reader sees to it that the vocabulary has it.
  package static let benefitAccount = "benefits"

  private func tooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "number-too-large", "an amount is too large to count exactly", at: range)
  }
}
