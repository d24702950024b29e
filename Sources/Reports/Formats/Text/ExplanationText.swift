internal import Outcomes
internal import Vocabulary

/// An explanation for a terminal, drawn as a tree:
///
///     ✓ Jobparate kontanthjælpsmodtagere = ja (LAB § 6, nr. 2)
///     ├ ✓ benefit = kontanthjælp
///     └ ✗ age >= 30
struct ExplanationText {
  private let explanation: Explanation
  private let heading: String
  private let language: Language
  private let style: TextStyle

  init(_ explanation: Explanation, heading: String, language: Language, style: TextStyle) {
    self.explanation = explanation
    self.heading = heading
    self.language = language
    self.style = style
  }

  func print() -> String {
    var page = TextPage(style: style)
    page.title(heading)
    add(explanation, first: "", rest: "", to: &page)
    return page.text
  }

  /// - Parameters:
  ///   - first: what stands before the node's first line.
  ///   - rest: what stands before its other lines and its parts.
  private func add(
    _ node: Explanation, first: String, rest: String, to page: inout TextPage
  ) {
    let line = ExplanationLine(node, language: language).text
    // Wrapped lines keep clear of the mark, and show that parts follow.
    let more = rest + (node.parts.isEmpty ? "  " : "│ ")
    // A very deep tree may not push its words off the page.
    let width = max(24, TextWrapping.pageWidth - more.count)
    let depth = TextWrapping.pageWidth - 24
    for (index, part) in TextWrapping.lines(line, width: width).enumerated() {
      page.line((index == 0 ? first : more).suffix(depth) + part)
    }
    for (index, part) in node.parts.enumerated() {
      let isLast = index == node.parts.count - 1
      add(part, first: rest + (isLast ? "└ " : "├ "), rest: rest + (isLast ? "  " : "│ "), to: &page)
    }
  }
}

/// What is said of one node of an explanation.
struct ExplanationLine {
  let text: String

  init(_ node: Explanation, language: Language) {
    let figureText = FigureText(language: language)
    var text = node.holds.map { $0 ? "✓ " : "✗ " } ?? ""
    text += ExplanationLine.subject(of: node, language)
    switch (node.outcome, node.holds) {
    // The mark has said it already.
    case ("true", true?), ("applies", true?), ("false", false?), ("does not apply", false?), ("", _):
      break
    default: text += " = \(ExplanationLine.outcome(node.outcome, language))"
    }
    if let citation = node.citation { text += " (\(figureText.citation(citation)))" }
    self.text = text
  }

  /// A rule by its name for people, with the name that commands know it by.
  private static func subject(of node: Explanation, _ language: Language) -> String {
    if let label = node.label?[language], label != node.subject { return "\(label) [\(node.subject)]" }
    return Wording.explaining[node.subject]?[language] ?? node.subject
  }

  private static func outcome(_ outcome: String, _ language: Language) -> String {
    Wording.explaining[outcome]?[language] ?? outcome
  }
}
