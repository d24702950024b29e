package import Diagnostics
package import Quantities
package import Vocabulary

/// What an hour, a certificate or a week of an offer costs. No law: quantities and prices are kept apart.
///
/// - Source: each price carries its own; ranges are low, base and high.
package struct PriceList: Sendable {
  /// The year whose prices these are.
  package let level: String
  /// Minutes for one occurrence, by price key.
  package let work: [String: Price<Minutes>]
  /// The cost of one hour of work, by authority.
  package let hours: [String: Charge]
  /// Money per occurrence, by price key.
  package let expenses: [String: Charge]
  /// Money per week that an occurrence runs, by price key.
  package let weeks: [String: Charge]

  /// The words for what is priced, by price key and by authority.
  package let labels: [String: Label]

  package init(
    level: String, work: [String: Price<Minutes>], hours: [String: Charge],
    expenses: [String: Charge], weeks: [String: Charge], labels: [String: Label] = [:]
  ) {
    self.labels = labels
    self.level = level
    self.work = work
    self.hours = hours
    self.expenses = expenses
    self.weeks = weeks
  }

  /// What people read; the key itself where nobody has given it words.
  package func label(of key: String) -> Label { labels[key] ?? Label(danish: key, english: key) }

  /// Whether some table prices the key.
  package func prices(_ key: String) -> Bool {
    work[key] != nil || expenses[key] != nil || weeks[key] != nil
  }
}

/// Which end of the ranges a costing uses.
package enum PriceLevel: String, CaseIterable, Hashable, Sendable { case low, base, high }

/// A value with its range and where it comes from.
///
/// Invariant: `low <= base <= high`; upheld by the reader.
package struct Price<Value: Hashable & Sendable>: Hashable, Sendable {
  package let low: Value
  package let base: Value
  package let high: Value
  package let citation: Citation
  package let range: SourceRange

  package init(low: Value, base: Value, high: Value, citation: Citation, range: SourceRange) {
    self.low = low
    self.base = base
    self.high = high
    self.citation = citation
    self.range = range
  }

  package subscript(_ level: PriceLevel) -> Value {
    switch level {
    case .low: low
    case .base: base
    case .high: high
    }
  }
}

/// A price with the payer who bears it and the account it stands in.
package struct Charge: Hashable, Sendable {
  package let price: Price<Money>
  package let payer: Payer
  package let account: String

  package init(price: Price<Money>, payer: Payer, account: String) {
    self.price = price
    self.payer = payer
    self.account = account
  }
}
