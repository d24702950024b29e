internal import TestSupport

/// Choices made by chance, the same for a seed in every run.
struct Chance {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  mutating func from(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// Once in so many times.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// One of several; there is at least one.
  mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }

  /// Some of several, in their order; at least one.
  mutating func some<Item>(of items: [Item]) -> [Item] {
    let kept = items.filter { _ in once(in: 2) }
    return kept.isEmpty ? [one(of: items)] : kept
  }

  mutating func shuffled<Item>(_ items: [Item]) -> [Item] { items.shuffled(using: &random) }

  /// What follows from here is drawn apart: what is drawn there moves nothing here.
  mutating func branch() -> Chance { Chance(seed: random.next()) }
}
