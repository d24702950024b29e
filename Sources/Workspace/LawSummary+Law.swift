internal import Comparison
package import Legislation
internal import Outcomes
package import Quantities
package import Vocabulary

extension LawSummary {
  /// Counts what a law is made of.
  ///
  /// - Parameter day: only what is in force on this day; everything the law ever held when `nil`.
  init(_ law: Law, on day: Day?) {
    let provisions = law.provisions(on: day)
    let duties = law.duties.map { duty in duty.versions.filter { $0.isInForce(on: day) } }
    let ordered = duties.filter { $0.contains { $0.text.basis == .law } }
    self.init(
      id: law.id, title: law.title,
      targetGroups: law.groups.count { $0.versions.contains { $0.isInForce(on: day) } },
      units: law.units.count { $0.versions.contains { $0.isInForce(on: day) } },
      provisions: provisions.count, duties: ordered.count,
      deadlines: ordered.count { $0.contains { $0.text.schedule.setsADay } },
      statuses: provisions.reduce(into: [:]) { $0[$1.citation.status, default: 0] += 1 },
      practiceValues: law.practices.count)
  }
}

extension Law {
  /// Every entry with an identity that is in force on a day, or ever; practice is no law.
  package func provisions(on day: Day?) -> [Provision] {
    func kept<Text>(_ provision: Provision, _ versions: [Dated<Text>]) -> Provision? {
      versions.contains { $0.isInForce(on: day) } ? provision : nil
    }
    var all = [kept(coverage.provision, coverage.versions)].compactMap { $0 }
    all += definitions.compactMap { kept($0.provision, $0.versions) }
    all += parameters.filter { parameter in
      day.map { parameter.step(on: $0)?.value != nil } ?? true
    }.map(\.provision)
    all += clocks.compactMap { kept($0.provision, $0.versions) }
    all += episodes.compactMap { kept($0.provision, $0.versions) }
    all += benefits.compactMap { kept($0.provision, $0.versions) }
    all += financings.compactMap { kept($0.provision, $0.versions) }
    all += groups.compactMap { kept($0.provision, $0.versions) }
    all += units.compactMap { kept($0.provision, $0.versions) }
    all += duties.compactMap { duty in
      kept(duty.provision, duty.versions.filter { $0.text.basis == .law })
    }
    return all
  }
}

extension Dated {
  /// Whether the text is in force on a day, or ever.
  func isInForce(on day: Day?) -> Bool { day.map(force.contains) ?? true }
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
