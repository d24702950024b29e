package import Outcomes
package import Quantities
internal import Vocabulary

/// Where two laws first part ways for one citizen: the day, and the provision on either side.
package struct Divergence: Hashable, Sendable {
  package let day: Day
  /// What the baseline does that the reform does not do that day; `nil` when it does nothing.
  package let baseline: Side?
  package let reform: Side?

  package init(day: Day, baseline: Side?, reform: Side?) {
    self.day = day
    self.baseline = baseline
    self.reform = reform
  }

  package struct Side: Hashable, Sendable {
    package let reference: Course.Reference
    /// What happens, told by the kind of thing that differs.
    package let consequence: Consequence

    package init(reference: Course.Reference, consequence: Consequence) {
      self.reference = reference
      self.consequence = consequence
    }
  }

  package enum Consequence: String, Hashable, Sendable {
    case benefit, episode
    case handOver = "hand-over"
    case demand
    /// Nothing happens, because a measure repealed the rule that would have made it.
    case repealed
  }

  /// The first day on which two courses have different consequences.
  ///
  /// Consequences are what a citizen and an authority notice: what is paid, episodes, hand-overs, and
  /// demands by kind, authority and channel. Names are not: a group or unit that is only called
  /// something else parts no ways.
  /// - Complexity: O(*n* log *n*) in the number of consequences.
  package static func first(between baseline: Course, and reform: Course) -> Divergence? {
    let left = Dictionary(grouping: events(of: baseline), by: \.day)
    let right = Dictionary(grouping: events(of: reform), by: \.day)
    for day in Set(left.keys).union(right.keys).sorted() {
      var (here, there) = (left[day] ?? [], right[day] ?? [])
      // The same provision first: of two alike demands, the one that only one law makes must remain.
      cancel(&here, &there) { $0.key == $1.key && $0.provision == $1.provision }
      cancel(&here, &there) { $0.key == $1.key }
      if !here.isEmpty || !there.isEmpty {
        return Divergence(day: day, baseline: here.first?.side, reform: there.first?.side)
      }
    }
    return nil
  }

  /// Strikes what happens on both sides, each event against one other.
  private static func cancel(
    _ here: inout [Event], _ there: inout [Event], _ agree: (Event, Event) -> Bool
  ) {
    here = here.filter { event in
      guard let match = there.firstIndex(where: { agree(event, $0) }) else { return true }
      there.remove(at: match)
      return false
    }
  }

  private struct Event {
    let day: Day
    /// What must be equal for two laws to agree.
    let key: String
    let side: Side

    var provision: ProvisionID { side.reference.provision }
  }

  private static func events(of course: Course) -> [Event] {
    var events: [Event] = []
    for held in course.benefits {
      events.append(
        Event(
          day: held.stretch.from, key: "benefit \(held.name)",
          side: Side(reference: held.reference, consequence: .benefit)))
    }
    for payment in course.payments {
      events.append(
        Event(
          day: payment.stretch.from,
          key: "paid \(payment.reference.provision.name) \(payment.rate.øre) per \(payment.unit)",
          side: Side(reference: payment.reference, consequence: .benefit)))
    }
    for held in course.episodes {
      events.append(
        Event(
          day: held.stretch.from, key: "episode \(held.name)",
          side: Side(reference: held.reference, consequence: .episode)))
    }
    for handOver in course.handOvers {
      events.append(
        Event(
          day: handOver.day, key: "hand-over",
          side: Side(reference: handOver.to, consequence: .handOver)))
    }
    for demand in course.demands {
      let who = demand.performer.authority ?? demand.performer.name
      events.append(
        Event(
          day: demand.by, key: "demand \(demand.kind) \(who) \(demand.channel ?? "")",
          side: Side(reference: demand.reference, consequence: .demand)))
    }
    return events
  }
}
