internal import Expressions
internal import Outcomes
internal import Parallel
internal import Quantities
internal import Scenarios
internal import Verification
internal import Vocabulary

/// Citizens by what never happens to them, so that it is asked once for all of a class what can matter.
///
/// A class may be put together from citizens to whom more never happens than it says: what is found for it
/// holds for each of them, and only takes more replays.
struct CitizenClasses {
  struct Class {
    let bearing: Bearing
    /// Places in the sample, ascending; in half a word, for all that is kept of each citizen is this.
    let citizens: [UInt32]
  }

  let classes: [Class]
  /// What citizens are told apart by.
  private let kept: Bits

  /// - Parameters:
  ///   - limit: how many classes there may be.
  ///   - rounds: how often it is looked for facts and events that are worth telling citizens apart by.
  ///   - other: classes of the same sample that these are to be, whatever is found for them; `nil` to look.
  init(
    _ sample: CitizenSample, _ switched: SwitchedLaw, vocabulary: Vocabulary, limit: Int, rounds: Int,
    like other: CitizenClasses? = nil
  ) {
    let maker = Maker(sample, switched, vocabulary)
    let kept = other?.kept ?? maker.kept(limit: limit, rounds: rounds)
    self.kept = kept
    let parted = maker.parted(by: kept)
    let bearings = maker.bearings(of: parted.map { maker.common | $0.quiet })
    classes = zip(parted, bearings).map { Class(bearing: $1, citizens: $0.citizens) }
  }

  /// Bits of what never happens: facts first, then events.
  fileprivate struct Bits: Hashable, Sendable {
    var words: [UInt64]

    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    func contains(_ bit: Int) -> Bool { words[bit >> 6] & 1 << UInt64(bit & 63) != 0 }
    mutating func insert(_ bit: Int) { words[bit >> 6] |= 1 << UInt64(bit & 63) }
    mutating func remove(_ bit: Int) { words[bit >> 6] &= ~(1 << UInt64(bit & 63)) }

    static func | (left: Bits, right: Bits) -> Bits { left.each(right, |) }
    static func & (left: Bits, right: Bits) -> Bits { left.each(right, &) }

    private func each(_ other: Bits, _ combine: (UInt64, UInt64) -> UInt64) -> Bits {
      var all = self
      for word in words.indices { all.words[word] = combine(words[word], other.words[word]) }
      return all
    }
  }

  private struct Maker {
    let switched: SwitchedLaw
    let facts: Int
    let count: Int
    /// Every set of what never happens that some citizen has, by the first who has it, and how many have.
    let kinds: [(bits: Bits, count: Int)]
    /// Of each citizen, the place of hers.
    let kindOf: [UInt32]
    /// What never happens to anybody, and what never happens to somebody.
    let common: Bits
    let some: Bits

    init(_ sample: CitizenSample, _ switched: SwitchedLaw, _ vocabulary: Vocabulary) {
      self.switched = switched
      let (facts, count) = (vocabulary.facts.count, vocabulary.facts.count + vocabulary.events.count)
      self.facts = facts
      self.count = count
      let until = sample.frame.window.until
      let block = 4_096
      let found = SideBySide.map((sample.count + block - 1) / block) { part in
        var own = Kinds()
        for place in (part * block)..<min(sample.count, (part + 1) * block) {
          own.add(Maker.quiet(sample.citizen(place).scenario, vocabulary, count: count, until: until))
        }
        return own
      }
      let all = found.reduce(into: Kinds()) { $0.add($1) }
      (kinds, kindOf) = (all.kinds, all.kindOf)
      some = kinds.reduce(Bits(count: count)) { $0 | $1.bits }
      common = kinds.reduce(some) { $0 & $1.bits }
    }

    /// Citizens by what never happens to them, as they come.
    private struct Kinds: Sendable {
      private(set) var kinds: [(bits: Bits, count: Int)] = []
      private(set) var kindOf: [UInt32] = []
      private var places: [Bits: UInt32] = [:]

