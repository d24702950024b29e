internal import Diagnostics
internal import Quantities

/// What is said about the shape of a text.
extension CheckerMessages {
  func unknownUnit(_ found: Token) -> Diagnostic {
    let units = ["day", "days", "week", "weeks", "month", "months", "year", "years", "kr", "øre"]
    let nearest = nearestName(to: found.spelling, among: units)
    return error(
      "unknown-unit", "'\(found.spelling)' is not a unit that can follow a number", found.stretch,
      hint: nearest.map { "write '\($0)'" } ?? "use days, weeks, months, years, kr, øre or %")
  }

  func unexpected(_ found: Token, expected: String, hint: String?) -> Diagnostic {
    let what = found.kind == .end ? "the end" : "'\(found.spelling)'"
    return error("unexpected-word", "expected \(expected), found \(what)", found.stretch, hint: hint)
  }

  func unknownCharacter(_ character: String, at stretch: Range<Int>, meaning: String?) -> Diagnostic {
    error(
      "unknown-character", "'\(character)' means nothing here", stretch,
      hint: meaning.map { "write '\($0)'" })
  }

  func unclosedText(at stretch: Range<Int>) -> Diagnostic {
    error("unclosed-text", "the text has no closing quote", stretch, hint: "add '\"' where the text ends")
  }

  func unclosedComment(at stretch: Range<Int>) -> Diagnostic {
    error("unclosed-comment", "the comment has no end", stretch, hint: "add '*/' where the comment ends")
  }

  func noSuchDay(_ spelling: String, at stretch: Range<Int>) -> Diagnostic {
    error("no-such-day", "there is no day '\(spelling)'", stretch)
  }

  func numberTooLong(at stretch: Range<Int>) -> Diagnostic {
    error(
      "number-too-long", "'\(text(stretch))' has more digits than a number can hold, which is 37", stretch)
  }

  func tooLong(_ length: Int, limit: Int) -> Diagnostic {
    error(
      "expression-too-long", "the expression has \(length) characters, at most \(limit) are read", 0..<1,
      hint: "split it into definitions")
  }

  func tooDeep(at stretch: Range<Int>, limit: Int) -> Diagnostic {
    error(
      "expression-too-deep", "the expression nests more than \(limit) levels deep", stretch,
      hint: "split it into definitions")
  }

  func chainedComparison(at stretch: Range<Int>) -> Diagnostic {
    error(
      "chained-comparison", "'\(text(stretch))' follows another comparison, and comparisons do not chain",
      stretch, hint: "write 'a < b and b < c', or put parentheses around one of them")
  }

  func notAWholeDuration(at stretch: Range<Int>) -> Diagnostic {
    error(
      "not-a-whole-duration", "'\(text(stretch))' is no whole number of days or months", stretch,
      hint: "write it in a smaller unit, such as '10 days'")
  }

  func amountTooFine(_ number: Rational, at stretch: Range<Int>) -> Diagnostic {
    // 15.874 is how Danish writes fifteen thousand.
    let digits = "\(number)".filter { $0 != "." }
    let hint = number.denominator == 500 || number.denominator == 1000
    return error(
      "amount-too-fine", "'\(text(stretch))' is finer than one øre", stretch,
      hint: hint ? "write '\(digits) kr' without a dot for thousands" : "write whole øre")
  }

  func malformed(_ spelling: String, _ kind: String, at stretch: Range<Int>) -> Diagnostic {
    error(
      "malformed-literal", "'\(spelling)' is not \(kind)", stretch,
      hint: kind == "a date"
        ? "write a date as '2023-07-01'" : "write a date as '2023-07-01', a duration as '6 months' or 'P6M'"
    )
  }

  func noNull(at stretch: Range<Int>) -> Diagnostic {
    error(
      "no-null", "there is no 'null': every value is known, or its name is declared optional", stretch,
      hint: "write 'known(x)' to ask whether x is known, 'x ?? 0' to give it a value")
  }

  func strayRange(at stretch: Range<Int>) -> Diagnostic {
    error(
      "stray-range", "'\(text(stretch))' is a range, and a range can only stand after 'in'", stretch,
      hint: "write 'x in \(text(stretch))'")
  }
}
