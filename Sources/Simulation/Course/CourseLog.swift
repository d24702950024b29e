internal import Legislation
internal import Outcomes
internal import Quantities

/// Writes down what happens while a course is replayed, and closes what is open at its end.
struct CourseLog: Sendable {
  private let codebook: Codebook
  private(set) var record = CourseRecord()
  private var openCase: Day?
  private var open: [Schedule.Change: (index: Int, since: Day)] = [:]
  private var openEpisodes: [Int: Day] = [:]
  private var openProfiles: [Int: Day] = [:]
  private var payment: (since: Day, terms: CourseRecord.PaymentTerms)?

  init(plan: SimulationPlan) { codebook = plan.codebook }

  mutating func setCase(isOpen: Bool, on day: Day) {
    if isOpen {
      openCase = day
    } else if let since = openCase {
      record.cases.append(Stretch(from: since, until: day))
      openCase = nil
    }
  }

  mutating func assign(_ change: Schedule.Change, from old: Int?, to new: Int?, on day: Day) {
    if old != nil { close(change, on: day) }
    if let new { open[change] = (index: new, since: day) }
  }

  private mutating func close(_ change: Schedule.Change, on day: Day) {
    guard let running = open.removeValue(forKey: change) else { return }
    let held = CourseRecord.Held(
      index: running.index, stretch: Stretch(from: running.since, until: day))
    switch change {
    case .benefit: record.benefits.append(held)
    case .group: record.groups.append(held)
    case .unit: record.units.append(held)
    default: break
    }
  }

  mutating func beginEpisode(_ index: Int, on day: Day) { openEpisodes[index] = day }

  mutating func endEpisode(_ index: Int, on day: Day) {
    guard let since = openEpisodes.removeValue(forKey: index) else { return }
    record.episodes.append(
      CourseRecord.Held(index: index, stretch: Stretch(from: since, until: day)))
  }

  mutating func setProfile(_ index: Int, holds: Bool, on day: Day) {
    if holds {
      if openProfiles[index] == nil { openProfiles[index] = day }
    } else if let since = openProfiles.removeValue(forKey: index) {
      record.profiles.append(
        CourseRecord.Held(index: index, stretch: Stretch(from: since, until: day)))
    }
  }

  mutating func handOver(from: Int, to: Int, on day: Day, cause: Course.HandOver.Cause) {
    record.handOvers.append(CourseRecord.HandOver(day: day, from: from, to: to, cause: cause))
  }

  mutating func setPayment(_ terms: CourseRecord.PaymentTerms?, on day: Day) {
    guard payment?.terms != terms else { return }
    closePayment(on: day)
    if let terms { payment = (since: day, terms: terms) }
  }

  private mutating func closePayment(on day: Day) {
    guard let running = payment else { return }
    payment = nil
    record.payments.append(
      CourseRecord.Payment(
        stretch: Stretch(from: running.since, until: day), terms: running.terms))
  }

  mutating func demand(
    text: Int, occurrence: Int, from: Day, lasts: Period?, state: CourseState
  ) {
    record.demands.append(
      CourseRecord.Demand(
        text: text, occurrence: occurrence, from: from, by: state.today,
        runsUntil: lasts.map { state.today.adding($0) }, unit: state.unit.index,
        group: state.group.index, benefit: state.benefit.index,
        profiles: openProfiles.keys.reduce(0) { $0 | 1 << UInt64($1) }))
  }

  /// A duty begins to count anew: what it had under way will not be reached.
  mutating func leave(_ index: Int, interrupted: (by: Day, on: Day)?) {
    guard let interrupted else { return }
    record.unreached.append(
      CourseRecord.Unreached(duty: index, by: interrupted.by, ended: interrupted.on))
  }

  /// The record with everything that is still open closed at the end of the period.
  func finished(at end: Day, duties: [DutyState]) -> CourseRecord {
    var log = self
    log.setCase(isOpen: false, on: end)
    for change in [Schedule.Change.benefit, .group, .unit] { log.close(change, on: end) }
    for index in log.openEpisodes.keys.sorted() { log.endEpisode(index, on: end) }
    for index in log.openProfiles.keys.sorted() { log.setProfile(index, holds: false, on: end) }
    log.closePayment(on: end)
    for index in duties.indices {
      log.leave(index, interrupted: duties[index].interrupted)
    }
    log.record.cutRuns(at: end)
    log.record.sort(by: codebook)
    return log.record
  }
}
