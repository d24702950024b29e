internal import Diagnostics
internal import LawSupport
internal import Outcomes
internal import Testing

@Suite("A schedule")
struct ScheduleTests {
  private let year = "2023-01-01..2024-01-01"

  @Test("'within' falls due once, at the anchor and the time")
  func within() throws {
    let course = try TinyLaw.duty("due: {within: 1 week}").course(year)

    #expect(course.days() == ["2023-01-08"])
    #expect(course.demands.map { "\($0.from)" } == ["2023-01-01"])
  }

  @Test("'within' no time at all falls due on the anchor itself")
  func withinNothing() throws {
    #expect(try TinyLaw.duty("due: {within: 0 days}").course(year).days() == ["2023-01-01"])
  }

  @Test("'at' falls due once, on the very day")
  func at() throws {
    #expect(try TinyLaw.duty("due: {at: 3 months}").course(year).days() == ["2023-04-01"])
  }

  @Test("'by end of week' falls due on that week's last day, counted from the anchor")
  func endOfWeek() throws {
    #expect(try TinyLaw.duty("due: {by end of week: 5}").course(year).days() == ["2023-02-04"])
  }

  @Test("'at least N in D' spreads evenly, whole days rounded down")
  func atLeast() throws {
    // 1 January to 1 July is 181 days: 181/4 = 45.25, 90.5, 135.75, 181.
    let course = try TinyLaw.duty("due: {at least: 4, in: 6 months}").course(year)

    #expect(course.days() == ["2023-02-15", "2023-04-01", "2023-05-16", "2023-07-01"])
    #expect(course.demands.map(\.occurrence) == [1, 2, 3, 4])
  }

  @Test("'at least none' demands nothing")
  func atLeastNone() throws {
    #expect(try TinyLaw.duty("due: {at least: 0, in: 6 months}").course(year).demands.isEmpty)
  }

  @Test("'every' falls due again and again while the duty applies")
  func every() throws {
    let course = try TinyLaw.duty("due: {every: 3 months}").course("2023-01-01..2023-10-02")

    #expect(course.days() == ["2023-04-01", "2023-07-01", "2023-10-01"])
  }

  @Test("'every … for' stops with the time, its last day included")
  func everyFor() throws {
    let course = try TinyLaw.duty("due: {every: 2 weeks, for: 6 weeks}").course(year)

    #expect(course.days() == ["2023-01-15", "2023-01-29", "2023-02-12"])
  }

  @Test("'every' month counts from the anchor, so that a short month does not shift the others")
  func everyMonthFromTheLast() throws {
    let course = try TinyLaw.duty("due: {every: 1 month}").course("2023-01-31..2023-06-01")

    #expect(course.days() == ["2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31"])
  }

  @Test("rounds month arithmetic up to the next month's first day when the duty says so")
  func roundsUp() throws {
    let up = try TinyLaw.duty("due: {at: 1 month}, round: up").course("2023-01-31..2023-06-01")
    let down = try TinyLaw.duty("due: {at: 1 month}").course("2023-01-31..2023-06-01")

    #expect(up.days() == ["2023-03-01"])
    #expect(down.days() == ["2023-02-28"])
  }

  @Test(
    "with 'after' counts from the anchor and the delay",
    arguments: [
      ("{within: 1 week, after: 1 month}", ["2023-02-08"]),
      ("{at: 1 week, after: 1 month}", ["2023-02-08"]),
      ("{by end of week: 1, after: 1 month}", ["2023-02-07"]),
      // 1 April to 1 July is 91 days: 30, 60 and 91.
      ("{at least: 3, in: 3 months, after: 3 months}", ["2023-05-01", "2023-05-31", "2023-07-01"]),
      ("{every: 5 months, after: 1 month}", ["2023-07-01", "2023-12-01"]),
      ("{every: 1 month, for: 2 months, after: 6 months}", ["2023-08-01", "2023-09-01"]),
      ("{on: event missed, after: 1 week}", ["2023-03-08"]),
      ("{on: event missed, within: 1 day, after: 1 week}", ["2023-03-09"]),
    ])
  func after(due: String, days: [String]) throws {
    let course = try TinyLaw.duty("due: \(due)").course(
      year, events: ["on: 2023-03-01, event: missed"])

    #expect(course.days() == days)
  }

  @Test("takes its numbers from parameters and practice")
  func namedNumbers() throws {
    let law = try TinyLaw.duty(
      "due: {at least: talks, in: span}",
      """
      parameters:
        talks: {cite: T, unit: number, values: {2000-01-01: 2}}
      practice:
        span: {kind: interval, unit: duration, floor: none, ceiling: none, low: 4 weeks, base: 8 weeks, high: 12 weeks, evidence: t, cite: T}
      """)

    #expect(try law.course(year).days() == ["2023-01-29", "2023-02-26"])
  }

  @Test("that stands still is refused, and said where")
  func standsStill() throws {
    let law = try TinyLaw.duty(
      "due: {every: span}", "parameters:\n  span: {cite: T, unit: duration, values: {2000-01-01: 0 days}}")

    let refusal = #expect(throws: Diagnostic.self) { try law.course(year) }

    #expect(refusal?.code == "schedule-stands-still")
  }
}
