import Diagnostics
import Expressions
import Quantities
import Testing

@Suite("A finding about an expression")
struct ExpressionFindingTests {
  private let bench = RuleBench()

  @Test("compares units of money, and shows how to bring them together")
  func units() {
    #expect(
      bench.rendered("income <= threshold") == """
        Rules/law.yaml:2:7: error: 'income' is money per month, 'threshold' is money per year [unit-mismatch]
          2 | when: income <= threshold
            |       ^^^^^^^^^^^^^^^^^^^
          hint: write 'income * 12 <= threshold'
          note: Rules/words.yaml:10:1: 'threshold' is declared here

        """)
    #expect(bench.codes("income * 12 <= threshold") == [])
    #expect(bench.hint("max(threshold, income)") == "write 'max(threshold, income * 12)'")
    #expect(bench.hint("income > 100 kr per week") == "bring both to the same stretch of time")
  }

  @Test("says which enumeration a name is no member of, and where that is declared")
  func members() {
    #expect(
      bench.rendered("sick and benefit in (dagpenge, sygedagpnge)") == """
        Rules/law.yaml:2:38: error: 'sygedagpnge' is not a member of 'benefit' [unknown-member]
          2 | when: sick and benefit in (dagpenge, sygedagpnge)
            |                                      ^^^^^^^^^^^
          hint: write 'sygedagpenge'
          note: Rules/words.yaml:4:1: 'benefit' is declared here

        """)
  }

  @Test("comes together with all others of the expression, each told once")
  func manyAtOnce() {
    #expect(
      bench.rendered("sik and (benefit = dagpnge or children) and sik + 1 > 2") == """
        Rules/law.yaml:2:7: error: 'sik' is not declared [unknown-name]
          2 | when: sik and (benefit = dagpnge or children) and sik + 1 > 2
            |       ^^^
          hint: write 'sick'
        Rules/law.yaml:2:26: error: 'dagpnge' is not a member of 'benefit' [unknown-member]
          2 | when: sik and (benefit = dagpnge or children) and sik + 1 > 2
            |                          ^^^^^^^
          hint: write 'dagpenge'
          note: Rules/words.yaml:4:1: 'benefit' is declared here
        Rules/law.yaml:2:37: error: 'children' is a number, 'or' needs a condition [not-a-condition]
          2 | when: sik and (benefit = dagpnge or children) and sik + 1 > 2
            |                                     ^^^^^^^^
          hint: write a comparison, such as 'children = 0'
          note: Rules/words.yaml:7:1: 'children' is declared here
        Rules/law.yaml:2:51: error: 'sik' is not declared [unknown-name]
          2 | when: sik and (benefit = dagpnge or children) and sik + 1 > 2
            |                                                   ^^^
          hint: write 'sick'

        """)
  }

  @Test("says what a place expects and why")
  func expectations() {
    let amount = Expectation(
      .money(per: .month, isExact: true), reason: "the amount of a benefit",
      declaredAt: RuleBench.declared(line: 40))
    #expect(
      bench.rendered("income * share", expecting: amount) == """
        Rules/law.yaml:2:7: error: 'income * share' may hold fractions of an øre, the amount of a benefit must be whole øre [rounding-needed]
          2 | when: income * share
            |       ^^^^^^^^^^^^^^
          hint: write 'round half up(income * share, 0.01 kr)'
          note: Rules/words.yaml:40:1: expected because of this

        """)
    #expect(bench.codes("round half up(income * share, 0.01 kr)", expecting: amount) == [])
    #expect(bench.codes("threshold", expecting: amount) == ["unit-mismatch"])
    #expect(bench.codes("threshold / 12", expecting: amount) == ["rounding-needed"])
    #expect(bench.hint("15_000", expecting: amount) == "write '15_000 kr per month'")

    let condition = Expectation(.boolean, reason: "the condition of a duty")
    #expect(
      bench.read("children", expecting: condition).findings.all.map(\.message)
        == ["'children' is a number, the condition of a duty is true or false"])
  }

  @Test("tells how to handle what may be unknown")
  func unknowns() {
    #expect(
      bench.rendered("time-to-job <= 13 weeks") == """
        Rules/law.yaml:2:7: error: 'time-to-job' may be unknown [may-be-unknown]
          2 | when: time-to-job <= 13 weeks
            |       ^^^^^^^^^^^
          hint: write '(time-to-job ?? 0 days)', or ask 'known(time-to-job) and …' first
          note: Rules/words.yaml:11:1: 'time-to-job' is declared here

        """)
  }

  @Test(
    "is silent where an unknown value has been handled",
    arguments: [
      "(time-to-job ?? 0 days) <= 13 weeks",
      "time-to-job ?? 0 days <= 13 weeks",
      "known(time-to-job) and time-to-job <= 13 weeks",
      "sick and known(time-to-job) and time-to-job <= 13 weeks",
      "not(known(time-to-job)) or time-to-job <= 13 weeks",
      "not known(time-to-job) or time-to-job <= 13 weeks",
      "(if known(time-to-job) then time-to-job else 0 days) <= 13 weeks",
      "if not(known(time-to-job)) then sick else time-to-job <= 13 weeks",
      "known(last-interview) and known(time-to-job) and last-interview + time-to-job < 2023-01-01",
    ])
  func handledUnknowns(expression: String) {
    #expect(bench.codes(expression) == [])
  }

  @Test(
    "comes where an unknown value is handled elsewhere only",
    arguments: [
      "known(time-to-job) or time-to-job <= 13 weeks",
      "time-to-job <= 13 weeks and known(time-to-job)",
      "known(last-interview) and time-to-job <= 13 weeks",
      "(known(time-to-job) or sick) and time-to-job <= 13 weeks",
      "(known(time-to-job) and sick) or time-to-job <= 13 weeks",
      "if known(time-to-job) then sick else time-to-job <= 13 weeks",
      "time-to-job",
    ])
  func unhandledUnknowns(expression: String) {
    let condition = Expectation(.boolean, reason: "the condition of a duty")

    #expect(bench.codes(expression, expecting: condition) == ["may-be-unknown"])
  }

  @Test(
    "has a code and a hint that can be pasted",
    arguments: [
      ("a-b > 1", "unknown-name", "write 'a - b', with spaces around the minus"),
      ("benefit.snce > 2023-01-01", "unknown-name", "write 'benefit.since'"),
      ("benefit.since.yer = 1", "no-such-part", "write '.year'"),
      (
        "benefit = housing", "unknown-member",
        "write one of 'dagpenge', 'kontanthjælp', 'sygedagpenge', 'none'"
      ),
      ("twin = twin", "ambiguous-name", "rename the fact 'twin'"),
      ("some a in absences satisfies a > 1", "name-taken", "choose another name for the elements"),
      ("income = 15_000", "type-mismatch", "write '15_000 kr per month'"),
      ("benefit.since + 1 > 2023-01-01", "no-such-operation", "write '1 day'"),
      ("2 months > 14 days", "durations-do-not-mix", "write both in months or both in days"),
      ("benefit < dagpenge", "no-order", "compare it with '=' or '!='"),
      ("a < b < 3", "chained-comparison", "write 'a < b and b < c', or put parentheses around one of them"),
      ("a == b", "unknown-character", "write '='"),
      ("sick && qualified", "unknown-character", "write 'and'"),
      ("a in (b or 3)", "unexpected-word", "write a comma: 'x in (a, b)' holds when x is a or b"),
      ("a > 0,5", "unexpected-word", "write '0.5', with a decimal point"),
      ("15.874 kr", "amount-too-fine", "write '15874 kr' without a dot for thousands"),
      ("list contans(absences, 1)", "unknown-function", "write 'list contains('"),
      ("null", "no-null", "write 'known(x)' to ask whether x is known, 'x ?? 0' to give it a value"),
      ("[1..3] = a", "stray-range", "write 'x in [1..3]'"),
      ("sick = \"yes", "unclosed-text", "add '\"' where the text ends"),
      ("known(sick)", "always-known", "leave the question out"),
    ])
  func hints(expression: String, code: String, hint: String) {
    #expect(bench.codes(expression) == [code])
    #expect(bench.hint(expression) == hint)
  }

  @Test(
    "has a code",
    arguments: [
      ("income * 6 months", "no-such-operation"),
      ("children = sick", "type-mismatch"),
      ("[1, sick]", "mixed-list"),
      ("some n in a satisfies n > 1", "not-a-list"),
      ("if sick then 1 else sick", "type-mismatch"),
      ("not(children)", "not-a-condition"),
      ("today >= 2023-02-30", "no-such-day"),
      ("1.5 months", "not-a-whole-duration"),
      ("duration(\"1D\")", "malformed-literal"),
      ("max([])", "empty-list"),
      ("substring(\"a\")", "wrong-arguments"),
      ("sick and", "unexpected-word"),
      ("(sick", "unexpected-word"),
      ("", "unexpected-word"),
      ("99999999999999999999999999999999999999999", "number-too-long"),
    ])
  func codes(expression: String, code: String) {
    #expect(bench.codes(expression) == [code])
    #expect(bench.read(expression).value == nil)
  }

  @Test("points into a folded scalar of the file, line and column")
  func pointsIntoFoldedText() {
    let source = MarkedText(
      "sick and qualifed",
      range: SourceRange(
        file: "Rules/law.yaml", start: SourcePosition(line: 3, column: 9),
        end: SourcePosition(line: 4, column: 18)),
      segments: [
        .init(offset: 0, position: SourcePosition(line: 3, column: 9)),
        .init(offset: 9, position: SourcePosition(line: 4, column: 10)),
      ])

    let read = ExpressionReader.read(source, names: bench.names, expecting: nil)

    #expect(read.findings.all.map { "\($0.range)" } == ["Rules/law.yaml:4:10"])
  }
}
