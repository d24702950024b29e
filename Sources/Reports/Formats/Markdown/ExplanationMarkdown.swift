internal import Outcomes
internal import Vocabulary

/// An explanation for a document: the tree as nested items.
struct ExplanationMarkdown {
  private let explanation: Explanation
  private let heading: String
  private let language: Language

  init(_ explanation: Explanation, heading: String, language: Language) {
    self.explanation = explanation
    self.heading = heading
    self.language = language
  }

  func print() -> String {
    var document = Markdown()
    document.heading(1, heading)
    document.list(items(of: explanation, depth: 0))
    return document.print()
  }

  private func items(of node: Explanation, depth: Int) -> [(depth: Int, text: String)] {
    [(depth, ExplanationLine(node, language: language).text)]
      + node.parts.flatMap { items(of: $0, depth: depth + 1) }
  }
}
