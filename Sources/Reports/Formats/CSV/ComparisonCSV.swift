internal import Comparison
internal import Outcomes

/// A comparison for a spreadsheet, in long form: one row a scenario, law and figure.
///
///     scenario,law,figure,key,value,unit
///     lise,current,demands_by_kind,interview,12,count
///     lise,current,cost,,765000,oere
///
/// What the figures were made from follows at the end, with neither scenario nor law. Names and numbers are those of the machine: money in øre, time in minutes.
struct ComparisonCSV {
  private let report: ComparisonReport

  init(_ report: ComparisonReport) { self.report = report }

  func print() -> String {
    var table = CSV("scenario", "law", "figure", "key", "value", "unit")
    for figure in report.figures {
      table.add([
        figure.scenario, figure.law, figure.name, figure.key, figure.value.map(String.init) ?? "",
        figure.unit,
      ])
    }
    for (key, value) in report.receipt?.rows ?? [] {
      table.add(["", "", "reproduction", key, value, "text"])
    }
    return table.print()
  }
}

extension Receipt {
  /// As rows of a long table, after the figures.
  var rows: [(key: String, value: String)] {
    [("command", command), ("program", program), ("seed", String(seed))]
      + inputs.map { ("sha256_\($0.kind.rawValue)", $0.sha256) }
  }
}
