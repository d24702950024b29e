package import Diagnostics
internal import Expressions
package import Legislation
package import Outcomes
package import Quantities
internal import Vocabulary

/// A law made ready to be replayed: frozen or following the calendar, at one level of practice.
///
/// Immutable, and nothing in it depends on a citizen, a clock of the machine or chance; the same plan and
/// scenario give the same course, bit for bit.
package struct SimulationPlan: Sendable {
  package let law: Law
  /// The day whose law holds throughout; `nil` when the law follows the calendar.
  package let frozen: Day?
  /// Whether the law's first text holds before its first day as well, so that courses which began long
  /// before the days of interest can be replayed from their beginning.
  package let reachesBack: Bool
  package let practice: PracticeLevel
  package let lot: Lot
  /// What the indices of the records mean that are replayed under this plan.
  package let codebook: Codebook
  /// Days on which the law itself changes, ascending.
  package let lawDays: [Day]
  /// Duties in an order in which included ones come before those that include them.
  let dutyOrder: [Int]
  /// The law's texts from each day on which it changes.
  let texts: [(from: Day, texts: LawTexts)]

  /// - Throws: `inclusion-cycle` when duties include one another in a circle.
  package init(
    law: Law, frozen: Day? = nil, reachesBack: Bool = false, practice: PracticeLevel = .base,
    seed: UInt64 = 1
  ) throws(Diagnostic) {
    self.law = law
    self.frozen = frozen
    self.reachesBack = reachesBack
    self.practice = practice
    self.lot = Lot(seed: seed)
    codebook = Codebook(law, frozen: frozen)
    self.lawDays = frozen == nil ? SimulationPlan.daysOfChange(in: law) : []
    let order = try SimulationPlan.order(of: law.duties)
    self.dutyOrder = order
    let starts = frozen.map { [$0] } ?? [Day.first] + lawDays
    self.texts = starts.map { (from: $0, texts: LawTexts(law, on: $0, dutyOrder: order)) }
  }

  /// Which of `texts` is in force on a day of the law.
  func stretch(of lawDay: Day) -> Int {
    texts.lastIndex { $0.from <= lawDay } ?? 0
  }

  /// - Returns: the first index when there are no such shares, which no law that reads well has.
  func sharesIndex(_ shares: [Payer: Rational]) -> Int {
    codebook.shares.firstIndex(of: shares) ?? 0
  }

  /// The day whose law holds on `day`.
  func lawDay(on day: Day) -> Day { frozen ?? (reachesBack ? max(day, law.begins) : day) }

  private static func daysOfChange(in law: Law) -> [Day] {
    var days: Set<Day> = []
    func add(_ force: Force) {
      if let from = force.from { days.insert(from) }
      if let until = force.until { days.insert(until) }
    }
    law.coverage.versions.forEach { add($0.force) }
    for parameter in law.parameters { parameter.steps.forEach { days.insert($0.from) } }
    law.definitions.forEach { $0.versions.forEach { add($0.force) } }
    law.clocks.forEach { $0.versions.forEach { add($0.force) } }
    law.episodes.forEach { $0.versions.forEach { add($0.force) } }
    law.benefits.forEach { $0.versions.forEach { add($0.force) } }
    law.financings.forEach { $0.versions.forEach { add($0.force) } }
    law.groups.forEach { $0.versions.forEach { add($0.force) } }
    law.units.forEach { $0.versions.forEach { add($0.force) } }
    law.duties.forEach { $0.versions.forEach { add($0.force) } }
    return days.sorted()
  }

  /// Depth first over inclusions, so that an included duty's demands are known before the places of
  /// the including one are filled.
  private static func order(of duties: [Duty]) throws(Diagnostic) -> [Int] {
    var order: [Int] = []
    var finished = Set<Int>()
    var open: [Int] = []
    func visit(_ index: Int) throws(Diagnostic) {
      guard !finished.contains(index) else { return }
      if let start = open.firstIndex(of: index) {
        let circle = open[start...].map { "'\(duties[$0].provision.id.name)'" }
        throw Diagnostic(
          .error, "inclusion-cycle", "duties include one another: \(circle.joined(separator: ", "))",
          at: duties[index].provision.range, hint: "remove one of the 'includes'")
      }
      open.append(index)
      for version in duties[index].versions {
        for included in version.text.includes { try visit(included) }
      }
      open.removeLast()
      finished.insert(index)
      order.append(index)
    }
    for index in duties.indices { try visit(index) }
    return order
  }
}
