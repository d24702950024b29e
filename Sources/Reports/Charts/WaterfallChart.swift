/// From one sum to another by steps, each bar beginning where the last one ended.
///
///     Gældende ret            ▐██████████████▌  100
///     Færre samtaler                  ▐//////▌  −40
///     Rammeloven              ▐███████▌          60
struct WaterfallChart {
  enum Bar: Hashable {
    /// A sum that stands on the zero line.
    case sum(label: String, value: Int)
    /// What is added to, or taken from, what stands so far.
    case step(label: String, change: Int)

    var label: String {
      switch self {
      case .sum(let label, _), .step(let label, _): label
      }
    }
  }

  let bars: [Bar]
  /// How a sum is written.
  let sumText: (Int) -> String
  /// How a change is written, with its sign.
  let changeText: (Int) -> String

  private static let rowHeight = 42

  /// Where each bar begins and ends.
  var levels: [(from: Int, to: Int)] {
    var level = 0
    return bars.map { bar in
      switch bar {
      case .sum(_, let value):
        level = value
        return (0, value)
      case .step(_, let change):
        defer { level += change }
        return (level, level + change)
      }
    }
  }

  func drawing(id: String) -> Drawing {
    var drawing = Drawing(id: id)
    let left = min(620, (bars.map { Drawing.width(of: $0.label) }.max() ?? 0) + 24)
    let room = (bars.map { Drawing.width(of: text($0)) }.max() ?? 0) + 24
    let levels = levels
    let values = levels.flatMap { [$0.from, $0.to] }
    let scale = ChartScale(
      values: values, from: left + ((values.min() ?? 0) < 0 ? room : 0), to: Drawing.width - room)
    var y = 4
    for (index, bar) in bars.enumerated() {
      let (from, to) = (scale.x(levels[index].from), scale.x(levels[index].to))
      drawing.text(
        TextFit.shortened(bar.label, to: left - 16), x: 0, y: y + 23, weight: bar.isSum ? .bold : .plain)
      drawing.rectangle(
        x: min(from, to), y: y, width: max(abs(to - from), 2), height: 32, fill: fill(of: bar))
      let isLeft = max(levels[index].from, levels[index].to) <= 0 && values.contains { $0 < 0 }
      drawing.text(
        text(bar), x: isLeft ? min(from, to) - 10 : max(from, to) + 10, y: y + 23,
        anchor: isLeft ? .end : .start, weight: bar.isSum ? .bold : .plain)
      if index + 1 < bars.count {
        drawing.line(
          from: (to, y + 32), to: (to, y + WaterfallChart.rowHeight), width: 1, colour: Palette.muted)
      }
      y += WaterfallChart.rowHeight
    }
    drawing.line(from: (scale.x(0), 0), to: (scale.x(0), max(y - 4, 8)))
    return drawing
  }

  private func text(_ bar: Bar) -> String {
    switch bar {
    case .sum(_, let value): sumText(value)
    case .step(_, let change): changeText(change)
    }
  }

  private func fill(of bar: Bar) -> Drawing.Fill {
    switch bar {
    case .sum: .light
    case .step(_, let change): change < 0 ? .hatch : .solid
    }
  }
}

extension WaterfallChart.Bar {
  fileprivate var isSum: Bool { if case .sum = self { true } else { false } }
}
