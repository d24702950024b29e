internal import Quantities
internal import TestSupport
internal import Testing

@Suite("A fraction")
struct RationalTests {
  private func fraction(_ numerator: Int128, _ denominator: Int128 = 1) throws -> Rational {
    try #require(Rational(numerator, denominator))
  }

  private func random(using generator: inout SeededGenerator) throws -> Rational {
    try fraction(
      Int128(Int.random(in: -50...50, using: &generator)),
      Int128(Int.random(in: 1...24, using: &generator)))
  }

  @Test("is in lowest terms with a positive denominator")
  func lowestTerms() throws {
    let value = try fraction(6, -8)

    #expect((value.numerator, value.denominator) == (-3, 4))
    #expect(try fraction(0, -5) == .zero)
    #expect(Rational(1, 0) == nil)
  }

  @Test("obeys the laws of arithmetic", arguments: UInt64(0)..<4)
  func laws(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let (a, b, c) = (
        try random(using: &generator), try random(using: &generator), try random(using: &generator)
      )
      let sum = try #require(a.adding(b))
      let product = try #require(a.multiplied(by: b))

      #expect(sum == b.adding(a))
      #expect(product == b.multiplied(by: a))
      #expect(sum.adding(c) == b.adding(c).flatMap(a.adding))
      #expect(product.multiplied(by: c) == b.multiplied(by: c).flatMap(a.multiplied))
      #expect(sum.multiplied(by: c) == b.multiplied(by: c).flatMap { a.multiplied(by: c)?.adding($0) })
      #expect(sum.subtracting(b) == a)
      if !b.isZero { #expect(product.divided(by: b) == a) }
      #expect((a < b) == (a.subtracting(b)?.isNegative))
      #expect([a < b, a == b, a > b].count { $0 } == 1)
    }
  }

  @Test("never rounds")
  func exact() throws {
    let third = try fraction(1, 3)

    #expect(third.multiplied(by: Rational(3)) == .one)
    #expect(third.adding(third)?.adding(third) == .one)
  }

  @Test("is nil where it leaves its range, and never traps")
  func overflow() throws {
    let largest = try fraction(.max)
    let smallest = largest.negated
    let tiny = try fraction(1, .max)

    #expect(largest.adding(.one) == nil)
    #expect(smallest.subtracting(.one) == nil)
    #expect(try fraction(-(1 << 126)).adding(fraction(-(1 << 126))) == nil)
    #expect(largest.multiplied(by: Rational(2)) == nil)
    #expect(tiny.divided(by: Rational(2)) == nil)
    #expect(largest.adding(tiny) == nil)
    #expect(Rational.one.divided(by: .zero) == nil)
    #expect(Rational(.min, 1) == nil)
    #expect(Rational(1, .min) == nil)
    #expect(largest.multiplied(by: tiny) == .one)
    #expect(tiny.adding(tiny) == Rational(2, .max))
  }

  @Test("compares exactly at the ends of its range")
  func comparisons() throws {
    let half: Int128 = 1 << 126

    #expect(try fraction(-.max, half + 1) < fraction(-.max, half + 2))
    #expect(try fraction(.max, .max - 1) < fraction(.max - 1, .max - 2))
    #expect(try fraction(1, .max) < fraction(1, .max - 1))
    #expect(try fraction(-1, 3) < .zero)
    #expect(try fraction(-4, 3) < fraction(-5, 4))
    #expect(try !(fraction(1, 3) < fraction(2, 6)))
  }

  @Test("has the floor below it, whatever its sign")
  func floor() throws {
    #expect(try fraction(7, 2).floor == 3)
    #expect(try fraction(-7, 2).floor == -4)
    #expect(try fraction(-4).floor == -4)
    #expect(try fraction(-.max, 2).floor == -(1 << 126))
  }

  @Test(
    "is written as a decimal where it is one, else as a fraction",
    arguments: [
      (1, 2, "0.5"), (-1, 40, "-0.025"), (12, 1, "12"), (2, 3, "2/3"), (-2, 3, "-2/3"), (5, 4, "1.25"),
      (0, 7, "0"), (1, 1 << 31, "1/2147483648"), (1, 1 << 30, "0.000000000931322574615478515625"),
    ])
  func description(numerator: Int, denominator: Int, text: String) throws {
    #expect(try fraction(Int128(numerator), Int128(denominator)).description == text)
  }

  @Test(
    "reads decimals",
    arguments: [
      ("12", 12, 1), ("-0.5", -1, 2), ("1.250", 5, 4), (".5", 1, 2), ("007", 7, 1), ("-0", 0, 1),
    ])
  func reading(text: String, numerator: Int, denominator: Int) throws {
    #expect(try Rational(decimal: text) == fraction(Int128(numerator), Int128(denominator)))
  }

  @Test(
    "reads nothing else",
    arguments: [
      "", "-", ".", "5.", "-.", "1.2.3", "+1", "1e3", "1,5", " 1", "--1", "٣", "1/2",
      "999999999999999999999999999999999999999", "0.00000000000000000000000000000000000001",
    ])
  func refusing(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test("is whole only when nothing is left over and it fits")
  func whole() throws {
    #expect(try fraction(6, 3).whole == 2)
    #expect(try fraction(1, 2).whole == nil)
    #expect(try fraction(.max).whole == nil)
  }
}
