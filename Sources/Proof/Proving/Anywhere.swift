internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// One instant of any course: what is refuted here happens to nobody.
///
///     any state a course can be in ──► facts, events ──► episodes, benefit, group, unit, clocks ──► can this be?
struct Anywhere {
  private var encoding: Encoding
  private let resolution: Resolution
  private let solver: Solver
  private let stretch: LawStretch
  /// How much of the script the solver knows.
  private var told = 0

  init(law: Law, stretch: LawStretch, solver: Solver, limit: Int) throws(Diagnostic) {
    var encoding = Encoding(law: law, day: stretch.from, isAnywhere: true)
    encoding.declare("today")
    encoding.begin(Term("today", .int))
    encoding.assert("(<= (- 25567) today 84005)")
    encoding.beginAnywhere()
    resolution = encoding.resolve()
    var none: [ClockTrace] = []
    encoding.runClocks(&none)
    self.encoding = encoding
    self.solver = try solver.fresh(limit: limit)
    self.stretch = stretch
  }

  var gaps: [String] { encoding.gaps }

  /// How many branches or rows a definition has here.
  mutating func branches(ofDefinition index: Int) -> Int {
    _ = encoding.value(of: .definition(index))
    return encoding.applied[index]?.map(\.count).max() ?? 0
  }

  /// - Parameters:
  ///   - exactly: whether a situation must hold by the calendar, and on a day of the stretch; without it "can
  ///     be" is less sure, and much sooner said.
  ///   - refuted: what was refuted before, in this stretch or another, whatever the day.
  mutating func ask(
    _ question: Question, exactly: Bool = true, refuted: inout Set<String>
  ) throws(Diagnostic) -> Solver.Answer {
    let condition = encoding.condition(question, resolution)
    if condition == "false" { return .unsatisfiable }
    let symbols = encoding.symbols(behind: condition)
    let whole = encoding.whole(condition, symbols)
    if refuted.contains(whole) { return .unsatisfiable }
    let lines = encoding.script[told...]
    told = encoding.script.count
    if !lines.isEmpty { try solver.tell(lines.joined(separator: "\n")) }
    // What has nothing to do with the question would only be more to find a situation for.
    let facts = encoding.assertions.filter { $0.about.isEmpty || $0.about.contains(where: symbols.contains) }
    let all = facts.map(\.text) + [condition]
    try solver.tell("(push)" + all.map { "(assert \($0))" }.joined())
    var answer = try solver.check()
    if answer == .unsatisfiable {
      refuted.insert(whole)
    } else if exactly {
      try solver.tell("(assert \(isToday))")
      answer = try solver.check(encoding.calendar.filter { symbols.contains($0.symbol) }.map(\.function))
    }
    try solver.tell("(pop)")
    return answer
  }

  private var isToday: String {
    let last = (stretch.until?.sinceEpoch ?? 84_005) - 1
    return "(<= \(Term(stretch.from.sinceEpoch).text) today \(Term(last).text))"
  }
}
