internal import Outcomes
internal import Quantities
internal import Vocabulary

/// The demands of a course for a spreadsheet, one a row.
///
///     provision,occurrence,from,by,kind,performer,…
///     current/duties/first-interview,1,2023-01-01,2023-01-08,interview,jobteam,…
///
/// Names and numbers are those of the machine: money in øre, time in minutes, days as `YYYY-MM-DD`. The last
/// rows, of the provision 'reproduction', say what it was made from.
struct CourseCSV {
  private let report: CourseReport

  init(_ report: CourseReport) { self.report = report }

  func print() -> String {
    var table = CSV(
      "scenario", "law", "provision", "label", "citation", "status", "occurrence", "from", "by",
      "kind", "basis", "performer", "authority", "channel", "runs_from", "runs_until", "group",
      "benefit", "minutes", "cost_oere")
    let costs = report.costs
    for (index, demand) in report.course.demands.enumerated() {
      let reference = demand.reference
      table.add([
        report.course.scenario, report.course.law, reference.provision.description,
        reference.label[report.language], reference.citation.text,
        reference.citation.status.rawValue, String(demand.occurrence), demand.from.description,
        demand.by.description, demand.kind, demand.basis.rawValue, demand.performer.name,
        demand.performer.authority ?? "", demand.channel ?? "",
        demand.runs?.from.description ?? "", demand.runs?.until.description ?? "",
        demand.group ?? "", demand.benefit ?? "",
        report.minutes(ofDemand: index).map { String($0.count) } ?? "", String(costs[index].øre),
      ])
    }
    for (key, value) in report.receipt?.rows ?? [] {
      table.add(["", "", "reproduction", key, value] + Array(repeating: "", count: 15))
    }
    return table.print()
  }
}
