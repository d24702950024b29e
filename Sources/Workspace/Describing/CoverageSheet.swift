internal import Legislation
internal import Outcomes
internal import Reading
internal import Vocabulary

/// What a law holds of the facts it is written from, as a table for each section.
struct CoverageSheet {
  let coverage: FactCoverage
  let law: Law

  init(_ coverage: FactCoverage, of law: Law) {
    self.coverage = coverage
    self.law = law
  }

  private static let columns = [
    Sheet.Column("row", Label(danish: "Række", english: "Row")),
    Sheet.Column("meaning", Label(danish: "Indhold", english: "Content")),
    Sheet.Column("state", Label(danish: "Dækning", english: "Coverage")),
    Sheet.Column("provisions", Label(danish: "Bestemmelser", english: "Provisions")),
    Sheet.Column("left_out", Label(danish: "Udeladt", english: "Left out")),
  ]

  var sheet: Sheet {
    var sections: [String] = []
    for row in coverage.rows where !sections.contains(row.section) { sections.append(row.section) }
    let tables = sections.map { section in
      Sheet.Table(
        "section-\(section)", Label(danish: "Afsnit \(section)", english: "Section \(section)"),
        CoverageSheet.columns, rows: coverage.rows.filter { $0.section == section }.map(row), layout: .cards)
    }
    return Sheet(
      title: Label(
        danish: "Hvad \(law.title.danish) dækker af sit grundlag",
        english: "What \(law.title.english) covers of its sources"),
      paragraphs: [], tables: [sums(sections)] + tables)
  }

  private enum State: CaseIterable {
    case held, partly, notHeld

    init(_ row: FactCoverage.Row) {
      self = row.provisions.isEmpty ? .notHeld : row.leftOut == nil ? .held : .partly
    }

    var label: Label {
      switch self {
      case .held: Label(danish: "dækket", english: "covered")
      case .partly: Label(danish: "delvis dækket", english: "covered in part")
      case .notHeld: Label(danish: "ikke modelleret", english: "not modelled")
      }
    }

    var key: String {
      switch self {
      case .held: "covered"
      case .partly: "partly"
      case .notHeld: "not_modelled"
      }
    }
  }

  private func sums(_ sections: [String]) -> Sheet.Table {
    func cells(_ rows: [FactCoverage.Row]) -> [Sheet.Cell] {
      [Sheet.Cell("\(rows.count)")]
        + State.allCases.map { state in Sheet.Cell("\(rows.count { State($0) == state })") }
    }
    return Sheet.Table(
      "sums", Label(danish: "I tal", english: "In numbers"),
      [
        Sheet.Column("section", Label(danish: "Afsnit", english: "Section")),
        Sheet.Column("rows", Label(danish: "Rækker", english: "Rows"), isNumber: true),
      ] + State.allCases.map { Sheet.Column($0.key, $0.label, isNumber: true) },
      rows: sections.map { section in
        [Sheet.Cell(section)] + cells(coverage.rows.filter { $0.section == section })
      } + [[Sheet.Cell(Label(danish: "I alt", english: "In all"))] + cells(coverage.rows)])
  }

  private func row(_ row: FactCoverage.Row) -> [Sheet.Cell] {
    [
      Sheet.Cell(row.id), Sheet.Cell(row.meaning), Sheet.Cell(State(row).label),
      Sheet.Cell(row.provisions.map(\.local).joined(separator: ", "), items: row.provisions.map(\.description)),
      Sheet.Cell(row.leftOut ?? ""),
    ]
  }
}
