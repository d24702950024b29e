/// A figure with its range on a scale that also shows the goal.
///
///     0            ▐/////█////▌      ┆
///     0          1,2  1,6   2,1      3,0
struct GaugeChart {
  let low: Int
  let base: Int
  let high: Int
  let goal: Int
  /// What the marks are called: the goal, the figure, its range.
  let words: (goal: String, base: String, range: String)
  let text: (Int) -> String

  func drawing(id: String) -> Drawing {
    var drawing = Drawing(id: id)
    let scale = ChartScale(values: [low, base, high, goal], from: 60, to: Drawing.width - 170)
    let (top, bottom) = (96, 156)
    drawing.line(from: (scale.x(min(low, 0)), bottom), to: (scale.x(max(high, goal)), bottom), width: 3)
    drawing.line(from: (scale.x(0), bottom - 10), to: (scale.x(0), bottom + 10))
    drawing.rectangle(
      x: scale.x(low), y: top, width: max(scale.x(high) - scale.x(low), 2), height: 48, fill: .hatch)
    drawing.line(from: (scale.x(base), top - 14), to: (scale.x(base), bottom), width: 10)
    drawing.line(from: (scale.x(goal), top - 48), to: (scale.x(goal), bottom + 10), width: 4, isDashed: true)
    // Three heights, so that words never meet: the goal, the figure, the range below.
    add("\(words.goal): \(text(goal))", at: scale.x(goal), y: 38, weight: .bold, to: &drawing)
    add("\(words.base): \(text(base))", at: scale.x(base), y: 74, weight: .bold, to: &drawing)
    let (range, middle) = ("\(words.range): \(text(low)) – \(text(high))", (scale.x(low) + scale.x(high)) / 2)
    add(range, at: middle, y: 196, weight: .plain, to: &drawing)
    let reach = (Drawing.width(of: range) + Drawing.width(of: text(0))) / 2 + 20
    add(
      text(0), at: scale.x(0), y: abs(middle - scale.x(0)) > reach ? 196 : 232, weight: .plain, to: &drawing)
    return drawing
  }

  /// Words below or above a place, moved inwards where they would leave the sheet.
  private func add(
    _ text: String, at x: Int, y: Int, weight: Drawing.Weight, to drawing: inout Drawing
  ) {
    let half = Drawing.width(of: text) / 2
    drawing.text(
      text, x: min(max(x, half), Drawing.width - half), y: y, anchor: .middle, weight: weight, rim: true)
  }
}
