internal import Quantities
internal import Testing

@Suite("Rounding")
struct RoundingTests {
  /// The value, then what each mode makes of it: up, down, half up, half down, half even, floor, ceiling.
  private static let table: [(String, [Int])] = [
    ("5.5", [6, 5, 6, 5, 6, 5, 6]),
    ("2.5", [3, 2, 3, 2, 2, 2, 3]),
    ("1.6", [2, 1, 2, 2, 2, 1, 2]),
    ("1.1", [2, 1, 1, 1, 1, 1, 2]),
    ("1.0", [1, 1, 1, 1, 1, 1, 1]),
    ("0.5", [1, 0, 1, 0, 0, 0, 1]),
    ("0.0", [0, 0, 0, 0, 0, 0, 0]),
    ("-0.5", [-1, 0, -1, 0, 0, -1, 0]),
    ("-1.0", [-1, -1, -1, -1, -1, -1, -1]),
    ("-1.1", [-2, -1, -1, -1, -1, -2, -1]),
    ("-1.6", [-2, -1, -2, -2, -2, -2, -1]),
    ("-2.5", [-3, -2, -3, -2, -2, -3, -2]),
    ("-5.5", [-6, -5, -6, -5, -6, -6, -5]),
  ]
  private static let modes: [Rounding] = [.up, .down, .halfUp, .halfDown, .halfEven, .floor, .ceiling]

  @Test("chooses the neighbour that its mode names", arguments: table)
  func wholeNumbers(text: String, expected: [Int]) throws {
    let value = try #require(Rational(decimal: text))

    #expect(Self.modes.map { value.rounded($0)?.whole } == expected)
  }

  @Test("goes to multiples of a step, large or small")
  func steps() throws {
    let value = try #require(Rational(decimal: "1234.565"))
    let hundredth = try #require(Rational(1, 100))

    #expect(value.rounded(.halfUp, toMultipleOf: hundredth)?.description == "1234.57")
    #expect(value.rounded(.halfEven, toMultipleOf: hundredth)?.description == "1234.56")
    #expect(value.rounded(.down, toMultipleOf: Rational(100)) == Rational(1_200))
    #expect(value.negated.rounded(.floor, toMultipleOf: Rational(100)) == Rational(-1_300))
    #expect(value.rounded(.up, toMultipleOf: Rational(5)) == Rational(1_235))
  }

  @Test("is nil for a step of nothing, and at the end of the range does not trap")
  func ends() throws {
    let wide = try #require(Rational(.max, 2))

    #expect(wide.rounded(.halfUp) == Rational(1 << 126, 1))
    #expect(wide.negated.rounded(.halfUp) == Rational(-(1 << 126), 1))
    #expect(try #require(Rational(.max - 1, .max)).rounded(.halfUp) == .one)
    #expect(Rational.one.rounded(.up, toMultipleOf: .zero) == nil)
  }
}
