internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// What can be told of a law by looking, stretch for stretch.
extension Law {
  /// Every benefit has a payer as long as it is paid, and every figure a value as long as somebody asks for it.
  func payersAndParameters(_ stretches: [LawStretch]) -> [Proofs.Answer] {
    var answers: [Proofs.Answer] = []
    for benefit in benefits {
      let unpaid = stretches.first { stretch in
        guard let text = benefit.versions.inForce(on: stretch.from)?.text else { return false }
        guard case .steps(let index) = text.financing else { return false }
        guard let steps = financings[index].versions.inForce(on: stretch.from)?.text else { return true }
        return clocks[steps.clock].versions.inForce(on: stretch.from) == nil
      }
      let failure = unpaid.map { stretch in
        Failure(
          message: Label(
            danish: "ingen betaler \(benefit.provision.id.local) fra \(stretch.from)",
            english: "nobody pays \(benefit.provision.id.local) from \(stretch.from) on"))
      }
      answers.append(.init(Obligation(.payers, benefit.provision), failure.map(Verdict.failed) ?? .proved))
    }
    let asked = stretches.map { (stretch: $0, slots: slotsAsked(on: $0.from)) }
    for (index, parameter) in parameters.enumerated() {
      let missing = asked.first { asked in
        asked.slots.contains(.parameter(index)) && parameter.step(on: asked.stretch.from)?.value == nil
      }
      let failure = missing.map { asked in
        Failure(
          message: Label(
            danish: "\(parameter.provision.id.local) har ingen værdi fra \(asked.stretch.from), hvor den bruges",
            english: "\(parameter.provision.id.local) has no value from \(asked.stretch.from), where it is used"))
      }
      answers.append(.init(Obligation(.parameters, parameter.provision), failure.map(Verdict.failed) ?? .proved))
    }
    return answers
  }

  /// The slots that texts in force on a day read.
  private func slotsAsked(on day: Day) -> Set<Slot> {
    var numbers: [Int] = []
    func add(_ expression: CheckedExpression?) { numbers += expression?.slots ?? [] }
    add(coverage.versions.inForce(on: day)?.text)
    for definition in definitions { numbers += definition.versions.inForce(on: day)?.text.slotNumbers ?? [] }
    for clock in clocks {
      add(clock.versions.inForce(on: day)?.text.condition)
      add(clock.versions.inForce(on: day)?.text.reset)
    }
    for episode in episodes {
      let text = episode.versions.inForce(on: day)?.text
      for expression in [text?.begins, text?.ends, text?.longest] { add(expression) }
    }
    for benefit in benefits {
      add(benefit.versions.inForce(on: day)?.text.condition)
      add(benefit.versions.inForce(on: day)?.text.amount)
    }
    for group in groups { add(group.versions.inForce(on: day)?.text) }
    for unit in units { add(unit.versions.inForce(on: day)?.text) }
    for duty in duties {
      guard let text = duty.versions.inForce(on: day)?.text else { continue }
      for expression in [text.condition, text.suspension, text.restart, text.lasts, text.share] { add(expression) }
      if case .day(let expression) = text.anchor { add(expression) }
      text.schedule.forEach { branch in
        add(branch.condition)
        for expression in branch.outcome?.lengths ?? [] { add(expression) }
      }
    }
    return Set(numbers.map { slots[$0] })
  }
}

extension Schedule {
  fileprivate var lengths: [CheckedExpression] {
    switch self {
    case .nothing: []
    case .within(let value), .byEndOfWeek(let value), .at(let value): [value]
    case .atLeast(let count, let length): [count, length]
    case .every(let period, let bound): [period] + [bound].compactMap { $0 }
    case .on(_, let delay): [delay].compactMap { $0 }
    case .after(let delay, let rest): [delay] + rest.lengths
    }
  }
}
