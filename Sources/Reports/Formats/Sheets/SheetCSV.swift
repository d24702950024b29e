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
        let cells = Dictionary(zip(table.columns.map(\.key), row), uniquingKeysWith: { first, _ in first })
        csv.add(
          [table.name]
            + keys.map { key in
              guard let cell = cells[key] else { return "" }
              return cell.items?.joined(separator: "; ") ?? cell.text[language]
            })
      }
    }
    return csv.print()
  }
}
