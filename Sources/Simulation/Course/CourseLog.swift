internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// Writes down what happens while a course is replayed, and closes what is open at its end.
struct CourseLog: Sendable {
  private let plan: SimulationPlan
  private var course: Course
  private var openCase: Day?
  private var open: [Schedule.Change: (index: Int, since: Day)] = [:]
  private var openEpisodes: [Int: Day] = [:]
  private var openProfiles: [Int: Day] = [:]
  private var payment: (since: Day, terms: PaymentTerms)?

  struct PaymentTerms: Hashable, Sendable {
    let benefit: Int
    let rate: Money
    let unit: Course.Payment.Unit
    let shares: [Payer: Rational]
  }

  init(plan: SimulationPlan, scenario: Scenario) {
    self.plan = plan
    course = Course(law: plan.law.id, scenario: scenario.id, period: scenario.period)
  }

  mutating func setCase(isOpen: Bool, on day: Day) {
    if isOpen {
      openCase = day
    } else if let since = openCase {
      course.cases.append(Stretch(from: since, until: day))
      openCase = nil
    }
  }

  mutating func assign(_ change: Schedule.Change, from old: Int?, to new: Int?, on day: Day) {
    if old != nil { close(change, on: day) }
    if let new { open[change] = (index: new, since: day) }
  }

  private mutating func close(_ change: Schedule.Change, on day: Day) {
    guard let running = open.removeValue(forKey: change) else { return }
    let stretch = Stretch(from: running.since, until: day)
    switch change {
    case .benefit:
      course.benefits.append(
        Course.Held(stretch: stretch, reference: reference(plan.law.benefits[running.index])))
    case .group:
      course.groups.append(
        Course.Held(stretch: stretch, reference: reference(plan.law.groups[running.index])))
    case .unit:
      course.units.append(
        Course.Held(stretch: stretch, reference: reference(plan.law.units[running.index])))
    default: break
    }
  }

  mutating func beginEpisode(_ index: Int, on day: Day) { openEpisodes[index] = day }

  mutating func endEpisode(_ index: Int, on day: Day) {
    guard let since = openEpisodes.removeValue(forKey: index) else { return }
    let episode = plan.law.episodes[index]
    course.episodes.append(
      Course.Held(
        stretch: Stretch(from: since, until: day),
        reference: reference(episode.provision, episode.versions.inForce(on: plan.lawDay(on: since))?.citation)))
  }

  mutating func setProfile(_ index: Int, holds: Bool, on day: Day) {
    if holds {
      if openProfiles[index] == nil { openProfiles[index] = day }
    } else if let since = openProfiles.removeValue(forKey: index) {
      let name = plan.law.vocabulary.profiles[index].name
      course.profiles[name, default: []].append(Stretch(from: since, until: day))
    }
  }

  var profilesNow: [String] {
    openProfiles.keys.sorted().map { plan.law.vocabulary.profiles[$0].name }
  }

  mutating func handOver(from: Int, to: Int, on day: Day, cause: Course.HandOver.Cause) {
    course.handOvers.append(
      Course.HandOver(
        day: day, from: reference(plan.law.units[from]), to: reference(plan.law.units[to]),
        cause: cause))
  }

  mutating func setPayment(_ terms: PaymentTerms?, on day: Day) {
    guard payment?.terms != terms else { return }
    closePayment(on: day)
    if let terms { payment = (since: day, terms: terms) }
  }

  private mutating func closePayment(on day: Day) {
    guard let running = payment else { return }
    payment = nil
    course.payments.append(
      Course.Payment(
        stretch: Stretch(from: running.since, until: day),
        reference: reference(plan.law.benefits[running.terms.benefit]), rate: running.terms.rate,
        unit: running.terms.unit, shares: running.terms.shares))
  }

  mutating func demand(
    of index: Int, _ text: Duty.Text, occurrence: Int, from: Day, lasts: Period?,
    state: CourseState
  ) {
    let duty = plan.law.duties[index]
    let citation = duty.versions.inForce(on: state.lawDay)?.citation
    course.demands.append(
      Course.Demand(
        reference: reference(duty.provision, citation), occurrence: occurrence, from: from,
        by: state.today, kind: text.kind, performer: performer(text.performer, state: state),
        channel: text.channel, basis: text.basis == .law ? .law : .practice,
        priceKey: text.priceKey,
        runs: lasts.map { Stretch(from: state.today, until: state.today.adding($0)) },
        group: state.group.index.map { plan.law.groups[$0].provision.id.name },
        benefit: state.benefit.index.map { plan.law.benefits[$0].provision.id.name },
        profiles: profilesNow))
  }

  /// A duty begins to count anew: what it had under way will not be reached.
  mutating func leave(_ index: Int, interrupted: (by: Day, on: Day)?) {
    guard let interrupted else { return }
    course.unreached.append(
      Course.Unreached(
        reference: reference(plan.law.duties[index].provision, nil), by: interrupted.by,
        ended: interrupted.on))
  }

  private func performer(_ performer: Performer, state: CourseState) -> Course.Demand.Performer {
    let law = plan.law
    func unit(_ index: Int) -> Course.Demand.Performer {
      Course.Demand.Performer(
        name: law.units[index].provision.id.name, label: law.units[index].provision.label,
        authority: law.units[index].authority)
    }
    func term(_ name: String, _ terms: [Term], authority: String?) -> Course.Demand.Performer {
      let label = terms.first { $0.name == name }?.label ?? Label(danish: name, english: name)
      return Course.Demand.Performer(name: name, label: label, authority: authority)
    }
    switch performer {
    case .holdingUnit:
      return state.unit.index.map(unit) ?? term("", [], authority: nil)
    case .unit(let index): return unit(index)
    case .authority(let name): return term(name, law.vocabulary.authorities, authority: name)
    case .other(let name): return term(name, law.vocabulary.performers, authority: nil)
    }
  }

  private func reference(_ item: some Versioned) -> Course.Reference {
    reference(item.provision, nil)
  }

  private func reference(_ provision: Provision, _ citation: Citation?) -> Course.Reference {
    Course.Reference(
      provision: provision.id, label: provision.label, citation: citation ?? provision.citation)
  }

  /// The course with everything that is still open closed at the end of the period.
  func finished(at end: Day, duties: [DutyState]) -> Course {
    var log = self
    log.setCase(isOpen: false, on: end)
    for change in [Schedule.Change.benefit, .group, .unit] { log.close(change, on: end) }
    for index in log.openEpisodes.keys.sorted() { log.endEpisode(index, on: end) }
    for index in log.openProfiles.keys.sorted() { log.setProfile(index, holds: false, on: end) }
    log.closePayment(on: end)
    for index in duties.indices {
      log.leave(index, interrupted: duties[index].interrupted)
    }
    log.cutRuns(at: end)
    log.course.sort()
    return log.course
  }

  /// An offer costs by the week until its planned end or the citizen's exit, whichever comes first.
  private mutating func cutRuns(at end: Day) {
    course.demands = course.demands.map { demand in
      guard let runs = demand.runs else { return demand }
      let exit = course.cases.first { $0.contains(demand.by) }?.until ?? end
      return demand.running(runs.intersection(Stretch(from: runs.from, until: exit)))
    }
  }
}
