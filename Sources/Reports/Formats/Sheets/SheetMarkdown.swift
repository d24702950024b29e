internal import Outcomes
internal import Vocabulary

/// A sheet for a document: pipe tables without the columns that say nothing.
struct SheetMarkdown {
  let sheet: Sheet
  let language: Language

  func print() -> String {
    var document = Markdown()
    document.heading(1, sheet.title[language])
    for paragraph in sheet.paragraphs { document.paragraph(paragraph[language]) }
    for table in sheet.tables where !table.rows.isEmpty {
      document.heading(2, table.heading[language])
      add(table, to: &document)
    }
    return document.print()
  }

  private func add(_ table: Sheet.Table, to document: inout Markdown) {
    let said = table.columns.indices.filter { index in
      table.rows.contains { !$0[index].text[language].isEmpty }
    }
    // The columns that share a cell.
    var cells: [[Int]] = []
    for index in said {
      if table.columns[index].joins, !cells.isEmpty {
        cells[cells.count - 1].append(index)
      } else {
        cells.append([index])
      }
    }
    let columns = cells.map { group in
      TextTable.Column(
        group.map { table.columns[$0].heading[language] }.joined(separator: ", "),
        table.columns[group[0]].isNumber ? .right : .left)
    }
    document.table(
      columns,
      rowsOfLines: table.rows.map { row in
        cells.map { group in group.map { row[$0].text[language] }.filter { !$0.isEmpty } }
      })
  }
}