      mutating func add(_ bits: Bits) {
        let place = place(of: bits)
        kinds[Int(place)].count += 1
        kindOf.append(place)
      }

      /// Those who come after these.
      mutating func add(_ others: Kinds) {
        let here = others.kinds.map { place(of: $0.bits) }
        for (place, kind) in zip(here, others.kinds) { kinds[Int(place)].count += kind.count }
        kindOf += others.kindOf.map { here[Int($0)] }
      }

      private mutating func place(of bits: Bits) -> UInt32 {
        if let place = places[bits] { return place }
        let place = UInt32(kinds.count)
        places[bits] = place
        kinds.append((bits, 0))
        return place
      }
    }

    /// What changes after the last day that counts changes nothing that does.
    private static func quiet(
      _ scenario: Scenario, _ vocabulary: Vocabulary, count: Int, until: Day
    ) -> Bits {
      var quiet = Bits(count: count)
      for (index, fact) in vocabulary.facts.enumerated()
      where fact.standard != nil && scenario.initial.indices.contains(index)
        && scenario.initial[index] == fact.standard
      {
        quiet.insert(index)
      }
      for event in vocabulary.events.indices { quiet.insert(vocabulary.facts.count + event) }
      for change in scenario.changes where change.day < until {
        switch change.what {
        case .fact(let index, let value):
          if value != vocabulary.facts[index].standard { quiet.remove(index) }
        case .event(let index): quiet.remove(vocabulary.facts.count + index)
        }
      }
      return quiet
    }

    /// What citizens are told apart by: what takes most off when it never happens, and happens to few.
    func kept(limit: Int, rounds: Int) -> Bits {
      var kept = Bits(count: count)
      var candidates = (0..<count).filter { some.contains($0) && !common.contains($0) }
      let often = candidates.map { bit in kinds.reduce(0) { $1.bits.contains(bit) ? $0 + $1.count : $0 } }
      var holders = Dictionary(zip(candidates, often), uniquingKeysWith: { first, _ in first })
      for _ in 0..<rounds {
        let base = common | kept
        let asked = [base] + candidates.map { bit in
          var more = base
          more.insert(bit)
          return more
        }
        let weights = bearings(of: asked).map(\.weight)
        let gains = zip(candidates, weights.dropFirst()).map { bit, weight in
          (bit: bit, gain: (weights[0] - weight) * (holders[bit] ?? 0))
        }
        for (bit, _) in gains.filter({ $0.gain > 0 }).sorted(by: { ($1.gain, $0.bit) < ($0.gain, $1.bit) }) {
          var more = kept
          more.insert(bit)
          if Set(kinds.map { $0.bits & more }).count <= limit { kept = more }
          holders[bit] = nil
        }
        candidates = candidates.filter { holders[$0] != nil }
      }
      return kept
    }

    func parted(by kept: Bits) -> [(quiet: Bits, citizens: [UInt32])] {
      var places: [Bits: Int] = [:]
      var parts: [(quiet: Bits, citizens: [UInt32])] = []
      let partOf = kinds.map { kind in
        let key = kind.bits & kept
        if let place = places[key] { return place }
        places[key] = parts.count
        parts.append((key, []))
        return parts.count - 1
      }
      for (citizen, kind) in kindOf.enumerated() { parts[partOf[Int(kind)]].citizens.append(UInt32(citizen)) }
      return parts
    }

    func bearings(of asked: [Bits]) -> [Bearing] {
      // A reader remembers what it has told apart, so each takes many.
      let block = max(1, (asked.count + 3) / 4)
      return SideBySide.map((asked.count + block - 1) / block) { part in
        var reader = BearingReader(switched)
        return asked[(part * block)..<min(asked.count, (part + 1) * block)].map { bits in
          var quiet = Quiet()
          for bit in 0..<count where bits.contains(bit) {
            if bit < facts { quiet.facts.insert(bit) } else { quiet.events.insert(bit - facts) }
          }
          return reader.bearing(on: quiet)
        }
      }.flatMap { $0 }
    }
  }
}
