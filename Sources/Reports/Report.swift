package import Comparison
package import Diagnostics
package import Outcomes
package import Vocabulary

/// The form a report is printed in.
package enum ReportFormat: String, Hashable, CaseIterable, Sendable {
  /// For a terminal of 100 columns.
  case text
  /// For programs: versioned, exact, described by a JSON Schema.
  case json
  /// For spreadsheets: RFC 4180, one figure or demand a row.
  case csv
  /// For documents.
  case markdown
  /// For people, on a screen and on paper: one page that needs nothing else.
  case html
}

/// The front door: results in, text out.
///
/// A report prints what was found and adds nothing to it; the same result gives the same text, byte for
/// byte.
package enum Reports {
  /// Laws side by side on the same scenarios.
  ///
  /// - Parameters:
  ///   - naming: the vocabulary's words for kinds, accounts and payers. A name it does not hold is
  ///     printed as it is.
  ///   - receipt: what the figures were made from; every form but that for a terminal prints it.
  package static func comparison(
    _ comparison: Comparison, naming: Naming, format: ReportFormat, language: Language,
    style: TextStyle = .plain, receipt: Receipt? = nil
  ) -> String {
    let report = ComparisonReport(
      comparison, naming: naming, language: language, receipt: receipt)
    return switch format {
    case .text: ComparisonText(report, style: style).print()
    case .json: ComparisonJSON(report).print()
    case .csv: ComparisonCSV(report).print()
    case .markdown: ComparisonMarkdown(report).print()
    case .html: ComparisonHTML(report).print()
    }
  }

  /// Laws side by side on a population.
  package static func country(
    _ comparison: CountryComparison, naming: Naming, format: ReportFormat, language: Language,
    style: TextStyle = .plain, receipt: Receipt? = nil
  ) -> String {
    let report = CountryReport(comparison, naming: naming, language: language, receipt: receipt)
    return switch format {
    case .text: CountryText(report, style: style).print()
    case .json: CountryJSON(report).print()
    case .csv: CountryCSV(report).print()
    case .markdown: CountryMarkdown(report).print()
    case .html: CountryHTML(report).print()
    }
  }

  /// How closely a simulated country resembles the counted one.
  ///
  /// - Parameter receipt: what its figures were made from; every form but that for a terminal prints it.
  package static func calibration(
    _ calibration: Calibration, format: ReportFormat, language: Language,
    style: TextStyle = .plain, receipt: Receipt? = nil
  ) -> String {
    sheet(
      CalibrationReport(calibration: calibration).sheet, format: format, language: language,
      style: style, receipt: receipt)
  }

  /// Everything about laws in one report.
  package static func dossier(
    _ dossier: Dossier, naming: Naming, format: ReportFormat, language: Language,
    style: TextStyle = .plain, receipt: Receipt? = nil
  ) -> String {
    let report = DossierReport(dossier, naming: naming, language: language, receipt: receipt)
    return switch format {
    case .text: report.text(style)
    case .json: report.json
    case .csv: report.csv
    case .markdown: report.markdown
    case .html: DossierHTML(report).print()
    }
  }

  /// Every figure of a dossier, as its CSV has them.
  package static func figures(_ dossier: Dossier, naming: Naming) -> [Figure] {
    DossierReport(dossier, naming: naming, language: .danish, receipt: nil).figures
  }

  /// Every exact figure of a sheet: by table, row and column.
  package static func figures(_ sheet: Sheet, of law: String) -> [Figure] {
    SheetFigures(sheet: sheet, law: law).figures
  }

  /// Every figure of a country's years, as its CSV has them.
  package static func figures(_ country: CountryComparison, naming: Naming) -> [Figure] {
    CountryReport(country, naming: naming, language: .danish).figures
  }

  /// Every figure of a comparison, as its CSV has them.
  package static func figures(_ comparison: Comparison, naming: Naming) -> [Figure] {
    ComparisonReport(comparison, naming: naming, language: .danish).figures
  }

  /// One citizen's course under one law, day by day.
  ///
  /// - Parameters:
  ///   - scenario: the scenario's title; its name is printed where there is none.
  ///   - law: the law's title; its name is printed where there is none.
  ///   - receipt: what the course was made from; every form but that for a terminal prints it.
  package static func course(
    _ result: CourseResult, scenario: Label? = nil, law: Label? = nil, naming: Naming,
    format: ReportFormat, language: Language, style: TextStyle = .plain, receipt: Receipt? = nil
  ) -> String {
    let report = CourseReport(
      result, scenario: scenario, law: law, naming: naming, language: language, receipt: receipt)
    return switch format {
    case .text: CourseText(report, style: style).print()
    case .json: CourseJSON(report).print()
    case .csv: CourseCSV(report).print()
    case .markdown: CourseMarkdown(report).print()
    case .html: CourseHTML(report).print()
    }
  }

  /// What is told of rules rather than of people.
  ///
  /// - Parameter receipt: what its figures were made from; every form but that for a terminal prints it.
  package static func sheet(
    _ sheet: Sheet, format: ReportFormat, language: Language, style: TextStyle = .plain,
    receipt: Receipt? = nil
  ) -> String {
    let sheet = format == .text ? sheet : sheet.adding(receipt)
    return switch format {
    case .text: SheetText(sheet: sheet, language: language, style: style).print()
    case .json: SheetJSON(sheet: sheet, language: language).print()
    case .csv: SheetCSV(sheet: sheet, language: language).print()
    case .markdown: SheetMarkdown(sheet: sheet, language: language).print()
    case .html: SheetHTML(sheet: sheet, language: language).print()
    }
  }

  /// Why something is so, or is not.
  ///
  /// - Throws: `format-unavailable` for CSV, which has no form for a tree.
  package static func explanation(
    _ explanation: Explanation, heading: String, format: ReportFormat, language: Language,
    style: TextStyle = .plain
  ) throws(Diagnostic) -> String {
    switch format {
    case .text:
      ExplanationText(explanation, heading: heading, language: language, style: style).print()
    case .json: ExplanationJSON(explanation, heading: heading, language: language).print()
    case .markdown:
      ExplanationMarkdown(explanation, heading: heading, language: language).print()
    case .html: ExplanationHTML(explanation, heading: heading, language: language).print()
    case .csv:
      throw Diagnostic(
        .error, "format-unavailable",
        "an explanation is a tree, and 'csv' has no form for a tree",
        at: .start(of: "--format"), hint: "write 'text', 'json', 'markdown' or 'html'")
    }
  }
}
