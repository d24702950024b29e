internal import Attribution
internal import Expressions
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Vocabulary

extension AttributionSheet {
  /// The saving that counts: low, base, high.
  var ranges: Sheet.Table {
    let ranges = attribution.ranges
    let base = attribution.effects.saving
    func row(_ label: Label, _ low: Int, _ middle: Int, _ high: Int) -> [Sheet.Cell] {
      [Sheet.Cell(label)] + [low, middle, high].map { AmountWords.cell($0) }
    }
    var rows = [
      row(
        Label(danish: "Alle priser lave, som de er, og høje", english: "All prices low, at base, and high"),
        ranges.prices.low, base, ranges.prices.high)
    ]
    if let practice = ranges.practice {
      rows.append(
        row(
          Label(danish: "Al praksis lav, som den er, og høj", english: "All practice low, at base, and high"),
          practice.ends.low, base, practice.ends.high))
    }
    if let spread = ranges.spread {
      rows.append(
        row(
          Label(danish: "Den enkelte antagelse, der trækker mest", english: "The single assumption that pulls most"),
          spread.ends.low, base, spread.ends.high))
    }
    if let draws = ranges.draws {
      let count = AmountWords.count(ranges.drawn)
      rows.append(
        row(
          Label(
            danish: "\(count.danish) trukne prissæt: 5 %, median, 95 %",
            english: "\(count.english) drawn sets of prices: 5%, median, 95%"),
          draws.p5, draws.median, draws.p95))
    }
    if let practice = ranges.practice, let draws = practice.draws {
      let count = AmountWords.count(practice.drawn.practice)
      rows.append(
        row(
          Label(
            danish: "\(count.danish) trukne praksissæt: 5 %, median, 95 %",
            english: "\(count.english) drawn sets of practice: 5%, median, 95%"),
          draws.p5, draws.median, draws.p95))
      if let together = practice.together {
        let prices = AmountWords.count(practice.drawn.prices)
        rows.append(
          row(
            Label(
              danish: "\(count.danish) praksissæt med hver \(prices.danish) prissæt: 5 %, median, 95 %",
              english: "\(count.english) sets of practice with \(prices.english) sets of prices each: 5%, median, 95%"),
            together.p5, together.median, together.p95))
      }
    }
    return Sheet.Table(
      "ranges", Label(danish: "Usikkerhed: besparelsen, der tæller", english: "Ranges: the saving that counts"),
      [
        Sheet.Column("over", Label(danish: "Over", english: "Over")),
        Sheet.Column("low_oere", Label(danish: "Lav", english: "Low"), isNumber: true),
        Sheet.Column("base_oere", Label(danish: "Midt", english: "Base"), isNumber: true),
        Sheet.Column("high_oere", Label(danish: "Høj", english: "High"), isNumber: true),
      ], rows: rows)
  }

  /// What drives the spread, widest first; what changes nothing is left out.
  var tornado: Sheet.Table? {
    guard let spread = attribution.ranges.spread else { return nil }
    return Sheet.Table(
      "tornado", Label(danish: "Hvad der driver usikkerheden", english: "What drives the spread"),
      [
        Sheet.Column("assumption", Label(danish: "Antagelse", english: "Assumption")),
        Sheet.Column("status", Label(danish: "Sikkerhed", english: "Status")),
        Sheet.Column("low_oere", Label(danish: "Ved lav værdi", english: "At its low end"), isNumber: true),
        Sheet.Column("high_oere", Label(danish: "Ved høj værdi", english: "At its high end"), isNumber: true),
        Sheet.Column("width_oere", Label(danish: "Spænd", english: "Width"), isNumber: true),
        Sheet.Column("error_oere", Label(danish: "Spændets standardfejl", english: "Standard error of the width"), isNumber: true),
      ],
      rows: spread.bars.filter { $0.width > 0 || $0.low != spread.base }.map { bar in
        [
          Sheet.Cell(words(bar), items: [bar.name]), Sheet.Cell(bar.status.label),
          AmountWords.cell(bar.low), AmountWords.cell(bar.high), AmountWords.cell(bar.width),
          bar.error.map { AmountWords.cell($0) } ?? .empty,
        ]
      }, chart: drivers)
  }

  func words(_ bar: Spread.Bar) -> Label {
    switch bar.kind {
    case .practice:
      return Label(danish: "Praksis: \(bar.label.danish)", english: "Practice: \(bar.label.english)")
    case .behaviour:
      return Label(danish: "Adfærd: \(bar.label.danish)", english: "Behaviour: \(bar.label.english)")
    case .price:
      let parts = bar.name.split(separator: "/", maxSplits: 1).map(String.init)
      let key = parts.last ?? bar.name
      let label = prices.label(of: key)
      let table =
        switch parts.first {
        case "work": Label(danish: "Minutter", english: "Minutes")
        case "hours": Label(danish: "Timepris", english: "Hourly cost")
        case "weeks": Label(danish: "Ugepris", english: "Weekly price")
        default: Label(danish: "Pris", english: "Price")
        }
      return Label(
        danish: "\(table.danish): \(label.danish)", english: "\(table.english): \(label.english)")
    }
  }

  /// The assumptions on behaviour that were taken.
  var behaviour: Sheet.Table? {
    guard let figures = attribution.steps.behaviour else { return nil }
    let people = AmountWords.count(figures.people)
    return Sheet.Table(
      "behaviour",
      Label(
        danish: "Adfærd: \(people.danish) borgere får en anden chance for arbejde",
        english: "Behaviour: \(people.english) people have another chance of work"),
      [
        Sheet.Column("effect", Label(danish: "Virkning", english: "Effect")),
        Sheet.Column("factor", Label(danish: "Faktor", english: "Factor"), isNumber: true),
        Sheet.Column("found_for", Label(danish: "Fundet for", english: "Found for")),
        Sheet.Column("source", Label(danish: "Kilde", english: "Source")),
      ],
      rows: figures.effects.map { effect in
        [
          Sheet.Cell(effect.label, items: [effect.name]), Sheet.Cell(DescriptionWords.value(.number(effect.factor[figures.end]), .number)),
          Sheet.Cell(effect.population), Sheet.Cell(AttributionSheet.source(effect.factor.citation)),
        ]
      })
  }

  /// What the target is silent on.
  var outOfScope: Sheet.Table? {
    let notes = attribution.target.outOfScope
    guard !notes.isEmpty else { return nil }
    return Sheet.Table(
      "out-of-scope", Label(danish: "Uden for målet", english: "Out of scope"),
      [
        Sheet.Column("subject", Label(danish: "Emne", english: "Subject")),
        Sheet.Column("because", Label(danish: "Fordi", english: "Because")),
        Sheet.Column("source", Label(danish: "Kilde", english: "Source")),
      ],
      rows: notes.map { note in
        [
          Sheet.Cell(note.label, items: [note.name]), Sheet.Cell(note.reason),
          Sheet.Cell(AttributionSheet.source(note.citation)),
        ]
      }, layout: .cards)
  }
}
