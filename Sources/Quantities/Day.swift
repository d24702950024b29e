/// A calendar day. No clock, no time zone.
///
/// - Unit: days since 1 January 1970 in the proleptic Gregorian calendar.
/// - Range: 1 January 0001 to 31 December 9999; arithmetic that leaves it stops at the border, so that
///   a rule with a wild duration cannot run past the end of time.
package struct Day: Hashable, Comparable, Sendable {
  package let sinceEpoch: Int

  package static let first = Day(unchecked: -719_162)
  package static let last = Day(unchecked: 2_932_896)

  package init(sinceEpoch: Int) {
    self.sinceEpoch = min(max(sinceEpoch, Day.first.sinceEpoch), Day.last.sinceEpoch)
  }

  private init(unchecked: Int) { sinceEpoch = unchecked }

  /// - Returns: `nil` when there is no such day, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, in: year)
    else { return nil }
    self.init(sinceEpoch: Day.count(year: year, month: month, day: day))
  }

  /// Reads `YYYY-MM-DD`, and nothing else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: Day, right: Day) -> Bool { left.sinceEpoch < right.sinceEpoch }

  /// Year, month and day of the month.
  ///
  /// - Source: the inverse of `count(year:month:day:)`, by eras of 400 years of 146,097 days each.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = sinceEpoch &+ 719_468
    let era = (shifted >= 0 ? shifted : shifted &- 146_096) / 146_097
    // Small and never negative from here on: unsigned halves divide by constants without branches, and
    // every date that is looked at passes here.
    let dayOfEra = UInt32(truncatingIfNeeded: shifted &- era &* 146_097)
    let yearOfEra = (dayOfEra &- dayOfEra / 1_460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let shiftedMonth = (5 &* dayOfYear &+ 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth &+ 3 : shiftedMonth &- 9
    let year = Int(yearOfEra) &+ era &* 400 &+ (month <= 2 ? 1 : 0)
    return (year, Int(month), Int(dayOfYear &- (153 &* shiftedMonth &+ 2) / 5 &+ 1))
  }

  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int { (((sinceEpoch + 3) % 7) + 7) % 7 + 1 }

  package static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days from the epoch, counting March as the first month so that a leap day ends its year.
  private static func count(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Day {
  package func adding(days: Int) -> Day {
    let (sum, overflow) = sinceEpoch.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .first : .last) : Day(sinceEpoch: sum)
  }

  package func days(until other: Day) -> Int { other.sinceEpoch - sinceEpoch }

  package var firstOfMonth: Day { adding(days: 1 - parts.day) }

  package var firstOfNextMonth: Day {
    let (year, month, day) = parts
    return adding(days: Day.length(ofMonth: month, in: year) - day + 1)
  }

  /// Which way a month addition goes when the target month is too short.
  package enum MonthRounding: Hashable, Sendable {
    /// To the month's last day: 31 January + 1 month is 28 or 29 February. The rule unless a law says
    /// otherwise, and what FEEL does.
    case down
    /// To the first day of the following month.
    case up
  }

  package func adding(months: Int, rounding: MonthRounding = .down) -> Day {
    let (year, month, day) = parts
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow { return months < 0 ? .first : .last }
    let targetYear = total >= 0 ? total / 12 : (total - 11) / 12
    let targetMonth = total - targetYear * 12 + 1
    guard targetYear >= 1 else { return .first }
    guard targetYear <= 9999 else { return .last }
    let length = Day.length(ofMonth: targetMonth, in: targetYear)
    let start = Day(sinceEpoch: Day.count(year: targetYear, month: targetMonth, day: 1))
    if day <= length { return start.adding(days: day - 1) }
    return rounding == .down ? start.adding(days: length - 1) : start.adding(days: length)
  }

  /// Months first, then days, as ISO 8601 durations are added.
  package func adding(_ period: Period, rounding: MonthRounding = .down) -> Day {
    (period.months == 0 ? self : adding(months: period.months, rounding: rounding))
      .adding(days: period.days)
  }

  /// Whole years from this day to another: an age. The birthday itself counts; someone born on
  /// 29 February turns a year older on 28 February in common years (`adding(months:)` rounds down).
  package func wholeYears(until other: Day) -> Int {
    let guess = other.parts.year - parts.year
    return adding(months: 12 * guess) <= other ? guess : guess - 1
  }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`, always with a year of four digits.
  package var description: String {
    let (year, month, day) = parts
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A length of calendar time: months and days kept apart, since no month is a fixed number of days.
///
/// - Unit: calendar months and days; a week is 7 days, a year 12 months.
package struct Period: Hashable, Sendable {
  package let months: Int
  package let days: Int

  package init(months: Int = 0, days: Int = 0) {
    self.months = months
    self.days = days
  }

  package static let zero = Period()
}

/// A half-open stretch of days, `[from, until)`.
///
/// Invariant: `from` is not after `until`; the initializer cuts a reversed stretch to nothing.
package struct Stretch: Hashable, Sendable {
  package let from: Day
  package let until: Day

  package init(from: Day, until: Day) {
    self.from = from
    self.until = max(from, until)
  }

  package var length: Int { from.days(until: until) }
  package func contains(_ day: Day) -> Bool { from <= day && day < until }

  package func intersection(_ other: Stretch) -> Stretch {
    let start = max(from, other.from)
    return Stretch(from: start, until: min(until, other.until))
  }
}
