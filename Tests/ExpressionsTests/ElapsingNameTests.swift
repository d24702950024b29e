import Diagnostics
import Expressions
import Quantities
import Testing

@Suite("A name that changes by itself")
struct ElapsingNameTests {
  @Test(
    "is told with every comparison, standing on the left",
    arguments: [
      ("age >= 30", ["age >= 30: false"]),
      ("30 > age", ["age < 30: true"]),
      ("2023-01-01 <= today", ["today >= 2023-01-01: true"]),
      ("today >= benefit.since + 8 weeks", ["today >= 2023-04-26: true"]),
      ("sick-pay > 22 weeks", ["sick-pay > 154 days: true"]),
      ("age in [18..30)", ["age >= 18: true", "age < 30: true"]),
      ("age in (30..40]", ["age > 30: false"]),
      ("age between 18 and 25", ["age >= 18: true", "age <= 25: false"]),
      ("age in (18, 29, 30)", ["age = 18: false", "age = 29: true"]),
      ("age in absences", ["age = 1: false", "age = 2: false", "age = 3: false"]),
      ("age in (< 18, >= 29)", ["age < 18: false", "age >= 29: true"]),
      ("qualified and age >= 30", []),
      ("age < 30 or sick-pay > 22 weeks", ["age < 30: true"]),
      ("dagpenge > 3 weeks", ["dagpenge > 21 days: false"]),
      ("benefit = dagpenge", []),
    ])
  func isTold(expression: String, comparisons: [String]) {
    var bench = RuleBench()

    _ = bench.value(expression)

    #expect(bench.codes(expression) == [])
    #expect(
      bench.comparisons.map { "\($0.name) \($0.comparison.rawValue) \($0.bound.shown): \($0.outcome)" }
        == comparisons)
  }

  @Test("may not stand inside a computation, and the finding shows the way out")
  func showsTheWayOut() {
    #expect(
      RuleBench().rendered("today - benefit.since >= 8 weeks") == """
        Rules/law.yaml:2:7: error: 'today' changes by itself as days pass, so it must stand alone on one side of a comparison [elapsing-name]
          2 | when: today - benefit.since >= 8 weeks
            |       ^^^^^
          hint: write 'today >= benefit.since + 8 weeks'
          note: Rules/words.yaml:15:1: 'today' is declared here

        """)
  }

  @Test(
    "gets a hint that passes the checker itself",
    arguments: [
      ("today - benefit.since >= 8 weeks", "today >= benefit.since + 8 weeks"),
      ("8 weeks <= today - benefit.since", "today >= benefit.since + 8 weeks"),
      ("today - 8 weeks >= benefit.since", "today >= benefit.since + 8 weeks"),
      ("today + 2 weeks > benefit.since", "today > benefit.since - 2 weeks"),
      ("age + 1 >= 30", "age >= 30 - 1"),
      ("sick-pay / 7 > 22", "sick-pay > 22 weeks"),
      ("sick-pay / 2 > 4 weeks", "sick-pay > 4 weeks * 2"),
    ])
  func hintsPass(expression: String, better: String) {
    let bench = RuleBench()

    #expect(bench.codes(expression) == ["elapsing-name"])
    #expect(bench.hint(expression) == "write '\(better)'")
    #expect(bench.codes(better) == [])
  }

  @Test(
    "is refused everywhere else",
    arguments: [
      "today > today", "age in [age..30]", "age in (sick-pay)", "today.year = 2023",
      "if age > 1 then age else 3", "max(age, 3) = 3", "[age] = [3]", "-age < 3", "today ?? 2023-01-01",
      "known(today)", "age",
    ])
  func isRefused(expression: String) {
    #expect(RuleBench().codes(expression).contains("elapsing-name"))
    #expect(RuleBench().read(expression).value == nil)
  }
}
