internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// What has no compiled form is asked of the plain evaluator, which sees the same state through words.
extension CompiledReplay: EvaluationContext {
  mutating func plain(_ node: Node) -> Int {
    let index = Int(node.first)
    let value: Value?
    do {
      value =
        node.operation == .plain
        ? try plan.plainExpressions[index].value(in: &self)
        : try plan.plainTables[index].decide(in: &self).values.first
    } catch { value = nil }
    guard let value, let word = Word.encoding(value) else {
      isStuck = true
      return 0
    }
    return word
  }

  mutating func value(of slot: Int) throws(Diagnostic) -> Value {
    let law = plan.plan.law
    switch law.slots[slot] {
    case .today: return .date(Day(sinceEpoch: today))
    case .lawDay: return .date(Day(sinceEpoch: lawDay))
    case .age: return .number(Rational(age))
    case .clock(let index): return .days(reading(ofClock: index))
    case .fact(let index):
      return Word.decoding(words[layout.facts + index], as: law.vocabulary.facts[index].type)
    case .definition(let index):
      return Word.decoding(definition(index), as: law.definitions[index].type)
    case .parameter(let index):
      guard let value = law.parameters[index].step(on: Day(sinceEpoch: lawDay))?.value else {
        isStuck = true
        return .unknown
      }
      return value
    case .practice(let index): return law.practices[index][plan.plan.practice]
    case .benefit, .benefitBefore, .group, .unit:
      return .member(words[layout.word(of: law.slots[slot])])
    case .eventLast, .episodeBegan, .episodeEnded:
      return Word.decoding(words[layout.word(of: law.slots[slot])], as: .optional(.date))
    case .factSince, .benefitSince, .groupSince, .unitSince, .caseSince:
      return Word.decoding(words[layout.word(of: law.slots[slot])], as: .date)
    case .episodeOpen: return .boolean(words[layout.word(of: law.slots[slot])] != 0)
    case .episodeTimes: return .number(Rational(words[layout.word(of: law.slots[slot])]))
    }
  }

  mutating func didCompare(
    elapsing slot: Int, _ comparison: Comparison, _ bound: Value, outcome: Bool
  ) {
    let subject: CrossingSite.Subject
    let limit: Rational?
    switch plan.plan.law.slots[slot] {
    case .today, .lawDay:
      subject = plan.plan.law.slots[slot] == .today ? .today : .lawDay
      limit = bound.date.map { Rational($0.sinceEpoch) }
    case .age:
      subject = .age
      limit = bound.number
    case .clock(let index):
      subject = .clock(index)
      guard case .time(let nanoseconds) = bound else { return }
      limit = Rational(nanoseconds, Value.nanosecondsPerDay)
    default: return
    }
    guard let limit, let floor = Int(exactly: limit.floor), floor.magnitude < 1 << 40 else { return }
    meet(
      CrossingSite(subject: subject, comparison: comparison), floor: floor, isWhole: limit.isWhole,
      outcome: outcome)
  }
}
