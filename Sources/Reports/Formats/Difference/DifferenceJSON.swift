internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// A difference for programs; `hegn.diff-1.json` beside the reports describes it.
struct DifferenceJSON {
  static let schema = "hegn.diff/1"

  private let report: DifferenceReport

  init(_ report: DifferenceReport) { self.report = report }

  private var language: Language { report.language }

  func print() -> String {
    let difference = report.difference
    return JSON.members([
      "schema": .string(DifferenceJSON.schema),
      "language": .string(language.rawValue),
      "old": .string(difference.old),
      "new": .string(difference.new),
      "moved": .boolean(difference.hasMoved),
      "changes": .array(difference.changes.map(change)),
      "laws_removed": .array(difference.removed.map { .string($0) }),
      "laws_added": .array(difference.added.map { .string($0) }),
      "uncompared": .array(
        difference.uncompared.map {
          .members([
            "file": .string($0.file), "side": .string($0.side.rawValue), "reason": .string($0.reason),
          ])
        }),
      "laws": .array(difference.laws.map(law)),
    ]).print()
  }

  private func change(_ change: RuleChange) -> JSON {
    .members([
      "name": .string(change.name),
      "kind": .string(change.kind.rawValue),
      "title": .string(change.label[language]),
      "cites": .string(change.citation),
      "laws": .array(change.laws.map { .string($0) }),
      "words": .array(
        change.words.map {
          .members(["key": .string($0.key), "old": .string($0.old), "new": .string($0.new)])
        }),
    ])
  }

  private func law(_ law: LawDifference) -> JSON {
    .members([
      "id": .string(law.id),
      "title": .string(law.title[language]),
      "compared": .number(law.compared),
      "moved": .number(law.moved.count),
      "before": figures(law.before),
      "after": figures(law.after),
      "causes": .array(
        law.groups.map { group in
          .members([
            "name": .string(group.cause?.name),
            "title": .string(group.cause?.label[language]),
            "named_by_divergence": group.cause.map { .boolean($0.isNamed) } ?? .null,
            "scenarios": .array(group.courses.map(course)),
          ])
        }),
    ])
  }

  private func course(_ course: MovedCourse) -> JSON {
    .members([
      "id": .string(course.scenario),
      "title": .string(course.title[language]),
      "first_divergence": divergence(course.divergence),
      "before": figures(course.before),
      "after": figures(course.after),
    ])
  }

  private func divergence(_ divergence: Divergence?) -> JSON {
    guard let divergence else { return .null }
    return .members([
      "on": .string(divergence.day.description),
      "old": side(divergence.baseline),
      "new": side(divergence.reform),
    ])
  }

  private func side(_ side: Divergence.Side?) -> JSON {
    guard let side else { return .null }
    return .members([
      "provision": .string(side.reference.provision.description),
      "consequence": .string(side.consequence.rawValue),
      "cites": .string(side.reference.citation.text),
    ])
  }

  private func figures(_ figures: CourseFigures) -> JSON {
    .members([
      "demands": .number(figures.demands), "hand_overs": .number(figures.handOvers),
      "minutes": .number(figures.minutes.count), "cost_oere": .number(figures.cost.øre),
    ])
  }
}
