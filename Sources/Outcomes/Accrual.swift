package import Quantities
package import Vocabulary

/// How a benefit becomes kroner: once for each calendar month that a payment touches.
///
/// One place for it, so that a citizen's ledger and the country's cannot disagree.
///
/// - Rounding: half up to the øre, once for each month and stretch.
package enum Accrual {
  /// The account in which every benefit stands; the reader sees to it that the vocabulary has it.
  package static let account = "benefits"

  /// Every month's amount, on its last day in the stretch.
  ///
  /// - Returns: `false` when an amount leaves the range of exact numbers.
  package static func forEachMonth(
    of stretch: Stretch, rate: Money, per unit: Course.Payment.Unit, _ body: (Day, Money) -> Bool
  ) -> Bool {
    var start = stretch.from
    while start < stretch.until {
      let (year, month, number) = start.parts
      let length = Day.length(ofMonth: month, in: year)
      let end = min(start.adding(days: length - number + 1), stretch.until)
      let whole =
        switch unit {
        case .day: 1
        case .week: 7
        case .month: length
        }
      guard let amount = rate.part(start.days(until: end), of: whole) else { return false }
      if !body(end.adding(days: -1), amount) { return false }
      start = end
    }
    return true
  }

  /// What each payer bears: shares are brought to whole øre, half up, in the payers' fixed order; the
  /// last payer with a share takes what is left, so that nothing is lost or made.
  ///
  /// - Returns: `nil` when a share leaves the range of exact numbers, or nobody has one.
  package static func split(_ amount: Money, by sharing: Sharing) -> [(payer: Payer, amount: Money)]? {
    var parts: [(payer: Payer, amount: Money)] = []
    let isExact = forEachPart(of: amount, by: sharing) { place, part in
      parts.append((sharing.shares[place].payer, part))
    }
    return isExact ? parts : nil
  }

  /// The same part by part, by the payer's place among those who share.
  ///
  /// - Returns: `false` when a share leaves the range of exact numbers, or nobody has one.
  static func forEachPart(of amount: Money, by sharing: Sharing, _ body: (Int, Money) -> Void) -> Bool {
    let last = sharing.shares.count - 1
    guard last >= 0 else { return false }
    var left = amount
    for place in 0..<last {
      guard let part = amount.share(sharing.shares[place].share, .halfUp) else { return false }
      body(place, part)
      left = left - part
    }
    body(last, left)
    return true
  }

  /// Who bears what share, in the payers' fixed order, those without one left out.
  package struct Sharing: Sendable {
    package let shares: [(payer: Payer, share: Rational)]

    package init(_ shares: [Payer: Rational]) {
      self.shares = shares.filter { !$0.value.isZero }.sorted { $0.key < $1.key }
        .map { (payer: $0.key, share: $0.value) }
    }
  }
}
