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
    let (left, right) = (happenings(in: baseline), happenings(in: reform))
    var (nextLeft, nextRight) = (0, 0)
    // Most courses part early, so what happens is looked into day by day.
    while nextLeft < left.count || nextRight < right.count {
      let day = min(
        nextLeft < left.count ? left[nextLeft].day : .last, nextRight < right.count ? right[nextRight].day : .last)
      var here = events(on: day, left, from: &nextLeft, in: baseline)
      var there = events(on: day, right, from: &nextRight, in: reform)
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
    /// What must be equal for two laws to agree.
    let key: String
    let side: Side

    var provision: ProvisionID { side.reference.provision }
  }

  /// Something that happens, by where it stands in a course.
  private enum Happening {
    case benefit(Int), payment(Int), episode(Int), handOver(Int), demand(Int)
  }

  /// All that happens in a course, in the order of days; on one day in the order of the course.
  private static func happenings(in course: Course) -> [(day: Day, what: Happening)] {
    var all: [(day: Day, what: Happening)] = []
    for index in course.benefits.indices { all.append((course.benefits[index].stretch.from, .benefit(index))) }
    for index in course.payments.indices { all.append((course.payments[index].stretch.from, .payment(index))) }
    for index in course.episodes.indices { all.append((course.episodes[index].stretch.from, .episode(index))) }
    for index in course.handOvers.indices { all.append((course.handOvers[index].day, .handOver(index))) }
    for index in course.demands.indices { all.append((course.demands[index].by, .demand(index))) }
    return all.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  /// What happens on a day, from the next happening on.
  private static func events(
    on day: Day, _ all: [(day: Day, what: Happening)], from next: inout Int, in course: Course
  ) -> [Event] {
    var events: [Event] = []
    while next < all.count, all[next].day == day {
      events.append(event(all[next].what, in: course))
      next += 1
    }
    return events
  }

  private static func event(_ what: Happening, in course: Course) -> Event {
    switch what {
    case .benefit(let index):
      let held = course.benefits[index]
      return Event(key: "benefit \(held.name)", side: Side(reference: held.reference, consequence: .benefit))
    case .payment(let index):
      let payment = course.payments[index]
      return Event(
        key: "paid \(payment.reference.provision.name) \(payment.rate.øre) per \(payment.unit)",
        side: Side(reference: payment.reference, consequence: .benefit))
    case .episode(let index):
      let held = course.episodes[index]
      return Event(key: "episode \(held.name)", side: Side(reference: held.reference, consequence: .episode))
    case .handOver(let index):
      return Event(
        key: "hand-over", side: Side(reference: course.handOvers[index].to, consequence: .handOver))
    case .demand(let index):
      let demand = course.demands[index]
      let who = demand.performer.authority ?? demand.performer.name
      return Event(
        key: "demand \(demand.kind) \(who) \(demand.channel ?? "")",
        side: Side(reference: demand.reference, consequence: .demand))
    }
  }
}
