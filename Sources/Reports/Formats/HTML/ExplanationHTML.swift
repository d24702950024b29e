internal import Outcomes
internal import Vocabulary

/// An explanation as a page: the tree as nested lists.
struct ExplanationHTML {
  private let explanation: Explanation
  private let heading: String
  private let language: Language

  init(_ explanation: Explanation, heading: String, language: Language) {
    self.explanation = explanation
    self.heading = heading
    self.language = language
  }

  func print() -> String {
    HTML.page(
      title: heading, language: language, header: [HTML.heading(1, heading)],
      main: [.tag("ul", [:], [item(explanation)])])
  }

  private func item(_ node: Explanation) -> Markup {
    let line = Markup.text(ExplanationLine(node, language: language).text)
    return .tag(
      "li", [:], node.parts.isEmpty ? [line] : [line, .tag("ul", [:], node.parts.map(item))])
  }
}
