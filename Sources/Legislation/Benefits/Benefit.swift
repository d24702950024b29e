package import Expressions
package import Quantities
package import Vocabulary

/// What a citizen lives on.
package struct Benefit: Sendable {
  package struct Text: Sendable {
    package let condition: CheckedExpression
    /// Money per month, week or day; `nil` for a benefit whose amount the law set does not hold.
    package let amount: CheckedExpression?
    /// Who pays it out: an authority.
    package let paidBy: String
    package let financing: Source

    package init(
      condition: CheckedExpression, amount: CheckedExpression?, paidBy: String, financing: Source
    ) {
      self.condition = condition
      self.amount = amount
      self.paidBy = paidBy
      self.financing = financing
    }
  }

  /// Who bears the cost in the end.
  package enum Source: Hashable, Sendable {
    case payer(Payer)
    /// By the steps of a financing rule, by its index.
    case steps(Int)
  }

  package let provision: Provision
  package let versions: [Dated<Text>]

  package init(provision: Provision, versions: [Dated<Text>]) {
    self.provision = provision
    self.versions = versions
  }
}

/// How a benefit's cost is shared between payers as time goes by: the refund ladder.
///
/// Invariant: the shares of each step add up to one, bounds ascend, only the last step is unbounded;
/// upheld by the reader.
package struct Financing: Sendable {
  package struct Step: Hashable, Sendable {
    /// The step holds while the clock shows less than this many days; `nil` for the last.
    package let upTo: Int?
    package let shares: [Payer: Rational]

    package init(upTo: Int?, shares: [Payer: Rational]) {
      self.upTo = upTo
      self.shares = shares
    }
  }

  package struct Text: Sendable {
    package let clock: Int
    package let steps: [Step]

    package init(clock: Int, steps: [Step]) {
      self.clock = clock
      self.steps = steps
    }
  }

  package let provision: Provision
  package let versions: [Dated<Text>]

  package init(provision: Provision, versions: [Dated<Text>]) {
    self.provision = provision
    self.versions = versions
  }
}
