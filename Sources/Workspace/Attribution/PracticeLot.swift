internal import Attribution
internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// Draws of discretion and behaviour by number, each by its name.
///
/// Each follows the triangle from low over base to high, as a price does. A use of discretion that two
/// laws know has the same luck under both, each within its own range.
struct PracticeLot {
  private let lot: Lot

  init(seed: UInt64) { lot = Lot(seed: seed) }

  func values(of law: Law, _ number: Int) -> [ProvisionID: Value] {
    Dictionary(
      law.practices.map { practice in
        let id = practice.provision.id
        let bits = lot.bits(citizen: "practice", purpose: id.description, occurrence: number)
        return (id, practice.value(at: bits))
      }, uniquingKeysWith: { first, _ in first })
  }

  func effect(_ effect: Behaviour.Effect, _ number: Int) -> Behaviour.Effect {
    effect.fixed(
      at: effect.factor(at: lot.bits(citizen: "behaviour", purpose: effect.name, occurrence: number)))
  }
}

extension Practice {
  /// The value below which a share of all draws lie.
  ///
  /// - Rounding: durations to whole days or months, money to the øre, numbers to whole ones where all three
  ///   are whole, and else to ten-thousandths. What has no order between its ends stays at its base.
  func value(at bits: UInt64) -> Value {
    func drawn(_ values: [Int?]) -> Int? {
      guard let low = values[0], let base = values[1], let high = values[2], low <= base, base <= high
      else { return nil }
      return TriangularDraw(low: low, base: base, high: high).value(at: bits)
    }
    let ends = [low, base, high]
    switch base {
    case .months: return drawn(ends.map { $0.wholeMonths }).map { .months($0) } ?? base
    case .time: return drawn(ends.map { $0.wholeDays }).map { .days($0) } ?? base
    case .money: return drawn(ends.map { $0.money?.øre }).map { .money(Rational($0)) } ?? base
    case .number:
      let isWhole = !isShare && ends.allSatisfy { $0.number?.whole != nil }
      let step = isWhole ? 1 : 10_000
      let parts = drawn(ends.map { $0.number?.multiplied(by: Rational(step))?.rounded(.halfUp)?.whole })
      return parts.flatMap { Rational(Int128($0), Int128(step)) }.map { .number($0) } ?? base
    default: return base
    }
  }

  /// Whether its numbers are parts of one: of them, none and all are whole, and what lies between is not.
  private var isShare: Bool { kind == "share" || ceiling == .number(.one) }
}

extension Value {
  fileprivate var wholeMonths: Int? { if case .months(let count) = self { count } else { nil } }

  fileprivate var wholeDays: Int? {
    guard case .time(let nanoseconds) = self, nanoseconds % Value.nanosecondsPerDay == 0 else { return nil }
    return Int(exactly: nanoseconds / Value.nanosecondsPerDay)
  }
}
