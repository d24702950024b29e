internal import Outcomes
internal import Vocabulary

/// A sheet for a terminal: tables, and rows too wide for a table as a heading with lines below it.
struct SheetText {
  let sheet: Sheet
  let language: Language
  let style: TextStyle

  func print() -> String {
    var page = TextPage(style: style)
    page.title(sheet.title[language])
    for paragraph in sheet.paragraphs { page.paragraph(paragraph[language]) }
    for table in sheet.tables where !table.rows.isEmpty {
      page.heading(table.heading[language])
      switch table.layout {
      case .table: page.table(table.drawn(in: language))
      case .cards: for row in table.rows { add(row, of: table, to: &page) }
      }
    }
    return page.text
  }

  private func add(_ row: [Sheet.Cell], of table: Sheet.Table, to page: inout TextPage) {
    for (index, (column, cell)) in zip(table.columns, row).enumerated() {
      let text = cell.text[language]
      guard !text.isEmpty else { continue }
      if index == 0 {
        page.paragraph(text, indent: 2, hanging: 2)
      } else {
        page.paragraph("\(column.heading[language]): \(text)", indent: 6, hanging: 2)
      }
    }
  }
}

extension Sheet.Table {
  func drawn(in language: Language) -> TextTable {
    var drawn = TextTable(
      columns.map { TextTable.Column($0.heading[language], $0.isNumber ? .right : .left) })
    drawn.rows = rows.map { row in row.map { $0.text[language] } }
    return drawn
  }
}
