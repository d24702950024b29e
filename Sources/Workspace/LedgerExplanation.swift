internal import Diagnostics
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Vocabulary

/// Why money moves on a day: every entry of the ledger with its provision, who bears it, and the prices and
/// quantities that made it.
struct LedgerExplanation {
  private let course: Course
  private let prices: PriceList
  private let level: PriceLevel

  init(course: Course, prices: PriceList, level: PriceLevel) {
    self.course = course
    self.prices = prices
    self.level = level
  }

  /// - Returns: `nil` on a day without entries.
  /// - Throws: what costing the course throws.
  func entries(on day: Day) throws(Diagnostic) -> Explanation? {
    let costing = Costing(prices: prices, level: level)
    let entries = try costing.ledger(of: course).entries.filter { $0.day == day }
    guard !entries.isEmpty else { return nil }
    let total = entries.reduce(Money.zero) { $0 + $1.amount }
    return Explanation(
      subject: "ledger", outcome: kroner(total), parts: entries.map { explanation(of: $0, costing) })
  }

  private func explanation(of entry: Ledger.Entry, _ costing: Costing) -> Explanation {
    let borne = entry.payers.sorted { $0.key < $1.key }.map { payer, amount in
      "\(payer.rawValue) \(kroner(amount))"
    }.joined(separator: ", ")
    var parts = [
      Explanation(subject: "account", outcome: entry.account),
      Explanation(subject: "borne by", outcome: borne),
    ]
    let demand = course.demands.first { $0.by == entry.day && $0.reference.provision == entry.provision }
    if let demand { parts += quantities(of: demand, account: entry.account, costing) }
    let payment = course.payments.first { payment in
      payment.reference.provision == entry.provision && payment.stretch.contains(entry.day)
    }
    if let payment {
      parts.append(
        Explanation(
          subject: "rate", outcome: "\(kroner(payment.rate)) per \(payment.unit.rawValue)",
          citation: payment.reference.citation))
    }
    let reference = demand?.reference ?? payment?.reference
    return Explanation(
      subject: entry.provision.local, label: reference?.label, outcome: kroner(entry.amount),
      citation: reference?.citation, provision: entry.provision, parts: parts)
  }

  /// The minutes and prices behind a demand's cost.
  private func quantities(
    of demand: Course.Demand, account: String, _ costing: Costing
  ) -> [Explanation] {
    var parts: [Explanation] = []
    let hour = demand.performer.authority.flatMap { prices.hours[$0] }
    if let hour, hour.account == account, let work = prices.work[demand.priceKey] {
      parts.append(
        Explanation(
          subject: "minutes", outcome: "\(costing.minutes(of: demand).count)", citation: source(of: work.citation)))
      parts.append(
        Explanation(
          subject: "hour", outcome: kroner(hour.price[level]), citation: source(of: hour.price.citation)))
    }
    if let fee = prices.expenses[demand.priceKey], fee.account == account {
      parts.append(
        Explanation(subject: "fee", outcome: kroner(fee.price[level]), citation: source(of: fee.price.citation)))
    }
    if let week = prices.weeks[demand.priceKey], week.account == account, let runs = demand.runs {
      parts.append(Explanation(subject: "days", outcome: "\(runs.length)"))
      parts.append(
        Explanation(subject: "week", outcome: kroner(week.price[level]), citation: source(of: week.price.citation)))
    }
    return parts
  }

  /// A price cites no act; what stands for one is where its figure comes from.
  private func source(of citation: Citation) -> Citation {
    guard citation.text.isEmpty else { return citation }
    return Citation(text: citation.source ?? "", status: citation.status)
  }

  private func kroner(_ amount: Money) -> String {
    let exact = Rational(amount.øre).divided(by: Rational(100)) ?? Rational(amount.øre)
    return "\(exact) kr"
  }
}
