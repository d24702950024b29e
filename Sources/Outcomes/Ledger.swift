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
      var payers: [Payer: Money] = [:]
      var left = amount
      let sharing = shares.filter { !$0.value.isZero }.sorted { $0.key < $1.key }
      for (index, (payer, share)) in sharing.enumerated() {
        if index == sharing.count - 1 {
          payers[payer] = left
        } else {
          guard let part = amount.share(share, .halfUp) else { return nil }
          payers[payer] = part
          left = left - part
        }
      }
      guard !sharing.isEmpty else { return nil }
      self.day = day
      self.account = account
      self.provision = provision
      self.amount = amount
      self.payers = payers
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
