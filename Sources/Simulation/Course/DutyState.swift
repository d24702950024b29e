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
  /// How many places of the schedule have been reached or passed.
  var places = 0
  /// Demands made since counting began.
  var made = 0
  /// The by days of all demands ever made, for duties that include this one.
  var demandDays: [Day] = []
  /// By days ordered by a change, not yet reached, ascending.
  var waiting: [Day] = []
  var suspendedDays = 0
  var suspendedSince: Day?
  var restartHeld = false
  /// The next day on which a demand can fall due; `nil` when none is in sight.
  var nextDue: Day?
  /// What was next when the duty last stopped applying.
  var interrupted: (by: Day, on: Day)?

  mutating func beginCounting(from day: Day) {
    anchor = day
    places = 0
    made = 0
    waiting = []
    suspendedDays = 0
    suspendedSince = nil
  }

  /// Days of `[anchor, day)` during which the duty was suspended.
  func suspended(until day: Day) -> Int {
    suspendedDays + (suspendedSince.map { $0.days(until: max($0, day)) } ?? 0)
  }
}
