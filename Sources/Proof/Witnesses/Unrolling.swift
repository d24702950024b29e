internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// A course from its first day on, with so many instants: what the solver finds here is a citizen to try.
///
///     first day ──► instant ──► instant ──► … ──► can this be?
///         └─ facts ─┘└─ facts, events ─┘      between two instants nothing may change by itself
struct Unrolling {
  private var encoding: Encoding
  private var resolution = Resolution()
  private let solver: Solver
  private var told = 0

  init(
    law: Law, stretch: LawStretch, instants: Int, solver: Solver, limit: Int
  ) throws(Diagnostic) {
    self.solver = try solver.fresh(limit: limit)
    encoding = Encoding(law: law, day: stretch.from, isAnywhere: false)
    // Eight years hold what a law can do to one person from a first day on.
    let last = stretch.from.adding(days: 2_922)
    let end = min(stretch.until ?? last, last)
    for instant in 0..<instants {
      encoding.declare("day\(instant)")
      let earliest = instant == 0 ? Term(stretch.from.sinceEpoch).text : "(+ day\(instant - 1) 1)"
      encoding.assert("(<= \(earliest) day\(instant))")
      encoding.assert("(< day\(instant) \(Term(end.sinceEpoch).text))")
    }
    var traces = law.clocks.map { _ in ClockTrace() }
    for instant in 0..<instants {
      encoding.begin(Term("day\(instant)", .int))
      encoding.forgetFaults()
      if instant == 0 { encoding.beginAtStart() } else { encoding.readClocks(traces) }
      resolution = encoding.resolve()
      let isLast = instant == instants - 1
      if !isLast { encoding.assert(Logic.not(resolution.stops)) }
      encoding.runClocks(&traces)
      if !isLast { lookAhead(to: "day\(instant + 1)", traces) }
    }
  }

  /// Nothing changes by itself before the next instant: on the day before it all is still as it was.
  private mutating func lookAhead(to next: String, _ traces: [ClockTrace]) {
    let now = encoding.snapshot
    let here = encoding.today.text
    encoding.today = Term("(- \(next) 1)", .int)
    encoding.forget()
    encoding.readClocks(traces)
    let later = encoding.resolve()
    let isQuiet = Logic.not(Logic.or(later.changes, later.stops))
    encoding.assert("(=> (> (- \(next) 1) \(here)) \(isQuiet))")
    encoding.restore(now)
  }

  /// Citizens for whom it may be so, one after another, until one is taken or so many have been refused.
  ///
  /// - Returns: whether one was taken, how many were refused, and whether the solver gave up.
  mutating func search(
    _ question: Question, atMost count: Int, taking isShown: (Scenario, PracticeLevel) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> (isTaken: Bool, refused: Int, gaveUp: Bool) {
    let condition = encoding.condition(question, resolution)
    if condition == "false" { return (false, 0, false) }
    let lines = encoding.script[told...]
    told = encoding.script.count
    if !lines.isEmpty { try solver.tell(lines.joined(separator: "\n")) }
    let all = encoding.assertions.map(\.text) + [condition]
    try solver.tell("(push)" + all.map { "(assert \($0))" }.joined())
    let calendar = encoding.calendar.map(\.function)
    var refused = 0
    var isTaken = false
    var answer = Solver.Answer.satisfiable
    while refused < count, !isTaken {
      answer = try solver.check(calendar)
      guard answer == .satisfiable else { break }
      // The first few differ in a number; later ones must be another kind of citizen.
      let (scenario, level, block) = try candidate(apartByNumbers: refused < 3)
      isTaken = try isShown(scenario, level)
      if !isTaken {
        refused += 1
        try solver.tell("(assert \(block))")
      }
    }
    try solver.tell("(pop)")
    return (isTaken, refused, answer == .unknown)
  }

  // MARK: Reading the situation

  /// The citizen of the situation that was found, and what all others have that are not like her: a fact, an
  /// event or, if asked for, a number; never only a day.
  private func candidate(
    apartByNumbers: Bool
  ) throws(Diagnostic) -> (Scenario, PracticeLevel, block: String) {
    let law = encoding.law
    let days = try solver.values(of: encoding.days.map(\.text)).map { Day(sinceEpoch: $0.whole ?? 0) }
    let inputs = encoding.inputs.sorted { $0.value.text < $1.value.text }
    let found = try solver.values(of: inputs.map(\.value.text))
    let known = try solver.values(of: inputs.map(\.value.known))
    var values: [Int: [Int: Value]] = [:]
    var events: [Scenario.Change] = []
    var settled: [String] = []
    for (index, input) in inputs.enumerated() {
      if input.value.known != "true" {
        settled.append("(= \(input.value.known) \(known[index].boolean ?? true))")
      }
      switch input.key {
      case .fact(let fact, let instant):
        let type = law.vocabulary.facts[fact].type
        let value =
          known[index] == .boolean(false) ? .unknown : Unrolling.value(found[index], type: type.known)
        values[fact, default: [:]][instant] = value
        switch value {
        case .boolean(let holds): settled.append("(= \(input.value.text) \(holds))")
        case .member(let member): settled.append("(= \(input.value.text) \(member))")
        case .number(let number) where apartByNumbers:
          settled.append(Logic.compare("=", input.value.with(known: "true"), Term(number)))
        default: break
        }
      case .event(let event, let instant):
        settled.append("(= \(input.value.text) \(found[index].boolean ?? false))")
        if found[index] == .boolean(true) { events.append(.init(day: days[instant], what: .event(event))) }
      case .since, .last: break
      }
    }
    let level = try solver.values(of: ["practice"])[0].whole ?? 1
    let scenario = Unrolling.scenario(law.vocabulary, days: days, values: values, events: events)
    return (scenario, [.low, .base, .high][min(max(level, 0), 2)], Logic.not(Logic.and(settled)))
  }

  private static func scenario(
    _ vocabulary: Vocabulary, days: [Day], values: [Int: [Int: Value]], events: [Scenario.Change]
  ) -> Scenario {
    let from = days.first ?? Day(sinceEpoch: 0)
    var changes = events
    let initial = vocabulary.facts.indices.map { index -> Value in
      let fact = vocabulary.facts[index]
      let known = (values[index] ?? [:]).sorted { $0.key < $1.key }
      guard var present = known.first?.value else {
        // What no rule asked for: nobody is born by default.
        return fact.standard ?? (fact.type == .date ? .date(from.adding(months: -480)) : .unknown)
      }
      let first = present
      for (instant, value) in known.dropFirst() where value != present {
        changes.append(.init(day: days[instant], what: .fact(index, value)))
        present = value
      }
      return first
    }
    let until = (days.last ?? from).adding(days: 1)
    return Scenario(
      id: "witness", title: Label(danish: "Et vidne", english: "A witness"),
      shows: Label(danish: "et vidne", english: "a witness"), period: Stretch(from: from, until: until),
      initial: initial, changes: changes, source: nil, assumed: [], range: .start(of: "witness"))
  }

  private static func value(_ found: SolverValue, type: ValueType) -> Value {
    switch type {
    case .boolean: .boolean(found.boolean ?? false)
    case .enumeration: .member(found.whole ?? 0)
    case .number: .number(found.number ?? .zero)
    case .money: .money(found.number ?? .zero)
    case .months: .months(found.whole ?? 0)
    case .days: .days(found.whole ?? 0)
    case .date: .date(Day(sinceEpoch: found.whole ?? 0))
    case .text, .list, .optional: .unknown
    }
  }
}
