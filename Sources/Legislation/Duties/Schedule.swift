package import Expressions

/// When the demands of a duty fall due.
///
/// Durations and counts are expressions, so that a schedule can name a parameter or a practice value.
package enum Schedule: Sendable {
  /// Lifted: an exception under which nothing is due.
  case nothing
  /// One demand, due at anchor + D.
  case within(CheckedExpression)
  /// One demand, due on the last day of the Nth week from the anchor.
  case byEndOfWeek(CheckedExpression)
  /// N demands, due at D·k/N for k = 1…N, whole days rounded down.
  case atLeast(CheckedExpression, in: CheckedExpression)
  /// Due at D, 2D, 3D … while the duty applies; `until` bounds them by a length from the anchor.
  case every(CheckedExpression, until: CheckedExpression?)
  /// One demand, on the very day anchor + D.
  case at(CheckedExpression)
  /// On the day something changes, or `within` a time from it.
  case on(Change, within: CheckedExpression?)
  /// Any of the above, counted from anchor + D.
  indirect case after(CheckedExpression, Schedule)

  /// What an `on` schedule waits for.
  package enum Change: Hashable, Sendable {
    case caseOpening, benefit, group, unit
    case episodeBegins(Int)
    case episodeEnds(Int)
    case event(Int)
    case fact(Int)
  }
}
