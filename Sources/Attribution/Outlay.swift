package import Diagnostics
package import Outcomes
package import Pricing
package import Quantities
internal import Vocabulary

/// What a law costs, by where it stands and by what orders it.
///
/// - Unit: øre, whole.
/// - Rounding: each place once, half up; within a place law and practice add up to it. Totals are sums of
///   places.
package struct Outlay: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    /// What the law's floors order, and its benefits.
    package let law: Int
    /// What the authorities add by their own practice.
    package let practice: Int

    package init(law: Int, practice: Int) {
      self.law = law
      self.practice = practice
    }

    package var total: Int { law + practice }
  }

  /// By place of the target.
  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// - Parameter sums: of each place what law and what practice costs.
  package init(sums: [(law: Weighted, practice: Weighted)]) {
    parts = sums.map { sum in
      let whole = Apportionment.whole([sum.law, sum.practice])
      return Part(law: whole[0], practice: whole[1])
    }
  }

  package var totals: [Int] { parts.map(\.total) }
  package var total: Int { parts.reduce(0) { $0 + $1.total } }
}

/// Turns a tally into an outlay.
package struct OutlayCosting: Sendable {
  private let codebook: Codebook
  private let costing: TallyCosting
  private let target: Target

  package init(codebook: Codebook, prices: PriceList, level: PriceLevel, target: Target) {
    self.codebook = codebook
    self.target = target
    costing = TallyCosting(codebook: codebook, prices: prices, level: level)
  }

  /// - Parameter years: the calendar years that count.
  /// - Throws: `number-too-large` when an amount leaves the range of exact numbers.
  package func outlay(of tally: Tally, in years: ClosedRange<Int>) throws(Diagnostic) -> Outlay {
    let sums = try sums(of: tally, in: years, parts: 1, duty: { _ in 0 }, benefit: { _ in 0 })
    return Outlay(sums: sums[0].map { ($0.law, $0.practice) })
  }

  /// What a place costs, before anything is rounded.
  package struct Sum: Hashable, Sendable {
    package var law = Weighted.zero
    package var practice = Weighted.zero

    package init() {}

    package static func + (left: Sum, right: Sum) -> Sum {
      var sum = left
      sum.law += right.law
      sum.practice += right.practice
      return sum
    }

    package static func - (left: Sum, right: Sum) -> Sum {
      var sum = left
      sum.law = sum.law - right.law
      sum.practice = sum.practice - right.practice
      return sum
    }
  }

  /// The same by parts of the law; sums of parts of any tallies can be added and rounded afterwards.
  ///
  /// - Parameters:
  ///   - duty: the part that a duty belongs to, by the index of its text in the codebook; below zero for none.
  ///   - benefit: the part that a benefit belongs to.
  /// - Returns: by part, then by place.
  /// - Throws: `number-too-large` when an amount leaves the range of exact numbers.
  package func sums(
    of tally: Tally, in years: ClosedRange<Int>, parts: Int, duty: (Int) -> Int, benefit: (Int) -> Int
  ) throws(Diagnostic) -> [[Sum]] {
    var sums = Array(repeating: Array(repeating: Sum(), count: target.places), count: parts)
    for (key, count) in tally.demands.rows where years.contains(Int(key.year)) {
      let isPractice = codebook.dutyTexts[Int(key.text)].basis == .practice
      let part = duty(Int(key.text))
      guard part >= 0 else { continue }
      for charge in try costing.charges(for: key) {
        let place = target.place(account: charge.account, payer: charge.payer, benefit: nil)
        let amount = count * charge.amount.øre
        if isPractice { sums[part][place].practice += amount } else { sums[part][place].law += amount }
      }
    }
    for (key, amount) in tally.benefitShares.rows where years.contains(Int(key.year)) {
      let part = benefit(Int(key.benefit))
      guard part >= 0 else { continue }
      let place = target.place(
        account: Costing.benefitAccount, payer: key.payer,
        benefit: codebook.benefits[Int(key.benefit)].provision.name)
      sums[part][place].law += amount
    }
    return sums
  }
}

/// The difference between two laws, by kind and by place.
///
/// Invariant: in every place rule and practice effect add up to the difference, and the published
/// saving is what rule, practice and what is left unexplained add up to; swapping the laws flips every
/// sign. All in whole øre.
package struct CountryEffects: Hashable, Sendable {
  package struct Effect: Hashable, Sendable {
    /// The law's floors moved.
    package let rule: Int
    /// The authorities use their freedom otherwise.
    package let practice: Int

    package var total: Int { rule + practice }
  }

  package let baseline: Outlay
  package let reform: Outlay

  /// - Precondition: both have the places of one target.
  package init(baseline: Outlay, reform: Outlay) {
    self.baseline = baseline
    self.reform = reform
  }

  /// By place; below zero is a saving.
  package var effects: [Effect] {
    zip(baseline.parts, reform.parts).map { before, after in
      Effect(rule: after.law - before.law, practice: after.practice - before.practice)
    }
  }

  /// What counts towards the target; above zero is a saving.
  package var saving: Int { -(effects.first?.total ?? 0) }

  /// The part of a published saving that no rule and no practice of the model makes.
  ///
  /// The budget may have moved without either, which is an unfunded cut; or the model lacks a rule. Which
  /// of the two it is no figure says. Below zero the model saves more than was published.
  package func unexplained(of published: Money) -> Int { published.øre - saving }

  /// What returns as taxes and duties, by place: a share of what benefits change by. It lowers a saving
  /// where benefits fall.
  ///
  /// - Rounding: each place to the øre, half up.
  package func flowBack(_ flowBack: Target.FlowBack, _ end: RangeEnd, target: Target) -> [Int] {
    effects.indices.map { place in
      guard flowBack.boxes.contains(target.name(of: place)) else { return 0 }
      return -(Money(øre: effects[place].total).share(flowBack.share[end], .halfUp)?.øre ?? 0)
    }
  }
}
