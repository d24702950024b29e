internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// A law at one stretch of its time, as text for the solver: what a citizen's state is at an instant, and what
/// the law makes of it there.
///
/// The same order, and the same meaning, as `CourseSimulator`; where something has no exact translation an
/// unknown of the same kind takes its place. So every state that a citizen can reach is among those the solver
/// considers, and what it refutes never happens. The other way round nothing follows: what it finds is shown
/// only when a replay shows it.
struct Encoding {
  let law: Law
  /// A day of the stretch: which texts are in force, and which values.
  let day: Day
  /// Whether the first instant is any instant of any course; otherwise it is the first of a course.
  let isAnywhere: Bool

  /// Declarations and definitions, in the order they must be told.
  private(set) var script: [String] = []
  /// What holds of the symbols, each with those it is about.
  private(set) var assertions: [Assertion] = []
  /// Functions of the calendar, each with the symbol of its value.
  private(set) var calendar: [(symbol: String, function: CalendarFunction)] = []
  private var calendarSymbols: [CalendarFunction: String] = [:]
  /// The symbols that each definition names, and the definition itself.
  private var parts: [String: [String]] = [:]
  private var bodies: [String: String] = [:]
  /// What has no exact translation, in the author's words.
  private(set) var gaps: [String] = []
  /// Of each definition: when its rule cannot decide, each time it is asked.
  private(set) var faults: [Int: [String]] = [:]
  /// Of each definition: when each of its branches or rows applies, each time it is asked.
  private(set) var applied: [Int: [[String]]] = [:]
  /// Facts and events that were asked for, by instant, with the symbol of each.
  var inputs: [Input: Term] = [:]

  /// Which instant of the course it is, from 0.
  var instant = 0
  var today = Term(0)
  /// The day of each instant so far.
  var days: [Term] = []
  /// Whether the citizen has a case.
  var isCovered = "false"
  /// What changes when something happens, benefits and episodes above all.
  private var state: [Slot: Term] = [:]
  private var memory: [Int: Term] = [:]
  private let reads: [Set<Slot>]
  private let texts: [Definition.Body?]
  private var count = 0

  struct Assertion {
    let text: String
    /// Of no concern to a question that asks about none of them; what is about nothing always matters.
    let about: [String]
  }

  enum Input: Hashable {
    case fact(Int, instant: Int)
    case event(Int, instant: Int)
    /// Only anywhere: since when, and when last.
    case since(Int)
    case last(Int)
  }

  init(law: Law, day: Day, isAnywhere: Bool) {
    self.law = law
    self.day = day
    self.isAnywhere = isAnywhere
    texts = law.definitions.map { $0.versions.inForce(on: day)?.text }
    reads = Encoding.reads(of: texts, in: law)
    script = ["(declare-const practice Int)"]
    assertions = [Assertion(text: "(<= 0 practice 2)", about: ["practice"])]
  }

  // MARK: Writing

  /// A symbol for a term, so that it is written once.
  mutating func naming(_ term: Term, _ name: String) -> Term {
    guard term.text.utf8.count > 40 else { return term.known.utf8.count > 40 ? naming(known: term, name) : term }
    count += 1
    define("\(name)~\(count)", term)
    var named = Term("\(name)~\(count)", term.sort, known: term.known)
    if named.known.utf8.count > 40 { named = naming(known: named, name) }
    return named
  }

  private mutating func naming(known term: Term, _ name: String) -> Term {
    term.with(known: naming(.bool(term.known), "\(name)-known").text)
  }

  mutating func naming(_ condition: String, _ name: String) -> String { naming(.bool(condition), name).text }

  private mutating func define(_ symbol: String, _ term: Term) {
    // No macro: the solver would copy each into all that name it, and work out all of them for each situation.
    script.append("(declare-const \(symbol) \(term.sort.rawValue))(assert (= \(symbol) \(term.text)))")
    parts[symbol] = Encoding.symbols(in: term.text)
    bodies[symbol] = term.text
  }

  mutating func write(_ line: String) { script.append(line) }

  mutating func assert(_ condition: String, about: String...) {
    if condition != "true" { assertions.append(Assertion(text: condition, about: about)) }
  }

  private static func symbols(in text: String) -> [String] {
    text.split { " ()".contains($0) }.map(String.init)
  }

  /// Every symbol that a condition hangs on.
  func symbols(behind condition: String) -> Set<String> {
    var seen: Set<String> = []
    var open = Encoding.symbols(in: condition)
    while let symbol = open.popLast() {
      guard seen.insert(symbol).inserted else { continue }
      open += parts[symbol] ?? []
    }
    return seen
  }

  /// All that a condition hangs on, as one text: two stretches in which it is the same need one answer.
  func whole(_ condition: String, _ symbols: Set<String>) -> String {
    symbols.sorted().map { "\($0) \(bodies[$0] ?? "")" }.joined(separator: "\n") + condition
  }

  mutating func declare(_ day: String) { script.append("(declare-const \(day) Int)") }

  mutating func unknown(_ sort: Term.Sort, _ name: String) -> Term {
    count += 1
    script.append("(declare-const \(name)~\(count) \(sort.rawValue))")
    return Term("\(name)~\(count)", sort)
  }

  /// An unknown in place of what has no exact translation.
  mutating func gap(_ words: String, _ type: ValueType) -> Term {
    if !gaps.contains(words) { gaps.append(words) }
    let term = unknown(Encoding.sort(of: type), "open")
    guard type.isOptional else { return term }
    return term.with(known: unknown(.bool, "open-known").text)
  }

