package import Vocabulary

/// What is told of rules rather than of people: headings, sentences and rows, in both languages.
///
/// A report prints it in any of its forms; what stands in it is decided where it is made.
package struct Sheet: Hashable, Sendable {
  /// One thing said of the subject of a row.
  package struct Cell: Hashable, Sendable {
    package let text: Label
    /// The single things the text counts or numbers, for programs; `nil` when it is the thing itself.
    package let items: [String]?
    /// What the text rounds for people, for programs: øre, people; `nil` where the text is all there is.
    package let exact: Int?

    package init(_ text: Label, items: [String]? = nil, exact: Int? = nil) {
      self.text = text
      self.items = items
      self.exact = exact
    }

    /// A name, a figure, a text of the rules: the same in both languages.
    package init(_ text: String, items: [String]? = nil) {
      self.init(Label(danish: text, english: text), items: items)
    }

    package static let empty = Cell("")
  }

  package struct Column: Hashable, Sendable {
    /// What programs call it.
    package let key: String
    package let heading: Label
    package let isNumber: Bool
    /// Whether a document sets it below the column before it, in the same cell.
    package let joins: Bool

    package init(_ key: String, _ heading: Label, isNumber: Bool = false, joins: Bool = false) {
      self.key = key
      self.heading = heading
      self.isNumber = isNumber
      self.joins = joins
    }
  }

  /// How a terminal shows the rows of a table.
  package enum Layout: Hashable, Sendable {
    case table
    /// The first cell as a heading, each other that is not empty on a line of its own.
    case cards
  }

  /// Invariant: each row has one cell for each column; upheld by whoever adds it.
  package struct Table: Hashable, Sendable {
    /// What programs call it.
    package let name: String
    package let heading: Label
    package let columns: [Column]
    package var rows: [[Cell]]
    package let layout: Layout
    package let chart: Chart?

    package init(
      _ name: String, _ heading: Label, _ columns: [Column], rows: [[Cell]] = [],
      layout: Layout = .table, chart: Chart? = nil
    ) {
      self.chart = chart
      self.name = name
      self.heading = heading
      self.columns = columns
      self.rows = rows
      self.layout = layout
    }
  }

  package let title: Label
  package let paragraphs: [Label]
  package let tables: [Table]

  package init(title: Label, paragraphs: [Label] = [], tables: [Table]) {
    self.title = title
    self.paragraphs = paragraphs
    self.tables = tables
  }
}
