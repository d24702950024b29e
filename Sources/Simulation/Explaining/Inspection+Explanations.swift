package import Diagnostics
internal import Expressions
internal import Legislation
package import Outcomes
internal import Quantities
package import Vocabulary

extension Inspection {
  /// Why the day is as it is: the benefit, the group and the unit that apply, with what decided, and the
  /// episodes that are open.
  ///
  /// - Throws: what evaluating the rules throws.
  package mutating func day() throws(Diagnostic) -> [Explanation] {
    var explanations: [Explanation] = []
    let chosen = [benefit, group, unit].compactMap { $0 } + openEpisodes
    for provision in chosen { explanations.append(try explanation(of: provision.id)) }
    for index in law.duties.indices where simulator.duties[index].applies {
      explanations.append(try duty(index))
    }
    return explanations
  }

  /// The provisions that a name can mean: `jobparat`, `groups/jobparat` or `current/groups/jobparat`.
  package func provisions(named name: String) -> [ProvisionID] {
    explainable.filter { $0.name == name || $0.local == name || $0.description == name }
  }

  /// Every provision that can be asked about.
  package var explainable: [ProvisionID] {
    law.benefits.map(\.provision.id) + law.groups.map(\.provision.id)
      + law.units.map(\.provision.id) + law.episodes.map(\.provision.id)
      + law.duties.map(\.provision.id) + law.definitions.map(\.provision.id)
      + [law.coverage.provision.id]
  }

  /// Why a provision applies on the day, or why it does not.
  ///
  /// - Throws: what evaluating its conditions throws.
  package mutating func explanation(of id: ProvisionID) throws(Diagnostic) -> Explanation {
    switch id.section {
    case .benefits:
      if let index = law.benefits.firstIndex(where: { $0.provision.id == id }) {
        return try benefit(index)
      }
    case .groups:
      if let index = law.groups.firstIndex(where: { $0.provision.id == id }) {
        return try condition(law.groups[index].provision, law.groups[index].versions) { $0 }
      }
    case .units:
      if let index = law.units.firstIndex(where: { $0.provision.id == id }) {
        return try condition(law.units[index].provision, law.units[index].versions) { $0 }
      }
    case .episodes:
      if let index = law.episodes.firstIndex(where: { $0.provision.id == id }) {
        return try episode(index)
      }
    case .duties:
      if let index = law.duties.firstIndex(where: { $0.provision.id == id }) {
        return try duty(index)
      }
    case .definitions:
      if let index = law.definitions.firstIndex(where: { $0.provision.id == id }) {
        return try definition(index)
      }
    default: break
    }
    return try condition(law.coverage.provision, law.coverage.versions) { $0 }
  }

  // MARK: One kind each

  private mutating func condition<Text>(
    _ provision: Provision, _ versions: [Dated<Text>], _ expression: (Text) -> CheckedExpression
  ) throws(Diagnostic) -> Explanation {
    guard let dated = versions.inForce(on: simulator.state.lawDay) else { return notInForce(provision) }
    let (holds, parts) = try recorded { (state) throws(Diagnostic) in
      try state.holds(expression(dated.text))
    }
    return Explanation(
      subject: provision.id.local, label: provision.label, outcome: holds ? "applies" : "does not apply", holds: holds,
      citation: dated.citation, provision: provision.id, parts: parts)
  }

  private mutating func benefit(_ index: Int) throws(Diagnostic) -> Explanation {
    let benefit = law.benefits[index]
    let applies = try condition(benefit.provision, benefit.versions) { $0.condition }
    guard applies.holds == true, let amount = benefit.versions.inForce(on: simulator.state.lawDay)?.text.amount
    else { return applies }
    let (value, parts) = try recorded { (state) throws(Diagnostic) in try amount.value(in: &state) }
    let names = simulator.state.names(read: amount)
    let rate = Explanation(
      subject: "amount", outcome: valueInWords(value, type: amount.type), parts: parts + names)
    return applies.adding([rate] + (try financing(of: index)))
  }

  /// Who bears the benefit's cost today, and the step of the ladder that says so.
  private mutating func financing(of index: Int) throws(Diagnostic) -> [Explanation] {
    guard let source = simulator.state.texts.benefits[index]?.financing else { return [] }
    let shares = try simulator.shares(of: source, benefit: law.benefits[index].provision)
    let told = simulator.state.plan.codebook.shares[shares].sorted { $0.key < $1.key }.map { payer, share in
      "\(payer.rawValue) \(share.multiplied(by: Rational(100)) ?? share) %"
    }.joined(separator: ", ")
    guard case .steps(let rule) = source, let text = simulator.state.texts.financings[rule] else {
      return [Explanation(subject: "borne by", outcome: told)]
    }
    let provision = law.financings[rule].provision
    let clock = Explanation(
      subject: law.clocks[text.clock].provision.id.name,
      label: law.clocks[text.clock].provision.label,
      outcome: "\(simulator.state.reading(ofClock: text.clock)) days",
      citation: law.clocks[text.clock].provision.citation,
      provision: law.clocks[text.clock].provision.id)
    return [
      Explanation(
        subject: "borne by", outcome: told, citation: provision.citation, provision: provision.id,
        parts: [clock])
    ]
  }

