internal import Attribution
internal import Quantities
internal import TestSupport
internal import Testing

@Suite("The share of each measure")
struct MeasureSharesTests {
  private func orders(_ names: [String], _ requires: [String: Set<String>] = [:]) throws -> EnactmentOrders {
    let order = try #require(MeasureOrder(names: names, requires: requires))
    return try #require(EnactmentOrders(order, limit: 100_000))
  }

  /// A game that is drawn, but the same whenever it is asked.
  private func game(seed: Int, places: Int = 2) -> (MeasureSet) -> [Int] {
    { set in
      (0..<places).map { place in
        Int(Lot(seed: UInt64(seed)).bits(citizen: "\(set.bits)", purpose: "\(place)") >> 20)
          - (1 << 43)
      }
    }
  }

  @Test("of two that save the same interview is a half each, to the øre")
  func halves() throws {
    // Either repeal saves all of it: what one order is left when the other is gone.
    let shares = try #require(
      MeasureShares.exact(try orders(["a", "b"])) { [$0.isEmpty ? 0 : -101] })

    #expect(shares.shares == [[-51], [-50]])
    #expect(shares.errors == nil)
  }

  @Test("is nothing for a measure that changes nothing, wherever it stands")
  func nullMeasure() throws {
    let shares = try #require(
      MeasureShares.exact(try orders(["a", "idle", "b"])) { set in
        [(set.contains(0) ? 5 : 0) + (set.contains(2) ? 7 : 0)]
      })

    #expect(shares.shares == [[5], [0], [7]])
  }

  @Test("is all of what a measure adds to the one it requires, and nothing of what came before")
  func precedence() throws {
    // `b` requires `a`: there is one order.
    let orders = try orders(["a", "b"], ["b": ["a"]])
    let shares = try #require(
      MeasureShares.exact(orders) { [$0.count == 2 ? 100 : $0.count == 1 ? 1 : 0] })

    #expect(orders.count == 1)
    #expect(shares.shares == [[1], [99]])
  }

  @Test("adds up to the whole reform in every place, to the øre", arguments: 0..<25)
  func efficiency(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let names = (0..<Int.random(in: 1...7, using: &generator)).map { "m\($0)" }
    var requires: [String: Set<String>] = [:]
    for (place, name) in names.enumerated() {
      requires[name] = Set(names[..<place].filter { _ in Bool.random(using: &generator) })
    }
    let orders = try orders(names, requires)
    let value = game(seed: seed)
    let exact = try #require(MeasureShares.exact(orders, value: value))
    let drawn = MeasureShares.drawn(7, of: orders, lot: Lot(seed: 3), value: value)

    for place in 0..<2 {
      let change = value(orders.order.whole)[place] - value(.none)[place]
      #expect(exact.shares.reduce(0) { $0 + $1[place] } == change)
      #expect(drawn.shares.reduce(0) { $0 + $1[place] } == change)
    }
  }

  @Test("is the mean over all orders, written out", arguments: 0..<6)
  func definition(seed: Int) throws {
    let requires: [String: Set<String>] = ["c": ["a"], "d": ["a", "b"]]
    let orders = try orders(["a", "b", "c", "d"], requires)
    let value = game(seed: seed, places: 1)
    let exact = try #require(MeasureShares.exact(orders, value: value)).shares.map { $0[0] }

    let all = permutations([0, 1, 2, 3]).filter { permutation in
      permutation.indices.allSatisfy { place in
        orders.order.isClosed(MeasureSet(permutation[...place]))
      }
    }
    var sums = [0, 0, 0, 0]
    for permutation in all {
      var set = MeasureSet.none
      for measure in permutation {
        sums[measure] += value(set.adding(measure))[0] - value(set)[0]
        set = set.adding(measure)
      }
    }

    #expect(Int128(all.count) == orders.count)
    for measure in 0..<4 {
      #expect(abs(exact[measure] - sums[measure] / all.count) <= 1)
    }
  }

  @Test("comes out of drawn orders within a few of its own standard errors")
  func drawnOrders() throws {
    let orders = try orders((0..<6).map { "m\($0)" }, ["m5": ["m0"], "m4": ["m3"]])
    let value = game(seed: 11, places: 1)
    let exact = try #require(MeasureShares.exact(orders, value: value))
    let drawn = MeasureShares.drawn(2_000, of: orders, lot: Lot(seed: 1), value: value)
    let errors = try #require(drawn.errors)

    for measure in 0..<6 {
      #expect(errors[measure][0] > 0)
      #expect(abs(drawn.shares[measure][0] - exact.shares[measure][0]) < 5 * errors[measure][0])
    }
    #expect(drawn.drawn == 2_000)
  }

  @Test("is drawn alike from the same seed, and otherwise from another")
  func seeds() throws {
    let orders = try orders((0..<6).map { "m\($0)" })
    let value = game(seed: 2)
    let first = MeasureShares.drawn(20, of: orders, lot: Lot(seed: 1), value: value)

    #expect(first == MeasureShares.drawn(20, of: orders, lot: Lot(seed: 1), value: value))
    #expect(first != MeasureShares.drawn(20, of: orders, lot: Lot(seed: 2), value: value))
  }

  @Test("asks for each closed set once")
  func asksOnce() throws {
    let orders = try orders(["a", "b", "c"], ["c": ["a"]])
    var asked: [MeasureSet] = []
    _ = MeasureShares.exact(orders) { set in
      asked.append(set)
      return [set.count]
    }

    #expect(asked.count == Set(asked).count)
    #expect(asked.count == 6)
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { item in
      permutations(items.filter { $0 != item }).map { [item] + $0 }
    }
  }
}

