internal import Quantities
internal import Testing

@Suite("A lot")
struct LotTests {
  private let citizens = (0..<10_000).map { "citizen-\($0)" }

  private func drawn(
    _ numerator: Int, of denominator: Int, seed: UInt64 = 1, purpose: String = "duties/x",
    occurrence: Int = 0
  ) throws -> Set<String> {
    let share = try #require(Rational(Int128(numerator), Int128(denominator)))
    return Set(
      citizens.filter {
        Lot(seed: seed).draws(share, citizen: $0, purpose: purpose, occurrence: occurrence)
      })
  }

  @Test("gives the same citizen the same luck on every machine")
  func stable() {
    let bits = Lot(seed: 7).bits(citizen: "ulla", purpose: "duties/x", occurrence: 3)

    // Worked out by another program from the published definitions of SplitMix64 and FNV-1a.
    #expect(bits == 5373594749974582000)
    #expect(bits == Lot(seed: 7).bits(citizen: "ulla", purpose: "duties/x", occurrence: 3))
  }

  @Test("draws at a greater share whoever it draws at a smaller one")
  func monotone() throws {
    var smaller: Set<String> = []
    for tenths in 0...10 {
      let greater = try drawn(tenths, of: 10)
      #expect(smaller.isSubset(of: greater))
      smaller = greater
    }
  }

  @Test("draws nobody at nothing and everybody at all")
  func ends() throws {
    #expect(try drawn(0, of: 1).isEmpty)
    #expect(try drawn(1, of: 1).count == citizens.count)
  }

  @Test("draws about the share it is asked for", arguments: [5, 25, 50, 75, 95])
  func fair(percent: Int) throws {
    // Four standard deviations of 10 000 draws are at most 2 percentage points.
    let count = try drawn(percent, of: 100).count

    #expect(abs(count - percent * 100) <= 200)
  }

  @Test("draws anew for another seed, purpose or occurrence")
  func independent() throws {
    let first = try drawn(1, of: 2)
    let others = [
      try drawn(1, of: 2, seed: 2), try drawn(1, of: 2, purpose: "duties/y"),
      try drawn(1, of: 2, occurrence: 1),
    ]

    for other in others {
      // Independent halves share a quarter.
      #expect(abs(first.intersection(other).count - 2_500) <= 200)
    }
  }

  @Test("a share and its bound draw the same citizens")
  func boundsDrawAsSharesDo() throws {
    let lot = Lot(seed: 7)
    let shares = try [(0, 1), (1, 3), (1, 10), (17, 40), (1, 2), (99, 100), (1, 1), (5, 4), (-1, 2)].map {
      try #require(Rational(Int128($0.0), Int128($0.1)))
    }
    for share in shares {
      let bound = try #require(Lot.bound(of: share))
      for citizen: UInt64 in 0..<500 {
        #expect(
          lot.draws(below: bound, citizen: citizen, purpose: 3)
            == lot.draws(share, citizen: citizen, purpose: 3))
      }
    }
  }

  @Test("a share just above what was drawn draws it, and the share itself does not")
  func boundsAreExact() throws {
    let lot = Lot(seed: 1)
    let drawn = lot.bits(citizen: 11, purpose: 5) >> 11
    let share = try #require(Rational(Int128(drawn), Int128(1) << 53))
    let above = try #require(Rational(Int128(drawn) * 2 + 1, Int128(1) << 54))

    #expect(!lot.draws(below: try #require(Lot.bound(of: share)), citizen: 11, purpose: 5))
    #expect(lot.draws(below: try #require(Lot.bound(of: above)), citizen: 11, purpose: 5))
  }
}
