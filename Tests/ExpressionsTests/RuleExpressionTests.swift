import Diagnostics
import Expressions
import Quantities
import Testing

@Suite("An expression of a rule")
struct RuleExpressionTests {
  @Test(
    "has the value its author would expect",
    arguments: [
      // Precedence
      ("sick or qualified and qualified", "true"),
      ("not sick or sick", "true"),
      ("not a = b", "true"),
      ("not(sick) = qualified", "true"),
      ("1 + 2 * 3", "7"),
      ("10 - 4 - 3", "3"),
      ("2 * 3 ** 2", "18"),
      ("(1 + 2) * 3", "9"),
      // Names
      ("a-1", "4"),
      ("a -b", "2"),
      ("benefit.since.year", "2023"),
      // Numbers are exact
      ("1 / 3 * 3 = 1", "true"),
      ("0.1 + 0.2 = 0.3", "true"),
      ("80 % * 5", "4"),
      ("1_000 + 1", "1001"),
      ("sqrt(9 / 4)", "1.5"),
      // Money
      ("25.50 kr", "2550 øre"),
      ("15_874 kr + 1_000 øre", "1588400 øre"),
      ("10 kr. per month", "1000 øre"),
      ("100 kr / 30 kr", "10/3"),
      ("round half up(100 kr / 3, 1 kr)", "3300 øre"),
      ("round half up(100 kr / 3, 0.01 kr)", "3333 øre"),
      ("round up(100.01 kr, 1 kr)", "10100 øre"),
      ("floor(-100.01 kr, 1 kr)", "-10100 øre"),
      ("income * 12 <= threshold", "true"),
      ("threshold / 12 = income", "true"),
      // Dates and durations
      ("2023-01-31 + 1 month", "2023-02-28"),
      ("2023-03-01 + 2 weeks - 1 day", "2023-03-14"),
      ("2024-03-01 - 2024-02-01", "29 days"),
      ("2 years = 24 months", "true"),
      ("2 weeks = 14 days", "true"),
      ("3 * 2 weeks", "42 days"),
      // Enumerations
      ("benefit = sygedagpenge", "true"),
      ("sygedagpenge = benefit", "true"),
      ("benefit != none", "true"),
      ("benefit in (dagpenge, sygedagpenge)", "true"),
      ("benefit in [dagpenge, none]", "false"),
      ("employment in (employed, self-employed)", "false"),
      ("benefit = benefit.before", "false"),
      ("benefit = if sick then sygedagpenge else none", "true"),
      ("(if sick then benefit else none) = sygedagpenge", "true"),
      // Ranges, lists, quantifiers
      ("a in [5..6)", "true"),
      ("a in (5..6)", "false"),
      ("a between 1 and b + 2", "true"),
      ("a in (1, > 4)", "true"),
      ("a in absences", "false"),
      ("some n in absences satisfies n = b", "true"),
      ("every n in absences satisfies n < b", "false"),
      ("some n in absences satisfies every m in absences satisfies n >= m", "true"),
      ("sum(absences) = 6 and max(a, b) = 5", "true"),
      ("count(absences)", "3"),
    ])
  func hasValue(expression: String, value: String) {
    var bench = RuleBench()

    #expect(bench.value(expression) == value)
    #expect(bench.codes(expression) == [])
  }

  @Test("stops reading and/or as soon as the outcome is settled")
  func stopsEarly() {
    var bench = RuleBench()

    #expect(bench.value("qualified and 1 / 0 = 1") == "false")
    #expect(bench.value("sick or 1 / 0 = 1") == "true")
    #expect(bench.value("sick and 1 / 0 = 1") == "division-by-zero")
  }

  @Test(
    "tells a failure where it happens",
    arguments: [
      ("a + 1 / (b - 3)", "division-by-zero", 11..<22),
      ("9999-12-31 + 1 day", "out-of-range", 7..<25),
      ("sqrt(2)", "root-not-exact", 7..<14),
      ("2 ** 200", "out-of-range", 7..<15),
      ("round half up(1 kr, 1 kr - 1 kr)", "step-not-positive", 7..<39),
    ])
  func failsInPlace(expression: String, code: String, columns: Range<Int>) throws {
    var bench = RuleBench()
    let checked = try #require(bench.read(expression).value)

    let failure = #expect(throws: Diagnostic.self) { try checked.value(in: &bench) }

    #expect(failure?.code == code)
    #expect(failure?.range.start.column == columns.lowerBound)
    #expect(failure?.range.end.column == columns.upperBound)
  }

  @Test("keeps money exact over whole counts, and only there")
  func keepsMoneyExact() {
    let bench = RuleBench()
    func type(_ text: String) -> ValueType? { bench.read(text).value?.type }

    #expect(type("income * 2 + income") == .money(per: .month, isExact: true))
    #expect(type("income * children") == .money(per: .month, isExact: true))
    #expect(type("income * (children - count(absences))") == .money(per: .month, isExact: true))
    #expect(type("income * 0.5") == .money(per: .month, isExact: false))
    #expect(type("income * share") == .money(per: .month, isExact: false))
    #expect(type("income / 2") == .money(per: .month, isExact: false))
    #expect(type("round half up(income / 2, 1 kr)") == .money(per: .month, isExact: true))
    #expect(type("round half up(income / 2, 1 kr / 3)") == .money(per: .month, isExact: false))
    #expect(type("if sick then income else income / 2") == .money(per: .month, isExact: false))
  }

  @Test("knows the slots it reads and a bound on its cost")
  func knowsSlotsAndCost() throws {
    let bench = RuleBench()
    let short = try #require(bench.read("sick and a > b").value)
    let long = try #require(bench.read("some n in absences satisfies n > a").value)
    let nested = (0..<12).map { "some n\($0) in absences satisfies " }.joined() + "sick"

    #expect(short.slots == [0, 12, 13])
    #expect(short.cost == 5)
    #expect(long.cost > CheckedExpression.longestList)
    #expect(bench.read(nested).value?.cost == .max)
  }

  @Test("refuses a list longer than its cost bound allows for")
  func refusesLongLists() {
    var bench = RuleBench()
    bench.values["absences"] = .list(Array(repeating: .number(.one), count: 1_001))

    #expect(bench.value("count(absences)") == "list-too-long")
  }

  @Test("shows a watcher its conditions and names, innermost first")
  func showsWatchers() {
    var bench = RuleBench()
    bench.isWatching = true

    _ = bench.value("sick and not(benefit = dagpenge)")

    #expect(
      bench.watched == [
        "sick: true", "benefit: member 2", "benefit = dagpenge: false", "not(benefit = dagpenge): true",
        "sick and not(benefit = dagpenge): true",
      ])
  }
}
