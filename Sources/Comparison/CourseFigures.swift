package import Outcomes
package import Quantities
package import Vocabulary

/// What a course, or many, adds up to.
///
/// Invariant: adding is associative and commutative, and the empty figures change nothing.
package struct CourseFigures: Hashable, Sendable {
  package private(set) var demands = 0
  package private(set) var demandsByKind: [String: Int] = [:]
  /// Demands that practice adds beyond the law's floor; part of `demands`.
  package private(set) var demandsByPractice = 0
  package private(set) var minutes = Minutes.zero
  /// Minutes spent on citizens who fit a law-neutral profile, by its name.
  package private(set) var minutesByProfile: [String: Minutes] = [:]
  package private(set) var handOvers = 0
  package private(set) var handOversByCause: [Course.HandOver.Cause: Int] = [:]
  package private(set) var cost = Money.zero
  package private(set) var costByAccount: [String: Money] = [:]
  package private(set) var costByPayer: [Payer: Money] = [:]

  package init() {}

  init(course: Course, ledger: Ledger, minutes: [Minutes]) {
    demands = course.demands.count
    for (demand, time) in zip(course.demands, minutes) {
      demandsByKind[demand.kind, default: 0] += 1
      if demand.basis == .practice { demandsByPractice += 1 }
      self.minutes += time
      for profile in demand.profiles { minutesByProfile[profile, default: .zero] += time }
    }
    handOvers = course.handOvers.count
    for handOver in course.handOvers { handOversByCause[handOver.cause, default: 0] += 1 }
    cost = ledger.total
    costByAccount = ledger.byAccount
    costByPayer = ledger.byPayer
  }

  package func adding(_ other: CourseFigures) -> CourseFigures {
    var sum = self
    sum.demands += other.demands
    sum.demandsByKind.merge(other.demandsByKind, uniquingKeysWith: +)
    sum.demandsByPractice += other.demandsByPractice
    sum.minutes += other.minutes
    sum.minutesByProfile.merge(other.minutesByProfile, uniquingKeysWith: +)
    sum.handOvers += other.handOvers
    sum.handOversByCause.merge(other.handOversByCause, uniquingKeysWith: +)
    sum.cost += other.cost
    sum.costByAccount.merge(other.costByAccount, uniquingKeysWith: +)
    sum.costByPayer.merge(other.costByPayer, uniquingKeysWith: +)
    return sum
  }
}
