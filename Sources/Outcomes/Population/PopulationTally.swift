/// What a sample, or a part of one, adds up to under each law and between them.
///
/// Invariant: as for `Tally`.
package struct PopulationTally: Hashable, Sendable {
  /// One for each law, in their order; none where nobody was added.
  package var laws: [Tally]
  package var pairs: PairedTally

  package init(laws: Int) {
    self.laws = Array(repeating: Tally(), count: laws)
    pairs = PairedTally()
  }

  package mutating func merge(_ other: PopulationTally) {
    if laws.count < other.laws.count {
      laws += Array(repeating: Tally(), count: other.laws.count - laws.count)
    }
    for index in other.laws.indices { laws[index].merge(other.laws[index]) }
    pairs.merge(other.pairs)
  }
}
