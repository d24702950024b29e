internal import Quantities

/// How far one duty has come for one citizen.
///
/// A duty's counting is known by the day it counts from. While that day stays the same, places that were
/// passed stay passed, even if the duty did not apply for a while; a new day begins anew.
struct DutyState: Sendable {
  /// The day counting began: the anchor, or the last restart after it.
  var anchor: Day?
  /// The anchor proper, to notice when it moves.
  var base: Day?
  var applies = false
  /// The clock that days are counted on; `nil` for the calendar.
  var clock: Int?
  /// The schedule whose places are counted, to notice when another one applies.
  var schedule: Places?
  /// How many places of the schedule have been reached or passed.
  var places = 0
  /// Demands made since counting began.
  var made = 0
  /// The by days of all demands ever made, for duties that include this one.
  var demandDays: [Day] = []
  /// Demands ordered by a change, not yet reached, in the order of the changes.
  var waiting: [Waiting] = []
  /// - Unit: days of the calendar, or of the duty's clock.
  var suspendedDays = 0
  var suspendedSince: Day?
  var restartHeld = false
  /// The day the restart condition last became true.
  var restarted: Day?
  /// The next day on which a demand can fall due; `nil` when none is in sight.
  private(set) var nextDue: Day?
  /// What was next when the duty last stopped applying, or was lifted.
  var interrupted: (by: Day, on: Day)?

  /// A demand that a change has ordered.
  struct Waiting: Sendable {
    /// The day of the change.
    let from: Day
    /// Counted days from it to the demand's day, with those of suspensions that have ended.
    var distance: Int
  }

  mutating func beginCounting(from day: Day) {
    anchor = day
    places = 0
    made = 0
    waiting = []
    suspendedDays = 0
    suspendedSince = nil
    interrupted = nil
  }

  /// A demand is in sight; the first one is what matters.
  mutating func expect(_ day: Day) { nextDue = min(nextDue ?? day, day) }

  mutating func forgetExpected() { nextDue = nil }

  /// Remembers what was on its way, and expects nothing any more.
  mutating func interrupt(on today: Day) {
    if let next = nextDue, next >= today { interrupted = (by: next, on: today) }
    nextDue = nil
  }
}
