internal import Outcomes
internal import Vocabulary

/// A sheet for programs: each row an object by the keys of its columns.
struct SheetJSON {
  static let schema = "hegn.sheet/1"

  let sheet: Sheet
  let language: Language

  func print() -> String {
    JSON.members([
      "schema": .string(SheetJSON.schema),
      "language": .string(language.rawValue),
      "title": .string(sheet.title[language]),
      "paragraphs": .array(sheet.paragraphs.map { .string($0[language]) }),
      "tables": .array(sheet.tables.map(json)),
    ]).print()
  }

  private func json(_ table: Sheet.Table) -> JSON {
    .members([
      "name": .string(table.name),
      "heading": .string(table.heading[language]),
      "rows": .array(
        table.rows.map { row in
          .object(zip(table.columns, row).map { JSON.Member(key: $0.key, value: json($1, isNumber: $0.isNumber)) })
        }),
    ])
  }

  /// A figure is a number, what is counted or numbered a list, the rest text.
  private func json(_ cell: Sheet.Cell, isNumber: Bool) -> JSON {
    if let items = cell.items { return .array(items.map { .string($0) }) }
    let text = cell.text[language]
    if isNumber, let number = Int(text) { return .number(number) }
    return .string(text)
  }
}
