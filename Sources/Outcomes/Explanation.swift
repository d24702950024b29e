package import Vocabulary

/// Why something is so: a tree of rules with their citations and the facts that decided.
package struct Explanation: Hashable, Sendable {
  /// What is explained, in the author's words: a rule's label or a condition's text.
  package let subject: String
  /// The rule's name for people; `nil` for conditions and facts.
  package let label: Label?
  /// The value it came to, as the rule language writes it.
  package let outcome: String
  /// Whether it held, for conditions.
  package let holds: Bool?
  package let citation: Citation?
  package let provision: ProvisionID?
  package let parts: [Explanation]

  package init(
    subject: String, label: Label? = nil, outcome: String, holds: Bool? = nil,
    citation: Citation? = nil, provision: ProvisionID? = nil, parts: [Explanation] = []
  ) {
    self.subject = subject
    self.label = label
    self.outcome = outcome
    self.holds = holds
    self.citation = citation
    self.provision = provision
    self.parts = parts
  }
}
