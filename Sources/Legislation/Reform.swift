package import Vocabulary

/// What a reform did to the law it amends.
package struct Reform: Sendable {
  /// A named bundle of repeals, amendments and enactments: the unit that is switched, priced, compared.
  package struct Measure: Sendable {
    package let provision: Provision
    /// Which line of thought it follows, in one sentence.
    package let reason: Label
    package let requires: [String]
    package let changes: [Change]

    package init(provision: Provision, reason: Label, requires: [String], changes: [Change]) {
      self.provision = provision
      self.reason = reason
      self.requires = requires
      self.changes = changes
    }
  }

  package struct Change: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case repeals, amends, enacts }

    package let kind: Kind
    package let provision: ProvisionID

    package init(kind: Kind, provision: ProvisionID) {
      self.kind = kind
      self.provision = provision
    }
  }

  /// A fence post that stays, or a statement without a rule: told in reports, changes nothing.
  package struct Statement: Sendable {
    package let provision: Provision
    package let reason: Label
    /// What it keeps; empty for a statement that this law does not model.
    package let keeps: [ProvisionID]

    package init(provision: Provision, reason: Label, keeps: [ProvisionID]) {
      self.provision = provision
      self.reason = reason
      self.keeps = keeps
    }
  }

  package let base: String
  package let measures: [Measure]
  package let kept: [Statement]
  package let notModelled: [Statement]

  package init(
    base: String, measures: [Measure], kept: [Statement], notModelled: [Statement]
  ) {
    self.base = base
    self.measures = measures
    self.kept = kept
    self.notModelled = notModelled
  }

  /// The measure that repealed a provision of the base, if one did.
  package func measure(repealing provision: ProvisionID) -> Measure? {
    measures.first { measure in
      measure.changes.contains { $0.kind == .repeals && $0.provision == provision }
    }
  }
}
