internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// A country's comparison for programs: `hegn.country/1`.
///
/// - Source: the schema stands in `Reports.docc/Schemas/hegn.country-1.json`.
struct CountryJSON {
  private let report: CountryReport

  init(_ report: CountryReport) { self.report = report }

  func print() -> String { json.print() }

  var json: JSON { .object(members + JSON.reproduction(report.receipt)) }

  private var members: [JSON.Member] {
    let comparison = report.comparison
    let members: KeyValuePairs<String, JSON> = [
      "schema": .string("hegn.country/1"),
      "language": .string(report.language.rawValue),
      "sample": sample(comparison.sample),
      "laws": .array(
        report.laws.indices.map {
          .members(["id": .string(report.lawKeys[$0]), "title": .string(report.title(ofLaw: $0))])
        }),
      "years": .array(comparison.years.map(year)),
      "ledgers": byLaw(comparison.ledgers.enumerated().map { ledger($1, law: $0) }),
      "balanced": .boolean(comparison.isBalanced),
      "distributions": .object(
        comparison.distributions.map {
          JSON.Member(key: report.lawKeys[$0.law], value: distribution($0))
        }),
    ]
    return members.map { JSON.Member(key: $0.key, value: $0.value) }
  }

  private func sample(_ sample: SampleSummary) -> JSON {
    .members([
      "population": .string(sample.population), "title": .string(sample.title[report.language]),
      "citizens": .number(sample.citizens), "people": .number(sample.people),
      "seed": .string(String(sample.seed)), "window": .stretch(sample.window),
      "law_date": .string(sample.lawDate?.description), "price_level": .string(sample.priceLevel),
      "prices": .string(sample.prices), "practice": .string(sample.practice),
      "known_year": value(sample.known),
    ])
  }

  // MARK: Years

  private func year(_ year: CountryYear) -> JSON {
    let rows = report.rows(of: year)
    let laws = report.lawKeys.indices.map { law in
      var members: [JSON.Member] = []
      for row in rows where row.key.isEmpty {
        members.append(JSON.Member(key: row.figure, value: value(row.values[law])))
      }
      for figure in rows.filter({ !$0.key.isEmpty }).map(\.figure).distinct {
        let parts = rows.filter { $0.figure == figure }.map {
          JSON.Member(key: $0.key, value: value($0.values[law]))
        }
        members.append(JSON.Member(key: figure, value: .object(parts)))
      }
      for (name, _, lists) in report.holdings(of: year) {
        members.append(JSON.Member(key: name, value: .array(lists[law].map(holding))))
      }
      return JSON.object(members)
    }
    return .members(["year": .number(year.year), "laws": byLaw(laws)])
  }

  private func holding(_ holding: CountryFigures.Holding) -> JSON {
    let own = holding.figures
    return .members([
      "id": .string(holding.reference.provision.description),
      "label": .string(holding.reference.label[report.language]),
      "persons": value(own?.persons), "full_time": value(own?.fullTime),
      "demands": value(own?.demands), "minutes": value(own?.minutes),
      "effort": value(own?.effort.øre),
    ])
  }

  private func ledger(_ ledger: CountryLedger, law: Int) -> JSON {
    .array(
      ledger.entries.map {
        .members([
          "year": .number($0.year), "account": .string($0.account),
          "payer": .string($0.payer.rawValue), "provision": .string($0.provision.description),
          "oere": value(report.amount(of: $0, law: law)),
        ])
      })
  }

  // MARK: Who loses

  private func distribution(_ distribution: Distribution) -> JSON {
    .members([
      "cells": .array(distribution.cells.map(cell)),
      "worst_tenths": .array(
        distribution.tenths.map {
          .members([
            "dimension": .string($0.dimension.key), "class": .number($0.number),
            "label": .string($0.label[report.language]), "measure": .string($0.measure.key),
            "people": value($0.people), "mean_worsening_thousandths": value($0.meanWorsening),
          ])
        }),
    ])
  }

  private func cell(_ cell: Distribution.Cell) -> JSON {
    .members([
      "dimension": .string(cell.dimension.key), "class": .string(cell.key(in: report.comparison)),
      "label": .string(cell.label[report.language]), "people": value(cell.people),
      "with_minimum": value(cell.withMinimum), "below_minimum": value(cell.belowMinimum),
      "measures": .object(
        cell.measures.map {
          JSON.Member(
            key: $0.measure.key,
            value: .members([
              "unit": .string($0.measure.unit), "before": value($0.first), "after": value($0.own),
              "losing": value($0.losing), "gaining": value($0.gaining), "lost": value($0.lost),
              "gained": value($0.gained),
            ]))
        }),
    ])
  }

  private func value(_ number: Int?) -> JSON { number.map { .number($0) } ?? .null }

  private func byLaw(_ values: [JSON]) -> JSON {
    .object(zip(report.lawKeys, values).map { JSON.Member(key: $0, value: $1) })
  }
}

extension [String] {
  /// Each once, in the order of the first.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
