package import Quantities
package import Scenarios

/// Citizens by number, each with the people it stands for.
///
/// A citizen is made when it is asked for, and by its number alone; so a sample can be replayed in any
/// order, by any number of workers, and in parts.
package struct Sample: Sendable {
  package struct Member: Sendable {
    package let scenario: Scenario
    package let weight: Weight

    package init(scenario: Scenario, weight: Weight) {
      self.scenario = scenario
      self.weight = weight
    }
  }

  package let count: Int
  private let make: @Sendable (Int) -> Member

  /// - Parameter member: the citizen of a number from 0 up to, but not including, `count`.
  package init(count: Int, member: @escaping @Sendable (Int) -> Member) {
    self.count = max(0, count)
    make = member
  }

  /// A sample of a population.
  package init(_ population: Population, citizens count: Int) {
    self.init(count: count) { index in
      let citizen = population.citizen(UInt64(index), of: UInt64(count))
      return Member(scenario: citizen.scenario, weight: citizen.weight)
    }
  }

  /// Scenarios as a country of their own, each of the same weight.
  package init(_ scenarios: [Scenario], weight: Weight = .one) {
    self.init(count: scenarios.count) { Member(scenario: scenarios[$0], weight: weight) }
  }

  package subscript(_ index: Int) -> Member { make(index) }
}

/// Citizens who come one after another, as from a file that is too large to hold.
package struct CitizenStream: Sendable {
  private let read: @Sendable (Int) -> (first: Int, members: [Sample.Member])

  /// - Parameter read: the next citizens, at most so many, and the number of the first; none at the end.
  ///   Asked by several workers, so it must let them in one at a time.
  package init(_ read: @escaping @Sendable (Int) -> (first: Int, members: [Sample.Member])) {
    self.read = read
  }

  func next(_ limit: Int) -> (first: Int, members: [Sample.Member]) { read(limit) }
}
