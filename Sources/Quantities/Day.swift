/// A calendar day. No clock, no time zone.
///
/// - Unit: days since 1 January 1970 in the proleptic Gregorian calendar.
/// - Range: 1 January 0001 to 31 December 9999; arithmetic that leaves it stops at the border, so that
///   a rule with a wild duration cannot run past the end of time.
///
/// Every room compares days, citizen after citizen, so what is asked of them most stands in line there: a
/// function does only when its type, too, may be used where it is.
@usableFromInline package struct Day: Hashable, Comparable, Sendable {
  @usableFromInline package let sinceEpoch: Int

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
    // Byte by byte: rules and scenarios are full of days, and splitting a text looks for its characters.
    var numbers = (year: 0, month: 0, day: 0)
    var place = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 48
      switch place {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 0...3, 5, 6, 8, 9:
        guard (0...9).contains(digit) else { return nil }
        if place < 4 {
          numbers.year = 10 * numbers.year + digit
        } else if place < 7 {
          numbers.month = 10 * numbers.month + digit
        } else {
          numbers.day = 10 * numbers.day + digit
        }
      default: return nil
      }
      place += 1
    }
    guard place == 10 else { return nil }
    self.init(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  @inlinable package static func < (left: Day, right: Day) -> Bool { left.sinceEpoch < right.sinceEpoch }

  /// Year, month and day of the month.
  package var parts: (year: Int, month: Int, day: Int) {
    let (year, month, day) = partsFromMarch
    return month > 12 ? (year + 1, month - 12, day + 1) : (year, month, day + 1)
  }

  /// Year, month and day in years that begin in March, so that a leap day ends its year: January and February
  /// are months 13 and 14 of the year before. The first day of a month is day 0.
  ///
  /// - Source: Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms",
  ///   Software: Practice and Experience 53 (2023): each division is one by a constant, or a multiplication.
  ///   Every date that is looked at passes here.
  private var partsFromMarch: (year: Int, month: Int, day: Int) {
    // Day 0 is 1 March of the year 0, so no day of the calendar is below it.
    let quarters = 4 &* UInt32(truncatingIfNeeded: sinceEpoch &+ 719_468) &+ 3
    let century = quarters / 146_097
    let ofCentury = 2_939_745 &* UInt64((quarters % 146_097) | 3)
    let yearOfCentury = UInt32(truncatingIfNeeded: ofCentury >> 32)
    let dayOfYear = UInt32(truncatingIfNeeded: ofCentury) / 2_939_745 / 4
    let months = 2_141 &* dayOfYear &+ 197_913
    return (
      Int(100 &* century &+ yearOfCentury), Int(months >> 16), Int((months & 0xFFFF) / 2_141)
    )
  }

  /// Days from the epoch to the first of a month, in years that begin in March.
  ///
  /// - Source: as for `partsFromMarch`.
  private static func startFromMarch(year: Int, month: Int) -> Int {
    let century = UInt32(truncatingIfNeeded: year) / 100
    let ofYear = 1_461 &* UInt32(truncatingIfNeeded: year) / 4 &- century &+ century / 4
    let ofMonth = (979 &* UInt32(truncatingIfNeeded: month) &- 2_919) / 32
    return Int(ofYear &+ ofMonth) &- 719_468
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

  private static func count(year: Int, month: Int, day: Int) -> Int {
    (month <= 2
      ? startFromMarch(year: year - 1, month: month + 12) : startFromMarch(year: year, month: month))
      + day - 1
  }
}

extension Day {
  package func adding(days: Int) -> Day {
    let (sum, overflow) = sinceEpoch.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .first : .last) : Day(sinceEpoch: sum)
  }

  @inlinable package func days(until other: Day) -> Int { other.sinceEpoch - sinceEpoch }

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
    let (year, month, day) = partsFromMarch
    // Counted from March of the year 0; the calendar goes from month 10, January of the year 1, to 119,997.
    let (total, overflow) = (year &* 12 &+ month &- 3).addingReportingOverflow(months)
    guard !overflow, (10..<119_998).contains(total) else { return months < 0 ? .first : .last }
    let target = UInt32(truncatingIfNeeded: total)
    let (targetYear, targetMonth) = (Int(target / 12), Int(target % 12) &+ 3)
    let start = Day.startFromMarch(year: targetYear, month: targetMonth)
    // Every month has its first 28 days.
    if day < 28 { return Day(sinceEpoch: start &+ day) }
    let length =
      targetMonth == 14
      ? (Day.isLeap(targetYear &+ 1) ? 29 : 28) : Day.length(ofMonth: targetMonth, in: targetYear)
    if day < length { return Day(sinceEpoch: start &+ day) }
    return Day(sinceEpoch: rounding == .down ? start &+ length &- 1 : start &+ length)
  }

  /// Months first, then days, as ISO 8601 durations are added.
  package func adding(_ period: Period, rounding: MonthRounding = .down) -> Day {
    (period.months == 0 ? self : adding(months: period.months, rounding: rounding))
      .adding(days: period.days)
  }

  /// Whole years from this day to another: an age. The birthday itself counts; someone born on
  /// 29 February turns a year older on 28 February in common years (`adding(months:)` rounds down).
  package func wholeYears(until other: Day) -> Int {
    let (start, end) = (parts, other.parts)
    let years = end.year - start.year
    if start.month != end.month { return start.month < end.month ? years : years - 1 }
    let isLastOfFebruary = start.month == 2 && end.day == 28 && !Day.isLeap(end.year)
    return start.day <= end.day || isLastOfFebruary ? years : years - 1
  }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`, always with a year of four digits.
  @usableFromInline package var description: String {
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
@usableFromInline package struct Stretch: Hashable, Sendable {
  @usableFromInline package let from: Day
  @usableFromInline package let until: Day

  @inlinable package init(from: Day, until: Day) {
    self.from = from
    self.until = max(from, until)
  }

  @inlinable package var length: Int { from.days(until: until) }
  @inlinable package func contains(_ day: Day) -> Bool { from <= day && day < until }

  @inlinable package func intersection(_ other: Stretch) -> Stretch {
    let start = max(from, other.from)
    return Stretch(from: start, until: min(until, other.until))
  }
}
