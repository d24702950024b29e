internal import Comparison
package import Legislation
internal import Outcomes
package import Vocabulary

extension LawSummary {
  /// Counts what a law is made of.
  init(_ law: Law) {
    let provisions = law.provisions
    let ordered = law.duties.filter { duty in duty.versions.contains { $0.text.basis == .law } }
    self.init(
      id: law.id, title: law.title, targetGroups: law.groups.count, units: law.units.count,
      provisions: provisions.count, duties: ordered.count,
      deadlines: ordered.count { duty in duty.versions.contains { $0.text.schedule.setsADay } },
      statuses: provisions.reduce(into: [:]) { $0[$1.citation.status, default: 0] += 1 },
      practiceValues: law.practices.count)
  }
}

extension Law {
  /// Every entry with an identity; practice is no law.
  package var provisions: [Provision] {
    [coverage.provision] + definitions.map(\.provision) + parameters.map(\.provision)
      + clocks.map(\.provision) + episodes.map(\.provision) + benefits.map(\.provision)
      + financings.map(\.provision) + groups.map(\.provision) + units.map(\.provision)
      + duties.filter { duty in duty.versions.contains { $0.text.basis == .law } }.map(\.provision)
  }
}

extension Branch<Schedule> {
  /// Whether something must be done by a day, rather than on the day something changes.
  var setsADay: Bool {
    var sets = false
    forEach { branch in
      switch branch.outcome {
      case .within, .byEndOfWeek, .atLeast, .every, .at, .after, .on(_, within: .some): sets = true
      case .on(_, within: .none), .nothing, nil: break
      }
    }
    return sets
  }
}

extension Divergence {
  /// Names the measure that repealed what the baseline does and the reform does not.
  func explained(by law: Law) -> Divergence {
    guard reform == nil, let baseline, let measure = law.reform?.measure(repealing: baseline.reference.provision)
    else { return self }
    let reference = Course.Reference(
      provision: measure.provision.id, label: measure.provision.label,
      citation: measure.provision.citation)
    return Divergence(
      day: day, baseline: baseline, reform: Side(reference: reference, consequence: .repealed))
  }
}
