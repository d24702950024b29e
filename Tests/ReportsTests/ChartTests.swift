internal import Foundation
internal import Outcomes
internal import Quantities
internal import TestSupport
internal import Testing
internal import Vocabulary

@testable internal import Reports

@Suite("A picture")
struct ChartTests {
  private func svg(_ drawing: Drawing) -> String {
    var text = ""
    drawing.svg(title: "Titel", description: "Beskrivelse").print(to: &text)
    return text + "\n"
  }

  private let text: (Int) -> String = { FigureText(language: .danish).count($0) }

  private var waterfall: WaterfallChart {
    WaterfallChart(
      bars: [
        .sum(label: "Gældende ret", value: 10_000), .step(label: "Færre samtaler", change: -4_500),
        .step(label: "Nye registreringer", change: 700), .sum(label: "Rammeloven", value: 6_200),
      ], sumText: text, changeText: { FigureText(language: .danish).change($0, .count) })
  }

  private var timeline: TimelineChart {
    let (first, second) = (Sample.stretch("2023-01-01", "2023-12-01"), Sample.stretch("2023-12-01", "2024-01-10"))
    let overlap = Sample.stretch("2023-06-01", "2024-06-01")
    return TimelineChart(
      period: Sample.period,
      laws: [
        TimelineChart.Law(
          title: "Gældende ret",
          bars: [
            ("Ydelse", [.init(stretch: first, label: "Kontanthjælp"), .init(stretch: second, label: "Sygedagpenge")]),
            ("Forløb", [.init(stretch: first, label: "Sygeforløb"), .init(stretch: overlap, label: "Jobafklaring")]),
          ],
          strokes: [
            ("Samtale (2)",
              [
                .init(day: Sample.day("2023-02-01"), label: "den første", isHollow: false),
                .init(day: Sample.day("2024-12-31"), label: "den sidste", isHollow: true),
              ])
          ],
          diamonds: ("Skift", [.init(day: Sample.day("2023-12-01"), label: "til sygedagpenge", isHollow: false)])),
        TimelineChart.Law(title: "Intet", bars: [], strokes: [("Samtale (0)", [])], diamonds: ("Skift", [])),
      ], legend: ("krav", "praksis", "skift"), language: .danish)
  }

  private func gauge(_ low: Int, _ base: Int, _ high: Int, goal: Int) -> GaugeChart {
    GaugeChart(
      low: low, base: base, high: high, goal: goal, words: ("Mål", "Regnet", "Interval"), text: text)
  }

  private var bars: BarChart {
    BarChart(
      series: ["Gældende ret", "Rammeloven"],
      categories: [
        .init(label: "Kommune", values: [1_200, 300]), .init(label: "Stat", values: [0, 45]),
        .init(label: "En betaler med et navn, som ingen figur har plads til at skrive ud", values: [7, 7]),
      ], text: text)
  }

  @Test("of each kind is drawn as the file beside it")
  func golden() throws {
    try Golden.expect(svg(bars.drawing(id: "bars")), is: "chart.bars.svg")
    try Golden.expect(svg(waterfall.drawing(id: "waterfall")), is: "chart.waterfall.svg")
    try Golden.expect(svg(gauge(1_200, 1_600, 2_100, goal: 3_000).drawing(id: "gauge")), is: "chart.gauge.svg")
    try Golden.expect(svg(spread.drawing(id: "spread")), is: "chart.spread.svg")
    try Golden.expect(svg(timeline.drawing(id: "timeline")), is: "chart.timeline.svg")
  }

  private var spread: SpreadChart {
    SpreadChart(
      base: 1_600,
      bars: [
        .init(label: "Minutter: samtale", low: 1_100, high: 2_300),
        .init(label: "Timepris: kommune", low: 1_800, high: 1_450),
      ], text: text)
  }

