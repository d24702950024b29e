/// The whole number nearest to a root.
///
/// - Rounding: half up.
func nearestRoot(of square: UInt128) -> UInt128 {
  // Twice the root, rounded down, tells on which side of the half the root lies.
  guard square < UInt128(1) << 126 else { return root(of: square) }
  return (root(of: square * 4) + 1) / 2
}

/// The greatest whole number whose square is not above `square`: Newton's iteration from above.
private func root(of square: UInt128) -> UInt128 {
  guard square > 1 else { return square }
  var guess = UInt128(1) << UInt128((128 - square.leadingZeroBitCount + 1) / 2)
  while true {
    let next = (guess + square / guess) / 2
    if next >= guess { return guess }
    guess = next
  }
}
