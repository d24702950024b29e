internal import Quantities
internal import Vocabulary

/// Laws under one another over the same days: what lasts as bars, what falls due as strokes.
///
///     Gældende ret
///       Ydelse    ▐██ Sygedagpenge ██▌▐/// 2 ///▌
///       Samtale       │    │    │        │
///       Skift                   ◆
///
/// A bar too short for its name shows a number; `key` says what the numbers stand for.
struct TimelineChart {
  /// Something that lasts.
  struct Bar: Hashable {
    let stretch: Stretch
    let label: String
  }

  /// Something that falls due on a day.
  struct Stroke: Hashable {
    let day: Day
    let label: String
    /// Drawn hollow: what no law orders.
    let isHollow: Bool
  }

  struct Law {
    let title: String
    /// Rows of bars, each under its name. Bars that overlap are laid below one another.
    let bars: [(name: String, bars: [Bar])]
    let strokes: [(name: String, strokes: [Stroke])]
    let diamonds: (name: String, marks: [Stroke])
  }

  let period: Stretch
  let laws: [Law]
  /// The marks and what they stand for: filled stroke, hollow stroke, diamond.
  let legend: (filled: String, hollow: String, diamond: String)
  let language: Language

  private static let left = 250
  private static let right = Drawing.width - 12
  private static let barHeight = 38
  private static let laneHeight = 32

  init(
    period: Stretch, laws: [Law], legend: (filled: String, hollow: String, diamond: String),
    language: Language
  ) {
    self.period = period
    self.laws = laws
    self.legend = legend
    self.language = language
    var numbers: [String: Int] = [:]
    var order: [String] = []
    for bar in laws.flatMap({ $0.bars.flatMap(\.bars) })
    where !TimelineChart.fits(bar, in: period) && numbers[bar.label] == nil {
      numbers[bar.label] = order.count + 1
      order.append(bar.label)
    }
    self.numbers = numbers
    key = order
  }

  /// The names of the bars that show a number, from 1.
  let key: [String]
  private let numbers: [String: Int]

  func drawing(id: String) -> Drawing {
    var drawing = Drawing(id: id)
    var top = 40
    for (index, law) in laws.enumerated() {
      drawing.text(law.title, x: 0, y: top - 10, size: 26, weight: .bold)
      let bottom = top + height(of: law)
      addAxis(top: top + 34, bottom: bottom, to: &drawing)
      top = add(law, top: top + 44, to: &drawing)
      top += index < laws.count - 1 ? 56 : 30
    }
    addLegend(y: top, to: &drawing)
    return drawing
  }

  // MARK: Days to places

  private static func x(_ day: Day, in period: Stretch) -> Int {
    let days = day.sinceEpoch - period.from.sinceEpoch
    return left + (right - left) * min(max(days, 0), period.length) / max(period.length, 1)
  }

  private func x(_ day: Day) -> Int { TimelineChart.x(day, in: period) }

  private static func width(of bar: Bar, in period: Stretch) -> Int {
    x(bar.stretch.until, in: period) - x(bar.stretch.from, in: period)
  }

  private static func fits(_ bar: Bar, in period: Stretch) -> Bool {
    Drawing.width(of: bar.label) + 16 <= width(of: bar, in: period)
  }

  // MARK: One law

  private func height(of law: Law) -> Int {
    44 + law.bars.reduce(0) { $0 + lanes($1.bars).count * TimelineChart.barHeight }
      + (law.strokes.count + (law.diamonds.marks.isEmpty ? 0 : 1)) * TimelineChart.laneHeight
  }

  /// - Returns: where the next thing may begin.
  private func add(_ law: Law, top: Int, to drawing: inout Drawing) -> Int {
    var y = top
    // Behind the bars, so that no line crosses a name.
    for mark in law.diamonds.marks {
      let end = top + law.bars.reduce(0) { $0 + lanes($1.bars).count * TimelineChart.barHeight }
      drawing.line(from: (x(mark.day), top), to: (x(mark.day), end), isDashed: true)
    }
    for (name, bars) in law.bars {
      drawing.text(name, x: 0, y: y + 25)
      for lane in lanes(bars) {
        for bar in lane { add(bar, y: y, to: &drawing) }
        y += TimelineChart.barHeight
      }
    }
    if !law.diamonds.marks.isEmpty {
      drawing.text(law.diamonds.name, x: 0, y: y + 23)
      for mark in law.diamonds.marks {
        drawing.diamond(x: x(mark.day), y: y + 15, radius: 12, tip: mark.label)
      }
      y += TimelineChart.laneHeight
    }
    for (name, strokes) in law.strokes {
      drawing.text(name, x: 0, y: y + 23)
      drawing.line(
        from: (TimelineChart.left, y + 28), to: (TimelineChart.right, y + 28), width: 1,
        colour: Palette.rule)
      for stroke in strokes {
        drawing.rectangle(
          x: x(stroke.day) - 4, y: y + 4, width: 8, height: 22, fill: stroke.isHollow ? .paper : .solid,
          tip: stroke.label)
      }
      y += TimelineChart.laneHeight
    }
    return y
  }

