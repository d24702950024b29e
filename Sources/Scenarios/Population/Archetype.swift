package import Expressions
package import Quantities
package import Vocabulary

/// A kind of course: people who enter it alike, and what can become of them.
///
/// Circumstances only, never a benefit or a group: those are what a law makes of them.
package struct Archetype: Sendable {
  package let name: String
  package let label: Label
  /// People who begin such a course within the window.
  package let inflow: Int
  /// People who are in one on the window's first day; `nil` for as many as a steady inflow has brought.
  package let stock: Int?
  /// How far back the courses of the stock can have begun.
  ///
  /// - Unit: days, at least one.
  package let history: Int
  /// The age at which nobody of the stock can be in it any more; `nil` when there is none.
  package let leavesAtAge: Int?
  /// Who they are the day before it begins.
  package let citizen: [FactDraw]
  /// The states; a course begins in the first.
  package let states: [LifeState]

  package init(
    name: String, label: Label, inflow: Int, stock: Int?, history: Int, leavesAtAge: Int?,
    citizen: [FactDraw], states: [LifeState]
  ) {
    self.name = name
    self.label = label
    self.inflow = max(0, inflow)
    self.stock = stock.map { max(0, $0) }
    self.history = max(1, history)
    self.leavesAtAge = leavesAtAge
    self.citizen = citizen
    self.states = states
  }
}

/// A stretch of a life in which circumstances stay as they are, and how it ends.
///
/// A class, since every course looks at one state after another, and a copy would count its tables.
package final class LifeState: Sendable {
  package let name: String
  /// What is so from its first day.
  package let sets: [FactDraw]
  /// What can happen meanwhile, with the time from one occurrence to the next.
  package let happens: [Happening]
  /// How long it lasts; `nil` for a state that nobody leaves, which ends the course.
  package let lasts: LengthTable?
  package let exits: [Exit]
  /// Whether who is in it when the window opens belongs to the archetype's stock. Who has left for work,
  /// or for what another archetype is about, does not.
  package let isOfStock: Bool
  let exitShares: ShareTable
  /// The share that leaves for work.
  let workShare: Rational

  /// - Parameter isOfStock: `nil` for the rule: states that are left belong to the stock, the last does not.
  /// - Precondition: where it ends there is an exit, and their shares add up to one.
  package init(
    name: String, sets: [FactDraw], happens: [Happening] = [], lasts: LengthTable?, exits: [Exit],
    isOfStock: Bool? = nil
  ) {
    self.name = name
    self.sets = sets
    self.happens = happens
    self.lasts = exits.isEmpty ? nil : lasts
    self.isOfStock = isOfStock ?? (self.lasts != nil)
    // Work first: a greater chance of work then only adds quantiles to those that had work already.
    let ordered = exits.filter(\.isWork) + exits.filter { !$0.isWork }
    self.exits = ordered
    exitShares = ShareTable(ordered.map(\.share))
    workShare = exits.filter(\.isWork).reduce(.zero) { $0.adding($1.share) ?? $0 }
  }

  package struct Exit: Hashable, Sendable {
    /// The next state, by its index in the archetype.
    package let to: Int
    package let share: Rational
    /// Whether it is into work, so that behaviour can speed it up or slow it down.
    package let isWork: Bool

    package init(to: Int, share: Rational, isWork: Bool) {
      self.to = to
      self.share = share
      self.isWork = isWork
    }
  }

  package struct Happening: Sendable {
    /// By its index in the vocabulary.
    package let event: Int
    /// The time to the first, and from each to the next.
    package let every: LengthTable

    package init(event: Int, every: LengthTable) {
      self.event = event
      self.every = every
    }
  }
}

/// How facts of a citizen get their values.
package enum FactDraw: Sendable {
  case constant(Assignment)
  /// One of several sets of facts that go together.
  case choice(ShareTable, [[Assignment]])
  /// A duration.
  case length(fact: Int, LengthTable)
  /// A day that lies a drawn length ahead.
  case day(fact: Int, LengthTable)
  /// The length that the state would have without any behaviour, in whole weeks; unknown to a share.
  case ownLength(fact: Int, unknown: ShareTable)
  /// The day on which the state would end without any behaviour.
  case ownEnd(fact: Int)
  /// The day of birth of somebody who has a drawn age when the course begins.
  case age(fact: Int, AgeTable)

  package struct Assignment: Hashable, Sendable {
    /// By its index in the vocabulary.
    package let fact: Int
    package let value: Value

    package init(fact: Int, value: Value) {
      self.fact = fact
      self.value = value
    }
  }
}
