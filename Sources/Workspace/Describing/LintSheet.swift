internal import Diagnostics
package import Outcomes
internal import Verification
internal import Vocabulary

/// What there is to say about each lint: why it is told, what is wrong and what is right.
package struct LintSheet {
  private let pages: [FindingPage]

  /// - Parameter code: one lint, or `all`.
  /// - Returns: `nil` when there is no lint of that code.
  package init?(_ code: String) {
    pages = Linter.pages.filter { code == "all" || $0.code == code }
    if pages.isEmpty { return nil }
  }

  /// The codes that there are pages for.
  package static var codes: [String] { Linter.pages.map(\.code) }

  package var sheet: Sheet {
    Sheet(
      title: Label(danish: "Hvad der virker og dog ikke bør blive", english: "What works and yet should not stay"),
      paragraphs: [
        Label(
          danish: "Trykt af 'hegn describe --lint all'; siderne står på engelsk, som beskederne gør.",
          english: "Printed by 'hegn describe --lint all'.")
      ], tables: pages.map(table))
  }

  private func table(_ page: FindingPage) -> Sheet.Table {
    func row(_ danish: String, _ english: String, _ text: String) -> [Sheet.Cell] {
      [Sheet.Cell(Label(danish: danish, english: english)), Sheet.Cell(text)]
    }
    return Sheet.Table(
      page.code, Label(danish: page.code, english: page.code),
      [
        Sheet.Column("part", Label(danish: "Del", english: "Part")),
        Sheet.Column("text", Label(danish: "Tekst", english: "Text")),
      ],
      rows: [
        row("Hvad", "What", page.title), row("Niveau", "Level", "\(page.severity)"),
        row("Hvorfor", "Why", page.why), row("Forkert", "Bad", page.bad), row("Rigtigt", "Good", page.good),
      ])
  }
}
