internal import Comparison
internal import Outcomes
internal import Vocabulary

/// A dossier with what every form of it needs; its parts stand in the same order in each.
struct DossierReport {
  let dossier: Dossier
  let country: CountryReport
  let calibration: [Sheet]
  let courses: ComparisonReport?
  let language: Language
  let receipt: Receipt?

  init(_ dossier: Dossier, naming: Naming, language: Language, receipt: Receipt?) {
    self.dossier = dossier
    self.language = language
    self.receipt = receipt
    country = CountryReport(dossier.country, naming: naming, language: language, receipt: receipt)
    calibration = dossier.calibration.map { [CalibrationReport(calibration: $0).sheet] } ?? []
    courses = dossier.courses.map {
      ComparisonReport($0, naming: naming, language: language, receipt: receipt)
    }
  }

  private var sheets: [Sheet] { dossier.savings + calibration + dossier.assumptions }

  /// Of the country, the courses and the sheets.
  var figures: [Figure] {
    country.figures + (courses?.figures ?? [])
      + sheets.flatMap { SheetFigures(sheet: $0, law: "").figures }
  }

  // MARK: Forms

  func text(_ style: TextStyle) -> String {
    func print(_ sheets: [Sheet]) -> [String] {
      sheets.map { SheetText(sheet: $0, language: language, style: style).print() }
    }
    return
      (print(dossier.savings) + [CountryText(country, style: style).print()] + print(calibration)
      + (courses.map { [ComparisonText($0, style: style).print()] } ?? [])
      + print(dossier.assumptions)).joined(separator: "\n")
  }

  var markdown: String {
    func print(_ sheets: [Sheet]) -> [String] {
      sheets.map { SheetMarkdown(sheet: $0, language: language).print() }
    }
    var end = Markdown()
    if let receipt { end.add(receipt, language) }
    return
      (print(dossier.savings) + [CountryMarkdown(country.withoutReceipt).print()] + print(calibration)
      + (courses.map { [ComparisonMarkdown($0.withoutReceipt).print()] } ?? [])
      + print(dossier.assumptions) + (receipt == nil ? [] : [end.print()])).joined(separator: "\n")
  }

  /// - Source: the schema stands in `Reports.docc/Schemas/hegn.dossier-1.json`.
  var json: String {
    func documents(_ sheets: [Sheet]) -> JSON {
      .array(sheets.map { SheetJSON(sheet: $0, language: language).json })
    }
    let members: KeyValuePairs<String, JSON> = [
      "schema": .string("hegn.dossier/1"), "language": .string(language.rawValue),
      "savings": documents(dossier.savings), "country": CountryJSON(country.withoutReceipt).json,
      "calibration": documents(calibration),
      "courses": courses.map { ComparisonJSON($0.withoutReceipt).json } ?? .null,
      "assumptions": documents(dossier.assumptions),
    ]
    return JSON.object(
      members.map { JSON.Member(key: $0.key, value: $0.value) } + JSON.reproduction(receipt)
    ).print()
  }

  /// The country's rows, then those of the courses and sheets under the same headings: a scenario stands
  /// where the year would, and what is said in words is a value of the unit 'text'.
  var csv: String {
    var table = CountryCSV(country.withoutReceipt).table
    for figure in courses?.figures ?? [] {
      table.add([
        figure.scenario, figure.law, figure.name, figure.key, figure.value.map(String.init) ?? "",
        figure.unit,
      ])
    }
    for sheet in sheets {
      for row in SheetFigures(sheet: sheet, law: "").rows(language) {
        table.add(["", "", row.table, row.key, row.value, row.unit])
      }
    }
    for (key, value) in receipt?.rows ?? [] {
      table.add(["", "", "reproduction", key, value, "text"])
    }
    return table.print()
  }
}

/// The figures of a sheet, by table, row and column.
struct SheetFigures {
  let sheet: Sheet
  let law: String

  /// Those that are exact.
  var figures: [Figure] {
    sheet.tables.flatMap { table in
      table.rows.enumerated().flatMap { number, row in
        zip(table.columns, row).compactMap { column, cell -> Figure? in
          guard let exact = cell.exact else { return nil }
          return Figure(
            scenario: "", law: law, name: table.name,
            key: "\(number + 1)/\(Self.name(of: row))/\(column.key)", value: exact,
            unit: Self.unit(of: column))
        }
      }
    }
  }

  /// Everything that the sheet says beside its rows' names, also what it says in words.
  func rows(_ language: Language) -> [(table: String, key: String, value: String, unit: String)] {
    sheet.tables.flatMap { table in
      table.rows.enumerated().flatMap { number, row in
        zip(table.columns, row).dropFirst().compactMap { column, cell in
          let text = cell.text[language]
          guard cell.exact != nil || !text.isEmpty else { return nil }
          return (
            table.name, "\(number + 1)/\(Self.name(of: row))/\(column.key)",
            cell.exact.map(String.init) ?? text, cell.exact == nil ? "text" : Self.unit(of: column)
          )
        }
      }
    }
  }

  /// What programs call a row: the thing it is about, else its words in English; rows are numbered, since
  /// words may repeat.
  private static func name(of row: [Sheet.Cell]) -> String {
    guard let first = row.first else { return "" }
    let words = first.items?.first ?? first.text.english
    return String(words.drop { $0 == " " })
  }

  /// The end of a column's key says its unit.
  private static func unit(of column: Sheet.Column) -> String {
    if column.key.hasSuffix("_oere") { return "oere" }
    return column.key.hasSuffix("_minutes") ? "minutes" : "count"
  }
}

extension Sheet {
  /// With what its figures were made from as the last table.
  func adding(_ receipt: Receipt?) -> Sheet {
    guard let receipt else { return self }
    return Sheet(
      title: title, paragraphs: paragraphs,
      tables: tables + [
        Table(
          "reproduction", Wording.reproduction,
          [Column("what", Wording.reproduction), Column("value", Wording.value)],
          rows: receipt.rows.map { [Cell($0.key), Cell($0.value)] })
      ])
  }
}
