internal import Attribution
internal import Diagnostics
internal import Quantities
internal import Testing
internal import Vocabulary

@Suite("A drawn price")
struct TriangularDrawTests {
  @Test("stays within its range and reaches its ends")
  func ends() {
    let draw = TriangularDraw(low: 45, base: 90, high: 180)

    #expect(draw.value(at: 0) == 45)
    #expect(draw.value(at: .max) == 180)
    for step in 0..<1_000 {
      let value = draw.value(at: UInt64(step) &* (UInt64.max / 1_000))
      #expect((45...180).contains(value))
    }
  }

  @Test("rises with its share, and passes its base at the base's own share")
  func rises() {
    let draw = TriangularDraw(low: 0, base: 25_000, high: 100_000)
    let values = (UInt64(0)...100).map { draw.value(at: $0 * (.max / 100)) }

    #expect(values == values.sorted())
    // A quarter of the triangle lies below the base.
    #expect(abs(draw.value(at: UInt64.max / 4) - 25_000) <= 1)
  }

  @Test("has the mean of the triangle", arguments: [(45, 90, 180), (0, 0, 500), (37_000, 51_000, 55_000)])
  func mean(low: Int, base: Int, high: Int) {
    let draw = TriangularDraw(low: low, base: base, high: high)
    let lot = Lot(seed: 7)
    let count = 20_000
    let sum = (0..<count).reduce(0) {
      $0 + draw.value(at: lot.bits(citizen: "prices", purpose: "p", occurrence: $1))
    }
    // The standard error of the mean is below a hundredth of the range.
    #expect(abs(sum / count - (low + base + high) / 3) <= max(2, (high - low) / 100))
  }

  @Test("is its base where there is no range")
  func noRange() {
    #expect(TriangularDraw(low: 7, base: 7, high: 7).value(at: 123) == 7)
  }
}

@Suite("A drawn effect of behaviour")
struct DrawnBehaviourTests {
  @Test("lies within its range, is its base where it has none, and acts without a range of its own")
  func factor() throws {
    func factor(_ low: Int128, _ base: Int128, _ high: Int128) throws -> Behaviour.Effect {
      let range = RangedFigure(
        low: try #require(Rational(low, 100)), base: try #require(Rational(base, 100)),
        high: try #require(Rational(high, 100)), citation: Citation(text: "t", status: .assumption))
      return Behaviour.Effect(
        name: "t", label: Label(danish: "t", english: "t"), cause: .handOvers, package: nil, hazard: .work,
        profile: nil, factor: range, population: Label(danish: "t", english: "t"), range: .start(of: "t"))
    }
    let effect = try factor(65, 78, 95)

    #expect(effect.factor(at: 0) == Rational(65, 100))
    #expect(effect.factor(at: .max) == Rational(95, 100))
    #expect(try factor(78, 78, 78).factor(at: 12_345) == Rational(78, 100))
    let fixed = effect.fixed(at: try #require(Rational(7, 10)))
    #expect(fixed.factor(.low, times: 1) == Rational(7, 10))
    #expect(fixed.factor(.high, times: 1) == Rational(7, 10))
  }
}

@Suite("Percentiles")
struct PercentilesTests {
  @Test("are numbers that occur, by nearest rank")
  func nearestRank() throws {
    let percentiles = try #require(Percentiles(sorted: Array(1...100)))

    #expect(percentiles.low == 1)
    #expect(percentiles.p5 == 5)
    #expect(percentiles.median == 50)
    #expect(percentiles.p95 == 95)
    #expect(percentiles.high == 100)
    #expect(Percentiles(sorted: [4])?.p95 == 4)
    #expect(Percentiles(sorted: []) == nil)
  }
}

@Suite("A sampling error")
struct SamplingErrorTests {
  @Test("is the spread of the batches over the root of their number")
  func batches() throws {
    // Variance 10/4 = 2.5 among five, 0.5 of their mean: 0.707, which is 1; in thousands 707.
    let error = try #require(SamplingError(batches: [1_000, 2_000, 3_000, 4_000, 5_000]))

    #expect(error.standardError == 707)
    #expect(error.batches == 5)
  }

  @Test("is nothing where all batches agree, and unknown for a single one")
  func edges() {
    #expect(SamplingError(batches: [-8, -8, -8])?.standardError == 0)
    #expect(SamplingError(batches: [4]) == nil)
  }
}

@Suite("A tornado")
struct SpreadTests {
  private func bar(_ name: String, _ low: Int, _ high: Int) -> Spread.Bar {
    Spread.Bar(
      kind: .price, name: name, label: Label(danish: name, english: name), status: .assumption,
      low: low, high: high)
  }

  @Test("stands widest first, whichever way a bar points")
  func order() {
    let spread = Spread(base: 10, bars: [bar("c", 9, 11), bar("b", 30, 2), bar("a", 9, 11)])

    #expect(spread.bars.map(\.name) == ["b", "a", "c"])
    #expect(spread.ends == (2, 30))
  }

  @Test("that nothing drives ends where it begins")
  func empty() {
    #expect(Spread(base: 10, bars: []).ends == (10, 10))
  }
}
