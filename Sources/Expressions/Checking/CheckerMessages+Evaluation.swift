internal import Diagnostics

/// Why a value could not be computed, in words.
extension CheckerMessages {
  func failure(_ failure: EvaluationFailure, at stretch: Range<Int>) -> Diagnostic {
    let words = text(stretch)
    return switch failure {
    case .divisionByZero: error("division-by-zero", "'\(words)' divides by zero", stretch)
    case .outOfRange: error("out-of-range", "'\(words)' leaves the range of numbers", stretch)
    case .dateOutOfRange: error("out-of-range", "'\(words)' leaves the years 1 to 9999", stretch)
    case .fractionOfATick:
      error(
        "fraction-of-a-duration", "'\(words)' does not come out even", stretch,
        hint: "multiply the other side instead of dividing this one")
    case .exponentNotWhole: error("not-a-whole-number", "the exponent in '\(words)' is not whole", stretch)
    case .rootOfNegative: error("root-of-negative", "'\(words)' is the root of a negative number", stretch)
    case .rootNotExact:
      error(
        "root-not-exact", "'\(words)' is no fraction, and numbers here are exact", stretch,
        hint: "compare the squares instead")
    case .stepNotPositive:
      error("step-not-positive", "'\(words)' rounds to a step that is not above zero", stretch)
    case .scaleOutside(let range):
      error(
        "scale-out-of-range",
        "'\(words)' rounds to a scale outside \(range.lowerBound) to \(range.upperBound)", stretch)
    case .notWhole(let name):
      error("not-a-whole-number", "'\(words)': \(name) are for whole numbers", stretch)
    case .emptyList(let name): error("empty-list", "'\(name)' of an empty list has no value", stretch)
    case .noSuchDay(let day): error("no-such-day", "there is no day '\(day)'", stretch)
    case .malformed(let text, let kind): malformed(text, kind, at: stretch)
    case .positionZero:
      error(
        "position-zero", "'\(words)' starts at position 0", stretch,
        hint: "count from 1, or from -1 for the end")
    case .listTooLong(let limit):
      error("list-too-long", "'\(words)' holds more than \(limit) elements", stretch)
    }
  }
}
