internal import Expressions
internal import Legislation
internal import Quantities

/// A duration as a node, with the unit that its word counts.
struct DurationCode: Hashable, Sendable {
  let node: Int32
  let isMonths: Bool

  /// Present, though the word is not used.
  static let none = DurationCode(node: -1, isMonths: false)
}

/// A schedule in flat form.
struct ScheduleCode: Hashable, Sendable {
  enum Form: UInt8, Sendable { case nothing, single, byEndOfWeek, atLeast, every, on }

  let form: Form
  /// Delays before it, outermost first: `first delay` to `first delay + delays` of the plan's durations.
  let firstDelay: Int32
  let delays: Int32
  let duration: DurationCode
  /// How many; a node.
  let count: Int32
  /// For `every`: how far it goes.
  let bound: DurationCode
  /// For `on`: the atom whose change is waited for, and whether an episode must begin (1) or end (2).
  let atom: Int32
  let edge: UInt8
}

extension StretchCompiler {
  mutating func compile(_ schedule: Schedule) -> Int {
    var schedule = schedule
    var delays: [DurationCode] = []
    while case .after(let delay, let rest) = schedule {
      delays.append(duration(delay))
      schedule = rest
    }
    let first = StretchCompiler.place(of: delays, in: &durations)
    func code(
      _ form: ScheduleCode.Form, _ duration: DurationCode = .none, count: Int = -1,
      bound: DurationCode = .none, atom: Int = -1, edge: UInt8 = 0
    ) -> ScheduleCode {
      ScheduleCode(
        form: form, firstDelay: Int32(first), delays: Int32(delays.count), duration: duration,
        count: Int32(count), bound: bound, atom: Int32(atom), edge: edge)
    }
    let made: ScheduleCode
    switch schedule {
    case .nothing, .after: made = code(.nothing)
    case .within(let length), .at(let length): made = code(.single, duration(length))
    case .byEndOfWeek(let number): made = code(.byEndOfWeek, count: expressions.compile(number))
    case .atLeast(let number, let length):
      let count = expressions.compile(number)
      made = code(.atLeast, duration(length), count: count)
    case .every(let length, let until):
      made = code(.every, duration(length), bound: until.map { duration($0) } ?? .none)
    case .on(let change, let within):
      let (atom, edge) = atoms.change(change)
      made = code(.on, within.map { duration($0) } ?? .none, atom: atom, edge: edge)
    }
    if let known = knownSchedules[made] { return known }
    knownSchedules[made] = schedules.count
    schedules.append(made)
    return schedules.count - 1
  }

  /// Where a list stands in a longer one, of which it becomes a part unless it is one.
  static func place<Element: Equatable>(of list: [Element], in all: inout [Element]) -> Int {
    guard !list.isEmpty else { return 0 }
    if let start = all.indices.first(where: { all[$0...].starts(with: list) }) { return start }
    all += list
    return all.count - list.count
  }

  mutating func duration(_ expression: CheckedExpression) -> DurationCode {
    DurationCode(
      node: Int32(expressions.compile(expression)), isMonths: expression.type.known == .months)
  }

  /// Every slot that a schedule reads.
  static func slots(of schedule: Schedule) -> [Int] {
    switch schedule {
    case .nothing: []
    case .within(let length), .at(let length), .byEndOfWeek(let length): length.slots
    case .atLeast(let number, let length): number.slots + length.slots
    case .every(let length, let until): length.slots + (until?.slots ?? [])
    case .on(_, let within): within?.slots ?? []
    case .after(let delay, let rest): delay.slots + slots(of: rest)
    }
  }

  /// The changes that a schedule waits for.
  static func change(awaitedBy schedule: Schedule) -> Schedule.Change? {
    switch schedule {
    case .on(let change, _): change
    case .after(_, let rest): change(awaitedBy: rest)
    default: nil
    }
  }
}

extension Atoms {
  /// The atom that a change touches, and for episodes whether it must begin (1) or end (2).
  func change(_ change: Schedule.Change) -> (atom: Int, edge: UInt8) {
    switch change {
    case .caseOpening: (openCase, 1)
    case .benefit: (benefit, 0)
    case .group: (group, 0)
    case .unit: (unit, 0)
    case .episodeBegins(let index): (episodes + index, 1)
    case .episodeEnds(let index): (episodes + index, 2)
    case .event(let index): (events + index, 0)
    case .fact(let index): (facts + index, 0)
    }
  }
}
