package import Vocabulary

/// A price that figures rest on, with its range and where it comes from.
///
/// - Unit: whole minutes of work, or øre for an hour, an occurrence or a week.
package struct PriceNote: Hashable, Sendable {
  package enum Kind: String, Hashable, CaseIterable, Sendable { case work, hour, expense, week }

  package let kind: Kind
  /// The price key; of an hour, the authority.
  package let name: String
  package let label: Label
  package let low: Int
  package let base: Int
  package let high: Int
  package let citation: Citation

  package init(kind: Kind, name: String, label: Label, low: Int, base: Int, high: Int, citation: Citation) {
    self.label = label
    self.kind = kind
    self.name = name
    self.low = low
    self.base = base
    self.high = high
    self.citation = citation
  }
}