  /// The bars on as few lines as they need without overlap, each line in order.
  private func lanes(_ bars: [Bar]) -> [[Bar]] {
    var lanes: [[Bar]] = []
    for bar in bars.sorted(by: { $0.stretch.from < $1.stretch.from }) {
      if let free = lanes.firstIndex(where: { ($0.last?.stretch.until ?? period.from) <= bar.stretch.from }) {
        lanes[free].append(bar)
      } else {
        lanes.append([bar])
      }
    }
    return lanes.isEmpty ? [[]] : lanes
  }

  private func add(_ bar: Bar, y: Int, to drawing: inout Drawing) {
    let width = TimelineChart.width(of: bar, in: period)
    let start = x(bar.stretch.from)
    let fill = fill(of: bar.label)
    let figures = FigureText(language: language)
    drawing.rectangle(
      x: start, y: y, width: max(width, 2), height: 32, fill: fill,
      tip: "\(bar.label), \(figures.stretch(bar.stretch))")
    let text = TimelineChart.fits(bar, in: period) ? bar.label : numbers[bar.label].map(String.init) ?? ""
    guard !text.isEmpty, Drawing.width(of: text) + 6 <= width else { return }
    drawing.text(text, x: start + width / 2, y: y + 23, anchor: .middle, rim: fill.isPatterned)
  }

  /// One name, one pattern, under every law.
  private func fill(of label: String) -> Drawing.Fill {
    let fills: [Drawing.Fill] = [.light, .hatch, .paper, .dots]
    var order: [String] = []
    for bar in laws.flatMap({ $0.bars.flatMap(\.bars) }) where !order.contains(bar.label) {
      order.append(bar.label)
    }
    return fills[(order.firstIndex(of: label) ?? 0) % fills.count]
  }

  // MARK: Axis and legend

  private func addAxis(top: Int, bottom: Int, to drawing: inout Drawing) {
    var end = 0
    for (day, text) in marks {
      drawing.line(from: (x(day), top), to: (x(day), bottom), width: 1, colour: Palette.rule)
      let width = Drawing.width(of: text, size: 20)
      guard x(day) >= end, x(day) + width <= Drawing.width else { continue }
      drawing.text(text, x: x(day), y: top - 4, size: 20, colour: Palette.muted)
      end = x(day) + width + 14
    }
  }

  /// The first of months, as many as leave room for their names; a January is called by its year.
  private var marks: [(Day, String)] {
    let step = [1, 2, 3, 6, 12].first { period.length / (30 * $0) <= 14 } ?? 12
    let (year, month, _) = period.from.parts
    var marks: [(Day, String)] = []
    var index = year * 12 + month - 1
    while let day = Day(year: index / 12, month: index % 12 + 1, day: 1), day < period.until {
      if day >= period.from, index % step == 0 {
        let name = index % 12 == 0 ? String(index / 12) : Wording.months[index % 12][language]
        marks.append((day, name))
      }
      index += 1
    }
    return marks
  }

  private func addLegend(y: Int, to drawing: inout Drawing) {
    var x = TimelineChart.left
    drawing.rectangle(x: x, y: y - 18, width: 8, height: 22, fill: .solid)
    drawing.text(legend.filled, x: x + 20, y: y)
    x += Drawing.width(of: legend.filled) + 60
    drawing.rectangle(x: x, y: y - 18, width: 8, height: 22, fill: .paper)
    drawing.text(legend.hollow, x: x + 20, y: y)
    x += Drawing.width(of: legend.hollow) + 66
    drawing.diamond(x: x, y: y - 7, radius: 12)
    drawing.text(legend.diamond, x: x + 24, y: y)
  }
}
