import Diagnostics
import Expressions
import Quantities

/// A small law to read expressions against: names of every kind, and a value for each.
struct RuleBench: EvaluationContext {
  struct Comparing: Equatable, CustomStringConvertible {
    let name: String
    let comparison: Comparison
    let bound: Value
    let outcome: Bool

    var description: String { "\(name) \(comparison.rawValue) \(bound): \(outcome)" }
  }

  private(set) var names = Names()
  private var slots: [String] = []
  var values: [String: Value] = [:]
  var isWatching = false
  private(set) var comparisons: [Comparing] = []
  private(set) var watched: [String] = []

  static let benefits = Enumeration(
    name: "benefit", members: ["dagpenge", "kontanthjælp", "sygedagpenge", "none"])
  static let employments = Enumeration(
    name: "employment", members: ["employed", "self-employed", "supported-job", "none"])

  /// The line of `Rules/words.yaml` that a name is declared on.
  static func declared(line: Int) -> SourceRange {
    let start = SourcePosition(line: line, column: 1)
    return SourceRange(file: "Rules/words.yaml", start: start, end: start)
  }

  init() {
    declare("sick", .boolean, .boolean(true))
    declare("qualified", .boolean, .boolean(false))
    declare("employment", .enumeration(RuleBench.employments), .member(3))
    declare("benefit", .enumeration(RuleBench.benefits), .member(2))
    declare("benefit.since", .date, .date(day("2023-03-01")))
    declare("benefit.before", .enumeration(RuleBench.benefits), .member(1))
    declare("children", .number, .number(Rational(2)), isWhole: true)
    declare("share", .number, .number(Rational(1, 3) ?? .one))
    declare("income", .money(per: .month, isExact: true), .money(Rational(1_000_000)))
    declare("threshold", .money(per: .year, isExact: true), .money(Rational(12_000_000)))
    declare("time-to-job", .optional(.days), .unknown)
    declare("last-interview", .optional(.date), .unknown)
    declare("a", .number, .number(Rational(5)))
    declare("b", .number, .number(Rational(3)))
    declare("today", .date, .date(day("2023-06-01")), .elapsing, kind: "day")
    declare("age", .number, .number(Rational(29)), .elapsing, kind: "age")
    declare("sick-pay", .days, .days(160), .elapsing, kind: "clock")
    declare("dagpenge", .days, .days(10), .elapsing, kind: "clock")
    declare("absences", .list(of: .number), .list([1, 2, 3].map { .number(Rational($0)) }))
    declare("twin", .enumeration(Enumeration(name: "twin", members: ["twin", "none"])), .member(0))
  }

  private mutating func declare(
    _ name: String, _ type: ValueType, _ value: Value, _ timing: NameDeclaration.Timing = .fixed,
    kind: String = "fact", isWhole: Bool = false
  ) {
    names.declare(
      NameDeclaration(
        name, type, slot: slots.count, timing: timing, kind: kind, isWhole: isWhole,
        declaredAt: RuleBench.declared(line: slots.count + 1)))
    slots.append(name)
    values[name] = value
  }

  // MARK: Reading and evaluating

  func read(_ text: String, expecting expectation: Expectation? = nil) -> Checked<CheckedExpression> {
    ExpressionReader.read(RuleBench.marked(text), names: names, expecting: expectation)
  }

  /// The value, or the code of the first finding.
  mutating func value(_ text: String) -> String {
    let checked = read(text)
    guard let expression = checked.value else { return codes(text).joined(separator: " ") }
    do { return try expression.value(in: &self).shown } catch { return error.code }
  }

  func codes(_ text: String, expecting expectation: Expectation? = nil) -> [String] {
    read(text, expecting: expectation).findings.sorted.map(\.code)
  }

  func hint(_ text: String, expecting expectation: Expectation? = nil) -> String? {
    read(text, expecting: expectation).findings.sorted.first?.hint
  }

  /// All findings as a person sees them, the line and its carets included.
  func rendered(_ text: String, expecting expectation: Expectation? = nil) -> String {
    DiagnosticRenderer(texts: ["Rules/law.yaml": "law: current\nwhen: \(text)\n"], style: .plain)
      .render(read(text, expecting: expectation).findings)
  }

  /// The text as the value of `when:` on the second line of a file.
  static func marked(_ text: String) -> MarkedText {
    let length = text.unicodeScalars.count
    return MarkedText(
      text,
      range: SourceRange(
        file: "Rules/law.yaml", start: SourcePosition(line: 2, column: 7),
        end: SourcePosition(line: 2, column: 7 + length)))
  }

  // MARK: As a context

  mutating func value(of slot: Int) throws(Diagnostic) -> Value { values[slots[slot]] ?? .unknown }

  mutating func didCompare(
    elapsing slot: Int, _ comparison: Comparison, _ bound: Value, outcome: Bool
  ) {
    comparisons.append(
      Comparing(name: slots[slot], comparison: comparison, bound: bound, outcome: outcome))
  }

  mutating func didEvaluate(
    _ node: CheckedExpression.Node, of source: MarkedText, to value: Value
  ) {
    watched.append("\(source.stretch(node.stretch)): \(value.shown)")
  }
}

func day(_ text: String) -> Day { Day(text) ?? .first }

extension Value {
  var shown: String {
    switch self {
    case .boolean(let flag): "\(flag)"
    case .member(let index): "member \(index)"
    case .number(let number): "\(number)"
    case .money(let øre): "\(øre) øre"
    case .months(let count): "\(count) months"
    case .time(let nanoseconds): "\(nanoseconds / Value.nanosecondsPerDay) days"
    case .date(let day): "\(day)"
    case .text(let text): "\"\(text)\""
    case .list(let values): "[\(values.map(\.shown).joined(separator: ", "))]"
    case .unknown: "unknown"
    }
  }
}
