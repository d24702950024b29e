internal import Quantities

/// Why a value could not be computed; `CheckerMessages` has the words, the evaluator the place.
enum EvaluationFailure: Error, Hashable, Sendable {
  case divisionByZero
  case outOfRange
  case dateOutOfRange
  case fractionOfATick
  case exponentNotWhole
  case rootOfNegative
  case rootNotExact
  case stepNotPositive
  case scaleOutside(ClosedRange<Int>)
  case notWhole(String)
  case emptyList(String)
  case noSuchDay(String)
  case malformed(String, String)
  case positionZero
  case listTooLong(Int)
}
