package import Expressions
package import Vocabulary

/// A målgruppe: exactly one applies to everyone covered, at every instant.
package struct TargetGroup: Sendable {
  package let provision: Provision
  /// The number in the act: LAB § 6, nr. 1–13.
  package let number: Int?
  package let versions: [Dated<CheckedExpression>]

  package init(provision: Provision, number: Int?, versions: [Dated<CheckedExpression>]) {
    self.provision = provision
    self.number = number
    self.versions = versions
  }
}

/// Who holds a case: exactly one for every open case, at every instant.
package struct Unit: Sendable {
  package let provision: Provision
  package let authority: String
  package let versions: [Dated<CheckedExpression>]

  package init(provision: Provision, authority: String, versions: [Dated<CheckedExpression>]) {
    self.provision = provision
    self.authority = authority
    self.versions = versions
  }
}
