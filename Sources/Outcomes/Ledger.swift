package import Quantities
package import Vocabulary

/// Every krone: who pays, for what, by which provision, on which day.
///
/// Invariant: each entry's payers add up to its amount, so the ledger balances to the øre; `Entry`'s
/// initializer is the only way in.
package struct Ledger: Hashable, Sendable {
  package private(set) var entries: [Entry] = []

  package init() {}

  package mutating func add(_ entry: Entry) { entries.append(entry) }

  package struct Entry: Hashable, Sendable {
    package let day: Day
    package let account: String
    package let provision: ProvisionID
    package let amount: Money
    /// What each payer bears; adds up to `amount`.
    package let payers: [Payer: Money]

    /// Shares are brought to whole øre, half up, in the payers' fixed order; the last payer with a share
    /// takes what is left, so that nothing is lost or made.
    ///
    /// - Returns: `nil` when a share leaves the range of exact numbers.
    package init?(
      day: Day, account: String, provision: ProvisionID, amount: Money, shares: [Payer: Rational]
    ) {
      guard let parts = Accrual.split(amount, by: Accrual.Sharing(shares)) else { return nil }
      self.day = day
      self.account = account
      self.provision = provision
      self.amount = amount
      payers = Dictionary(parts.map { ($0.payer, $0.amount) }, uniquingKeysWith: +)
    }
  }

  package var total: Money { entries.reduce(.zero) { $0 + $1.amount } }

  package var byAccount: [String: Money] {
    entries.reduce(into: [:]) { $0[$1.account, default: .zero] += $1.amount }
  }

  package var byPayer: [Payer: Money] {
    entries.reduce(into: [:]) { sums, entry in
      for (payer, amount) in entry.payers { sums[payer, default: .zero] += amount }
    }
  }

  package var byProvision: [ProvisionID: Money] {
    entries.reduce(into: [:]) { $0[$1.provision, default: .zero] += $1.amount }
  }

  /// What is left when the payers' sums are taken from the accounts' sums: zero.
  package var balance: Money {
    byPayer.values.reduce(byAccount.values.reduce(.zero, +)) { $0 - $1 }
  }
}
