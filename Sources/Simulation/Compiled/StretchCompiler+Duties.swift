internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// Duties, each with everything that its demands hang on.
extension StretchCompiler {
  mutating func duty(_ index: Int) -> DutyCode {
    let cell = cells.duties + dutyPlace[index]
    let slots = allSlots(ofDuty: index)
    if let same = unchanged(
      index, last.duties, naming: slots, cells: cell, versions: { $0.duties })
    {
      return same
    }
    guard let text = texts.duties[index] else {
      return DutyCode(
        text: -1, condition: -1, anchor: .caseOpening, anchorIndex: 0, clock: -1, branch: -1,
        schedule: -1, suspension: -1, restart: -1, lasts: .none, share: -1, drawnBelow: DutyCode.isAsked, purpose: 0,
        firstIncluded: 0, includes: 0, roundsUp: false)
    }
    dependencies.note(cell, slots: StretchCompiler.slots(of: text))
    let (form, anchorIndex, atom) = anchor(text.anchor)
    if let atom { dependencies.note(cell, atom: atom) }
    if let clock = text.clock { dependencies.note(cell, atom: atoms.clocks + clock) }
    text.schedule.forEach { part in
      guard let schedule = part.outcome,
        let change = StretchCompiler.change(awaitedBy: schedule)
      else { return }
      dependencies.note(cell, atom: atoms.change(change).atom)
    }
    var (branch, schedule) = (-1, -1)
    if text.schedule.exceptions.isEmpty, let only = text.schedule.outcome {
      schedule = compile(only)
    } else {
      branch = chooser(of: text.schedule)
    }
    let first = StretchCompiler.place(of: text.includes.map(Int32.init), in: &included)
    if let share = text.share { shares.append(share) }
    return DutyCode(
      text: Int32(texts.dutyTextIDs[index]),
      condition: Int32(text.condition.map { expressions.compile($0) } ?? -1), anchor: form,
      anchorIndex: Int32(anchorIndex), clock: Int32(text.clock ?? -1), branch: Int32(branch),
      schedule: Int32(schedule),
      suspension: Int32(text.suspension.map { expressions.compile($0) } ?? -1),
      restart: Int32(text.restart.map { expressions.compile($0) } ?? -1),
      lasts: text.lasts.map { duration($0) } ?? .none,
      share: text.share == nil ? -1 : Int32(shares.count - 1),
      drawnBelow: text.share.flatMap { figures.bound(of: $0) } ?? DutyCode.isAsked,
      purpose: Lot.fingerprint(text.kind), firstIncluded: Int32(first),
      includes: Int32(text.includes.count), roundsUp: text.monthRounding == .up)
  }

  private mutating func chooser(of rule: Branch<Schedule>) -> Int {
    // The compiler of expressions lays out the branches, and asks for outcomes in this order.
    let outcomes = StretchCompiler.outcomes(of: rule).map { compile($0) }
    var next = 0
    return expressions.compile(rule) { _, _ in
      defer { next += 1 }
      return outcomes[next]
    }
  }

  private static func outcomes(of rule: Branch<Schedule>) -> [Schedule] {
    (rule.outcome.map { [$0] } ?? [])
      + rule.exceptions.filter { $0.condition != nil }.flatMap { outcomes(of: $0) }
  }

  private mutating func anchor(_ anchor: Anchor) -> (DutyCode.AnchorForm, index: Int, atom: Int?) {
    switch anchor {
    case .caseOpening: (.caseOpening, 0, atoms.openCase)
    case .benefit: (.benefit, 0, atoms.benefit)
    case .group: (.group, 0, atoms.group)
    case .unit: (.unit, 0, atoms.unit)
    case .episode(let index): (.episode, index, atoms.episodes + index)
    case .event(let index): (.event, index, atoms.events + index)
    case .fact(let index): (.fact, index, atoms.facts + index)
    case .day(let expression): (.day, expressions.compile(expression), nil)
    }
  }

  /// Every slot of a duty's text, those too that are asked only when a demand is made; found once a text.
  private mutating func allSlots(ofDuty index: Int) -> [Int] {
    guard let text = texts.duties[index] else { return [] }
    if let known = slotsOfDutyText[texts.dutyTextIDs[index]] { return known }
    let found = StretchCompiler.slots(of: text) + (text.lasts?.slots ?? []) + (text.share?.slots ?? [])
    slotsOfDutyText[texts.dutyTextIDs[index]] = found
    return found
  }

  private static func slots(of text: Duty.Text) -> [Int] {
    var slots = [text.condition, text.suspension, text.restart].flatMap { $0?.slots ?? [] }
    if case .day(let expression) = text.anchor { slots += expression.slots }
    return slots + Dependencies.slots(of: text.schedule) { Self.slots(of: $0) }
  }
}
