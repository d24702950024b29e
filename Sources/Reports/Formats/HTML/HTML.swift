internal import Vocabulary

/// The parts that pages are put together from.
enum HTML {
  static func heading(_ level: Int, _ text: String, id: String? = nil) -> Markup {
    .element("h\(level)", id.map { [Markup.Attribute(name: "id", value: $0)] } ?? [], [.text(text)])
  }

  static func paragraph(_ text: String, style: String? = nil) -> Markup {
    .element("p", style.map { [Markup.Attribute(name: "class", value: $0)] } ?? [], [.text(text)])
  }

  static func link(to id: String, _ text: String) -> Markup { .tag("a", ["href": "#\(id)"], text) }

  /// Where to find what on the page.
  static func contents(_ parts: [(id: String, name: String)], _ language: Language) -> Markup {
    .tag(
      "nav", ["aria-label": Wording.contents[language]],
      [.tag("ul", [:], parts.map { .tag("li", [:], [link(to: $0.id, $0.name)]) })])
  }

  /// A command as somebody would type it.
  static func command(_ text: String) -> Markup { .tag("code", [:], text) }

  /// A table with a caption, its headings in the first row and the first column.
  ///
  /// An empty first cell repeats what stands above it: a page is also read aloud, a row at a time. Spaces
  /// at the front of a cell tell its depth.
  ///
  /// - Parameter isHeaded: whether the caption stands above it already; it is then only read aloud.
  static func table(_ table: TextTable, caption: String, isHeaded: Bool = false) -> Markup {
    var above = ""
    let head = table.columns.map { column in
      Markup.element("th", [scope("col")] + alignment(column), [.text(column.heading)])
    }
    let rows = table.rows.enumerated().map { number, row in
      let cells = zip(table.columns, row).enumerated().map { index, cell -> Markup in
        let (column, text) = cell
        guard index == 0 else {
          return .element(
            "td", style(column, text),
            lines(text) { table.foreign[TextTable.Line(row: number, column: index, line: $0)] })
        }
        if !text.isEmpty { above = text }
        let depth = above.prefix { $0 == " " }.count
        let part = depth > 0 ? [Markup.Attribute(name: "class", value: depth > 2 ? "part deep" : "part")] : []
        return .element("th", [scope("row")] + part, lines(String(above.dropFirst(depth))))
      }
      return Markup.tag("tr", [:], cells)
    }
    // Many columns must share the paper: their words may break anywhere.
    return .tag(
      "table", table.columns.count > 6 ? ["class": "wide"] : [:],
      [
        .tag("caption", isHeaded ? ["class": "unseen"] : [:], caption), .tag("thead", [:], [.tag("tr", [:], head)]),
        .tag("tbody", [:], rows),
      ])
  }

  /// A picture with its caption, and the tables that say the same.
  ///
  /// - Parameters:
  ///   - details: the id of the part of the page that holds the tables, where they are not here.
  ///   - isHeaded: whether the title stands above it already; it is then only read aloud.
  static func figure(
    _ drawing: Drawing, title: String, description: String, caption: [String] = [],
    tables: [Markup] = [], details: String? = nil, isHeaded: Bool = false
  ) -> Markup {
    .element(
      "figure", details.map { [Markup.Attribute(name: "aria-details", value: $0)] } ?? [],
      [
        .tag(
          "figcaption", isHeaded ? ["class": "unseen"] : [:],
          [.tag("strong", [:], title)] + caption.map { paragraph($0) }),
        drawing.svg(title: title, description: description),
      ] + tables)
  }

  /// What may be folded away.
  ///
  /// - Parameter isOpen: whether it is unfolded at first, and so on paper; what the page says elsewhere as well
  ///   need not be.
  static func details(_ summary: String, isOpen: Bool = true, _ contents: [Markup]) -> Markup {
    .tag("details", isOpen ? ["open": "open"] : [:], [.tag("summary", [:], summary)] + contents)
  }

  /// The whole page: it needs no network and runs no script.
  static func page(title: String, language: Language, header: [Markup], main: [Markup]) -> String {
    let head = Markup.tag(
      "head", [:],
      [
        .tag("meta", ["charset": "utf-8"]),
        .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .tag("title", [:], title), .tag("style", [:], Stylesheet.text),
      ])
    let body = Markup.tag(
      "body", [:], [.tag("header", [:], header), .tag("main", [:], main)])
    var page = "<!DOCTYPE html>\n"
    Markup.tag("html", ["lang": language.rawValue], [head, body]).print(to: &page)
    return page + "\n"
  }

  /// The lines of a cell, broken where the text breaks.
  /// - Parameter language: of a line by its number, where it is not the page's: a voice reads it as what it is.
  private static func lines(_ text: String, language: (Int) -> Language? = { _ in nil }) -> [Markup] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { number, line -> Markup in
        let words = Markup.text(String(line))
        return language(number).map { .tag("span", ["lang": $0.rawValue], [words]) } ?? words
      }
    return Array(lines.map { [$0] }.joined(separator: [.tag("br")]))
  }

  private static func style(_ column: TextTable.Column, _ text: String) -> [Markup.Attribute] {
    let isLong = text.split { $0 == " " || $0 == "-" || $0 == "/" }.contains { $0.count > 30 }
    return isLong ? [Markup.Attribute(name: "class", value: "long")] : alignment(column)
  }

  private static func scope(_ scope: String) -> Markup.Attribute {
    Markup.Attribute(name: "scope", value: scope)
  }

  private static func alignment(_ column: TextTable.Column) -> [Markup.Attribute] {
    column.alignment == .right ? [Markup.Attribute(name: "class", value: "number")] : []
  }
}