@Suite("The order of measures")
struct MeasureOrderTests {
  @Test("reaches what a measure needs by way of others")
  func transitive() throws {
    let order = try #require(
      MeasureOrder(names: ["a", "b", "c"], requires: ["c": ["b"], "b": ["a"]]))

    #expect(order.closure(of: MeasureSet([2])) == order.whole)
    #expect(order.dependents(of: 0) == order.whole)
    #expect(order.dependents(of: 2) == MeasureSet([2]))
    #expect(!order.isClosed(MeasureSet([0, 2])))
    #expect(order.closedSets(atMost: 100)?.map(\.places) == [[], [0], [0, 1], [0, 1, 2]])
  }

  @Test("is refused where measures need one another, and where they are too many to be a set")
  func refused() {
    #expect(MeasureOrder(names: ["a", "b"], requires: ["a": ["b"], "b": ["a"]]) == nil)
    #expect(MeasureOrder(names: (0..<65).map { "m\($0)" }, requires: [:]) == nil)
  }

  @Test("does not list more closed sets than it is allowed to")
  func limit() throws {
    let order = try #require(MeasureOrder(names: (0..<10).map { "m\($0)" }, requires: [:]))

    #expect(order.closedSets(atMost: 1_024)?.count == 1_024)
    #expect(order.closedSets(atMost: 1_023) == nil)
    #expect(EnactmentOrders(order, limit: 1_023) == nil)
  }

  @Test("draws every order about as often as any other")
  func uniform() throws {
    // Three orders: abc, acb, cab.
    let order = try #require(MeasureOrder(names: ["a", "b", "c"], requires: ["b": ["a"]]))
    let orders = try #require(EnactmentOrders(order, limit: 100))
    var seen: [[Int]: Int] = [:]
    for number in 0..<3_000 { seen[orders.draw(number, lot: Lot(seed: 1)), default: 0] += 1 }

    #expect(orders.count == 3)
    #expect(Set(seen.keys) == [[0, 1, 2], [0, 2, 1], [2, 0, 1]])
    for count in seen.values { #expect((900...1_100).contains(count)) }
  }
}

@Suite("Apportionment")
struct ApportionmentTests {
  @Test("gives what rounding leaves to the greatest remainders, and at a tie to the first")
  func remainders() {
    #expect(Apportionment.whole([10, 10, 10], over: 3) == [4, 3, 3])
    #expect(Apportionment.whole([5, 9, 6], over: 10) == [0, 1, 1])
    #expect(Apportionment.whole([1, 1], over: 2) == [1, 0])
  }

  @Test("adds up to the rounded sum, leaves no part a whole one off, and flips with its sign", arguments: 0..<200)
  func sums(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let denominator = Int128(Int.random(in: 1...9, using: &generator))
    let parts = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      Int128(Int.random(in: -50...50, using: &generator))
    }
    let whole = Apportionment.whole(parts, over: denominator)
    let exact = Rational(parts.reduce(0, +), denominator)

    #expect(whole.reduce(0, +) == exact?.rounded(.halfUp)?.whole)
    for (part, whole) in zip(parts, whole) {
      #expect((Int128(whole) * denominator - part).magnitude < denominator.magnitude)
    }
    #expect(Apportionment.whole(parts.map { -$0 }, over: denominator) == whole.map { -$0 })
  }
}
