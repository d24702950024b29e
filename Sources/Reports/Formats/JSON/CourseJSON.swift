internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// A course for programs, with everything that is known of it: `hegn.course/1`.
///
/// - Source: the schema stands in `Reports.docc/Schemas/hegn.course-1.json`.
struct CourseJSON {
  private let report: CourseReport

  init(_ report: CourseReport) { self.report = report }

  private var language: Language { report.language }

  func print() -> String {
    JSON.object(members + JSON.reproduction(report.receipt)).print()
  }

  private var members: [JSON.Member] {
    let course = report.course
    let members: KeyValuePairs<String, JSON> = [
      "schema": .string("hegn.course/1"),
      "language": .string(language.rawValue),
      "scenario": .string(course.scenario),
      "title": .string(report.scenario[language]),
      "law": .string(course.law),
      "law_title": .string(report.law[language]),
      "period": .stretch(course.period),
      "cases": .array(course.cases.map(JSON.stretch)),
      "benefits": .held(course.benefits),
      "groups": .held(course.groups),
      "units": .held(course.units),
      "episodes": .held(course.episodes),
      "profiles": .object(
        course.profiles.sorted { $0.key < $1.key }.map {
          JSON.Member(key: $0.key, value: .array($0.value.map(JSON.stretch)))
        }),
      "demands": .array(course.demands.indices.map(demand)),
      "unreached": .array(course.unreached.map(unreached)),
      "hand_overs": .array(course.handOvers.map(handOver)),
      "payments": .array(course.payments.map(payment)),
      "ledger": ledger,
      "provisions": provisions,
    ]
    return members.map { JSON.Member(key: $0.key, value: $0.value) }
  }

  private func demand(_ index: Int) -> JSON {
    let demand = report.course.demands[index]
    return .members([
      "provision": .string(demand.reference.provision.description),
      "occurrence": .number(demand.occurrence),
      "from": .string(demand.from.description),
      "by": .string(demand.by.description),
      "kind": .string(demand.kind),
      "basis": .string(demand.basis.rawValue),
      "performer": .string(demand.performer.name),
      "authority": .string(demand.performer.authority),
      "channel": .string(demand.channel),
      "price_key": .string(demand.priceKey),
      "runs": demand.runs.map(JSON.stretch) ?? .null,
      "group": .string(demand.group),
      "benefit": .string(demand.benefit),
      "profiles": .array(demand.profiles.map { .string($0) }),
      "minutes": report.minutes(ofDemand: index).map { .number($0.count) } ?? .null,
    ])
  }

  private func unreached(_ unreached: Course.Unreached) -> JSON {
    .members([
      "provision": .string(unreached.reference.provision.description),
      "by": .string(unreached.by.description),
      "ended": .string(unreached.ended.description),
    ])
  }

  private func handOver(_ handOver: Course.HandOver) -> JSON {
    .members([
      "on": .string(handOver.day.description),
      "from": .string(handOver.from.provision.name),
      "to": .string(handOver.to.provision.name),
      "cause": .string(handOver.cause.rawValue),
    ])
  }

  private func payment(_ payment: Course.Payment) -> JSON {
    let shares = payment.shares.sorted { $0.key < $1.key }
    return .members([
      "benefit": .string(payment.reference.provision.name),
      "from": .string(payment.stretch.from.description),
      "until": .string(payment.stretch.until.description),
      "rate_oere": .number(payment.rate.øre),
      "per": .string(payment.unit.rawValue),
      "shares": .object(
        shares.map { JSON.Member(key: $0.key.rawValue, value: .string($0.value.description)) }),
    ])
  }

  private var ledger: JSON {
    let ledger = report.result.ledger
    return .members([
      "total_oere": .number(ledger.total.øre),
      "by_account": .counts(ledger.byAccount.mapValues(\.øre)),
      "by_payer": .payers(ledger.byPayer),
      "balance_oere": .number(ledger.balance.øre),
      "entries": .array(
        ledger.entries.map { entry in
          let payers = entry.payers.sorted { $0.key < $1.key }
          return .members([
            "on": .string(entry.day.description),
            "account": .string(entry.account),
            "provision": .string(entry.provision.description),
            "amount_oere": .number(entry.amount.øre),
            "payers": .object(
              payers.map { JSON.Member(key: $0.key.rawValue, value: .number($0.value.øre)) }),
          ])
        }),
    ])
  }

  /// The label and citation of every provision the course speaks of, once each.
  private var provisions: JSON {
    let course = report.course
    let held = course.benefits + course.groups + course.units + course.episodes
    var references = held.map(\.reference) + course.demands.map(\.reference)
    references += course.unreached.map(\.reference) + course.payments.map(\.reference)
    references += course.handOvers.flatMap { [$0.from, $0.to] }
    let byID = Dictionary(references.map { ($0.provision, $0) }, uniquingKeysWith: { old, _ in old })
    return .object(
      byID.sorted { $0.key < $1.key }.map { id, reference in
        JSON.Member(
          key: id.description,
          value: .members([
            "label": .string(reference.label[language]),
            "citation": .citation(reference.citation, report.language),
          ]))
      })
  }
}
