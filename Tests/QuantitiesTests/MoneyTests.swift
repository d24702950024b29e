internal import Quantities
internal import Testing

@Suite("Money")
struct MoneyTests {
  @Test("adds, subtracts, repeats and compares by the øre")
  func arithmetic() {
    var total = Money(øre: 1_050) + Money(øre: 50)
    total += Money(øre: 1)

    #expect(total == Money(øre: 1_101))
    #expect(Money(øre: 10) - Money(øre: 15) == Money(øre: -5))
    #expect(-Money(øre: 5) == Money(øre: -5))
    #expect(Money(øre: 5) * 3 == Money(øre: 15))
    #expect(Money(øre: -1) < .zero)
  }

  @Test("gives a share in whole øre, rounded as told")
  func shares() throws {
    let third = try #require(Rational(1, 3))
    let half = try #require(Rational(1, 2))

    #expect(Money(øre: 100).share(third, .down) == Money(øre: 33))
    #expect(Money(øre: 100).share(third, .up) == Money(øre: 34))
    #expect(Money(øre: -5).share(half, .halfUp) == Money(øre: -3))
    #expect(Money(øre: .max).share(.one, .down) == Money(øre: .max))
    #expect(Money(øre: .max).share(Rational(2), .down) == nil)
  }
}

@Suite("Minutes")
struct MinutesTests {
  @Test("add up and compare")
  func arithmetic() {
    var time = Minutes(45) + Minutes(30)
    time += Minutes(5)

    #expect(time == Minutes(80))
    #expect(Minutes.zero < time)
  }
}