  @Test("that a sheet asks for stands above its table, in millions once amounts are large")
  func sheets() {
    let label = both("Besparelse")
    let words = Sheet.Chart.Gauge.Words(goal: both("Mål"), base: both("Regnet"), range: both("Interval"))
    let kinds: [Sheet.Chart.Kind] = [
      .gauge(.init(low: 120_000_000_000, base: 160_000_000_000, high: 1, goal: 300_000_000_000, words: words)),
      .waterfall([.init(label, 500_000_000_000, isSum: true), .init(label, -40_000_000_000)]),
      .bars(series: [label], categories: [.init(label, [123])]),
      .spread(base: 5, ends: [.init(label, low: -7, high: 9)]),
    ]
    let sheet = Sheet(
      title: label,
      tables: kinds.enumerated().map { index, kind in
        Sheet.Table(
          "t\(index)", both("Tabel \(index)"), [Sheet.Column("a", both("A"))], rows: [[Sheet.Cell("1")]],
          chart: Sheet.Chart(kind, unit: .øre))
      })

    let page = Reports.sheet(sheet, format: .html, language: .danish)

    let check = PageCheck(page)
    #expect(check.problems == [])
    #expect(check.all("figure").count == 4)
    for text in ["Mål: 3.000,0 mio. kr.", "5.000,0 mio. kr.", "-400,0 mio. kr.", "1,23 kr.", "-0,07 kr."] {
      #expect(check.all("text").contains { $0.text == text }, "\(text)")
    }
  }

  @Test("of nothing is still a picture", arguments: [0, 1, -1])
  func nothing(value: Int) {
    let drawings = [
      BarChart(series: [], categories: [], text: text).drawing(id: "a"),
      BarChart(series: ["x"], categories: [.init(label: "", values: [value])], text: text).drawing(id: "b"),
      WaterfallChart(bars: [], sumText: text, changeText: text).drawing(id: "c"),
      gauge(value, value, value, goal: value).drawing(id: "d"),
      TimelineChart(
        period: Sample.stretch("2023-01-01", "2023-01-01"), laws: [], legend: ("", "", ""), language: .danish
      ).drawing(id: "e"),
    ]

    for drawing in drawings { #expect(PageCheck(svg(drawing)).failure == nil) }
  }

  @Test("numbers the bars that are too short for their names, and only those")
  func key() {
    #expect(timeline.key == ["Sygedagpenge"])
  }

  @Test("of steps begins each where the last one ended, and ends at the last sum")
  func levels() {
    let levels = waterfall.levels

    #expect(levels.map(\.from) == [0, 10_000, 5_500, 0])
    #expect(levels.map(\.to) == [10_000, 5_500, 6_200, 6_200])
  }

  @Test(
    "keeps every figure on the sheet, however large or negative",
    arguments: [(-5_000, -100, 900), (0, 0, 1), (Int.max / 2, Int.max - 1, Int.max), (Int.min, 0, Int.max)])
  func scale(low: Int, base: Int, high: Int) {
    let scale = ChartScale(values: [low, base, high], from: 100, to: 1_300)

    for value in [low, base, high, 0] { #expect((100...1_300).contains(scale.x(value))) }
    #expect(scale.x(low) <= scale.x(base) && scale.x(base) <= scale.x(high))
  }

  @Test("has 4.5 times the contrast for every kind of words on everything they stand on")
  func contrast() throws {
    for ink in [Palette.ink, Palette.muted, Palette.accent] {
      for paper in [Palette.paper, Palette.light] {
        let ratio = try #require(Contrast(ink, paper)).hundredths
        #expect(ratio >= 450, "\(ink) on \(paper): \(ratio)")
      }
    }
    #expect(Contrast("#000000", "#ffffff")?.hundredths == 2_100)
    #expect(Contrast("#777777", "#ffffff")?.hundredths == 447)
  }

  @Test("shortens a name that has no room, and no other")
  func shortened() {
    #expect(TextFit.shortened("Kommune", to: 400) == "Kommune")
    #expect(TextFit.shortened("Kommune", to: 60) == "Kom…")
    #expect(TextFit.shortened("Kommune", to: 0) == "…")
  }
}

/// How much lighter one colour is than another.
///
/// - Source: WCAG 2.2, contrast ratio and relative luminance.
private struct Contrast {
  let hundredths: Int

  init?(_ first: String, _ second: String) {
    guard let a = Self.luminance(first), let b = Self.luminance(second) else { return nil }
    hundredths = Int(100 * (max(a, b) + 0.05) / (min(a, b) + 0.05))
  }

  private static func luminance(_ colour: String) -> Double? {
    guard colour.count == 7, colour.first == "#", let number = Int(colour.dropFirst(), radix: 16) else {
      return nil
    }
    let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func power(_ value: Double) -> Double { pow(value, 2.4) }
}
