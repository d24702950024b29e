/// Chance that is the same on every machine, for every citizen, under every law.
///
/// A counter-based generator: the number for (seed, citizen, purpose, occurrence) is a hash of those
/// four, not the next of a stream. So a citizen meets the same luck whatever else happens, in whatever
/// order citizens are replayed, and under both laws that are compared.
///
/// - Source: the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), applied to each key in turn.
@usableFromInline package struct Lot: Hashable, Sendable {
  package let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// 64 random bits.
  package func bits(citizen: String, purpose: String, occurrence: Int = 0) -> UInt64 {
    bits(
      citizen: Lot.fingerprint(citizen), purpose: Lot.fingerprint(purpose), occurrence: occurrence)
  }

  /// The same from the fingerprints of both names, for those who draw often.
  package func bits(citizen: UInt64, purpose: UInt64, occurrence: Int = 0) -> UInt64 {
    var state = Lot.mixing(seed)
    state = Lot.mixing(state ^ citizen)
    state = Lot.mixing(state ^ purpose)
    return Lot.mixing(state ^ UInt64(bitPattern: Int64(occurrence)))
  }

  /// Whether the citizen is among the drawn `share`.
  ///
  /// - Parameter share: 0 draws nobody, 1 everybody. A citizen drawn at one share is drawn at every
  ///   greater one.
  package func draws(_ share: Rational, citizen: String, purpose: String, occurrence: Int = 0) -> Bool {
    draws(
      share, citizen: Lot.fingerprint(citizen), purpose: Lot.fingerprint(purpose),
      occurrence: occurrence)
  }

  /// The same from the fingerprints of both names.
  package func draws(
    _ share: Rational, citizen: UInt64, purpose: UInt64, occurrence: Int = 0
  ) -> Bool {
    // The upper 53 bits as a fraction: compared exactly, no floating point.
    let drawn = bits(citizen: citizen, purpose: purpose, occurrence: occurrence) >> 11
    guard let fraction = Rational(Int128(drawn), Int128(1) << 53) else { return false }
    return fraction < share
  }

  /// The share as the first of the 2⁵³ equal chances that is not drawn, for those who draw it often.
  ///
  /// - Returns: `nil` for a share that is written with too many digits.
  package static func bound(of share: Rational) -> UInt64? {
    if share.isNegative || share.isZero { return 0 }
    if share >= .one { return 1 << 53 }
    let (scaled, overflow) = share.numerator.multipliedReportingOverflow(by: Int128(1) << 53)
    if overflow { return nil }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: share.denominator)
    return UInt64(rest == 0 ? whole : whole + 1)
  }

  /// The same as drawing the share of which this is the bound.
  package func draws(below bound: UInt64, citizen: UInt64, purpose: UInt64) -> Bool {
    bits(citizen: citizen, purpose: purpose) >> 11 < bound
  }

  /// The 64 bits that the draws of a citizen of a population begin from: by number, since no text is
  /// made for every draw of millions.
  package func bits(key: UInt64, stratum: UInt64) -> UInt64 {
    Lot.mixing(Lot.mixing(Lot.mixing(seed) ^ key) ^ stratum)
  }

  /// A number spread over all 64 bits; different numbers stay different.
  @inlinable package static func mixing(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// FNV-1a of the UTF-8 bytes: short, stable, and spread by `mixing` afterwards.
  package static func fingerprint(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