  mutating func fault(_ condition: String, ofDefinition index: Int) {
    if condition != "false" { faults[index, default: []].append(condition) }
  }

  mutating func apply(_ conditions: [String], ofDefinition index: Int) {
    applied[index, default: []].append(conditions)
  }

  mutating func calendar(_ kind: CalendarFunction.Kind, _ arguments: Term...) -> Term {
    let function = CalendarFunction(kind: kind, arguments: arguments)
    let wholes = arguments.compactMap(\.whole)
    if wholes.count == arguments.count { return Term(function.value(wholes)) }
    if let known = calendarSymbols[function] { return Term(known, .int) }
    count += 1
    let symbol = "\(kind.rawValue)~\(count)"
    define(symbol, Term(function.text, .int))
    calendarSymbols[function] = symbol
    calendar.append((symbol, function))
    for bound in function.bounds { assertions.append(Assertion(text: bound, about: [symbol])) }
    return Term(symbol, .int)
  }

  /// What a value of a type is for the solver; numbers that may be fractions are told apart by their terms.
  static func sort(of type: ValueType) -> Term.Sort {
    switch type.known {
    case .boolean: .bool
    case .number, .money: .real
    default: .int
    }
  }

  // MARK: State

  subscript(_ slot: Slot) -> Term {
    get { state[slot] ?? Term(0) }
    set {
      guard state[slot] != newValue else { return }
      state[slot] = newValue
      for index in reads.indices where reads[index].contains(slot) { memory[index] = nil }
    }
  }

  /// Another day: nothing that was decided holds on.
  mutating func forget() { memory = [:] }

  /// What to return to after looking ahead.
  struct Snapshot {
    fileprivate let state: [Slot: Term]
    fileprivate let isCovered: String
    fileprivate let today: Term
    fileprivate let faults: [Int: [String]]
    fileprivate let applied: [Int: [[String]]]
  }

  var snapshot: Snapshot {
    Snapshot(state: state, isCovered: isCovered, today: today, faults: faults, applied: applied)
  }

  mutating func restore(_ snapshot: Snapshot) {
    state = snapshot.state
    isCovered = snapshot.isCovered
    today = snapshot.today
    faults = snapshot.faults
    applied = snapshot.applied
    forget()
  }

  /// Only what is decided from here on counts: what came before was an earlier instant.
  mutating func forgetFaults() {
    faults = [:]
    applied = [:]
  }

  mutating func value(of slot: Slot) -> Term {
    switch slot {
    case .today, .lawDay: return today
    case .age:
      guard let index = law.vocabulary.fact(named: "born") else { return Term(0) }
      let born = fact(index)
      let age = isAnywhere ? calendar(.age, born, today) : ageOfCourse()
      return born.known == "true" ? age : Logic.choice(born.known, age, Term(0))
    case .fact(let index): return fact(index)
    case .factSince(let index): return since(index)
    case .eventLast(let index): return last(index)
    case .definition(let index):
      if let known = memory[index] { return known }
      let term = definition(index)
      memory[index] = term
      return term
    case .parameter(let index):
      let parameter = law.parameters[index]
      guard let value = parameter.step(on: day)?.value else {
        return gap("\(parameter.provision.id.local) (\(day))", parameter.type)
      }
      return constant(value) ?? gap(parameter.provision.id.local, parameter.type)
    case .practice(let index):
      let practice = law.practices[index]
      let ends = [practice.low, practice.base, practice.high].map { constant($0) }
      guard let low = ends[0], let base = ends[1], let high = ends[2] else {
        return gap(practice.provision.id.local, practice.type)
      }
      return Logic.choice("(= practice 0)", low, Logic.choice("(= practice 1)", base, high))
    default: return self[slot]
    }
  }

  func constant(_ value: Value) -> Term? {
    switch value {
    case .boolean(let holds): holds ? .yes : .no
    case .member(let index): Term(index)
    case .number(let number): Term(number)
    case .money(let øre): Term(øre)
    case .months(let months): Term(months)
    case .time: value.period.map { Term($0.days) }
    case .date(let day): Term(day.sinceEpoch)
    case .unknown: Term(0).with(known: "false")
    case .text, .list: nil
    }
  }

  // MARK: What definitions rest on

  /// The slots that each definition reads, those of the definitions it names included.
  private static func reads(of bodies: [Definition.Body?], in law: Law) -> [Set<Slot>] {
    var known: [Set<Slot>?] = bodies.map { _ in nil }
    func read(_ index: Int) -> Set<Slot> {
      if let slots = known[index] { return slots }
      var slots: Set<Slot> = []
      for number in bodies[index]?.slotNumbers ?? [] {
        let slot = law.slots[number]
        slots.insert(slot)
        if case .definition(let other) = slot { slots.formUnion(read(other)) }
      }
      known[index] = slots
      return slots
    }
    return bodies.indices.map { read($0) }
  }

  func body(ofDefinition index: Int) -> Definition.Body? { texts[index] }
}

extension Definition.Body {
  var slotNumbers: [Int] {
    switch self {
    case .table(let table): return table.slots
    case .branches(let base):
      var all: [Int] = []
      base.forEach { branch in
        all += branch.condition?.slots ?? []
        all += branch.outcome?.slots ?? []
      }
      return all
    }
  }
}
