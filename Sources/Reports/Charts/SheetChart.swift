internal import Outcomes
internal import Quantities
internal import Vocabulary

/// The picture that a sheet asks for, in one language.
///
/// - Rounding: amounts from a million kroner on are told in millions with one decimal; the table below the
///   picture has what it has.
struct SheetChart {
  private let chart: Sheet.Chart
  private let language: Language

  init(_ chart: Sheet.Chart, language: Language) {
    self.chart = chart
    self.language = language
  }

  func drawing(id: String) -> Drawing {
    switch chart.kind {
    case .bars(let series, let categories):
      let text = text(largest: categories.flatMap(\.values))
      return BarChart(
        series: series.map { $0[language] },
        categories: categories.map { .init(label: $0.label[language], values: $0.values) }, text: text
      ).drawing(id: id)
    case .waterfall(let steps):
      let text = text(largest: steps.map(\.value))
      return WaterfallChart(
        bars: steps.map { step in
          step.isSum
            ? .sum(label: step.label[language], value: step.value)
            : .step(label: step.label[language], change: step.value)
        }, sumText: text, changeText: { ($0 > 0 ? "+" : "") + text($0) }
      ).drawing(id: id)
    case .gauge(let gauge):
      let words = gauge.words
      return GaugeChart(
        low: gauge.low, base: gauge.base, high: gauge.high, goal: gauge.goal,
        words: (words.goal[language], words.base[language], words.range[language]),
        text: text(largest: [gauge.low, gauge.base, gauge.high, gauge.goal])
      ).drawing(id: id)
    case .spread(let base, let ends):
      return SpreadChart(
        base: base, bars: ends.map { .init(label: $0.label[language], low: $0.low, high: $0.high) },
        text: text(largest: [base] + ends.flatMap { [$0.low, $0.high] })
      ).drawing(id: id)
    }
  }

  /// How values are written, all of a picture alike.
  private func text(largest values: [Int]) -> (Int) -> String {
    let figures = FigureText(language: language)
    let isLarge = values.contains { $0.magnitude >= 100_000_000 }
    return switch chart.unit {
    case .count: figures.count
    case .minutes: { figures.time(Minutes($0)) }
    case .øre: { isLarge ? figures.millions(Money(øre: $0)) : figures.money(Money(øre: $0)) }
    }
  }
}
