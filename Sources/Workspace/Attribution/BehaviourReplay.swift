internal import Attribution
internal import Diagnostics
internal import Outcomes
internal import Quantities
internal import Scenarios
internal import Simulation
internal import Vocabulary

/// Replays a sample under a reform with assumptions on behaviour.
///
/// A citizen's chances change only by what the reform does more or less to her than the baseline does,
/// from the first day on which it does; everything else she meets is the same luck. So where the two laws
/// do the same, the courses are the same. One round: that a changed course meets other hand-overs again is
/// not followed further.
struct BehaviourReplay: Sendable {
  let sample: CitizenSample
  let baseline: SimulationPlan
  let reform: SimulationPlan
  let effects: [Behaviour.Effect]
  let end: RangeEnd

  /// What the sample adds up to under the reform.
  ///
  /// - Returns: with it, the people whose chances changed.
  /// - Throws: when the rules cannot decide a course.
  func tally() throws(Diagnostic) -> (tally: Tally, changed: Weighted) {
    let plans = (sample.compiled(baseline), sample.compiled(reform))
    let parts = try sample.eachPart { places throws(Diagnostic) in
      var before = Replayer(baseline, compiled: plans.0)
      var after = Replayer(reform, compiled: plans.1)
      return try tally(of: places, &before, &after)
    }
    return (
      parts.reduce(Tally()) { $0.merging($1.tally) }, parts.reduce(.zero) { $0 + $1.changed }
    )
  }

  private func tally(
    of places: Range<Int>, _ before: inout Replayer, _ after: inout Replayer
  ) throws(Diagnostic) -> (tally: Tally, changed: Weighted) {
    let writer = TallyWriter(codebook: reform.codebook, frame: sample.frame)
    var tally = Tally()
    var changed = Weighted.zero
    for place in places {
      let citizen = sample.citizen(place)
      let usual = try before.record(of: citizen.scenario)
      var record = try after.record(of: citizen.scenario)
      var scenario = citizen.scenario
      if let scaling = scaling(usual, record) {
        scenario = sample.population.citizen(
          citizen.key, of: UInt64(sample.count), behaviour: scaling
        ).scenario
        record = try after.record(of: scenario)
        changed += Weighted(1, citizen.weight)
      }
      _ = try writer.add(record, period: scenario.period, weight: citizen.weight, to: &tally)
    }
    return (tally, changed)
  }

  /// What the effects together make of the chance of work; `nil` where nothing changes.
  private func scaling(_ before: CourseRecord, _ after: CourseRecord) -> BehaviourScaling? {
    var product = Rational.one
    var first: Day?
    for effect in effects {
      if let profile = effect.profile, !fits(profile, before) { continue }
      let days = effect.package.map { package in
        (packages(package, before, baseline), packages(package, after, reform))
      } ?? (occurrences(effect.cause, before, baseline), occurrences(effect.cause, after, reform))
      let times = days.1.count - days.0.count
      guard times != 0, let day = BehaviourReplay.parting(of: days.0, and: days.1) else { continue }
      product = product.multiplied(by: effect.factor(end, times: times)) ?? product
      first = min(first ?? day, day)
    }
    let step = Rational(1, 1_000) ?? .one
    let factor = max(step, product.rounded(.halfUp, toMultipleOf: step) ?? product)
    guard let first, factor != .one else { return nil }
    return BehaviourScaling(workHazard: factor, from: first)
  }

  private func fits(_ profile: String, _ record: CourseRecord) -> Bool {
    record.profiles.contains { held in
      baseline.codebook.profiles[held.index] == profile
        && held.stretch.intersection(sample.frame.window).length > 0
    }
  }

  /// The days within the window on which it happens.
  private func occurrences(
    _ cause: Behaviour.Effect.Cause, _ record: CourseRecord, _ plan: SimulationPlan
  ) -> [Day] {
    let window = sample.frame.window
    return switch cause {
    case .handOvers: record.handOvers.map(\.day).filter(window.contains)
    case .interviews: interviews(record, plan).filter(window.contains)
    }
  }

  private func interviews(_ record: CourseRecord, _ plan: SimulationPlan) -> [Day] {
    record.demands.filter { plan.codebook.dutyTexts[$0.text].kind == Behaviour.interviewKind }.map(\.by)
  }

  /// The days on which a case opens within the window and a whole package follows.
  private func packages(
    _ package: Behaviour.Effect.Package, _ record: CourseRecord, _ plan: SimulationPlan
  ) -> [Day] {
    let days = interviews(record, plan)
    return record.cases.map(\.from).filter { open in
      let reach = Stretch(from: open, until: open.adding(days: package.length))
      return sample.frame.window.contains(open) && days.count(where: reach.contains) >= package.count
    }
  }

  /// The first day on which one of two ascending lists has something more.
  static func parting(of left: [Day], and right: [Day]) -> Day? {
    for (one, other) in zip(left, right) where one != other { return min(one, other) }
    let longer = left.count > right.count ? left : right
    return longer.count == min(left.count, right.count)
      ? nil : longer[min(left.count, right.count)]
  }
}
