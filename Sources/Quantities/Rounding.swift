/// How a value is brought to a step. Every rounding in Hegn goes through a named mode; none is implicit.
///
/// - Source: FEEL (OMG DMN 1.5, 10.3.4.4) for the names, Hegn's rule language spells them the same way.
package enum Rounding: Hashable, Sendable {
  /// Away from zero.
  case up
  /// Toward zero.
  case down
  /// To the nearer step; a half goes away from zero. What Danish acts mean by "afrundes".
  case halfUp
  /// To the nearer step; a half goes toward zero.
  case halfDown
  /// To the nearer step; a half goes to the even neighbour. FEEL's `decimal`.
  case halfEven
  /// To the lesser step, whatever the sign.
  case floor
  /// To the greater step, whatever the sign.
  case ceiling
}

extension Rational {
  /// The multiple of `step` that `rounding` chooses.
  ///
  /// - Precondition: `step` is positive.
  /// - Returns: `nil` when an intermediate value leaves the range.
  package func rounded(_ rounding: Rounding, toMultipleOf step: Rational = .one) -> Rational? {
    guard let scaled = divided(by: step) else { return nil }
    guard !scaled.isWhole else { return self }
    let below = scaled.floor
    let isNegative = scaled.isNegative
    // Twice the rest might leave the range; what is left of the denominator cannot.
    let rest = scaled.remainder
    let half = scaled.denominator - rest
    let goesUp: Bool =
      switch rounding {
      case .up: !isNegative
      case .down: isNegative
      case .floor: false
      case .ceiling: true
      case .halfUp: rest > half || (rest == half && !isNegative)
      case .halfDown: rest > half || (rest == half && isNegative)
      case .halfEven: rest > half || (rest == half && below % 2 != 0)
      }
    return Rational(goesUp ? below + 1 : below, 1)?.multiplied(by: step)
  }
}
