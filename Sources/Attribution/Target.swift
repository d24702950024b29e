package import Diagnostics
package import Quantities
package import Vocabulary

/// What a saving is measured against: an amount, a year, and which costs count towards it.
///
/// - Unit: the amount is for one year, in the prices of `level`.
///
/// Invariant: each pair of account and payer that counts is in no box, and every other is put somewhere:
/// where no box takes it, in the rest. So what a reform moves adds up, whatever counts.
package struct Target: Sendable {
  package let label: Label
  package let amount: Money
  package let year: Int
  /// The year whose prices the amount is in.
  package let level: Int
  package let citation: Citation
  package let range: SourceRange
  package let counts: CostScope
  /// What does not count, told beside it; the first that takes a cost has it.
  package let boxes: [Box]
  package let flowBack: FlowBack?
  package let indices: [PriceIndex]
  /// The one to use where price levels differ.
  package let index: Int?
  package let published: [Published]
  package let outOfScope: [Note]

  package init(
    label: Label, amount: Money, year: Int, level: Int, citation: Citation, range: SourceRange,
    counts: CostScope, boxes: [Box], flowBack: FlowBack?, indices: [PriceIndex], index: Int?,
    published: [Published], outOfScope: [Note]
  ) {
    self.label = label
    self.amount = amount
    self.year = year
    self.level = level
    self.citation = citation
    self.range = range
    self.counts = counts
    self.boxes = boxes
    self.flowBack = flowBack
    self.indices = indices
    self.index = index
    self.published = published
    self.outOfScope = outOfScope
  }

  /// Costs that do not count, under a name of their own.
  package struct Box: Hashable, Sendable {
    package let name: String
    package let label: Label
    package let scope: CostScope

    package init(name: String, label: Label, scope: CostScope) {
      self.name = name
      self.label = label
      self.scope = scope
    }
  }

  /// The share of a change in disposable income that returns as taxes and duties (tilbageløb).
  package struct FlowBack: Hashable, Sendable {
    package let share: RangedFigure<Rational>
    /// Names of the boxes whose money is somebody's income.
    package let boxes: [String]

    package init(share: RangedFigure<Rational>, boxes: [String]) {
      self.share = share
      self.boxes = boxes
    }
  }

  /// A saving that somebody published for a law.
  package struct Published: Hashable, Sendable {
    package let name: String
    package let label: Label
    package let law: String
    package let amount: Money
    package let citation: Citation

    package init(name: String, label: Label, law: String, amount: Money, citation: Citation) {
      self.name = name
      self.label = label
      self.law = law
      self.amount = amount
      self.citation = citation
    }
  }

  /// Something that is said without a figure, and why.
  package struct Note: Hashable, Sendable {
    package let name: String
    package let label: Label
    package let citation: Citation
    package let reason: Label

    package init(name: String, label: Label, citation: Citation, reason: Label) {
      self.name = name
      self.label = label
      self.citation = citation
      self.reason = reason
    }
  }

  /// Where a cost stands: 0 for what counts, then the boxes in their order, and last the rest.
  ///
  /// - Parameter benefit: the name of the benefit, for money that is one.
  package func place(account: String, payer: Payer, benefit: String?) -> Int {
    if counts.holds(account: account, payer: payer, benefit: benefit) { return 0 }
    let box = boxes.firstIndex { $0.scope.holds(account: account, payer: payer, benefit: benefit) }
    return 1 + (box ?? boxes.count)
  }

  /// How many places there are.
  package var places: Int { boxes.count + 2 }

  package func label(of place: Int) -> Label {
    switch place {
    case 0: Label(danish: "Tæller mod målet", english: "Counts towards the target")
    case 1...boxes.count where !boxes.isEmpty: boxes[place - 1].label
    default: Label(danish: "Andet", english: "Other")
    }
  }

  package func name(of place: Int) -> String {
    switch place {
    case 0: "counts"
    case 1...boxes.count where !boxes.isEmpty: boxes[place - 1].name
    default: "rest"
    }
  }

  /// The target's amount in the prices of another year.
  ///
  /// - Rounding: half up to the øre.
  /// - Returns: `nil` when no index has values for both years.
  package func amount(inPricesOf other: Int) -> Money? {
    if other == level { return amount }
    guard let index, let factor = indices[index].factor(from: level, to: other) else { return nil }
    return amount.share(factor, .halfUp)
  }
}

/// Which costs are meant: those that fit all that is said.
package struct CostScope: Hashable, Sendable {
  package let accounts: Set<String>
  /// `nil` for all.
  package let payers: Set<Payer>?
  /// `nil` for all, and for what is no benefit.
  package let benefits: Set<String>?

  package init(accounts: Set<String>, payers: Set<Payer>? = nil, benefits: Set<String>? = nil) {
    self.accounts = accounts
    self.payers = payers
    self.benefits = benefits
  }

  package func holds(account: String, payer: Payer, benefit: String?) -> Bool {
    accounts.contains(account) && (payers?.contains(payer) ?? true)
      && (benefits.map { names in benefit.map(names.contains) ?? false } ?? true)
  }
}

/// A value with its range and where it comes from.
///
/// Invariant: `low <= base <= high`; upheld by the reader.
package struct RangedFigure<Value: Hashable & Sendable>: Hashable, Sendable {
  package let low: Value
  package let base: Value
  package let high: Value
  package let citation: Citation

  package init(low: Value, base: Value, high: Value, citation: Citation) {
    self.low = low
    self.base = base
    self.high = high
    self.citation = citation
  }

  package subscript(_ end: RangeEnd) -> Value {
    switch end {
    case .low: low
    case .base: base
    case .high: high
    }
  }
}

/// Which end of a range is used.
package enum RangeEnd: String, CaseIterable, Hashable, Sendable { case low, base, high }

/// What a basket of things cost in one year as against another.
///
/// - Unit: any; only quotients are used.
///
/// Invariant: values are positive; the reader upholds it.
package struct PriceIndex: Hashable, Sendable {
  package let name: String
  package let label: Label
  package let values: [Int: Rational]
  package let citation: Citation

  package init(name: String, label: Label, values: [Int: Rational], citation: Citation) {
    self.name = name
    self.label = label
    self.values = values
    self.citation = citation
  }

  /// What an amount of one year is multiplied by to stand in the prices of another.
  package func factor(from: Int, to: Int) -> Rational? {
    guard let old = values[from], let new = values[to] else { return nil }
    return new.divided(by: old)
  }
}