  private mutating func definition(_ index: Int) throws(Diagnostic) -> Explanation {
    let definition = law.definitions[index]
    guard let slot = law.slots.firstIndex(of: .definition(index)) else {
      return notInForce(definition.provision)
    }
    let (_, parts) = try recorded { (state) throws(Diagnostic) in try state.value(of: slot) }
    return parts.first ?? notInForce(definition.provision)
  }

  private mutating func episode(_ index: Int) throws(Diagnostic) -> Explanation {
    let episode = law.episodes[index]
    guard let dated = episode.versions.inForce(on: simulator.state.lawDay) else {
      return notInForce(episode.provision)
    }
    let state = simulator.state.episodes[index]
    let asked = state.isOpen ? dated.text.ends : dated.text.begins
    let (_, parts) = try recorded { (state) throws(Diagnostic) in try state.holds(asked) }
    var facts: [Explanation] = []
    if let began = state.began { facts.append(Explanation(subject: "began", outcome: "\(began)")) }
    if let ended = state.ended { facts.append(Explanation(subject: "ended", outcome: "\(ended)")) }
    return Explanation(
      subject: episode.provision.id.local, label: episode.provision.label, outcome: state.isOpen ? "open" : "not open",
      holds: state.isOpen, citation: dated.citation, provision: episode.provision.id,
      parts: facts + [
        Explanation(subject: state.isOpen ? "ends when" : "begins when", outcome: "", parts: parts)
      ])
  }

  private mutating func duty(_ index: Int) throws(Diagnostic) -> Explanation {
    let duty = law.duties[index]
    guard let dated = duty.versions.inForce(on: simulator.state.lawDay) else {
      return notInForce(duty.provision)
    }
    let state = simulator.duties[index]
    var parts = [Explanation(
      subject: "covered", outcome: simulator.state.isCovered ? "true" : "false",
      holds: simulator.state.isCovered, provision: law.coverage.provision.id)]
    if let groups = dated.text.groups {
      let names = groups.map { law.groups[$0].provision.id.name }.joined(separator: ", ")
      let present = group?.id.name ?? "none"
      let isIn = simulator.state.group.index.map(groups.contains) ?? false
      parts.append(
        Explanation(
          subject: "group in (\(names))", outcome: isIn ? "true" : "false", holds: isIn,
          parts: [Explanation(subject: "group", outcome: present, provision: group?.id)]))
    }
    if let condition = dated.text.condition {
      parts += try recorded { (state) throws(Diagnostic) in try state.holds(condition) }.parts
    }
    if let suspension = dated.text.suspension, state.applies {
      let (holds, why) = try recorded { (state) throws(Diagnostic) in try state.holds(suspension) }
      parts.append(
        Explanation(subject: "suspended", outcome: holds ? "true" : "false", holds: holds, parts: why))
    }
    if state.applies {
      if let anchor = state.anchor {
        parts.append(Explanation(subject: "counted from", outcome: "\(anchor)"))
      }
      if let last = state.demandDays.last {
        parts.append(
          Explanation(subject: "last demand", outcome: "\(last) (\(state.demandDays.count) in all)"))
      }
      parts.append(
        Explanation(
          subject: "next demand", outcome: state.nextDue.map { "\($0)" } ?? "none in sight"))
    }
    return Explanation(
      subject: duty.provision.id.local, label: duty.provision.label, outcome: state.applies ? "applies" : "does not apply",
      holds: state.applies, citation: dated.citation, provision: duty.provision.id, parts: parts)
  }

  private func notInForce(_ provision: Provision) -> Explanation {
    Explanation(
      subject: provision.id.local, label: provision.label,
      outcome: "not in force on \(simulator.state.lawDay)", holds: false,
      citation: provision.citation, provision: provision.id)
  }

  private mutating func recorded<Result>(
    _ body: (inout CourseState) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> (value: Result, parts: [Explanation]) {
    simulator.state.recorder = ExplanationRecorder()
    defer { simulator.state.recorder = nil }
    let value = try body(&simulator.state)
    return (value, simulator.state.recorder?.parts ?? [])
  }
}

extension Explanation {
  func adding(_ more: [Explanation]) -> Explanation {
    Explanation(
      subject: subject, label: label, outcome: outcome, holds: holds, citation: citation,
      provision: provision, parts: parts + more)
  }
}

extension CourseState {
  /// The names that an expression reads, with their present values.
  mutating func names(read expression: CheckedExpression) -> [Explanation] {
    read(by: expression.root)
  }
}
