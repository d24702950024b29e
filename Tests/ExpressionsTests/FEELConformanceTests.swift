import Expressions
import Foundation
import Testing

@Suite(
  "FEEL",
  .enabled(if: FEELCases.isPresent, "needs the conformance data: set HEGN_CONFORMANCE to its folder"))
struct FEELConformanceTests {
  @Test("agrees on every core expression, and on every other one that the page of deviations leaves out")
  func agreesOnExpressions() throws {
    let deviations = try DeviationPage.cases()
    let cases = try FEELCases.lines("feel-expressions.jsonl")
    var seen: Set<String> = []

    for line in cases {
      let id = try need(line["id"], String.self)
      let expression = try need(line["expression"], String.self)
      let expected = try need(line["expected"], [String: Any].self)
      let outcome = FEELInputs(try need(line["inputs"], [String: Any].self))?.outcome(of: expression)
      let agrees = outcome?.agrees(with: Value(feel: expected)) ?? false
      if deviations.contains(id) {
        seen.insert(id)
        #expect(line["profile"] as? String == "extended", "\(id) is core and may not deviate")
        #expect(!agrees, "\(id) agrees and has no place on the page of deviations: \(expression)")
      } else {
        #expect(agrees, "\(id): \(expression) gave \(outcome.map(\.description) ?? "no inputs")")
      }
    }

    #expect(cases.count >= 339)
    #expect(seen == deviations, "the page names cases that do not exist: \(deviations.subtracting(seen))")
  }

  @Test("reports an error wherever FEEL has one")
  func reportsErrors() throws {
    let cases = try FEELCases.lines("feel-errors.jsonl")

    for line in cases {
      let expression = try need(line["expression"], String.self)
      let inputs = try FEELInputs.needed(line["inputs"])
      if case .value(let value) = inputs.outcome(of: expression) {
        Issue.record("\(expression) gave \(value)")
      }
    }

    #expect(cases.count >= 191)
  }

  @Test("gives FEEL's value or an error where a static check may refuse")
  func givesValueOrError() throws {
    for line in try FEELCases.lines("feel-optional.jsonl") {
      let expression = try need(line["expression"], String.self)
      let expected = try need(line["expected"], [String: Any].self)
      let inputs = try FEELInputs.needed(line["inputs"])
      let outcome = inputs.outcome(of: expression)
      if case .value = outcome {
        #expect(outcome.agrees(with: Value(feel: expected)), "\(expression) gave \(outcome)")
      }
    }
  }
}

/// The page that lists where Hegn deviates from FEEL; each row of its table begins with a case.
enum DeviationPage {
  static func cases() throws -> Set<String> {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Expressions/Expressions.docc/DeviationsFromFEEL.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    return Set(
      text.split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^\| `([^`]+#[^`]+)` \|/).map { String($0.1) }
      })
  }
}
