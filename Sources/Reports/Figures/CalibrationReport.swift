internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// How closely a simulated country resembles the counted one, as tables: what came out by itself first,
/// what leans on assumptions next, and what was put in last, since it shows nothing.
struct CalibrationReport {
  let calibration: Calibration

  var sheet: Sheet {
    Sheet(
      title: label("Ligner det landet?", "Does it resemble the country?"),
      paragraphs: [
        both { language in
          CountryWording.sample(
            title: calibration.sample.title, citizens: calibration.sample.citizens,
            people: calibration.sample.people, seed: calibration.sample.seed,
            figures: { FigureText(language: $0) })[language]
        },
        label(
          "\(calibration.law.danish), \(calibration.year), priser fra \(calibration.sample.priceLevel).",
          "\(calibration.law.english), \(calibration.year), prices of \(calibration.sample.priceLevel)."),
        label(
          "Et tal, som populationen eller priserne er sat efter, er fodret: at det kommer ud igen, viser intet.",
          "A figure that the population or the prices were set by is fed: that it comes out again shows nothing."),
      ],
      tables: [
        table("reproduced", label("Kom ud af sig selv", "Came out by itself"), reason: nil) {
          $0 == .reproduced ? label("", "") : nil
        },
        table(
          "assumed", label("Kom ud, men hviler på antagelser", "Came out, but rests on assumptions"),
          reason: label("Hviler på", "Rests on")
        ) { if case .assumed(let reason) = $0 { reason } else { nil } },
        table(
          "fed", label("Fodret: ingen prøve", "Fed: no test"), reason: label("Fodret til", "Fed to")
        ) { if case .fed(let reason) = $0 { reason } else { nil } },
      ].filter { !$0.rows.isEmpty })
  }

  /// - Parameter reason: of a row's origin, `nil` when the row belongs to another table.
  private func table(
    _ name: String, _ heading: Label, reason: Label?, of told: (Calibration.Origin) -> Label?
  ) -> Sheet.Table {
    var columns = [
      Sheet.Column("figure", Wording.figure),
      Sheet.Column("published", label("Offentliggjort", "Published"), isNumber: true),
      Sheet.Column("simulated", label("Simuleret", "Simulated"), isNumber: true),
      Sheet.Column("deviation", label("Afvigelse", "Difference"), isNumber: true),
      Sheet.Column("source", label("Kilde", "Source")),
    ]
    if let reason { columns.append(Sheet.Column("reason", reason)) }
    let rows: [[Sheet.Cell]] = calibration.rows.compactMap { row in
      guard let why = told(row.origin) else { return nil }
      let figure = row.figure
      let cells = [
        Sheet.Cell(figure.label, items: [figure.name]), cell(figure.value, figure.unit),
        row.simulated.map { cell($0, figure.unit) } ?? Sheet.Cell("–"),
        row.deviation.map(percent) ?? Sheet.Cell("–"), source(of: figure),
      ]
      return reason == nil ? cells : cells + [Sheet.Cell(why)]
    }
    return Sheet.Table(name, heading, columns, rows: rows)
  }

  private func source(of figure: PublishedFigure) -> Sheet.Cell {
    let citation = figure.citation
    let source = citation.source ?? ""
    guard citation.status != .verified else { return Sheet.Cell(source) }
    return Sheet.Cell(
      label("\(source) [\(citation.status.label.danish)]", "\(source) [\(citation.status.label.english)]"))
  }

  // MARK: Numbers

  private func cell(_ value: Rational, _ unit: PublishedFigure.Unit) -> Sheet.Cell {
    let text = both { language in
      let figure = FigureText(language: language)
      switch unit {
      case .persons: return figure.count(rounded(value))
      case .kroner: return value.magnitude < Rational(1_000_000_000)
        ? figure.count(rounded(value)) : figure.millions(Money(øre: rounded(value) * 100))
      case .share: return figure.share(permille: rounded(value, times: 10))
      case .ratio: return figure.hundredths(rounded(value, times: 100))
      }
    }
    return Sheet.Cell(text, items: [exact(value)])
  }

  private func percent(_ deviation: Rational) -> Sheet.Cell {
    let permille = rounded(deviation, times: 1000)
    let text = both { (permille > 0 ? "+" : "") + FigureText(language: $0).share(permille: permille) }
    return Sheet.Cell(text, items: [exact(deviation)])
  }

  /// Six decimals for programs: what a sample is worth, and the same everywhere.
  private func exact(_ value: Rational) -> String {
    value.rounded(.halfUp, toMultipleOf: Rational(1, 1_000_000) ?? .one)?.description ?? ""
  }

  private func rounded(_ value: Rational, times factor: Int = 1) -> Int {
    value.multiplied(by: Rational(factor))?.rounded(.halfUp)?.whole ?? 0
  }

  private func label(_ danish: String, _ english: String) -> Label {
    Label(danish: danish, english: english)
  }

  private func both(_ text: (Language) -> String) -> Label {
    Label(danish: text(.danish), english: text(.english))
  }
}
