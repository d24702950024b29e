/// Bars from one line to the right, one for each law within each category, each with its figure.
///
///     Kommune   ▐//////////▌ 11.765 kr.
///               ▐████▌ 9.085 kr.
struct BarChart {
  struct Category {
    let label: String
    /// Under each law in turn.
    let values: [Int]
  }

  let series: [String]
  let categories: [Category]
  /// How a value is written at the end of its bar.
  let text: (Int) -> String

  /// The patterns of the laws in turn.
  static let fills: [Drawing.Fill] = [.hatch, .solid, .light, .dots, .paper]

  private static let barHeight = 30

  func drawing(id: String) -> Drawing {
    var drawing = Drawing(id: id)
    let top = addLegend(to: &drawing)
    var y = top
    let left = min(460, (categories.map { Drawing.width(of: $0.label) }.max() ?? 0) + 24)
    let values = categories.flatMap(\.values)
    let room = (values.map { Drawing.width(of: text($0)) }.max() ?? 0) + 20
    let scale = ChartScale(
      values: values, from: left + ((values.min() ?? 0) < 0 ? room : 0), to: Drawing.width - room)
    for category in categories {
      let height = category.values.count * BarChart.barHeight
      drawing.text(
        TextFit.shortened(category.label, to: left - 16), x: 0,
        y: y + height / 2 + Drawing.fontSize / 3)
      for (index, value) in category.values.enumerated() {
        let (start, end) = (min(scale.x(value), scale.x(0)), max(scale.x(value), scale.x(0)))
        if value != 0 {
          drawing.rectangle(
            x: start, y: y + 2, width: max(end - start, 2), height: BarChart.barHeight - 6,
            fill: BarChart.fills[index % BarChart.fills.count])
        }
        drawing.text(
          text(value), x: value < 0 ? start - 10 : end + 10, y: y + 22, anchor: value < 0 ? .end : .start)
        y += BarChart.barHeight
      }
      y += 14
    }
    drawing.line(from: (scale.x(0), top - 4), to: (scale.x(0), max(y - 10, top + 10)))
    return drawing
  }

  /// - Returns: where the bars may begin.
  private func addLegend(to drawing: inout Drawing) -> Int {
    var (x, y) = (0, 0)
    for (index, name) in series.enumerated() {
      let width = Drawing.width(of: name) + 70
      if x > 0, x + width > Drawing.width { (x, y) = (0, y + 34) }
      drawing.rectangle(
        x: x + 2, y: y + 4, width: 34, height: 22, fill: BarChart.fills[index % BarChart.fills.count])
      drawing.text(name, x: x + 46, y: y + 23)
      x += width
    }
    return y + 50
  }
}

/// From values to places on a line.
struct ChartScale {
  private let low: Int
  private let high: Int
  private let from: Int
  private let to: Int

  /// - Parameter showsZero: whether zero lies on the line whatever the values.
  init(values: [Int], from: Int, to: Int, showsZero: Bool = true) {
    let shown = values + (showsZero ? [0] : [])
    low = shown.min() ?? 0
    high = shown.max() ?? 0
    self.from = from
    self.to = max(from, to)
  }

  /// - Rounding: to whole units, down; what is drawn is a picture, the figure stands beside it.
  func x(_ value: Int) -> Int {
    let span = Int128(high) - Int128(low)
    guard span > 0 else { return from }
    return from + Int(Int128(to - from) * (Int128(value) - Int128(low)) / span)
  }
}

/// Words that must keep to a width.
enum TextFit {
  static func shortened(_ text: String, to width: Int, size: Int = Drawing.fontSize) -> String {
    guard Drawing.width(of: text, size: size) > width else { return text }
    var kept = text
    while !kept.isEmpty, Drawing.width(of: kept + "…", size: size) > width { kept.removeLast() }
    return kept + "…"
  }
}
