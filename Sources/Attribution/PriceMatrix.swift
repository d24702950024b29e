package import Outcomes
package import Pricing
internal import Quantities
package import Vocabulary

/// Quantities × prices: what two laws cost at any prices, without replaying anybody.
///
/// What a price can depend on is few: the price key, whose hours it takes, and how long an offer runs. All
/// demands that share them stand in one row with their number under either law, so ten thousand sets of
/// prices are ten thousand short sums.
///
/// - Rounding: as in `Costing`, half up to the øre for each occurrence; each place to whole øre once. At
///   the base of every price the costs are those of `OutlayCosting`.
package struct PriceMatrix: Sendable {
  /// One price with its range.
  package struct Slot: Hashable, Sendable {
    /// Which table of the price list it stands in: `work`, `hours`, `expenses`, `weeks`.
    package let table: String
    package let key: String
    /// - Unit: minutes in `work`, øre elsewhere.
    package let low: Int
    package let base: Int
    package let high: Int
    package let citation: Citation

    package var name: String { "\(table)/\(key)" }

    package subscript(_ end: RangeEnd) -> Int {
      switch end {
      case .low: low
      case .base: base
      case .high: high
      }
    }
  }

  /// Costs by place, under the baseline and under the reform.
  ///
  /// - Unit: øre.
  package struct Costs: Sendable {
    package let baseline: [Int]
    package let reform: [Int]
    /// What the authorities add by their own practice, of what counts.
    package let practice: (baseline: Int, reform: Int)

    /// What the reform saves of what counts.
    package var saving: Int { (baseline.first ?? 0) - (reform.first ?? 0) }
    /// The part of it that is practice: the rest is rule.
    package var practiceSaving: Int { practice.baseline - practice.reform }
  }

  package let slots: [Slot]
  private let rows: [Row]
  /// What no price changes: benefits.
  private let fixed: [Pair]

  private struct Pair {
    var baseline: Int128 = 0
    var reform: Int128 = 0

    mutating func add(_ amount: Int128, isReform: Bool) {
      if isReform { reform += amount } else { baseline += amount }
    }
  }

  private struct Row {
    /// Slot of the rate: øre for an hour, an occurrence or a week.
    let rate: Int
    let factor: Factor
    let place: Int
    let isPractice: Bool
    let count: Pair
  }

  private enum Factor: Hashable {
    case one
    /// Minutes of an hour, by slot.
    case minutes(Int)
    /// Days of a week.
    case days(Int)
  }

  private struct Key: Hashable {
    let rate: Int
    let factor: Factor
    let place: Int
    let isPractice: Bool
  }

  /// A tally with what its indices mean.
  package struct Side: Sendable {
    package let tally: Tally
    package let codebook: Codebook

    package init(tally: Tally, codebook: Codebook) {
      self.tally = tally
      self.codebook = codebook
    }
  }

  package init(
    baseline: Side, reform: Side, prices: PriceList, target: Target, years: ClosedRange<Int>
  ) {
    var maker = Maker(prices: prices, target: target)
    maker.add(baseline, in: years, isReform: false)
    maker.add(reform, in: years, isReform: true)
    slots = maker.slots
    fixed = maker.fixed
    rows = maker.counts.map { key, count in
      Row(
        rate: key.rate, factor: key.factor, place: key.place, isPractice: key.isPractice, count: count)
    }
  }

  package func values(_ end: RangeEnd) -> [Int] { slots.map { $0[end] } }

  /// - Parameter values: one for each slot.
  package func costs(_ values: [Int]) -> Costs {
    var (sums, practice) = (fixed, Pair())
    add(values, to: &sums, practice: &practice)
    return Costs(
      baseline: sums.map { PriceMatrix.whole($0.baseline) },
      reform: sums.map { PriceMatrix.whole($0.reform) },
      practice: (PriceMatrix.whole(practice.baseline), PriceMatrix.whole(practice.reform)))
  }

  /// Multiplies and adds, and nothing else: ten thousand sets of prices come by here.
  private func add(_ values: [Int], to sums: inout [Pair], practice: inout Pair) {
    for row in rows {
      let rate = values[row.rate]
      let amount: Int
      switch row.factor {
      case .one: amount = rate
      case .minutes(let slot): amount = PriceMatrix.part(rate, values[slot], of: 60)
      case .days(let days): amount = PriceMatrix.part(rate, days, of: 7)
      }
      let (before, after) = (row.count.baseline * Int128(amount), row.count.reform * Int128(amount))
      sums[row.place].baseline += before
      sums[row.place].reform += after
      guard row.isPractice, row.place == 0 else { continue }
      practice.baseline += before
      practice.reform += after
    }
  }

  private static func part(_ rate: Int, _ top: Int, of bottom: Int) -> Int {
    Money(øre: rate).part(top, of: bottom)?.øre ?? Int.max
  }

  /// - Rounding: half up to the øre.
  private static func whole(_ millionths: Int128) -> Int {
    // Two words are divided by one in one step where the quotient fits; sums of a country do.
    let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    let up = 2 * rest.magnitude >= 1_000_000 ? (millionths < 0 ? Int128(-1) : 1) : 0
    return Int(exactly: whole + up) ?? (millionths < 0 ? .min : .max)
  }

  // MARK: Making it

  private struct Maker {
    let prices: PriceList
    let target: Target
    var slots: [Slot] = []
    var fixed: [Pair]
    var counts: [Key: Pair] = [:]
    private var places: [String: Int] = [:]

    init(prices: PriceList, target: Target) {
      self.prices = prices
      self.target = target
      fixed = Array(repeating: Pair(), count: target.places)
    }

    mutating func add(_ side: Side, in years: ClosedRange<Int>, isReform: Bool) {
      let codebook = side.codebook
      for (key, count) in side.tally.demands.rows where years.contains(Int(key.year)) {
        let text = codebook.dutyTexts[Int(key.text)]
        let price = text.priceKey
        let isPractice = text.basis == .practice
        let performer = text.performer ?? key.unit.map { codebook.unitPerformers[$0] }
        if let authority = performer?.authority, let hour = prices.hours[authority],
          let work = prices.work[price]
        {
          let minutes = slot(
            "work", price, work.low.count, work.base.count, work.high.count, work.citation)
          add(count, of: hour, "hours", authority, .minutes(minutes), isPractice, isReform)
        }
        if let fee = prices.expenses[price] {
          add(count, of: fee, "expenses", price, .one, isPractice, isReform)
        }
        if let week = prices.weeks[price], let length = key.length {
          add(count, of: week, "weeks", price, .days(length), isPractice, isReform)
        }
      }
      for (key, amount) in side.tally.benefitShares.rows where years.contains(Int(key.year)) {
        let place = target.place(
          account: Costing.benefitAccount, payer: key.payer,
          benefit: codebook.benefits[Int(key.benefit)].provision.name)
        fixed[place].add(amount.millionths, isReform: isReform)
      }
    }

    private mutating func add(
      _ count: Weighted, of charge: Charge, _ table: String, _ key: String, _ factor: Factor,
      _ isPractice: Bool, _ isReform: Bool
    ) {
      let price = charge.price
      let rate = slot(table, key, price.low.øre, price.base.øre, price.high.øre, price.citation)
      let place = target.place(account: charge.account, payer: charge.payer, benefit: nil)
      counts[Key(rate: rate, factor: factor, place: place, isPractice: isPractice), default: Pair()]
        .add(count.millionths, isReform: isReform)
    }

    private mutating func slot(
      _ table: String, _ key: String, _ low: Int, _ base: Int, _ high: Int, _ citation: Citation
    ) -> Int {
      let slot = Slot(table: table, key: key, low: low, base: base, high: high, citation: citation)
      if let known = places[slot.name] { return known }
      places[slot.name] = slots.count
      slots.append(slot)
      return slots.count - 1
    }
  }
}
