internal import Outcomes
internal import Vocabulary

/// An explanation for programs: `hegn.explanation/1`.
///
/// - Source: the schema stands in `Reports.docc/Schemas/hegn.explanation-1.json`.
struct ExplanationJSON {
  private let explanation: Explanation
  private let heading: String
  private let language: Language

  init(_ explanation: Explanation, heading: String, language: Language) {
    self.language = language
    self.explanation = explanation
    self.heading = heading
  }

  func print() -> String {
    JSON.members([
      "schema": .string("hegn.explanation/1"),
      "heading": .string(heading),
      "explanation": node(explanation),
    ]).print()
  }

  private func node(_ explanation: Explanation) -> JSON {
    .members([
      "subject": .string(explanation.subject),
      "label": explanation.label.map {
        .members(["da": .string($0.danish), "en": .string($0.english)])
      } ?? .null,
      "outcome": .string(explanation.outcome),
      "holds": explanation.holds.map { .boolean($0) } ?? .null,
      "provision": .string(explanation.provision?.description),
      "citation": explanation.citation.map { JSON.citation($0, language) } ?? .null,
      "parts": .array(explanation.parts.map(node)),
    ])
  }
}
