internal import Legislation
package import Vocabulary

/// One thing that must be so for every citizen, whatever happens to her.
package struct Obligation: Hashable, Sendable {
  package enum Kind: String, Hashable, CaseIterable, Sendable {
    case oneBenefit = "one-benefit"
    case oneGroup = "one-group"
    case oneUnit = "one-unit"
    case exceptions
    case tables
    case schedules
    case applies
    case branches
    case deadlines
    case payers
    case parameters
    case never
    case noMore = "no-more"
  }

  package let kind: Kind
  /// What it is about; the law itself for what is said of all of it.
  package let provision: Provision

  package init(_ kind: Kind, _ provision: Provision) {
    self.kind = kind
    self.provision = provision
  }
}

/// What became of an obligation.
package enum Verdict: Sendable {
  case proved
  case failed(Failure)
  /// Neither proved nor shown to be wrong, with the reason.
  case unknown(Label)
}

/// Something that is wrong, and the citizen who shows it.
package struct Failure: Sendable {
  /// What happens.
  package let message: Label
  /// `nil` for what no citizen can show: that a provision applies to nobody, say.
  package let witness: Witness?

  package init(message: Label, witness: Witness? = nil) {
    self.message = message
    self.witness = witness
  }
}

/// What was asked of one law.
package struct Proofs: Sendable {
  package struct Answer: Sendable {
    package let obligation: Obligation
    package let verdict: Verdict

    package init(_ obligation: Obligation, _ verdict: Verdict) {
      self.obligation = obligation
      self.verdict = verdict
    }
  }

  package let law: String
  package let title: Label
  package let answers: [Answer]
  /// What has no exact translation, in the author's words; an unknown stood in its place.
  package let gaps: [String]

  package init(law: String, title: Label, answers: [Answer], gaps: [String]) {
    self.law = law
    self.title = title
    self.answers = answers
    self.gaps = gaps
  }
}
