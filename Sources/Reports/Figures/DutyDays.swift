internal import Outcomes
internal import Quantities

/// The days on which one duty falls due in a course, short enough for a line.
struct DutyDays: Hashable, Sendable {
  let reference: Course.Reference
  let basis: Course.Demand.Basis
  let days: [Day]

  /// The days to print, in order; `nil` stands for those left out between the third and the last.
  var shown: [Day?] {
    guard days.count > 4, let last = days.last else { return days }
    return days.prefix(3).map { $0 } as [Day?] + [nil, last]
  }

  /// In the order in which the duties first fall due.
  ///
  /// - Complexity: O(*n*) in the number of demands.
  static func all(of course: Course) -> [DutyDays] {
    struct Duty: Hashable {
      let reference: Course.Reference
      let basis: Course.Demand.Basis
    }
    var order: [Duty] = []
    var days: [Duty: [Day]] = [:]
    for demand in course.demands {
      let duty = Duty(reference: demand.reference, basis: demand.basis)
      if days[duty] == nil { order.append(duty) }
      days[duty, default: []].append(demand.by)
    }
    return order.map {
      DutyDays(reference: $0.reference, basis: $0.basis, days: days[$0] ?? [])
    }
  }
}
