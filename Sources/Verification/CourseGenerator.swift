internal import Diagnostics
internal import Expressions
package import Legislation
internal import Quantities
package import Scenarios
internal import Vocabulary

/// Makes courses by chance: any citizen the vocabulary can describe, whatever may happen to her.
///
/// The values that facts take are those the law can tell apart: the members of its enumerations, and the
/// numbers, durations and dates that its expressions compare with, each with its neighbours. Chance is a
/// counter-based lot, so course number *i* of a seed is always the same.
package struct CourseGenerator: Sendable {
  private let vocabulary: Vocabulary
  private let lot: Lot
  private let durations: [Value]
  private let numbers: [Value]
  private let begins: Day

  package init(law: Law, seed: UInt64) {
    vocabulary = law.vocabulary
    lot = Lot(seed: seed)
    begins = law.begins
    var durations: Set<Int> = [0, 7]
    var numbers: Set<Int> = [0, 1]
    for placed in law.expressions {
      placed.expression.root.forEach { node in
        guard case .constant(let value) = node.operation else { return }
        switch value {
        case .time: if let days = value.period?.days { durations.formUnion([days - 1, days, days + 1]) }
        case .months(let months): durations.formUnion([months * 30, months * 31])
        case .number(let number): if let whole = number.whole { numbers.formUnion([whole - 1, whole, whole + 1]) }
        default: break
        }
      }
    }
    self.durations = durations.filter { $0 >= 0 }.sorted().map(Value.days)
    self.numbers = numbers.filter { $0 >= 0 }.sorted().map { .number(Rational($0)) }
  }

  /// Course number `index`: four years with up to twelve changes.
  package func course(_ index: Int) -> Scenario {
    var draw = Draws(lot: lot, citizen: "generated-\(index)")
    let days = 1_461
    let from = begins.adding(days: draw.next(below: 400))
    let initial = vocabulary.facts.map { fact in
      // Most circumstances are ordinary; one that is not is worth more among many that are.
      if let standard = fact.standard, draw.next(below: 3) > 0 { return standard }
      return value(of: fact, from: from, &draw)
    }
    var changes: [Scenario.Change] = []
    var taken: Set<[Int]> = []
    for _ in 0..<draw.next(below: 13) {
      let day = from.adding(days: 1 + draw.next(below: days - 1))
      let choice = draw.next(below: vocabulary.facts.count + vocabulary.events.count)
      guard taken.insert([day.sinceEpoch, choice]).inserted else { continue }
      if choice < vocabulary.facts.count {
        let fact = vocabulary.facts[choice]
        guard fact.name != "born" else { continue }
        changes.append(.init(day: day, what: .fact(choice, value(of: fact, from: day, &draw))))
      } else {
        changes.append(.init(day: day, what: .event(choice - vocabulary.facts.count)))
      }
    }
    let id = "generated-\(index)"
    return Scenario(
      id: id, title: Label(danish: id, english: id), shows: Label(danish: "et tilfældigt forløb", english: "a course by chance"),
      period: Stretch(from: from, until: from.adding(days: days)), initial: initial, changes: changes,
      source: nil, assumed: [], range: .start(of: id))
  }

  private func value(of fact: Fact, from day: Day, _ draw: inout Draws) -> Value {
    if fact.type.isOptional, draw.next(below: 4) == 0 { return .unknown }
    switch fact.type.known {
    case .boolean: return .boolean(draw.next(below: 2) == 1)
    case .enumeration(let enumeration): return .member(draw.next(below: enumeration.members.count))
    case .number: return numbers[draw.next(below: numbers.count)]
    case .days: return durations[draw.next(below: durations.count)]
    case .months: return .months(draw.next(below: 25))
    case .money: return .money(Rational(draw.next(below: 40) * 100_000))
    case .date:
      if fact.name == "born" { return .date(birth(before: day, &draw)) }
      return .date(day.adding(days: draw.next(below: 200) - 60))
    case .text, .list, .optional: return fact.standard ?? .unknown
    }
  }

  /// Ages from 16 to 66, one in four within a year of an age that laws ask about.
  private func birth(before day: Day, _ draw: inout Draws) -> Day {
    if draw.next(below: 4) == 0 {
      let ages = [18, 25, 30, 40, 60]
      let age = ages[draw.next(below: ages.count)]
      return day.adding(months: -12 * age).adding(days: draw.next(below: 366))
    }
    return day.adding(days: -(16 * 365 + draw.next(below: 50 * 365)))
  }
}

/// One citizen's draws, in order.
private struct Draws {
  let lot: Lot
  let citizen: String
  private var count = 0

  init(lot: Lot, citizen: String) {
    self.lot = lot
    self.citizen = citizen
  }

  mutating func next(below bound: Int) -> Int {
    count += 1
    let bits = lot.bits(citizen: citizen, purpose: "draw", occurrence: count)
    return Int(bits.multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }
}
