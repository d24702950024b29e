internal import Outcomes
internal import Vocabulary

/// A sheet for a spreadsheet: the rows of all tables, with the name of the table in front and a column
/// for every key that any of them has.
struct SheetCSV {
  let sheet: Sheet
  let language: Language

  func print() -> String {
    var keys: [String] = []
    for column in sheet.tables.flatMap(\.columns) where !keys.contains(column.key) { keys.append(column.key) }
    var csv = CSV(headings: ["table"] + keys)
    for table in sheet.tables {
      for row in table.rows {
        let cells = Dictionary(
          zip(table.columns, row).map { ($0.key, field($1, isNumber: $0.isNumber)) },
          uniquingKeysWith: { first, _ in first })
        csv.add([table.name] + keys.map { cells[$0] ?? "" })
      }
    }
    return csv.print()
  }

  /// A count stays a count: a spreadsheet adds it up.
  private func field(_ cell: Sheet.Cell, isNumber: Bool) -> String {
    if let exact = cell.exact { return String(exact) }
    guard let items = cell.items, !isNumber else { return cell.text[language] }
    return items.joined(separator: "; ")
  }
}
