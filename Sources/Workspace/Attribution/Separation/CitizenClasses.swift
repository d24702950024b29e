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
    /// Places in the sample, ascending.
    let citizens: [Int]
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
    /// Of each citizen.
    let quiet: [Bits]
    /// What never happens to anybody, and what never happens to somebody.
    let common: Bits
    let some: Bits

    init(_ sample: CitizenSample, _ switched: SwitchedLaw, _ vocabulary: Vocabulary) {
      self.switched = switched
      let (facts, count) = (vocabulary.facts.count, vocabulary.facts.count + vocabulary.events.count)
      self.facts = facts
      self.count = count
      let (citizens, until) = (sample.citizens, sample.frame.window.until)
      let block = 4_096
      let found = SideBySide.map((citizens.count + block - 1) / block) { part in
        citizens[(part * block)..<min(citizens.count, (part + 1) * block)].map { citizen in
          Maker.quiet(citizen.scenario, vocabulary, count: count, until: until)
        }
      }
      quiet = found.flatMap { $0 }
      let nothing = Bits(count: count)
      some = quiet.reduce(nothing, |)
      common = quiet.reduce(some, &)
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
      let often = candidates.map { bit in quiet.count { $0.contains(bit) } }
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
          if Set(quiet.map { $0 & more }).count <= limit { kept = more }
          holders[bit] = nil
        }
        candidates = candidates.filter { holders[$0] != nil }
      }
      return kept
    }

    func parted(by kept: Bits) -> [(quiet: Bits, citizens: [Int])] {
      var places: [Bits: Int] = [:]
      var parts: [(quiet: Bits, citizens: [Int])] = []
      for (citizen, bits) in quiet.enumerated() {
        let key = bits & kept
        if let place = places[key] {
          parts[place].citizens.append(citizen)
        } else {
          places[key] = parts.count
          parts.append((key, [citizen]))
        }
      }
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
