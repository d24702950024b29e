internal import Outcomes
internal import Vocabulary

/// A sheet for programs: each row an object by the keys of its columns.
struct SheetJSON {
  static let schema = "hegn.sheet/1"

  let sheet: Sheet
  let language: Language

  func print() -> String { json.print() }

  var json: JSON {
    .members([
      "schema": .string(SheetJSON.schema),
      "language": .string(language.rawValue),
      "title": .string(sheet.title[language]),
      "paragraphs": .array(sheet.paragraphs.map { .string($0[language]) }),
      "tables": .array(sheet.tables.map(json)),
    ])
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

  /// A figure is a number, with what it counts where that is known; what is numbered is a list.
  private func json(_ cell: Sheet.Cell, isNumber: Bool) -> JSON {
    if let exact = cell.exact { return .number(exact) }
    let text = cell.text[language]
    let items = cell.items.map { items in JSON.array(items.map { .string($0) }) }
    guard isNumber, let number = Int(text) else { return items ?? .string(text) }
    guard let items else { return .number(number) }
    return .members(["count": .number(number), "items": items])
  }
}
