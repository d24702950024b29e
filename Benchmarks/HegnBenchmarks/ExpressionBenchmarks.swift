internal import Benchmark
internal import Diagnostics
internal import Expressions
internal import Quantities

/// One condition of ten terms, each of which must be looked at.
func expressionBenchmarks() {
  Benchmark(
    "evaluate: a condition of ten terms", configuration: .init(scalingFactor: .kilo)
  ) { benchmark in
    let condition = try TenTerms.condition()
    var context = TenTerms()

    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try condition.value(in: &context)) }
  }

  Benchmark(
    "evaluate: the same, watching", configuration: .init(scalingFactor: .kilo)
  ) { benchmark in
    let condition = try TenTerms.condition()
    var context = TenTerms()
    context.isWatching = true

    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try condition.value(in: &context)) }
    blackHole(context.told)
  }

  Benchmark(
    "read: a condition of ten terms", configuration: .init(scalingFactor: .kilo)
  ) { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try TenTerms.condition()) }
  }
}

/// A citizen of whom all ten terms hold, so that evaluation never stops early.
private struct TenTerms: EvaluationContext {
  var isWatching = false
  var told = 0

  static let text = """
    insured and not qualified and children >= 1 and age >= 30 and employment in (none, student) \
    and weeks > 22 weeks and partner = true and not (sick or graduate) and (time ?? 4 weeks) <= 13 weeks \
    and (if insured then children else 0) < 5
    """

  private static let employment = ValueType.enumeration(
    Enumeration(name: "employment", members: ["employed", "student", "none"]))

  private static let facts: [(name: String, type: ValueType, value: Value)] = [
    ("insured", .boolean, .boolean(true)),
    ("qualified", .boolean, .boolean(false)),
    ("children", .number, .number(Rational(2))),
    ("age", .number, .number(Rational(41))),
    ("employment", employment, .member(2)),
    ("weeks", .days, .days(23 * 7)),
    ("partner", .boolean, .boolean(true)),
    ("sick", .boolean, .boolean(false)),
    ("graduate", .boolean, .boolean(false)),
    ("time", .optional(.days), .unknown),
  ]

  private let values = facts.map(\.value)

  static func condition() throws(Diagnostic) -> CheckedExpression {
    var names = Names()
    for (slot, fact) in facts.enumerated() {
      names.declare(NameDeclaration(fact.name, fact.type, slot: slot, kind: "fact"))
    }
    let read = ExpressionReader.read(
      MarkedText(text, range: .start(of: "condition")), names: names,
      expecting: Expectation(.boolean, reason: "the condition of a benchmark"))
    if let condition = read.value { return condition }
    throw read.findings.sorted.first
      ?? Diagnostic(.error, "no-condition", "the condition cannot be read", at: .start(of: "condition"))
  }

  func value(of slot: Int) throws(Diagnostic) -> Value { values[slot] }

  mutating func didEvaluate(
    _ node: CheckedExpression.Node, of source: MarkedText, to value: Value
  ) { told += 1 }
}
