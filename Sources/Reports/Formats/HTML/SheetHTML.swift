internal import Outcomes
internal import Vocabulary

/// A sheet as a page, or as a part of one: its tables without the columns that say nothing, each below its
/// picture where it has one.
struct SheetHTML {
  let sheet: Sheet
  let language: Language

  func print() -> String {
    let title = sheet.title[language]
    let header =
      [HTML.heading(1, title)] + sheet.paragraphs.map { HTML.paragraph($0[language]) }
      + [HTML.contents(contents(prefix: "t"), language)]
    return HTML.page(
      title: title, language: language, header: header, main: sections(prefix: "t", level: 2))
  }

  /// The sheet as a section of a page about more.
  func section(id: String) -> Markup {
    .tag(
      "section", ["class": "scenario"],
      [HTML.heading(2, sheet.title[language], id: id)]
        + sheet.paragraphs.map { HTML.paragraph($0[language]) } + sections(prefix: "\(id)-", level: 3))
  }

  private var tables: [Sheet.Table] { sheet.tables.filter { !$0.rows.isEmpty } }

  private func contents(prefix: String) -> [(id: String, name: String)] {
    tables.enumerated().map { ("\(prefix)\($0 + 1)", $1.heading[language]) }
  }

  private func sections(prefix: String, level: Int) -> [Markup] {
    tables.enumerated().map { index, table in
      let id = "\(prefix)\(index + 1)"
      return .tag(
        "section", [:],
        [HTML.heading(level, table.heading[language], id: id), part(table, id: "\(id)-picture")])
    }
  }

  private func part(_ table: Sheet.Table, id: String) -> Markup {
    let heading = table.heading[language]
    let rows = HTML.table(self.table(table), caption: heading, isHeaded: true)
    guard let chart = table.chart else { return rows }
    return HTML.figure(
      SheetChart(chart, language: language).drawing(id: id), title: heading,
      description: Wording.asTable[language], tables: [rows], isHeaded: true)
  }

  private func table(_ table: Sheet.Table) -> TextTable {
    let said = table.columns.indices.filter { index in
      table.rows.contains { !$0[index].text[language].isEmpty }
    }
    // The columns that share a cell, each on a line of its own.
    var cells: [[Int]] = []
    for index in said {
      if table.columns[index].joins, !cells.isEmpty {
        cells[cells.count - 1].append(index)
      } else {
        cells.append([index])
      }
    }
    var shown = TextTable(
      cells.map { group in
        TextTable.Column(
          group.map { table.columns[$0].heading[language] }.joined(separator: ", "),
          table.columns[group[0]].isNumber ? .right : .left)
      })
    for (number, row) in table.rows.enumerated() {
      shown.rows.append(
        cells.enumerated().map { column, group in
          let said = group.map { row[$0].text }.filter { !$0[language].isEmpty }
          for (line, text) in said.enumerated() {
            guard let only = text.only, only != language else { continue }
            shown.foreign[TextTable.Line(row: number, column: column, line: line)] = only
          }
          return said.map { $0[language] }.joined(separator: "\n")
        })
    }
    return shown
  }
}
