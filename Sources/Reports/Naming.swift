package import Vocabulary

/// What reports call the kinds of work, the accounts and the payers: the vocabulary's own words.
package struct Naming: Hashable, Sendable {
  package let kinds: [Term]
  package let channels: [Term]
  package let authorities: [Term]
  package let payers: [Term]
  package let accounts: [Term]
  package let profiles: [Term]

  package init(
    kinds: [Term] = [], channels: [Term] = [], authorities: [Term] = [], payers: [Term] = [],
    accounts: [Term] = [], profiles: [Term] = []
  ) {
    self.kinds = kinds
    self.channels = channels
    self.authorities = authorities
    self.payers = payers
    self.accounts = accounts
    self.profiles = profiles
  }

  package init(_ vocabulary: Vocabulary) {
    self.init(
      kinds: vocabulary.kinds, channels: vocabulary.channels,
      authorities: vocabulary.authorities, payers: vocabulary.payers,
      accounts: vocabulary.accounts,
      profiles: vocabulary.profiles.map { Term(name: $0.name, label: $0.label) })
  }

  func kind(_ name: String) -> Label { label(of: name, in: kinds) }
  func channel(_ name: String) -> Label { label(of: name, in: channels) }
  func authority(_ name: String) -> Label { label(of: name, in: authorities) }
  func payer(_ payer: Payer) -> Label { label(of: payer.rawValue, in: payers) }
  func account(_ name: String) -> Label { label(of: name, in: accounts) }
  func profile(_ name: String) -> Label { label(of: name, in: profiles) }

  private func label(of name: String, in terms: [Term]) -> Label {
    terms.first { $0.name == name }?.label ?? Label(danish: name, english: name)
  }
}

extension [Term] {
  /// The names in the vocabulary's order, then those it does not hold, sorted: every figure has a row.
  func names(with found: Set<String>) -> [String] {
    let known = map(\.name)
    return known + found.subtracting(known).sorted()
  }
}
