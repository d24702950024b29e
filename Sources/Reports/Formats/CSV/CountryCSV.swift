internal import Comparison
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// A country's comparison for a spreadsheet, in long form: one row a year, law and figure.
///
///     year,law,figure,key,value,unit
///     2023,current,demands_by_kind,interview,2345678,count
///     2023,current,ledger,offers/municipality/current/duties/offer-early,123456789,oere
///     2023-01-01..2024-01-01,framework,losing,contacts/group/jobparat,12345,count
///
/// Names and numbers are those of the machine: money in øre, time in minutes. A suppressed cell is empty.
struct CountryCSV {
  private let report: CountryReport

  init(_ report: CountryReport) { self.report = report }

  func print() -> String { table.print() }

  var table: CSV {
    var table = CSV("year", "law", "figure", "key", "value", "unit")
    for year in report.comparison.years {
      let rows = report.rows(of: year)
      for (index, law) in report.lawKeys.enumerated() {
        for row in rows {
          let value = row.values[index].map(String.init) ?? ""
          table.add(["\(year.year)", law, row.figure, row.key, value, row.unit.rawValue])
        }
        for (name, _, lists) in report.holdings(of: year) {
          for holding in lists[index] { add(holding, name, "\(year.year)", law, to: &table) }
        }
      }
    }
    for (index, (law, ledger)) in zip(report.lawKeys, report.comparison.ledgers).enumerated() {
      for entry in ledger.entries {
        let key = "\(entry.account)/\(entry.payer.rawValue)/\(entry.provision)"
        table.add([
          "\(entry.year)", law, "ledger", key, report.amount(of: entry, law: index).map(String.init) ?? "", "oere",
        ])
      }
    }
    for distribution in report.comparison.distributions { add(distribution, to: &table) }
    for (key, value) in report.receipt?.rows ?? [] {
      table.add(["", "", "reproduction", key, value, "text"])
    }
    return table
  }

  private func add(
    _ holding: CountryFigures.Holding, _ list: String, _ year: String, _ law: String,
    to table: inout CSV
  ) {
    let name = holding.reference.provision.name
    let own = holding.figures
    let figures: KeyValuePairs<String, (Int?, String)> = [
      "persons": (own?.persons, "count"), "full_time": (own?.fullTime, "count"),
      "demands": (own?.demands, "count"), "minutes": (own?.minutes, "minutes"),
      "effort": (own?.effort.øre, "oere"),
    ]
    for (figure, (value, unit)) in figures {
      table.add([year, law, "\(list)_\(figure)", name, value.map(String.init) ?? "", unit])
    }
  }

  private func add(_ distribution: Distribution, to table: inout CSV) {
    let law = report.lawKeys[distribution.law]
    let window = report.comparison.sample.window
    let period = "\(window.from)..\(window.until)"
    func add(_ figure: String, _ key: String, _ value: Int?, _ unit: String) {
      table.add([period, law, figure, key, value.map(String.init) ?? "", unit])
    }
    for cell in distribution.cells {
      let place = "\(cell.dimension.key)/\(cell.key(in: report.comparison))"
      add("people", place, cell.people, "count")
      add("with_minimum", place, cell.withMinimum, "count")
      add("below_minimum", place, cell.belowMinimum, "count")
      for figures in cell.measures {
        let key = "\(figures.measure.key)/\(place)"
        add("before", key, figures.first, figures.measure.unit)
        add("after", key, figures.own, figures.measure.unit)
        add("losing", key, figures.losing, "count")
        add("gaining", key, figures.gaining, "count")
        add("lost", key, figures.lost, figures.measure.unit)
        add("gained", key, figures.gained, figures.measure.unit)
      }
    }
    for tenth in distribution.tenths {
      add(
        "worst_tenth_mean_worsening", "\(tenth.measure.key)/\(tenth.dimension.key)/\(tenth.number)",
        tenth.meanWorsening, "thousandths of \(tenth.measure.unit)")
    }
  }
}

extension PairedTally.Measure {
  /// What programs call it.
  var key: String {
    switch self {
    case .contacts: "contacts"
    case .handOvers: "hand_overs"
    case .waiting: "waiting"
    case .benefits: "benefits"
    }
  }

  var unit: String {
    switch self {
    case .contacts, .handOvers: "count"
    case .waiting: "days"
    case .benefits: "oere"
    }
  }
}

extension PairedTally.Dimension {
  var key: String {
    switch self {
    case .everybody: "everybody"
    case .group: "group"
    case .age: "age"
    case .education: "education"
    case .distance: "distance"
    }
  }
}

extension Distribution.Cell {
  /// The group's name, or the number of the class.
  func key(in comparison: CountryComparison) -> String {
    guard dimension == .group else { return String(number) }
    guard number > 0, let groups = comparison.years.first?.figures.first?.groups,
      groups.indices.contains(number - 1)
    else { return "none" }
    return groups[number - 1].reference.provision.name
  }
}
