internal import Outcomes
internal import Parallel
internal import Quantities

/// The figures that are told first of a reform, so that each can be told with its range.
///
/// - Unit: øre, where the name does not say otherwise; savings are above zero.
package enum Headline: Hashable, Sendable {
  case saving
  /// The parts of the saving that the law's floors and the authorities' own practice make.
  case rule, practice
  /// What counts, under either law.
  case before, after
  /// What a place changes by that does not count.
  case change(place: Int)
  /// What everything changes by.
  case total
  /// - Unit: occurrences of duties.
  case demands(Law)
  /// - Unit: changes of hands.
  case handOvers(Law)
  /// The saving when people answer to the process.
  case afterBehaviour

  package enum Law: Hashable, CaseIterable, Sendable { case before, after }

  package var isMoney: Bool {
    switch self {
    case .demands, .handOvers: false
    default: true
    }
  }

  /// Whether it says how much there is, and not what changes: such a figure is never below nothing.
  package var isAmount: Bool {
    switch self {
    case .before, .after, .demands, .handOvers: true
    default: false
    }
  }

  /// Those that are told of a target, in their order.
  package static func all(places: Int, withBehaviour: Bool) -> [Headline] {
    [.saving, .rule, .practice, .before, .after] + (1..<max(1, places)).map { .change(place: $0) }
      + [.total] + Law.allCases.map { .demands($0) } + Law.allCases.map { .handOvers($0) }
      + (withBehaviour ? [.afterBehaviour] : [])
  }
}

/// Two laws on the same citizens, with what the headlines come to at any prices.
package struct PricedQuantities: Sendable {
  private let matrix: PriceMatrix
  private let behaved: PriceMatrix?
  private let counts: [Headline: Int]
  package let headlines: [Headline]

  /// - Parameter behaved: the same with people who answer to what the reform does otherwise; `nil` where
  ///   nobody asked.
  package init(
    _ matrix: PriceMatrix, before: PriceMatrix.Side, after: PriceMatrix.Side, behaved: PriceMatrix?,
    places: Int, years: ClosedRange<Int>
  ) {
    self.matrix = matrix
    self.behaved = behaved
    headlines = Headline.all(places: places, withBehaviour: behaved != nil)
    var counts: [Headline: Int] = [:]
    for (law, side) in [(Headline.Law.before, before), (.after, after)] {
      counts[.demands(law)] = side.tally.demands.sum { years.contains(Int($0.year)) }.whole
      counts[.handOvers(law)] = side.tally.handOvers.sum { years.contains(Int($0.year)) }.whole
    }
    self.counts = counts
  }

  /// The headlines at the set of prices of a number; at their base for none.
  package func figures(_ number: Int?, seed: UInt64) -> [Int] {
    func costs(_ matrix: PriceMatrix) -> PriceMatrix.Costs {
      matrix.costs(number.map { PriceLot(matrix, seed: seed).values($0) } ?? matrix.values(.base))
    }
    return figures(costs(matrix), behaved.map(costs))
  }

  /// The headlines at each of so many sets of prices, on as many cores as there are.
  package func figures(of numbers: Range<Int>, seed: UInt64) -> [[Int]] {
    let lot = PriceLot(matrix, seed: seed)
    let behavedLot = behaved.map { PriceLot($0, seed: seed) }
    // Each set is drawn by its number, so whoever draws it draws the same.
    let blocks = (numbers.count + PricedQuantities.block - 1) / PricedQuantities.block
    return SideBySide.map(blocks) { block in
      let first = numbers.lowerBound + block * PricedQuantities.block
      var values = [Int](repeating: 0, count: matrix.slots.count)
      var others = [Int](repeating: 0, count: behaved?.slots.count ?? 0)
      return (first..<min(numbers.upperBound, first + PricedQuantities.block)).map { number in
        lot.fill(&values, number)
        behavedLot?.fill(&others, number)
        return figures(matrix.costs(values), behaved?.costs(others))
      }
    }.flatMap { $0 }
  }

  /// How many sets of prices are drawn at a time.
  private static let block = 256

  private func figures(_ costs: PriceMatrix.Costs, _ behaved: PriceMatrix.Costs?) -> [Int] {
    headlines.map { headline in
      switch headline {
      case .saving: costs.saving
      case .rule: costs.saving - costs.practiceSaving
      case .practice: costs.practiceSaving
      case .before: costs.baseline.first ?? 0
      case .after: costs.reform.first ?? 0
      case .change(let place): costs.reform[place] - costs.baseline[place]
      case .total: costs.reform.reduce(0, +) - costs.baseline.reduce(0, +)
      case .demands, .handOvers: counts[headline] ?? 0
      case .afterBehaviour: behaved?.saving ?? 0
      }
    }
  }
}

/// Low, base and high of a headline.
package struct HeadlineRange: Hashable, Sendable {
  package let headline: Headline
  /// Five of a hundred draws lie below it.
  package let low: Int
  package let base: Int
  /// Five of a hundred draws lie above it.
  package let high: Int

  package init(headline: Headline, low: Int, base: Int, high: Int) {
    self.headline = headline
    self.low = low
    self.base = base
    self.high = high
  }

  /// The ranges of some headlines over draws.
  ///
  /// - Parameter draws: each with a figure for each headline.
  /// - Returns: none where nothing was drawn.
  package static func all(
    _ headlines: [Headline], base: [Int], draws: [[Int]]
  ) -> [HeadlineRange] {
    headlines.indices.compactMap { index in
      Percentiles(sorted: draws.map { $0[index] }.sorted()).map { found in
        HeadlineRange(headline: headlines[index], low: found.p5, base: base[index], high: found.p95)
      }
    }
  }
}
