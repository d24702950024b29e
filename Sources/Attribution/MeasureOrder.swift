package import Quantities

/// A set of the measures of a reform, by their places in it.
package struct MeasureSet: Hashable, Comparable, Sendable {
  package private(set) var bits: UInt64

  package init() { bits = 0 }

  package init(_ places: some Sequence<Int>) {
    bits = places.reduce(0) { $0 | 1 << UInt64($1) }
  }

  package static let none = MeasureSet()
  package static func all(_ count: Int) -> MeasureSet { MeasureSet(0..<count) }

  package func contains(_ place: Int) -> Bool { bits >> UInt64(place) & 1 == 1 }
  package func contains(_ other: MeasureSet) -> Bool { other.bits & ~bits == 0 }
  package var count: Int { bits.nonzeroBitCount }
  package var isEmpty: Bool { bits == 0 }
  package var places: [Int] { (0..<64).filter { contains($0) } }

  package func adding(_ place: Int) -> MeasureSet { MeasureSet(bits: bits | 1 << UInt64(place)) }
  package func union(_ other: MeasureSet) -> MeasureSet { MeasureSet(bits: bits | other.bits) }
  package func subtracting(_ other: MeasureSet) -> MeasureSet { MeasureSet(bits: bits & ~other.bits) }

  private init(bits: UInt64) { self.bits = bits }

  /// Smaller sets first, then by the places in them: an order without any meaning, but always the same.
  package static func < (left: MeasureSet, right: MeasureSet) -> Bool {
    (left.count, left.bits) < (right.count, right.bits)
  }
}

/// Which measures of a reform cannot stand without which others.
///
/// A set of measures that has, with each, all that it needs is *closed*: it could be enacted as it is.
///
/// Invariant: needs are transitive and no measure needs itself; the initializer upholds it.
package struct MeasureOrder: Hashable, Sendable {
  package let names: [String]
  /// What each needs, directly or by way of others.
  private let needs: [MeasureSet]

  /// - Parameter requires: by measure, what it names; names of no measure are passed over.
  /// - Returns: `nil` for more than 64 measures, and where measures need one another in a circle.
  package init?(names: [String], requires: [String: Set<String>]) {
    guard names.count <= 64 else { return nil }
    var needs = names.map { name in
      MeasureSet(names.indices.filter { requires[name]?.contains(names[$0]) ?? false })
    }
    // Each round reaches needs one step further; there are no more steps than measures.
    for _ in names.indices {
      needs = needs.map { own in own.places.reduce(own) { $0.union(needs[$1]) } }
    }
    guard !names.indices.contains(where: { needs[$0].contains($0) }) else { return nil }
    self.names = names
    self.needs = needs
  }

  package var whole: MeasureSet { .all(names.count) }

  package func needs(of place: Int) -> MeasureSet { needs[place] }

  package func isClosed(_ set: MeasureSet) -> Bool {
    set.places.allSatisfy { set.contains(needs[$0]) }
  }

  /// The smallest closed set with these in it.
  package func closure(of set: MeasureSet) -> MeasureSet {
    set.places.reduce(set) { $0.union(needs[$1]) }
  }

  /// A measure and all that need it: what falls when it does.
  package func dependents(of place: Int) -> MeasureSet {
    MeasureSet(names.indices.filter { $0 == place || needs[$0].contains(place) })
  }

  /// The measures that could come next.
  package func next(after set: MeasureSet) -> [Int] {
    names.indices.filter { !set.contains($0) && set.contains(needs[$0]) }
  }

  /// Every closed set, smaller ones first; `nil` when there are more than `limit`.
  package func closedSets(atMost limit: Int) -> [MeasureSet]? {
    var all: Set<MeasureSet> = [.none]
    var front: Set<MeasureSet> = [.none]
    while !front.isEmpty {
      var following: Set<MeasureSet> = []
      for set in front {
        for place in next(after: set) { following.insert(set.adding(place)) }
      }
      all.formUnion(following)
      guard all.count <= limit else { return nil }
      front = following
    }
    return all.sorted()
  }
}

/// The orders in which measures could be enacted one after another, counted.
///
/// - Complexity: by way of the closed sets, of which there can be 2ⁿ.
package struct EnactmentOrders: Sendable {
  package let order: MeasureOrder
  package let sets: [MeasureSet]
  /// In how many ways each closed set can come about, and be completed.
  private let before: [MeasureSet: Int128]
  private let after: [MeasureSet: Int128]

  /// - Returns: `nil` when there are more closed sets than `limit`, or more orders than can be counted.
  package init?(_ order: MeasureOrder, limit: Int) {
    guard let sets = order.closedSets(atMost: limit) else { return nil }
    var before: [MeasureSet: Int128] = [.none: 1]
    for set in sets {
      guard let ways = before[set] else { continue }
      for place in order.next(after: set) {
        let (sum, overflow) = before[set.adding(place), default: 0].addingReportingOverflow(ways)
        guard !overflow else { return nil }
        before[set.adding(place)] = sum
      }
    }
    var after: [MeasureSet: Int128] = [order.whole: 1]
    for set in sets.reversed() where set != order.whole {
      var ways: Int128 = 0
      for place in order.next(after: set) {
        let (sum, overflow) = ways.addingReportingOverflow(after[set.adding(place), default: 0])
        guard !overflow else { return nil }
        ways = sum
      }
      after[set] = ways
    }
    self.order = order
    self.sets = sets
    self.before = before
    self.after = after
  }

  /// How many orders there are.
  package var count: Int128 { before[order.whole] ?? 1 }

  /// How many orders enact exactly `set` first and `place` next.
  func count(through set: MeasureSet, then place: Int) -> Int128? {
    let (product, overflow) = before[set, default: 0]
      .multipliedReportingOverflow(by: after[set.adding(place), default: 0])
    return overflow ? nil : product
  }

  /// One of the orders, each as likely as another.
  ///
  /// - Parameter number: which draw; the same lot and number give the same order.
  package func draw(_ number: Int, lot: Lot) -> [Int] {
    var set = MeasureSet.none
    var drawn: [Int] = []
    while let ways = after[set], set != order.whole {
      let bits = lot.bits(citizen: "orders", purpose: "\(drawn.count)", occurrence: number)
      // The ways divide the 64 bits among the next measures as evenly as whole numbers can.
      var left = Int128((UInt128(bits) * UInt128(min(ways, Int128(UInt64.max)))) >> 64)
      if ways > Int128(UInt64.max) { left = ways / Int128(UInt64.max) * left }
      var chosen: Int?
      for place in order.next(after: set) {
        chosen = place
        left -= after[set.adding(place), default: 0]
        if left < 0 { break }
      }
      guard let chosen else { break }
      drawn.append(chosen)
      set = set.adding(chosen)
    }
    return drawn
  }
}
