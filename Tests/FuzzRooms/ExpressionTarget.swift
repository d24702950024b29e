internal import Diagnostics
internal import Expressions
internal import Quantities

/// Reads text as an expression and as a table's cell, and evaluates what the checker let pass.
///
/// The checker promises that whatever it accepts has a value, or one of the few failures that only values
/// can show; and that the value is of the type it said.
struct ExpressionTarget: FuzzTarget {
  private let names: Names
  private let contexts: [Bench]

  init() {
    var names = Names()
    var types: [ValueType] = []
    for (name, type, timing, isWhole) in ExpressionTarget.declarations {
      names.declare(
        NameDeclaration(name, type, slot: types.count, timing: timing, kind: "fact", isWhole: isWhole))
      types.append(type)
    }
    self.names = names
    contexts = (0..<4).map { turn in Bench(values: types.map { ExpressionTarget.value(of: $0, turn: turn) }) }
  }

  func complaint(about input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    let read = ExpressionReader.read(ExpressionTarget.marked(text), names: names, expecting: nil)
    if let misplaced = read.findings.misplaced() { return misplaced }
    guard let checked = read.value else {
      return read.findings.hasErrors ? table(text) : "no expression, and no reason why"
    }
    for var context in contexts {
      do {
        let value = try checked.value(in: &context)
        if !value.isOf(checked.type) { return "the checker said \(checked.type), the value is \(value)" }
      } catch {
        if !ExpressionTarget.failures.contains(error.code) { return "evaluating failed with '\(error.code)'" }
      }
    }
    return table(text)
  }

  /// The text as a cell: of a number, of a number that changes by itself, or of an enumeration.
  private func table(_ text: String) -> String? {
    let range = ExpressionTarget.marked("").range
    let column = ["a", "age", "benefit"][text.utf8.count % 3]
    let source = DecisionTableSource(
      hit: nil, columns: [.init(ExpressionTarget.marked(column))],
      outputs: [.init("result", otherwise: ExpressionTarget.marked("0"))],
      rows: [.init(when: [ExpressionTarget.marked(text)], then: [ExpressionTarget.marked("1")], range: range)],
      range: range)
    let read = DecisionTableReader.read(source, names: names)
    if let misplaced = read.findings.misplaced() { return misplaced }
    guard let table = read.value else { return read.findings.hasErrors ? nil : "no table, and no reason why" }
    for var context in contexts {
      do {
        _ = try table.decide(in: &context)
      } catch {
        if !ExpressionTarget.failures.contains(error.code) { return "deciding failed with '\(error.code)'" }
      }
    }
    return nil
  }

  // MARK: Names and values

  private struct Bench: EvaluationContext {
    let values: [Value]
    func value(of slot: Int) throws(Diagnostic) -> Value { values[slot] }
  }

  /// What only values can show; anything else the checker should have seen.
  private static let failures: Set<String> = [
    "division-by-zero", "out-of-range", "fraction-of-a-duration", "not-a-whole-number", "root-of-negative",
    "root-not-exact", "step-not-positive", "scale-out-of-range", "empty-list", "no-such-day", "malformed-literal",
    "position-zero", "list-too-long", "rows-overlap", "rows-differ", "no-row-matches", "value-not-allowed",
  ]

  private static let declarations: [(String, ValueType, NameDeclaration.Timing, Bool)] = [
    ("sick", .boolean, .fixed, false), ("qualified", .boolean, .fixed, false),
    ("benefit", .enumeration(benefits), .fixed, false),
    ("benefit.since", .date, .fixed, false), ("children", .number, .fixed, true),
    ("share", .number, .fixed, false), ("income", .money(per: .month, isExact: true), .fixed, false),
    ("threshold", .money(per: .year, isExact: true), .fixed, false),
    ("time-to-job", .optional(.days), .fixed, false), ("last-interview", .optional(.date), .fixed, false),
    ("a", .number, .fixed, false), ("b", .number, .fixed, false), ("length", .months, .fixed, false),
    ("today", .date, .elapsing, false), ("age", .number, .elapsing, false),
    ("sick-pay", .days, .elapsing, false), ("absences", .list(of: .number), .fixed, false),
    ("words", .text, .fixed, false),
  ]

  private static let benefits = Enumeration(name: "benefit", members: ["dagpenge", "kontanthjælp", "none"])

  /// Ordinary values, then such as lie at the edges.
  private static func value(of type: ValueType, turn: Int) -> Value {
    let number = [Rational(5), .zero, Rational(-1, 3) ?? .one, Rational(1 << 62)][turn]
    let days = [Day("2023-06-01"), Day("2024-02-29"), Day.first, Day.last].map { $0 ?? .first }
    switch type {
    case .boolean: return .boolean(turn % 2 == 0)
    case .enumeration(let enumeration): return .member(turn % enumeration.members.count)
    case .number: return .number(number)
    case .money: return .money(number)
    case .months: return .months([6, 0, -5, 119_988][turn])
    case .days: return .days([160, 0, -7, 3_652_058][turn])
    case .date: return .date(days[turn])
    case .text: return .text(["spade", "", "🐎e\u{301}", "æ\u{0}"][turn])
    case .list(let element):
      guard let element else { return .list([]) }
      return .list((0..<turn).map { value(of: element, turn: $0) })
    case .optional(let inner): return turn % 2 == 0 ? .unknown : value(of: inner, turn: turn)
    }
  }

  private static func marked(_ text: String) -> MarkedText {
    let start = SourcePosition(line: 1, column: 1)
    return MarkedText(text, range: SourceRange(file: "f", start: start, end: start))
  }
}

extension Value {
  /// Whether the value is one of a type.
  fileprivate func isOf(_ type: ValueType) -> Bool {
    switch (self, type) {
    case (.unknown, .optional): true
    case (_, .optional(let inner)): isOf(inner)
    case (.boolean, .boolean), (.number, .number), (.money, .money), (.months, .months), (.time, .days),
      (.date, .date), (.text, .text):
      true
    case (.member(let index), .enumeration(let enumeration)): enumeration.members.indices.contains(index)
    case (.list(let items), .list(let element)):
      element.map { element in items.allSatisfy { $0.isOf(element) } } ?? items.isEmpty
    default: false
    }
  }
}
