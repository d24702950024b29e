internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Scenarios
internal import Verification
internal import Vocabulary

/// Makes citizens by chance for laws made by chance: some as the checker tries laws on, others with more
/// happening to them, on the same days and on the days beside, and on the ends of months.
struct CitizenMaker {
  private let law: Law
  private let seed: UInt64
  private let wide: CourseGenerator

  init(law: Law, seed: UInt64) {
    self.law = law
    self.seed = seed
    wide = CourseGenerator(law: law, seed: seed)
  }

  func citizen(_ index: Int) -> Scenario { index % 4 == 0 ? wide.course(index) : dense(index) }

  private func dense(_ index: Int) -> Scenario {
    var chance = Chance(seed: seed &* 1_000_003 &+ UInt64(index))
    let from = law.begins.adding(days: chance.from(-20...1_300))
    let length = chance.one(of: [1, 29, 90, 200, 365, 400, 500, 900])
    var changes: [Scenario.Change] = []
    var taken: Set<[Int]> = []
    var day = from
    for _ in 0..<chance.below(26) {
      switch chance.below(5) {
      case 0: break
      case 1: day = day.adding(days: 1)
      case 2: day = day.adding(months: 1)
      default: day = from.adding(days: chance.below(length))
      }
      if day >= from.adding(days: length) { day = from.adding(days: length - 1) }
      let choice = chance.below(law.vocabulary.facts.count + law.vocabulary.events.count)
      guard taken.insert([day.sinceEpoch, choice]).inserted else { continue }
      if choice >= law.vocabulary.facts.count {
        changes.append(.init(day: day, what: .event(choice - law.vocabulary.facts.count)))
      } else if law.vocabulary.facts[choice].name != "born" {
        changes.append(.init(day: day, what: .fact(choice, value(of: law.vocabulary.facts[choice], on: day, &chance))))
      }
    }
    let initial = law.vocabulary.facts.map { fact in
      if let standard = fact.standard, chance.once(in: 2) { return standard }
      return value(of: fact, on: from, &chance)
    }
    let id = "citizen-\(index)"
    let label = Label(danish: id, english: id)
    return Scenario(
      id: id, title: label, shows: label, period: Stretch(from: from, until: from.adding(days: length)),
      initial: initial, changes: changes, source: nil, assumed: [], range: .start(of: id))
  }

  private func value(of fact: Fact, on day: Day, _ chance: inout Chance) -> Value {
    if fact.type.isOptional, chance.once(in: 4) { return .unknown }
    switch fact.type.known {
    // Who works is covered by few laws.
    case .boolean: return .boolean(chance.once(in: fact.name == "working" ? 5 : 2))
    case .enumeration(let enumeration): return .member(chance.below(enumeration.members.count))
    case .number:
      // A part of an hour has no machine word: such a citizen is left to the plain evaluator.
      if !fact.isWhole, chance.once(in: 12) { return .number(Rational(74, 10) ?? .one) }
      return .number(Rational(chance.below(6)))
    case .money: return .money(Rational(chance.below(40) * 100_000))
    case .days: return .days(chance.once(in: 2) ? 7 * chance.below(20) : chance.below(100))
    case .months: return .months(chance.below(25))
    case .date:
      guard fact.name == "born" else { return .date(day.adding(days: chance.from(-60...200))) }
      // Born within days of a birthday that matters, or on a leap day.
      if chance.once(in: 6) { return .date(Day("1996-02-29") ?? day) }
      let age = chance.one(of: [18, 25, 29, 30, 40, 50, 67])
      return .date(day.adding(months: -12 * age).adding(days: chance.from(-5...300)))
    case .text, .list, .optional: return fact.standard ?? .unknown
    }
  }
}

extension Scenario {
  /// As a scenario file, ready to run.
  func file(_ vocabulary: Vocabulary) -> String {
    func words(_ value: Value, _ fact: Fact) -> String {
      switch value {
      case .member(let index): fact.type.known.enumeration?.members[index] ?? "\(index)"
      case .boolean(let holds): "\(holds)"
      case .number(let number): number.isWhole ? "\(number)" : "\"\(number)\""
      case .money(let øre): "\(øre.divided(by: Rational(100)) ?? øre) kr"
      case .time: "\(value.period?.days ?? 0) days"
      case .months(let months): "\(months) months"
      case .date(let day): "\(day)"
      case .unknown, .text, .list: "unknown"
      }
    }
    let facts = zip(vocabulary.facts, initial).map { "  \($0.name): \(words($1, $0))" }
    let events = changes.map { change in
      switch change.what {
      case .fact(let index, let value):
        "  - {on: \(change.day), \(vocabulary.facts[index].name): \(words(value, vocabulary.facts[index]))}"
      case .event(let index): "  - {on: \(change.day), event: \(vocabulary.events[index].name)}"
      }
    }
    return """
      scenario: \(id)
      title: {da: \(id), en: \(id)}
      shows: {da: \(id), en: \(id)}
      period: \(period.from)..\(period.until)
      citizen:
      \(facts.joined(separator: "\n"))
      \(events.isEmpty ? "" : "events:\n" + events.joined(separator: "\n"))

      """
  }
}
