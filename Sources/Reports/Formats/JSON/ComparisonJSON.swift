internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// A comparison for programs: `hegn.comparison/1`.
///
/// - Source: the schema stands in `Reports.docc/Schemas/hegn.comparison-1.json`.
struct ComparisonJSON {
  private let report: ComparisonReport

  init(_ report: ComparisonReport) { self.report = report }

  func print() -> String { json.print() }

  var json: JSON { .object(members + JSON.reproduction(report.receipt)) }

  private var members: [JSON.Member] {
    let members: KeyValuePairs<String, JSON> = [
      "schema": .string("hegn.comparison/1"),
      "language": .string(report.language.rawValue),
      "laws": .array(report.laws.indices.map(law)),
      "scenarios": .array(report.comparison.scenarios.map(scenario)),
      "totals": byLaw(report.comparison.totals.map { .object(figures($0)) }),
    ]
    return members.map { JSON.Member(key: $0.key, value: $0.value) } + prices
  }

  private var prices: [JSON.Member] {
    guard !report.comparison.prices.isEmpty else { return [] }
    return [
      JSON.Member(
        key: "prices",
        value: .array(
          report.comparison.prices.map { price in
            .members([
              "kind": .string(price.kind.rawValue), "name": .string(price.name),
              "unit": .string(price.kind == .work ? "minutes" : "oere"), "low": .number(price.low),
              "base": .number(price.base), "high": .number(price.high),
              "citation": .citation(price.citation, report.language),
            ])
          }))
    ]
  }

  private func law(_ index: Int) -> JSON {
    let law = report.laws[index]
    return .members([
      "id": .string(report.lawKeys[index]),
      "title": .string(law.title[report.language]),
      "target_groups": .number(law.targetGroups),
      "units": .number(law.units),
      "provisions": .number(law.provisions),
      "duties": .number(law.duties),
      "deadlines": .number(law.deadlines),
      "practice_values": .number(law.practiceValues),
      "statuses": .object(
        Citation.Status.allCases.map {
          JSON.Member(key: $0.rawValue, value: .number(law.statuses[$0] ?? 0))
        }),
    ])
  }

  private func scenario(_ scenario: ScenarioComparison) -> JSON {
    var members = [
      JSON.Member(key: "id", value: .string(scenario.id)),
      JSON.Member(key: "title", value: .string(scenario.title[report.language])),
      JSON.Member(key: "shows", value: .string(scenario.shows[report.language])),
      JSON.Member(key: "courses", value: byLaw(scenario.results.map(course))),
      JSON.Member(
        key: "first_divergence",
        value: scenario.divergences.dropFirst().first.map(divergence) ?? .null),
    ]
    if report.laws.count > 2 {
      let others = zip(report.lawKeys, scenario.divergences).dropFirst()
      members.append(
        JSON.Member(
          key: "divergences",
          value: .object(others.map { JSON.Member(key: $0, value: divergence($1)) })))
    }
    members.append(
      JSON.Member(
        key: "assumptions",
        value: .array(
          scenario.assumptions.map {
            .members(["subject": .string($0.subject[report.language]), "reason": .string($0.reason[report.language])])
          })))
    return .object(members)
  }

  private func course(_ result: CourseResult) -> JSON {
    let course = result.course
    let stretches: [JSON.Member] = [
      JSON.Member(key: "period", value: .stretch(course.period)),
      JSON.Member(key: "groups", value: .array(course.groups.map { .string($0.name) })),
      JSON.Member(key: "group_stretches", value: .held(course.groups)),
      JSON.Member(key: "benefits", value: .held(course.benefits)),
      JSON.Member(key: "units", value: .held(course.units)),
      JSON.Member(key: "episodes", value: .held(course.episodes)),
    ]
    return .object(stretches + figures(result.figures))
  }

  private func figures(_ figures: CourseFigures) -> [JSON.Member] {
    let keys = report.keys
    let minutesByProfile = figures.minutesByProfile.mapValues(\.count)
    let costByAccount = figures.costByAccount.mapValues(\.øre)
    return [
      JSON.Member(key: "minutes", value: .number(figures.minutes.count)),
      JSON.Member(key: "minutes_by_profile", value: counts(minutesByProfile, keys.profiles)),
      JSON.Member(
        key: "demands",
        value: .members([
          "total": .number(figures.demands),
          "by_kind": counts(figures.demandsByKind, keys.kinds),
          "by_basis": .members([
            "law": .number(figures.demandsByLaw),
            "practice": .number(figures.demandsByPractice),
          ]),
        ])),
      JSON.Member(
        key: "hand_overs",
        value: .members([
          "total": .number(figures.handOvers),
          "by_cause": .object(
            Course.HandOver.Cause.allCases.map {
              JSON.Member(key: $0.rawValue, value: .number(figures.handOversByCause[$0] ?? 0))
            }),
        ])),
      JSON.Member(
        key: "cost",
        value: .members([
          "total_oere": .number(figures.cost.øre),
          "by_account": counts(costByAccount, keys.accounts),
          "by_payer": .payers(figures.costByPayer),
        ])),
    ]
  }

  private func divergence(_ divergence: Divergence?) -> JSON {
    guard let divergence else { return .null }
    return .members([
      "on": .string(divergence.day.description),
      "baseline": .string(divergence.baseline?.reference.provision.description),
      "reform": .string(divergence.reform?.reference.provision.description),
      "baseline_consequence": .string(divergence.baseline?.consequence.rawValue),
      "reform_consequence": .string(divergence.reform?.consequence.rawValue),
    ])
  }

  private func byLaw(_ values: [JSON]) -> JSON {
    .object(zip(report.lawKeys, values).map { JSON.Member(key: $0, value: $1) })
  }

  private func counts(_ counts: [String: Int], _ keys: [String]) -> JSON {
    .counts(Dictionary(keys.map { ($0, counts[$0] ?? 0) }, uniquingKeysWith: { first, _ in first }))
  }
}
