package import Attribution
package import Outcomes
package import Pricing
internal import Quantities
internal import Vocabulary

/// What a reform saves, told: against the target, by kind and box, measure by measure, with its ranges.
package struct AttributionSheet {
  let attribution: CountryAttribution
  /// Has the words for what is priced.
  let prices: PriceList

  package init(_ attribution: CountryAttribution, prices: PriceList) {
    self.attribution = attribution
    self.prices = prices
  }

  package var sheet: Sheet {
    Sheet(
      title: Label(
        danish: "\(attribution.reform.danish) mod \(attribution.baseline.danish): hvad der spares, og hvorfor",
        english: "\(attribution.reform.english) against \(attribution.baseline.english): what is saved, and why"),
      paragraphs: paragraphs,
      tables: [targetTable, headlines, counts, effects, years, steps, measures, boxes, nothing].compactMap { $0 }
        + provisions + [ranges, tornado, behaviour, outOfScope].compactMap { $0 })
  }

  var places: Range<Int> { 0..<attribution.target.places }

  /// Places of which no law has anything are left out.
  var shownPlaces: [Int] {
    places.filter { place in
      place == 0 || attribution.effects.baseline.totals[place] != 0
        || attribution.effects.reform.totals[place] != 0
    }
  }

  // MARK: What it rests on

  private var paragraphs: [Label] {
    let target = attribution.target
    let amount = AmountWords.millions(attribution.amount.øre)
    return [
      Label(
        danish:
          "Målet: \(target.label.danish), \(amount.danish) i \(target.year) [\(target.citation.status.label.danish)]. Minus er en besparelse i alle tabeller undtagen 'Målet', 'Hovedtallene' og 'Usikkerhed', hvor den er plus.",
        english:
          "The target: \(target.label.english), \(amount.english) in \(target.year) [\(target.citation.status.label.english)]. Minus is a saving in every table but 'The target', 'The headlines' and 'Ranges', where it is plus.")
    ] + whoAndWhen + errors
  }

  private var targetTable: Sheet.Table {
    let saving = attribution.effects.saving
    let effect = attribution.effects.effects[0]
    func row(_ danish: String, _ english: String, _ øre: Int, _ note: Label? = nil) -> [Sheet.Cell] {
      [
        Sheet.Cell(Label(danish: danish, english: english)), AmountWords.cell(øre),
        note.map { Sheet.Cell($0) } ?? .empty,
      ]
    }
    var rows = [
      row("Målet", "The target", attribution.amount.øre),
      row(
        "Besparelse, der tæller", "Saving that counts", saving,
        AmountWords.share(saving, of: attribution.amount.øre)),
      row("  heraf regeleffekt", "  of which rule effect", -effect.rule),
      row("  heraf praksiseffekt", "  of which practice effect", -effect.practice),
      row("Mangler i målet", "Short of the target", attribution.amount.øre - saving),
    ]
    for published in attribution.published {
      let left = attribution.effects.unexplained(of: published.amount)
      rows.append(
        row(published.label.danish, published.label.english, published.amount.øre,
          published.citation.map(AttributionSheet.source)))
      rows.append(
        row(
          left < 0 ? "  modellen sparer mere" : "  ikke forklaret af regel eller praksis",
          left < 0 ? "  the model saves more" : "  explained by no rule and no practice", left,
          left < 0
            ? nil
            : Label(
              danish: "ufinansieret nedskæring, eller en regel som modellen mangler",
              english: "an unfunded cut, or a rule that the model lacks")))
    }
    return Sheet.Table(
      "target", Label(danish: "Målet", english: "The target"),
      [
        Sheet.Column("figure", Label(danish: "Tal", english: "Figure")),
        Sheet.Column("amount_oere", Label(danish: "Beløb", english: "Amount"), isNumber: true),
        Sheet.Column("note", Label(danish: "Bemærkning", english: "Note")),
      ], rows: rows, chart: gauge)
  }

  static func source(_ citation: Citation) -> Label {
    let source = citation.source ?? citation.text
    return Label(
      danish: "\(source) [\(citation.status.label.danish)]",
      english: "\(source) [\(citation.status.label.english)]")
  }

  private var effects: Sheet.Table {
    let effects = attribution.effects
    func row(_ label: Label, _ figures: [Int]) -> [Sheet.Cell] {
      [Sheet.Cell(label)] + figures.map { AmountWords.cell($0) }
    }
    var rows = shownPlaces.map { place in
      let effect = effects.effects[place]
      return row(
        attribution.target.label(of: place),
        [
          effects.baseline.totals[place], effects.reform.totals[place], effect.rule, effect.practice,
          effect.total,
        ])
    }
    let all = effects.effects
    rows.append(
      row(
        Label(danish: "I alt", english: "In all"),
        [
          effects.baseline.total, effects.reform.total, all.reduce(0) { $0 + $1.rule },
          all.reduce(0) { $0 + $1.practice }, all.reduce(0) { $0 + $1.total },
        ]))
    return Sheet.Table(
      "effects", Label(danish: "Hvad der tæller, og hvad der lander i andre kasser", english: "What counts, and what lands in other boxes"),
      [
        Sheet.Column("box", Label(danish: "Kasse", english: "Box")),
        Sheet.Column("before_oere", Label(danish: "Før", english: "Before"), isNumber: true),
        Sheet.Column("after_oere", Label(danish: "Efter", english: "After"), isNumber: true),
        Sheet.Column("rule_oere", Label(danish: "Regeleffekt", english: "Rule effect"), isNumber: true),
        Sheet.Column("practice_oere", Label(danish: "Praksiseffekt", english: "Practice effect"), isNumber: true),
        Sheet.Column("change_oere", Label(danish: "Ændring", english: "Change"), isNumber: true),
      ], rows: rows)
  }

  private var steps: Sheet.Table {
    let steps = attribution.steps
    var rows = shownPlaces.map { place in
      [
        Sheet.Cell(attribution.target.label(of: place)), AmountWords.cell(steps.immediate[place]),
        AmountWords.cell(steps.afterFlowBack?[place]), AmountWords.cell(steps.afterBehaviour?[place]),
      ]
    }
    func sum(_ changes: [Int]?) -> Int? { changes.map { $0.reduce(0, +) } }
    rows.append([
      Sheet.Cell(Label(danish: "I alt", english: "In all")),
      AmountWords.cell(steps.immediate.reduce(0, +)), AmountWords.cell(sum(steps.afterFlowBack)),
      AmountWords.cell(sum(steps.afterBehaviour)),
    ])
    return Sheet.Table(
      "steps", Label(danish: "Ministeriets tre trin", english: "The ministry's three steps"),
      [
        Sheet.Column("box", Label(danish: "Kasse", english: "Box")),
        Sheet.Column("immediate_oere", Label(danish: "Umiddelbar virkning", english: "Immediate"), isNumber: true),
        Sheet.Column("after_flow_back_oere", Label(danish: "Efter tilbageløb", english: "After flow-back"), isNumber: true),
        Sheet.Column("after_behaviour_oere", Label(danish: "Efter adfærd", english: "After behaviour"), isNumber: true),
      ], rows: rows)
  }
}
