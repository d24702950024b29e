internal import Comparison

/// A comparison for a spreadsheet, in long form: one row a scenario, law and figure.
///
///     scenario,law,figure,key,value,unit
///     lise,current,demands_by_kind,interview,12,count
///     lise,current,cost,,765000,oere
///
/// Names and numbers are those of the machine: money in øre, time in minutes.
struct ComparisonCSV {
  private let report: ComparisonReport

  init(_ report: ComparisonReport) { self.report = report }

  func print() -> String {
    var table = CSV("scenario", "law", "figure", "key", "value", "unit")
    for scenario in report.comparison.scenarios {
      let rows = report.rows(of: scenario)
      for (index, law) in report.lawKeys.enumerated() {
        for row in rows where row.values.indices.contains(index) {
          let value = row.values[index].map(String.init) ?? ""
          table.add([scenario.id, law, row.figure, row.key, value, row.unit.rawValue])
        }
      }
    }
    return table.print()
  }
}
