internal import Diagnostics
internal import Expressions
internal import LawSupport
internal import Legislation
internal import Quantities
internal import Testing

@testable internal import Verification

/// Evaluates an expression with the values that a test gives.
private struct Given: EvaluationContext {
  let values: [Int: Value]
  mutating func value(of slot: Int) throws(Diagnostic) -> Value { values[slot] ?? .unknown }
}

@Suite("A proof that nothing fulfils a condition")
struct PossibilityTests {
  private static let parts = [
    "sick", "not(trained)", "children > 1", "children <= 1", "children = 0", "children in [1..2)",
    "level = low", "level != high", "level in (low, middle)", "not(sick)",
  ]

  private static let conditions: [String] = parts.flatMap { left in
    parts.flatMap { right in
      ["\(left) and \(right)", "not(\(left)) and (\(right) or sick)", "\(left) or \(right) and not(\(left))"]
    }
  }

  private func read(_ text: String, _ law: Law) throws -> CheckedExpression {
    let marked = MarkedText(text, range: .start(of: "condition"))
    let read = ExpressionReader.read(marked, names: law.names, expecting: nil)
    return try #require(read.value, "\(text)")
  }

  /// Every citizen that differs in the four facts which the conditions read.
  private func citizens(_ law: Law) -> [Given] {
    func slot(_ name: String) -> Int { law.names[name]?.slot ?? -1 }
    var all: [Given] = []
    for sick in [false, true] {
      for trained in [false, true] {
        for children in 0...3 {
          for level in 0...2 {
            all.append(
              Given(values: [
                slot("sick"): .boolean(sick), slot("trained"): .boolean(trained),
                slot("children"): .number(Rational(children)), slot("level"): .member(level),
              ]))
          }
        }
      }
    }
    return all
  }

  @Test("agrees with trying every citizen")
  func bruteForce() throws {
    let law = try TinyLaw().law
    let citizens = citizens(law)
    for text in Self.conditions {
      let expression = try read(text, law)
      var possibility = Possibility(expression)
      let isPossible = possibility.isPossible()
      let isMet = try citizens.contains { citizen in
        var context = citizen
        return try expression.value(in: &context) == .boolean(true)
      }

      #expect(isPossible || !isMet, "called impossible, but met: \(text)")
    }
  }

  @Test(
    "is found where two parts exclude each other",
    arguments: [
      "sick and not(sick)", "children > 2 and children < 2", "level = low and level = high",
      "age < 18 and age >= 30", "level in (low, middle) and level = high",
      "(sick or trained) and not(sick) and not(trained)",
    ])
  func impossible(text: String) throws {
    var possibility = Possibility(try read(text, TinyLaw().law))

    let isPossible = possibility.isPossible()
    #expect(!isPossible)
  }

  @Test(
    "is not claimed of what cannot be looked into",
    arguments: ["children + 1 < children", "(outlook ?? 0 days) > 1 day", "known(outlook)", "born + 1 day > born"])
  func perhaps(text: String) throws {
    var possibility = Possibility(try read(text, TinyLaw().law))

    let isPossible = possibility.isPossible()
    #expect(isPossible)
  }

  @Test(
    "is not claimed where a value beside or between the constants fulfils it",
    arguments: [
      "sick != true", "sick = false and trained != true", "hours > 1 and hours < 1.5",
      "hours > 1 and hours < 1.25", "age != 30", "born > 1980-01-01 and born < 1980-01-03",
      "wage > 100 kr", "wage > 100 kr and wage < 100.01 kr",
    ])
  func besideAndBetween(text: String) throws {
    var possibility = Possibility(try read(text, TinyLaw().law))

    let isPossible = possibility.isPossible()
    #expect(isPossible)
  }
}
