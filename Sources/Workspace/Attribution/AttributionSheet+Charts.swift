internal import Attribution
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// The pictures of what a reform saves; each says what the table below it says.
extension AttributionSheet {
  /// The saving with its range beside the target: over all that was drawn, else all prices at their ends.
  var gauge: Sheet.Chart {
    let ranges = attribution.ranges
    let saving = attribution.effects.saving
    let drawn = ranges.headlines.first { $0.headline == .saving }.map { (low: $0.low, high: $0.high) }
    let ends = drawn ?? ranges.prices
    let isOverPractice = (ranges.practice?.drawn.practice ?? 0) > 0
    return Sheet.Chart(
      .gauge(
        Sheet.Chart.Gauge(
          low: min(ends.low, ends.high), base: saving, high: max(ends.low, ends.high),
          goal: attribution.amount.øre,
          words: Sheet.Chart.Gauge.Words(
            goal: Label(danish: "Målet", english: "The target"),
            base: Label(danish: "Besparelse, der tæller", english: "Saving that counts"),
            range: drawn == nil
              ? Label(danish: "alle priser lave – høje", english: "all prices low – high")
              : isOverPractice
                ? Label(danish: "trukne priser og praksis, 5–95 %", english: "drawn prices and practice, 5–95%")
                : Label(danish: "trukne priser, 5–95 %", english: "drawn prices, 5–95%")))), unit: .øre)
  }

  /// From nothing to what the reform changes, measure by measure.
  var waterfall: Sheet.Chart? {
    guard let prices = attribution.measures else { return nil }
    let steps = prices.measures.filter { $0.share[0] != 0 }.map { measure in
      Sheet.Chart.Step(measure.label, measure.share[0])
    }
    let total = prices.measures.reduce(0) { $0 + $1.share[0] }
    return Sheet.Chart(
      .waterfall(
        steps + [Sheet.Chart.Step(Label(danish: "I alt", english: "In all"), total, isSum: true)]),
      unit: .øre)
  }

  /// What the saving becomes at the ends of each assumption, widest first.
  var drivers: Sheet.Chart? {
    guard let spread = attribution.ranges.spread else { return nil }
    let bars = spread.bars.filter { $0.width > 0 }.prefix(Self.shownBars)
    return Sheet.Chart(
      .spread(
        base: spread.base,
        ends: bars.map { Sheet.Chart.Ends(words($0), low: $0.low, high: $0.high) }), unit: .øre)
  }

  /// As many as an eye takes in; the table has them all.
  private static var shownBars: Int { 12 }
}
