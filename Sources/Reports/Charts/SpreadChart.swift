/// One figure between the ends of each assumption that moves it, around the line where it stands.
///
///     Minutter: samtale    1,1 ▐/////│//////▌ 2,3
///     Timepris: kommune       1,4 ▐//│//▌ 1,8
struct SpreadChart {
  struct Bar {
    let label: String
    /// What becomes of the figure at the assumption's low end, which may be the greater.
    let low: Int
    let high: Int
  }

  let base: Int
  let bars: [Bar]
  let text: (Int) -> String

  private static let rowHeight = 40

  func drawing(id: String) -> Drawing {
    var drawing = Drawing(id: id)
    let left = min(800, (bars.map { Drawing.width(of: $0.label) }.max() ?? 0) + 24)
    let values = [base] + bars.flatMap { [$0.low, $0.high] }
    let room = (values.map { Drawing.width(of: text($0)) }.max() ?? 0) + 24
    // The line of zero may be far away: what matters here is how far the ends lie apart.
    let scale = ChartScale(
      values: values, from: left + room, to: Drawing.width - room, showsZero: false)
    drawing.text(text(base), x: scale.x(base), y: 24, anchor: .middle, weight: .bold)
    var y = 40
    for bar in bars {
      let (start, end) = (scale.x(min(bar.low, bar.high)), scale.x(max(bar.low, bar.high)))
      drawing.text(TextFit.shortened(bar.label, to: left - 16), x: 0, y: y + 23)
      drawing.rectangle(x: start, y: y, width: max(end - start, 2), height: 30, fill: .hatch)
      drawing.text(text(min(bar.low, bar.high)), x: start - 10, y: y + 23, anchor: .end)
      drawing.text(text(max(bar.low, bar.high)), x: end + 10, y: y + 23)
      y += SpreadChart.rowHeight
    }
    drawing.line(from: (scale.x(base), 34), to: (scale.x(base), y), width: 4)
    return drawing
  }
}
