package import Outcomes
internal import Vocabulary

/// Kept runs as sheets, which every form of report prints.
package enum RunSheets {
  /// Every run, one a row.
  package static func list(_ runs: [KeptRun]) -> Sheet {
    Sheet(
      title: Label(danish: "Gemte kørsler", english: "Runs that were kept"),
      tables: [
        Sheet.Table(
          "runs", Label(danish: "Kørsler", english: "Runs"),
          [
            Sheet.Column("run", Label(danish: "Nr.", english: "No."), isNumber: true),
            Sheet.Column("moment", Label(danish: "Tidspunkt", english: "Moment")),
            Sheet.Column("command", Label(danish: "Kommando", english: "Command")),
            Sheet.Column("rules", Label(danish: "Regler", english: "Rules")),
          ],
          rows: runs.map { run in
            let rules = run.receipt.inputs.first { $0.kind == .rules }?.sha256 ?? ""
            return [
              Sheet.Cell("\(run.number)"), Sheet.Cell(run.moment), Sheet.Cell(run.receipt.command),
              // As long a piece of the fingerprint as tells any two apart.
              Sheet.Cell(String(rules.prefix(12)), items: [rules]),
            ]
          })
      ])
  }

  /// One run: what it was made from, and its figures.
  package static func show(_ run: KeptRun, figures: [Figure]) -> Sheet {
    Sheet(
      title: title(run),
      tables: [
        Sheet.Table(
          "receipt", Label(danish: "Lavet af", english: "Made from"), [what, value("value", valueLabel)],
          rows: receipt(of: run).map { [Sheet.Cell($0.name), Sheet.Cell($0.value)] }),
        Sheet.Table(
          "figures", figuresLabel, places + [value("value", valueLabel), unit],
          rows: figures.map { figure in
            place(of: figure) + [number(figure.value), Sheet.Cell(figure.unit)]
          }),
      ])
  }

  /// What differs between two runs; tables without a row where nothing does.
  package static func difference(
    _ before: (run: KeptRun, figures: [Figure]), _ after: (run: KeptRun, figures: [Figure])
  ) -> Sheet {
    let made = receipt(of: before.run)
    let remade = receipt(of: after.run)
    let names = made.map(\.name) + remade.map(\.name).filter { name in !made.contains { $0.name == name } }
    let receipts = names.compactMap { name -> [Sheet.Cell]? in
      let (old, new) = (made.first { $0.name == name }?.value, remade.first { $0.name == name }?.value)
      return old == new ? nil : [Sheet.Cell(name), Sheet.Cell(old ?? "–"), Sheet.Cell(new ?? "–")]
    }
    let figures = changes(before.figures, after.figures)
    let (first, second) = ("\(before.run.number)", "\(after.run.number)")
    return Sheet(
      title: Label(
        danish: "Fra kørsel \(first) til kørsel \(second)", english: "From run \(first) to run \(second)"),
      paragraphs: figures.isEmpty
        ? [Label(danish: "Alle tal er ens.", english: "All figures are the same.")] : [],
      tables: [
        Sheet.Table(
          "receipt", Label(danish: "Lavet af", english: "Made from"),
          [what, value("before", runLabel(first)), value("after", runLabel(second))], rows: receipts),
        Sheet.Table(
          "figures", figuresLabel,
          places + [
            value("before", runLabel(first), isNumber: true),
            value("after", runLabel(second), isNumber: true),
            value("change", Label(danish: "Forskel", english: "Change"), isNumber: true), unit,
          ],
          rows: figures),
      ])
  }

  private static func changes(_ before: [Figure], _ after: [Figure]) -> [[Sheet.Cell]] {
    let old = Dictionary(before.map { (Place($0), $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.map { (Place($0), $0) }, uniquingKeysWith: { first, _ in first })
    let all = before + after.filter { old[Place($0)] == nil }
    return all.compactMap { figure in
      let (was, now) = (old[Place(figure)], new[Place(figure)])
      guard was?.value != now?.value || was == nil || now == nil else { return nil }
      let change = was?.value.flatMap { was in now?.value.map { $0.subtractingReportingOverflow(was) } }
      return place(of: figure) + [
        number(was?.value), number(now?.value),
        number(change.flatMap { $0.overflow ? nil : $0.partialValue }), Sheet.Cell(figure.unit),
      ]
    }
  }

  /// What makes two figures the same one.
  private struct Place: Hashable {
    let parts: [String]
    init(_ figure: Figure) { parts = [figure.scenario, figure.law, figure.name, figure.key] }
  }

  private static func receipt(of run: KeptRun) -> [(name: String, value: String)] {
    let receipt = run.receipt
    return [("command", receipt.command), ("program", receipt.program), ("seed", String(receipt.seed))]
      + receipt.inputs.map { ("sha256_\($0.kind.rawValue)", $0.sha256) }
  }

  // MARK: Columns and cells

  private static let what = Sheet.Column("what", Label(danish: "Hvad", english: "What"))
  private static let valueLabel = Label(danish: "Værdi", english: "Value")
  private static let figuresLabel = Label(danish: "Tal", english: "Figures")
  private static let unit = Sheet.Column("unit", Label(danish: "Måles i", english: "Unit"))
  private static let places = [
    Sheet.Column("scenario", Label(danish: "Forløb", english: "Course")),
    Sheet.Column("law", Label(danish: "Lov", english: "Law")),
    Sheet.Column("figure", Label(danish: "Tal", english: "Figure")),
    Sheet.Column("key", Label(danish: "Heraf", english: "Part")),
  ]

  private static func value(_ key: String, _ label: Label, isNumber: Bool = false) -> Sheet.Column {
    Sheet.Column(key, label, isNumber: isNumber)
  }

  private static func runLabel(_ number: String) -> Label {
    Label(danish: "Kørsel \(number)", english: "Run \(number)")
  }

  private static func title(_ run: KeptRun) -> Label {
    Label(
      danish: "Kørsel \(run.number), \(run.moment)", english: "Run \(run.number), \(run.moment)")
  }

  private static func place(of figure: Figure) -> [Sheet.Cell] {
    [figure.scenario, figure.law, figure.name, figure.key].map { Sheet.Cell($0) }
  }

  private static func number(_ value: Int?) -> Sheet.Cell { Sheet.Cell(value.map(String.init) ?? "–") }
}
