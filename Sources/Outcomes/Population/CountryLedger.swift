package import Quantities
package import Vocabulary

/// Every krone of a population under one law: by year, account, payer and provision.
///
/// A citizen's `Ledger` has the day as well. What one of them holds, this holds to the øre, times the
/// people the citizen stands for; nothing is rounded on the way.
///
/// Invariant: entries are sorted and no two share year, account, payer and provision.
package struct CountryLedger: Hashable, Sendable {
  package let entries: [Entry]
  /// What was charged to each account in each year, before anybody shared it: what the payers' sums
  /// are held against.
  package let charged: [Charge]

  package struct Entry: Hashable, Sendable {
    package let year: Int
    package let account: String
    package let payer: Payer
    package let provision: ProvisionID
    /// - Unit: øre.
    package let amount: Weighted

    package init(year: Int, account: String, payer: Payer, provision: ProvisionID, amount: Weighted) {
      self.year = year
      self.account = account
      self.payer = payer
      self.provision = provision
      self.amount = amount
    }
  }

  package struct Charge: Hashable, Sendable {
    package let year: Int
    package let account: String
    /// - Unit: øre.
    package let amount: Weighted

    package init(year: Int, account: String, amount: Weighted) {
      self.year = year
      self.account = account
      self.amount = amount
    }
  }

  /// Entries and charges in any order, those of one place together or apart.
  package init(entries: [Entry], charged: [Charge]) {
    var sums: [Place: Weighted] = [:]
    for entry in entries {
      let place = Place(
        year: entry.year, account: entry.account, payer: entry.payer, provision: entry.provision)
      sums[place, default: .zero] += entry.amount
    }
    self.entries = sums.map { place, amount in
      (name: place.provision.description, place: place, amount: amount)
    }.sorted {
      ($0.place.year, $0.place.account, $0.place.payer, $0.name)
        < ($1.place.year, $1.place.account, $1.place.payer, $1.name)
    }.map {
      Entry(
        year: $0.place.year, account: $0.place.account, payer: $0.place.payer,
        provision: $0.place.provision, amount: $0.amount)
    }
    var charges: [Box: Weighted] = [:]
    for charge in charged {
      charges[Box(year: charge.year, account: charge.account), default: .zero] += charge.amount
    }
    self.charged = charges.map { Charge(year: $0.year, account: $0.account, amount: $1) }
      .sorted { ($0.year, $0.account) < ($1.year, $1.account) }
  }

  private struct Place: Hashable {
    let year: Int
    let account: String
    let payer: Payer
    let provision: ProvisionID
  }

  private struct Box: Hashable {
    let year: Int
    let account: String
  }

  /// - Parameter years: only these; all when `nil`.
  package func total(in years: ClosedRange<Int>? = nil) -> Weighted {
    sum { years?.contains($0.year) ?? true }
  }

  package func sum(where isAsked: (Entry) -> Bool) -> Weighted {
    entries.reduce(.zero) { isAsked($1) ? $0 + $1.amount : $0 }
  }

  package var years: [Int] { Set(entries.map(\.year)).sorted() }

  /// What is left when the payers' sums are taken from what was charged: zero.
  package var balance: Weighted {
    charged.reduce(.zero) { $0 + $1.amount } - total()
  }

  /// Whether each account of each year is borne by its payers to the last millionth of an øre.
  package var isBalanced: Bool {
    let borne = CountryLedger(
      entries: [], charged: entries.map { Charge(year: $0.year, account: $0.account, amount: $0.amount) })
    return borne.charged == charged
  }
}
