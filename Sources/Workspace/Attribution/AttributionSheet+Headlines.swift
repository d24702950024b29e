internal import Attribution
internal import Outcomes
internal import Vocabulary

extension AttributionSheet {
  /// Every amount that is told first, with its range over all that was drawn.
  var headlines: Sheet.Table? {
    table(
      "headlines",
      Label(
        danish: "Hovedtallene med spænd (\(drawn.danish))", english: "The headlines with their ranges (\(drawn.english))"),
      unit: "_oere", attribution.ranges.headlines.filter { $0.headline.isMoney && isShown($0.headline) },
      cell: { AmountWords.cell($0) })
  }

  /// The same of what is counted.
  var counts: Sheet.Table? {
    table(
      "headline-counts",
      Label(
        danish: "Krav og sagsbehandlerskift med spænd", english: "Demands and hand-overs with their ranges"),
      unit: "", attribution.ranges.headlines.filter { !$0.headline.isMoney },
      cell: { Sheet.Cell(AmountWords.count($0), exact: $0) })
  }

  private func isShown(_ headline: Headline) -> Bool {
    if case .change(let place) = headline { shownPlaces.contains(place) } else { true }
  }

  private func table(
    _ name: String, _ heading: Label, unit: String, _ ranges: [HeadlineRange],
    cell: (Int) -> Sheet.Cell
  ) -> Sheet.Table? {
    guard !ranges.isEmpty else { return nil }
    return Sheet.Table(
      name, heading,
      [
        Sheet.Column("headline", Label(danish: "Tal", english: "Figure")),
        Sheet.Column("low\(unit)", Label(danish: "Lav (5 %)", english: "Low (5%)"), isNumber: true),
        Sheet.Column("base\(unit)", Label(danish: "Midt", english: "Base"), isNumber: true),
        Sheet.Column("high\(unit)", Label(danish: "Høj (95 %)", english: "High (95%)"), isNumber: true),
      ],
      rows: ranges.map { range in
        [Sheet.Cell(words(range.headline))] + [range.low, range.base, range.high].map(cell)
      })
  }

  /// What the ranges were drawn over.
  private var drawn: Label {
    let ranges = attribution.ranges
    guard let practice = ranges.practice, practice.drawn.practice > 0 else {
      let count = AmountWords.count(ranges.drawn)
      return Label(danish: "\(count.danish) trukne prissæt", english: "\(count.english) drawn sets of prices")
    }
    let count = AmountWords.count(practice.drawn.practice)
    let prices = AmountWords.count(practice.drawn.prices)
    let (danish, english) =
      practice.withBehaviour ? ("praksis og adfærd", "practice and behaviour") : ("praksis", "practice")
    return practice.drawn.prices == 0
      ? Label(
        danish: "\(count.danish) trukne sæt af \(danish)", english: "\(count.english) drawn sets of \(english)")
      : Label(
        danish: "\(count.danish) trukne sæt af \(danish), hver med \(prices.danish) prissæt",
        english: "\(count.english) drawn sets of \(english), each with \(prices.english) sets of prices")
  }

  private func words(_ headline: Headline) -> Label {
    switch headline {
    case .saving: Label(danish: "Besparelse, der tæller", english: "Saving that counts")
    case .rule: Label(danish: "  heraf regeleffekt", english: "  of which rule effect")
    case .practice: Label(danish: "  heraf praksiseffekt", english: "  of which practice effect")
    case .before: Label(danish: "Udgift, der tæller, før", english: "Cost that counts, before")
    case .after: Label(danish: "Udgift, der tæller, efter", english: "Cost that counts, after")
    case .change(let place):
      Label(
        danish: "Ændring: \(attribution.target.label(of: place).danish)",
        english: "Change: \(attribution.target.label(of: place).english)")
    case .total: Label(danish: "Ændring i alt", english: "Change in all")
    case .demands(.before): Label(danish: "Krav, før", english: "Demands, before")
    case .demands(.after): Label(danish: "Krav, efter", english: "Demands, after")
    case .handOvers(.before): Label(danish: "Sagsbehandlerskift, før", english: "Hand-overs, before")
    case .handOvers(.after): Label(danish: "Sagsbehandlerskift, efter", english: "Hand-overs, after")
    case .afterBehaviour:
      Label(danish: "Besparelse, der tæller, efter adfærd", english: "Saving that counts, after behaviour")
    }
  }
}
