internal import Expressions
package import Legislation
internal import Vocabulary

extension Law {
  /// What each entry of the law rests on directly, by name: `current/duties/first-interview` on
  /// `current/groups/jobparat`, `vocabulary/facts/sick`.
  ///
  /// The benefit, group or unit that a citizen happens to have is no entry: whoever asks for it rests on
  /// whatever decides it, which is every entry of that section.
  package var dependencies: [String: [String]] {
    var rests: [String: [String]] = [:]
    func add(_ provision: Provision, _ names: [String]) {
      let id = provision.id.description
      for name in names where name != id && rests[id]?.contains(name) != true {
        rests[id, default: []].append(name)
      }
    }
    for placed in expressions {
      add(placed.provision, placed.expression.slots.flatMap { names(behind: slots[$0]) })
    }
    for definition in definitions {
      for version in definition.versions {
        add(definition.provision, version.text.slots.flatMap { names(behind: slots[$0]) })
      }
    }
    for benefit in benefits {
      for version in benefit.versions {
        guard case .steps(let index) = version.text.financing else { continue }
        add(benefit.provision, [financings[index].provision.id.description])
      }
    }
    for financing in financings {
      add(financing.provision, financing.versions.map { clocks[$0.text.clock].provision.id.description })
    }
    for duty in duties { for version in duty.versions { add(duty.provision, names(behind: version.text)) } }
    return rests
  }

  private func names(behind text: Duty.Text) -> [String] {
    var provisions = (text.groups ?? []).map { groups[$0].provision }
    if let clock = text.clock { provisions.append(clocks[clock].provision) }
    if case .unit(let index) = text.performer { provisions.append(units[index].provision) }
    if case .episode(let index) = text.anchor { provisions.append(episodes[index].provision) }
    provisions += text.includes.map { duties[$0].provision }
    var anchored: [String] = []
    switch text.anchor {
    case .benefit: anchored = names(behind: .benefit)
    case .group: anchored = names(behind: .group)
    case .unit: anchored = names(behind: .unit)
    case .caseOpening: anchored = names(behind: .caseSince)
    case .fact(let index): anchored = names(behind: .fact(index))
    case .episode, .event, .day: break
    }
    return provisions.map(\.id.description) + anchored
  }

  private func names(behind slot: Slot) -> [String] {
    func all(_ provisions: [Provision]) -> [String] { provisions.map(\.id.description) }
    return switch slot {
    case .today, .lawDay: []
    case .age: ["vocabulary/facts/born"]
    case .fact(let index), .factSince(let index): ["vocabulary/facts/\(vocabulary.facts[index].name)"]
    case .eventLast(let index): ["vocabulary/events/\(vocabulary.events[index].name)"]
    case .definition(let index): all([definitions[index].provision])
    case .parameter(let index): all([parameters[index].provision])
    case .practice(let index): all([practices[index].provision])
    case .clock(let index): all([clocks[index].provision])
    case .benefit, .benefitSince, .benefitBefore: all(benefits.map(\.provision))
    case .group, .groupSince: all(groups.map(\.provision))
    case .unit, .unitSince: all(units.map(\.provision))
    case .caseSince: all([coverage.provision])
    case .episodeOpen(let index), .episodeBegan(let index), .episodeEnded(let index),
      .episodeTimes(let index):
      all([episodes[index].provision])
    }
  }
}
