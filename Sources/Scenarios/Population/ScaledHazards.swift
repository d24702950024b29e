internal import Quantities

/// A state left at other hazards: that of work multiplied by a factor, the others as they were.
///
/// With a share *p* of all exits into work and a factor *f*, the hazard of leaving at all is multiplied
/// by *g* = *f p* + 1 − *p*, so that of those who stay a share *S* the share *Sᵍ* stays; and of those who
/// leave, *f p* / *g* leave for work. Drawn by the quantiles of the unscaled course: whoever stayed with
/// the share *v* now stays with *v* to the power of 1/*g*.
///
/// - Rounding: powers are taken in fixed point with 32 binary places of the logarithm, alike everywhere.
struct ScaledHazards {
  private let inverse: (top: UInt64, bottom: UInt64)
  /// How many quantiles lead to work, before and after.
  private let work: (before: UInt64, after: UInt64)

  /// - Returns: `nil` when the numbers leave their range.
  init?(of workShare: Rational, by factor: Rational) {
    guard let faster = workShare.multiplied(by: factor),
      let others = Rational.one.subtracting(workShare), let all = faster.adding(others),
      let after = faster.divided(by: all),
      let top = UInt64(exactly: all.denominator), let bottom = UInt64(exactly: all.numerator),
      bottom > 0
    else { return nil }
    inverse = (top, bottom)
    work = (ShareTable.quantile(of: workShare), ShareTable.quantile(of: after))
  }

  /// The length of a state whose hazards change after its first `before` days.
  func length(in lasts: LengthTable, at quantile: UInt64, unchangedFor before: Int) -> Int {
    let staying = UInt64.max - quantile
    let startedWith = lasts.survivors(beyond: before)
    guard startedWith > 0, staying < startedWith else { return lasts.length(at: quantile) }
    // The share of those still there who stay longer, to the power of 1/g.
    let ratio = startedWith.dividingFullWidth((staying, 0)).quotient
    let scaled = FixedPower.power(ratio, inverse.top, over: inverse.bottom)
    let stays = startedWith.multipliedFullWidth(by: scaled).high
    return max(lasts.length(at: UInt64.max - stays), before + 1)
  }

  /// The quantile that leads to the same exit, or to work where work has become likelier.
  ///
  /// The parts before and behind the border of work are stretched or pressed, each in itself.
  func exit(at quantile: UInt64) -> UInt64 {
    // To look `quantile` up among the shares after the change is to look up where it came from.
    if quantile < work.after {
      return work.after.dividingFullWidth(quantile.multipliedFullWidth(by: work.before)).quotient
    }
    let (behind, width) = (UInt64.max - work.before, UInt64.max - work.after)
    guard width > 0 else { return work.before }
    return work.before
      + width.dividingFullWidth((quantile - work.after).multipliedFullWidth(by: behind)).quotient
  }
}

/// Powers of fractions in integers.
enum FixedPower {
  private static let places = 32

  /// `fraction`, a fraction of 2⁶⁴, to the power of `top` / `bottom`.
  static func power(_ fraction: UInt64, _ top: UInt64, over bottom: UInt64) -> UInt64 {
    guard fraction > 0 else { return 0 }
    guard top != bottom else { return fraction }
    let scaled = UInt128(logarithm(fraction)) * UInt128(top) / UInt128(max(1, bottom))
    return scaled >> 38 != 0 ? 0 : exponential(UInt64(scaled))
  }

  /// −log₂ of a fraction of 2⁶⁴, with 32 binary places: by squaring, one place a time.
  private static func logarithm(_ fraction: UInt64) -> UInt64 {
    let zeros = fraction.leadingZeroBitCount
    var mantissa = fraction << zeros
    var places: UInt64 = 0
    for _ in 0..<Self.places {
      let square = mantissa.multipliedFullWidth(by: mantissa)
      places <<= 1
      if square.high >> 63 == 1 {
        places |= 1
        mantissa = square.high
      } else {
        mantissa = square.high << 1 | square.low >> 63
      }
    }
    return UInt64(zeros + 1) << Self.places - places
  }

  /// 2 to the power of minus `exponent`, which has 32 binary places, as a fraction of 2⁶⁴.
  private static func exponential(_ exponent: UInt64) -> UInt64 {
    var result = UInt64.max
    for (place, root) in roots.enumerated() where exponent >> UInt64(Self.places - 1 - place) & 1 == 1 {
      result = result.multipliedFullWidth(by: root).high
    }
    return result >> (exponent >> UInt64(Self.places))
  }

  /// 2 to the powers −1/2, −1/4, −1/8 and so on: each the square root of the one before.
  private static let roots: [UInt64] = {
    var roots: [UInt64] = []
    var square: UInt64 = 1 << 63
    for _ in 0..<places {
      square = squareRoot(of: square)
      roots.append(square)
    }
    return roots
  }()

  /// The root of a fraction of 2⁶⁴, rounded down: binary search over its bits.
  private static func squareRoot(of fraction: UInt64) -> UInt64 {
    var root: UInt64 = 0
    for bit in (0..<64).reversed() {
      let candidate = root | 1 << UInt64(bit)
      if candidate.multipliedFullWidth(by: candidate).high < fraction { root = candidate }
    }
    return root
  }
}
