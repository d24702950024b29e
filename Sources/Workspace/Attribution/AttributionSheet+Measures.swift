internal import Attribution
internal import Outcomes
internal import Vocabulary

extension AttributionSheet {
  /// What counts, measure by measure.
  var measures: Sheet.Table? {
    guard let prices = attribution.measures else { return nil }
    let rows = prices.measures.map { measure in
      [
        Sheet.Cell(measure.label, items: [measure.name]), AmountWords.cell(measure.share[0]),
        AmountWords.cell(measure.error?[0]), AmountWords.cell(measure.leftOut[0]),
        AmountWords.cell(measure.alone[0]),
        Sheet.Cell(measure.dependents.isEmpty ? "" : "\(measure.dependents.count)", items: measure.dependents),
      ]
    }
    let total = [
      Sheet.Cell(Label(danish: "I alt", english: "In all")),
      AmountWords.cell(prices.measures.reduce(0) { $0 + $1.share[0] }), .empty, .empty, .empty, .empty,
    ]
    let orders = AmountWords.count(Int(clamping: prices.orders))
    let how = prices.drawn.map { drawn in
      Label(
        danish: "\(AmountWords.count(drawn).danish) trukne rækkefølger af \(orders.danish)",
        english: "\(AmountWords.count(drawn).english) drawn orders of \(orders.english)")
    } ?? Label(danish: "alle \(orders.danish) rækkefølger", english: "all \(orders.english) orders")
    return Sheet.Table(
      "measures",
      Label(
        danish: "Hvad hvert greb ændrer af det, der tæller; minus sparer (Shapley over \(how.danish))",
        english: "What each measure changes of what counts; minus saves (Shapley over \(how.english))"),
      [
        Sheet.Column("measure", Label(danish: "Greb", english: "Measure")),
        Sheet.Column("share_oere", Label(danish: "Andel", english: "Share"), isNumber: true),
        Sheet.Column("error_oere", Label(danish: "Standardfejl", english: "Standard error"), isNumber: true),
        Sheet.Column("left_out_oere", Label(danish: "Uden det", english: "Left out"), isNumber: true),
        Sheet.Column("alone_oere", Label(danish: "Som det eneste", english: "By itself"), isNumber: true),
        Sheet.Column("falls_too", Label(danish: "Falder med", english: "Falls with it"), isNumber: true),
      ], rows: rows + [total], chart: waterfall)
  }

  /// Each measure's share in every place.
  var boxes: Sheet.Table? {
    guard let prices = attribution.measures else { return nil }
    let shown = shownPlaces
    let rows = prices.measures.map { measure in
      [Sheet.Cell(measure.label, items: [measure.name])] + shown.map { AmountWords.cell(measure.share[$0]) }
    }
    let total =
      [Sheet.Cell(Label(danish: "I alt", english: "In all"))]
      + shown.map { place in AmountWords.cell(prices.measures.reduce(0) { $0 + $1.share[place] }) }
    return Sheet.Table(
      "measures-by-box", Label(danish: "Grebenes andele i hver kasse", english: "The measures' shares in each box"),
      [Sheet.Column("measure", Label(danish: "Greb", english: "Measure"))]
        + shown.map { place in
          Sheet.Column(
            "\(attribution.target.name(of: place))_oere", attribution.target.label(of: place), isNumber: true)
        }, rows: rows + [total])
  }

  /// Repeals that save nothing, and why.
  var nothing: Sheet.Table? {
    let found = (attribution.measures?.measures ?? []).compactMap { measure in
      measure.nothing.map { (measure, $0) }
    }
    guard !found.isEmpty else { return nil }
    return Sheet.Table(
      "nothing", Label(danish: "Greb uden hvilke intet spares mindre", english: "Measures without which nothing less is saved"),
      [
        Sheet.Column("measure", Label(danish: "Greb", english: "Measure")),
        Sheet.Column("because", Label(danish: "Fordi", english: "Because")),
      ],
      rows: found.map { measure, reason in
        [Sheet.Cell(measure.label, items: [measure.name]), AttributionSheet.reason(reason)]
      }, layout: .cards)
  }

  static func reason(_ nothing: MeasurePrices.Nothing) -> Sheet.Cell {
    switch nothing {
    case .meetsNobody:
      return Sheet.Cell(
        Label(
          danish: "intet krav ændres for nogen i stikprøven", english: "no demand changes for anybody in the sample"))
    case .elsewhere:
      return Sheet.Cell(
        Label(
          danish: "det, der ændres, har ingen pris eller står i en anden kasse",
          english: "what changes has no price, or stands in another box"))
    case .stillOrdered(let rules):
      let named = rules.map { rule in
        let cite = rule.citation.text.isEmpty ? "" : " (\(rule.citation.text))"
        return Label(danish: rule.label.danish + cite, english: rule.label.english + cite)
      }
      return Sheet.Cell(
        Label(
          danish: "en anden regel bestiller stadig arbejdet: " + named.map(\.danish).joined(separator: ", "),
          english: "another rule still orders the work: " + named.map(\.english).joined(separator: ", ")),
        items: rules.map(\.provision.description))
    }
  }

  /// Each measure taken apart.
  var provisions: [Sheet.Table] {
    (attribution.measures?.measures ?? []).compactMap { measure in
      guard let provisions = measure.provisions else { return nil }
      let rows = provisions.entries.map { entry in
        let (worth, note) = AttributionSheet.told(entry)
        return [Sheet.Cell(AttributionSheet.verb(entry.kind)), Sheet.Cell(entry.provision.description), worth, note]
      }
      let together = [
        Sheet.Cell(Label(danish: "tilsammen", english: "together")), .empty,
        AmountWords.cell(provisions.together[0]),
        Sheet.Cell(
          Label(
            danish: "hvad de er værd ud over hver for sig", english: "what they are worth beyond each by itself")),
      ]
      return Sheet.Table(
        "provisions-\(measure.name)",
        Label(
          danish: "Bestemmelse for bestemmelse: \(measure.label.danish)",
          english: "Provision by provision: \(measure.label.english)"),
        [
          Sheet.Column("kind", Label(danish: "Greb", english: "Act")),
          Sheet.Column("provision", Label(danish: "Bestemmelse", english: "Provision")),
          Sheet.Column("left_out_oere", Label(danish: "Uden den", english: "Left out"), isNumber: true),
          Sheet.Column("because", Label(danish: "Bemærkning", english: "Note")),
        ], rows: rows + [together])
    }
  }

  private static func told(
    _ entry: MeasurePrices.Provisions.Entry
  ) -> (worth: Sheet.Cell, note: Sheet.Cell) {
    switch entry.outcome {
    case .worth(let worth): (AmountWords.cell(worth[0]), entry.nothing.map(reason) ?? .empty)
    case .cannotStandAlone(let message):
      (
        AmountWords.notAsked,
        Sheet.Cell(
          Label(
            danish: "resten kan ikke stå uden: \(message)", english: "the rest cannot stand without it: \(message)"))
      )
    }
  }

  private static func verb(_ kind: String) -> Label {
    switch kind {
    case "repeals": Label(danish: "ophæver", english: "repeals")
    case "amends": Label(danish: "ændrer", english: "amends")
    default: Label(danish: "indfører", english: "enacts")
    }
  }
}
