import Diagnostics
import Expressions
import Testing

@Suite("An expression printed from its tree")
struct ReprintedTests {
  @Test(
    "reads as the same tree",
    arguments: [
      "sick or qualified and sick", "not sick and qualified", "a - b - 1", "2 ** 3 ** a", "-a ** 2", "30 > age",
      "benefit = dagpenge", "dagpenge > 3 weeks", "age in [18..30)", "a in absences", "a in (1, > 3, ]5..7])",
      "time-to-job ?? 0 days", "known(time-to-job) and time-to-job > 1 week", "income * 12 <= threshold",
      "income * share", "some n in absences satisfies n > a", "every n in absences satisfies some m in absences satisfies m >= n",
      "benefit.since.year", "max(a, b)", "if sick then dagpenge else benefit", "2.5 + 80 %", "10.50 kr per month * 2",
      "benefit in (dagpenge, kontanthjælp)", "today >= 2024-02-29", "6 months + 1 year < 2 years",
      "a between 1 and b + 3", "not(a in [1, 2, 3])", "benefit.since + 3 weeks < last-interview ?? 2023-01-01",
    ])
  func same(text: String) throws {
    let bench = RuleBench()
    let read = try #require(bench.read(text).value)

    let again = bench.read(read.reprinted)

    #expect(again.findings.sorted.map(\.message) == [], "\(read.reprinted)")
    #expect(again.value?.outline == read.outline)
  }

  @Test("reads as the same tree, with the same value, whatever it is made of", arguments: 0..<8)
  func made(seed: Int) throws {
    var bench = RuleBench()
    var maker = ExpressionMaker(seed: UInt64(seed))
    var accepted = 0

    for _ in 0..<400 {
      let text = maker.condition(4)
      guard let read = bench.read(text).value else { continue }
      accepted += 1
      let again = bench.read(read.reprinted)
      #expect(again.value?.outline == read.outline, "\(text) → \(read.reprinted)")
      let value = bench.value(text)
      #expect(again.value == nil || bench.value(read.reprinted) == value, "\(text)")
      // The checker let it pass, so it has a value, or one of the failures that only values show.
      #expect(["true", "false", "division-by-zero", "out-of-range", "not-a-whole-number"].contains(value), "\(text): \(value)")
    }

    // Most of what is made must pass the checker, or little is tried.
    #expect(accepted > 200)
  }
}

/// Makes expressions by chance that mostly make sense, with as few parentheses as an author would write.
private struct ExpressionMaker {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  private mutating func one(of words: [String]) -> String { words[below(words.count)] }

  mutating func condition(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["sick", "qualified", "true", "known(time-to-job)"]) }
    switch below(12) {
    case 0, 1: return "\(condition(depth - 1)) and \(condition(depth - 1))"
    case 2, 3: return "\(condition(depth - 1)) or \(condition(depth - 1))"
    case 4: return "not(\(condition(depth - 1)))"
    case 5: return "(\(condition(depth - 1)))"
    case 6: return "\(number(depth - 1)) \(one(of: ["<", "<=", "=", "!=", ">", ">="])) \(number(depth - 1))"
    case 7: return "\(duration(depth - 1)) \(one(of: ["<", ">="])) \(duration(depth - 1))"
    case 8: return "\(one(of: ["age", "30 <", "a"])) \(one(of: ["in [1..b]", "in (2, > 4)", "in absences", "age"]))"
    case 9: return "benefit \(one(of: ["= dagpenge", "!= none", "in (dagpenge, none)", "= if sick then dagpenge else benefit"]))"
    case 10: return "(\(one(of: ["some", "every"])) n in absences satisfies n > \(number(depth - 1)))"
    default:
      return "(if \(condition(depth - 1)) then \(condition(depth - 1)) else \(condition(depth - 1)))"
    }
  }

  private mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["a", "b", "children", "share", "0", "1", "2.5", "80 %", "12"]) }
    switch below(8) {
    case 0: return "\(number(depth - 1)) + \(number(depth - 1))"
    case 1: return "\(number(depth - 1)) - \(number(depth - 1))"
    case 2: return "\(number(depth - 1)) * \(number(depth - 1))"
    case 3: return "(\(number(depth - 1))) / (\(number(depth - 1)))"
    case 4: return "-\(number(0))"
    case 5: return "max(\(number(depth - 1)), \(number(depth - 1)))"
    case 6: return "(if \(condition(depth - 1)) then \(number(depth - 1)) else \(number(depth - 1)))"
    default: return number(0)
    }
  }

  private mutating func duration(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["3 weeks", "10 days", "(time-to-job ?? 0 days)"]) }
    switch below(3) {
    case 0: return "\(duration(depth - 1)) + \(duration(depth - 1))"
    case 1: return "\(duration(depth - 1)) * 2"
    default: return duration(0)
    }
  }
}
