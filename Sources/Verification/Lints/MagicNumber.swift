internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// A figure of the law that stands in an expression instead of a parameter.
///
/// 0, 1, one krone, one day and one month are no figures, and the lengths of a schedule (`due`, `lasts`,
/// `at most`) are the rule itself. What is left is an age, a limit or an amount that the act may change
/// on a day.
struct MagicNumber: Lint {
  private static let page = FindingPage(
    .note, "magic-number", "A figure that stands in an expression instead of a parameter.",
    why:
      "A parameter has a day from which it holds, a citation of its own and one place to change it; a number in a condition has none of these, and the next change of the act must find every copy. 0, 1, one krone, one day and one month count as no figures, and neither do the lengths of 'due', 'lasts' and 'at most', which are the rule itself.",
    bad: "when: age < 30 and children > 2",
    good: "when: age < youth-limit and children > free-children")
  static let pages = [page]

  func findings(in rules: LintedRules) -> [Diagnostic] {
    rules.laws.flatMap { law in law.expressions.flatMap { findings(in: $0) } }
  }

  private func findings(in placed: PlacedExpression) -> [Diagnostic] {
    guard placed.place != .schedule, placed.place != .length else { return [] }
    var findings: [Diagnostic] = []
    placed.expression.root.forEach { node in
      guard case .constant(let value) = node.operation, MagicNumber.isFigure(value) else { return }
      let words = placed.expression.text(of: node)
      findings.append(
        Self.page.finding(
          "'\(words)' stands in '\(placed.provision.id.name)' without a parameter",
          at: placed.expression.source.range(of: node.stretch),
          hint: "declare a parameter, with its days and its citation"))
    }
    return findings
  }

  private static let minusOne = Rational(-1)
  private static let oneKrone = Rational(100)

  private static func isFigure(_ value: Value) -> Bool {
    switch value {
    case .number(let number): number != .zero && number != .one && number != minusOne
    // One krone is what amounts are rounded to.
    case .money(let øre): øre != .zero && øre != oneKrone
    case .time(let nanoseconds): nanoseconds != 0 && nanoseconds != Value.nanosecondsPerDay
    case .months(let months): months != 0 && months != 1
    case .boolean, .member, .text, .date, .list, .unknown: false
    }
  }
}
