internal import Quantities

/// `Places` for the compiled replay: the places of a schedule, as distances in days from the anchor.
struct FastPlaces: Equatable {
  enum Form: UInt8 { case single, spread, repeated }

  var form = Form.spread
  var roundsUp = false
  /// `single`: the distance. `spread`: the distance of the base. `repeated`: the base's day.
  var base = 0
  /// `spread`: how many places, over how many days.
  var count = 0
  var total = 0
  /// `repeated`: the anchor's day, the period, and the last distance or -1.
  var anchor = 0
  var months = 0
  var days = 0
  var hasLimit = false
  var limit = 0

  /// - Returns: `Int.min` when the schedule has no such place.
  func distance(ofPlace place: Int) -> Int {
    switch form {
    case .single: return place == 1 ? base : Int.min
    case .spread: return place <= count ? base + total * place / count : Int.min
    case .repeated:
      let (months, monthsOverflow) = months.multipliedReportingOverflow(by: place)
      let (days, daysOverflow) = days.multipliedReportingOverflow(by: place)
      if monthsOverflow || daysOverflow { return Int.min }
      let start = Day(sinceEpoch: base)
      let times = Period(months: months, days: days)
      let rounded = start.adding(times, rounding: roundsUp ? .up : .down)
      let distance = rounded.sinceEpoch - anchor
      if hasLimit, distance > limit { return Int.min }
      let plain = roundsUp && months != 0 ? start.adding(times) : rounded
      return plain.sinceEpoch < Day.last.sinceEpoch ? distance : Int.min
    }
  }
}
