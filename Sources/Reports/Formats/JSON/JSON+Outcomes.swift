internal import Outcomes
internal import Quantities
internal import Vocabulary

/// How days, stretches and references are written in every machine format.
extension JSON {
  /// Half-open, as everywhere in machine formats: `until` is the first day after.
  static func stretch(_ stretch: Stretch) -> JSON {
    .members([
      "from": .string(stretch.from.description), "until": .string(stretch.until.description),
    ])
  }

  static func held(_ list: [Course.Held]) -> JSON {
    .array(
      list.map {
        .members([
          "id": .string($0.name), "from": .string($0.stretch.from.description),
          "until": .string($0.stretch.until.description),
        ])
      })
  }

  /// Every payer, so that no reader must tell nothing from not said.
  static func payers(_ amounts: [Payer: Money]) -> JSON {
    .object(
      Payer.allCases.map { Member(key: $0.rawValue, value: .number((amounts[$0] ?? .zero).øre)) })
  }

  static func citation(_ citation: Citation, _ language: Language) -> JSON {
    .members([
      "text": .string(citation.text), "status": .string(citation.status.rawValue),
      "source": .string(citation.source), "note": .string(citation.note?[language]),
    ])
  }

  /// What the figures were made from, as the last member of a document; nothing where it is not known.
  static func reproduction(_ receipt: Receipt?) -> [Member] {
    guard let receipt else { return [] }
    let inputs: [Member] = receipt.inputs.map { input in
      Member(
        key: input.kind.rawValue,
        value: .members([
          "files": .array(input.files.map { .string($0) }), "sha256": .string(input.sha256),
        ]))
    }
    return [
      Member(
        key: "reproduction",
        value: .members([
          "program": .string(receipt.program), "command": .string(receipt.command),
          // A seed has 64 bits without a sign, which no number of JSON holds exactly.
          "seed": .string(String(receipt.seed)), "inputs": .object(inputs),
        ]))
    ]
  }
}
