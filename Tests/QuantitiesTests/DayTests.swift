internal import Quantities
internal import TestSupport
internal import Testing

@Suite("A day")
struct DayTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(
    "is reached by adding years, months and days as the suite says, rounding either way",
    .enabled(if: Conformance.isPresent, "HEGN_CONFORMANCE names no folder with conformance data"))
  func conformance() throws {
    let rows = try Conformance.rows(of: "dates.csv")

    for row in rows {
      let id = row["id"] ?? ""
      let start = try day(#require(row["date"]))
      let up: Day
      let down: Day
      switch row["operation"] {
      case "first-day-of-month": (up, down) = (start.firstOfMonth, start.firstOfMonth)
      case "last-day-of-month":
        let last = start.firstOfNextMonth.adding(days: -1)
        (up, down) = (last, last)
      default:
        let numbers = try ["years", "months", "days"].map { try #require(Int(row[$0] ?? "")) }
        let period = Period(months: 12 * numbers[0] + numbers[1], days: numbers[2])
        (up, down) = (start.adding(period, rounding: .up), start.adding(period, rounding: .down))
      }
      #expect(up.description == row["result_round_up"], "\(id)")
      #expect(down.description == row["result_round_down"], "\(id)")
      #expect((up != down) == (row["ambiguous"] == "true"), "\(id)")
    }
    #expect(rows.count == 18)
  }

  @Test("counts from 1 January 1970")
  func epoch() throws {
    #expect(try day("1970-01-01").sinceEpoch == 0)
    #expect(try day("2000-03-01").sinceEpoch == 11_017)
    #expect(try day("1969-12-31").sinceEpoch == -1)
  }

  @Test("follows the day before it, from the first to the last of a 400-year era")
  func succession() throws {
    var today = try day("1899-12-31")
    for _ in 0..<146_097 {
      let tomorrow = today.adding(days: 1)
      let (before, after) = (today.parts, tomorrow.parts)
      let isSameMonth = (after.year, after.month, after.day) == (before.year, before.month, before.day + 1)
      let isMonthEnd = before.day == Day.length(ofMonth: before.month, in: before.year)
      let monthAfter = before.month == 12 ? (before.year + 1, 1, 1) : (before.year, before.month + 1, 1)
      guard
        isMonthEnd ? (after.year, after.month, after.day) == monthAfter : isSameMonth,
        Day(year: after.year, month: after.month, day: after.day) == tomorrow,
        tomorrow.weekday == today.weekday % 7 + 1
      else {
        Issue.record("\(tomorrow) follows \(today)")
        return
      }
      today = tomorrow
    }
    #expect(today.description == "2299-12-31")
  }

  @Test(
    "is the 29th of February only in leap years",
    arguments: [(1900, false), (2000, true), (2023, false), (2024, true), (2100, false), (4, true)])
  func leapYears(year: Int, isLeap: Bool) {
    #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(Day.isLeap(year) == isLeap)
  }

  @Test(
    "is not read from anything but year, month and day",
    arguments: [
      "2023-02-30", "2023-13-01", "2023-00-10", "2023-01-00", "0000-01-01", "2023-1-01", "23-01-01",
      "2023-01-01 ", "2023-01-01T00", "2023/01/01", "", "+202-01-01", "-2023-01-01", "20230101",
      "２０２３-01-01",
    ])
  func refusing(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("is written with four digits for the year")
  func description() throws {
    #expect(try day("0001-01-01").description == "0001-01-01")
    #expect(try day("0987-06-05").description == "0987-06-05")
  }

  @Test("stays between the first and the last day, however far it is moved")
  func endsOfTime() throws {
    #expect(Day.first.description == "0001-01-01")
    #expect(Day.last.description == "9999-12-31")
    for amount in [1, 100, .max] {
      #expect(Day.last.adding(days: amount) == .last)
      #expect(Day.last.adding(months: amount) == .last)
      #expect(Day.first.adding(days: -amount) == .first)
      #expect(Day.first.adding(months: -amount) == .first)
    }
    #expect(try day("2023-05-05").adding(days: .min) == .first)
    #expect(try day("2023-05-05").adding(months: .min) == .first)
    #expect(try day("9999-11-30").adding(months: 1, rounding: .up).description == "9999-12-30")
    #expect(Day.last.firstOfNextMonth == .last)
  }

  @Test("goes back by months as it goes forward")
  func backwards() throws {
    #expect(try day("2023-03-31").adding(months: -1).description == "2023-02-28")
    #expect(try day("2023-01-15").adding(months: -1).description == "2022-12-15")
    #expect(try day("2023-01-15").adding(months: -13).description == "2021-12-15")
  }

  @Test("knows its weekday")
  func weekday() throws {
    #expect(try day("2024-01-01").weekday == 1)
    #expect(try day("2023-12-31").weekday == 7)
    #expect(try day("1969-12-31").weekday == 3)
    #expect(Day.first.weekday == 1)
  }

  @Test(
    "is whole years from another only on the birthday",
    arguments: [
      ("1990-05-02", "2023-05-01", 32), ("1990-05-02", "2023-05-02", 33), ("1990-05-02", "1990-05-02", 0),
      ("2004-02-29", "2023-02-27", 18), ("2004-02-29", "2023-02-28", 19), ("2004-02-29", "2024-02-28", 19),
      ("2004-02-29", "2024-02-29", 20), ("1990-05-02", "1990-05-01", -1),
    ])
  func wholeYears(born: String, on: String, years: Int) throws {
    #expect(try day(born).wholeYears(until: day(on)) == years)
  }

  @Test("adds the months of a period before its days")
  func periods() throws {
    let period = Period(months: 1, days: 1)

    #expect(try day("2023-01-31").adding(period).description == "2023-03-01")
    #expect(try day("2023-01-31").adding(period, rounding: .up).description == "2023-03-02")
    #expect(try day("2023-01-31").adding(.zero) == day("2023-01-31"))
    #expect(Period(months: 12) != Period(days: 365))
  }
}

@Suite("A stretch of days")
struct StretchTests {
  private func stretch(_ from: Int, _ until: Int) -> Stretch {
    Stretch(from: Day(sinceEpoch: from), until: Day(sinceEpoch: until))
  }

  @Test("holds its first day and not its last")
  func halfOpen() {
    let held = [9, 10, 19, 20].map { stretch(10, 20).contains(Day(sinceEpoch: $0)) }

    #expect(held == [false, true, true, false])
    #expect(stretch(10, 20).length == 10)
  }

  @Test("is nothing when it ends before it begins")
  func reversed() {
    #expect(stretch(20, 10) == stretch(20, 20))
    #expect(stretch(20, 10).length == 0)
  }

  @Test("shares with another the days that both hold")
  func intersection() {
    #expect(stretch(0, 10).intersection(stretch(5, 20)) == stretch(5, 10))
    #expect(stretch(5, 20).intersection(stretch(0, 10)) == stretch(5, 10))
    #expect(stretch(0, 5).intersection(stretch(5, 9)).length == 0)
    #expect(stretch(0, 5).intersection(stretch(7, 9)).length == 0)
  }
}
