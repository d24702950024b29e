internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

extension Encoding {
  /// When a duty applies in the present state, everything of the instant being resolved.
  mutating func applies(_ index: Int) -> String {
    guard let text = law.duties[index].versions.inForce(on: day)?.text else { return "false" }
    var conditions = [isCovered]
    if let groups = text.groups {
      conditions.append(Logic.or(groups.map { Logic.compare("=", self[.group], Term($0 + 1)) }))
    }
    conditions.append(condition(text.condition))
    conditions.append(anchor(text.anchor).known)
    return naming(Logic.and(conditions), "applies")
  }

  /// The day a duty counts from, before any restart.
  private mutating func anchor(_ anchor: Anchor) -> Term {
    switch anchor {
    case .caseOpening: return self[.caseSince]
    case .benefit: return self[.benefitSince].with(known: Logic.compare(">", self[.benefit], Term(0)))
    case .group: return self[.groupSince]
    case .unit: return self[.unitSince]
    case .episode(let index): return self[.episodeBegan(index)]
    case .event(let index): return value(of: .eventLast(index))
    case .fact(let index): return value(of: .factSince(index))
    case .day(let expression): return term(expression)
    }
  }

  /// When a demand of a duty can fall due today: it applies, its schedule is not lifted, and its first place
  /// has come. Suspensions and clocks only put places off, so nothing that happens is left out.
  mutating func fallsDue(_ index: Int) -> String {
    guard let text = law.duties[index].versions.inForce(on: day)?.text else { return "false" }
    let applies = applies(index)
    guard applies != "false" else { return applies }
    let start = anchor(text.anchor).with(known: "true")
    let branches = alternatives(text.schedule, given: "true") { encoding, schedule in
      .bool(encoding.hasCome(schedule, from: start))
    }
    return naming(Logic.and(applies, Logic.or(branches.map { Logic.and($0.condition, $0.value.text) })), "due")
  }

  private mutating func hasCome(_ schedule: Schedule, from start: Term) -> String {
    switch schedule {
    case .nothing: return "false"
    case .within(let length), .at(let length), .every(let length, _):
      return Logic.compare(">=", today, adding(length, to: start))
    case .byEndOfWeek(let number):
      let days = Logic.combine("-", Logic.combine("*", Term(7), term(number)), Term(1))
      return Logic.compare(">=", today, Logic.combine("+", start, days))
    case .atLeast(let number, _): return Logic.compare(">", term(number), Term(0))
    case .on: return "true"
    case .after(let delay, let rest): return hasCome(rest, from: adding(delay, to: start))
    }
  }

  /// When two branches of a duty's schedule apply side by side, or none does.
  mutating func scheduleFault(_ index: Int) -> String {
    guard let text = law.duties[index].versions.inForce(on: day)?.text,
      !text.schedule.exceptions.isEmpty
    else { return "false" }
    let branches = alternatives(text.schedule, given: "true") { _, _ in .yes }
    let conditions = branches.map(\.condition)
    return naming(
      Logic.and(applies(index), Logic.or(Logic.severalOf(conditions), Logic.not(Logic.or(conditions)))),
      "schedule-fault")
  }

  /// When a length in a duty's schedule is negative, or repeats without going on: a deadline before its beginning.
  mutating func deadlineFault(_ index: Int) -> String {
    guard let text = law.duties[index].versions.inForce(on: day)?.text else { return "false" }
    // Most lengths are never negative, whoever the duty is for, and that is soon said.
    let applies = isAnywhere ? "true" : applies(index)
    let branches = alternatives(text.schedule, given: "true") { encoding, schedule in
      .bool(encoding.liesBefore(schedule))
    }
    return naming(Logic.and(applies, Logic.or(branches.map { Logic.and($0.condition, $0.value.text) })), "early")
  }

  private mutating func liesBefore(_ schedule: Schedule) -> String {
    switch schedule {
    case .nothing: "false"
    case .within(let length), .at(let length): Logic.compare("<", term(length), Term(0))
    case .every(let length, let bound):
      Logic.or(
        Logic.compare("<=", term(length), Term(0)),
        bound.map { Logic.compare("<", term($0), Term(0)) } ?? "false")
    case .byEndOfWeek(let number): Logic.compare("<", term(number), Term(1))
    case .atLeast(let number, let length):
      Logic.or(Logic.compare("<", term(number), Term(0)), Logic.compare("<", term(length), Term(0)))
    case .on(_, let delay): delay.map { Logic.compare("<", term($0), Term(0)) } ?? "false"
    case .after(let delay, let rest): Logic.or(Logic.compare("<", term(delay), Term(0)), liesBefore(rest))
    }
  }
}
