package import Vocabulary

/// How far a headline lies from what it would be with other assumptions, and which of them matter.
///
/// - Unit: øre saved of what counts towards the target.
package struct Spread: Hashable, Sendable {
  /// One assumption at either end of its range, all others at their base.
  package struct Bar: Hashable, Sendable {
    package enum Kind: String, Hashable, CaseIterable, Sendable { case price, practice, behaviour }

    package let kind: Kind
    package let name: String
    package let label: Label
    package let status: Citation.Status
    /// The saving with the assumption at its low end.
    package let low: Int
    /// The saving with it at its high end.
    package let high: Int
    /// One standard error of the difference between the two, where fewer citizens were replayed for it.
    package let error: Int?

    package init(
      kind: Kind, name: String, label: Label, status: Citation.Status, low: Int, high: Int,
      error: Int? = nil
    ) {
      self.error = error
      self.kind = kind
      self.name = name
      self.label = label
      self.status = status
      self.low = low
      self.high = high
    }

    package var width: Int { abs(high - low) }
  }

  package let base: Int
  /// Widest first; at a tie by kind and name.
  package let bars: [Bar]

  package init(base: Int, bars: [Bar]) {
    self.base = base
    self.bars = bars.sorted {
      ($1.width, $0.kind.rawValue, $0.name) < ($0.width, $1.kind.rawValue, $1.name)
    }
  }

  /// The least and the most that any single assumption makes of it.
  package var ends: (low: Int, high: Int) {
    let all = bars.flatMap { [$0.low, $0.high] } + [base]
    return (all.min() ?? base, all.max() ?? base)
  }
}

extension PriceMatrix {
  /// What each price by itself makes of the saving.
  package func bars(_ label: (Slot) -> Label) -> [Spread.Bar] {
    slots.indices.map { place in
      var values = values(.base)
      values[place] = slots[place].low
      let low = costs(values).saving
      values[place] = slots[place].high
      return Spread.Bar(
        kind: .price, name: slots[place].name, label: label(slots[place]),
        status: slots[place].citation.status, low: low, high: costs(values).saving)
    }
  }
}

/// How far a figure of a sample may lie from that of everybody.
///
/// Citizens are taken in equal batches, each a sample by itself; how differently the batches turn out
/// tells how differently another sample would have.
package struct SamplingError: Hashable, Sendable {
  package let batches: Int
  /// - Unit: that of the figures, one standard error.
  package let standardError: Int

  /// - Parameter figures: of each batch, grown to everybody.
  /// - Returns: `nil` for fewer than two.
  package init?(batches figures: [Int]) {
    guard figures.count > 1 else { return nil }
    let count = Int128(figures.count)
    let sum = figures.reduce(Int128(0)) { $0 + Int128($1) }
    // Around the mean, so that squares stay small.
    let mean = sum / count
    let squares = figures.reduce(Int128(0)) { squares, figure in
      let distance = Int128(figure) - mean
      return squares + distance * distance
    }
    let rest = sum - mean * count
    let variance = (squares - rest * rest / count) / (count - 1) / count
    batches = figures.count
    standardError = Int(clamping: nearestRoot(of: UInt128(max(0, variance))))
  }
}
