internal import Diagnostics
internal import LawSupport
internal import Outcomes
internal import Quantities
internal import Testing
internal import Vocabulary

@Suite("A clock")
struct ClockTests {
  private func reading(
    _ clock: String, reaches bound: String, _ period: String, citizen: String = "sick: true", events: [String] = []
  ) throws -> [String] {
    let course = try TinyLaw.duty(
      "due: {on: episode over}",
      """
      clocks:
        time: {cite: T, \(clock)}
      episodes:
        over: {cite: T, begins when: time \(bound), ends when: not(time \(bound))}
      """
    ).course(period, citizen: citizen, events: events)
    return course.episodes.map { "\($0.stretch.from)..\($0.stretch.until)" }
  }

  @Test("is past 22 weeks on the day after the last of them is full, and not a day before")
  func crossesAt22Weeks() throws {
    let days = try reading("counts: sick, within: 9 months", reaches: "> 22 weeks", "2023-01-01..2023-08-01")

    // 154 days are full on 4 June; the reading is 155 on 5 June.
    #expect(days == ["2023-06-05..2023-08-01"])
  }

  @Test("with a window adds up separate stretches inside it")
  func windowAddsUp() throws {
    let days = try reading(
      "counts: sick, within: 9 months", reaches: "> 22 weeks", "2023-01-01..2023-08-01",
      events: ["on: 2023-04-01, sick: false", "on: 2023-05-01, sick: true"])

    // 90 days until April and 65 from May.
    #expect(days == ["2023-07-05..2023-08-01"])
  }

  @Test("with a window falls as days leave it, even while others are added")
  func windowFalls() throws {
    let days = try reading(
      "counts: sick, within: 1 month", reaches: ">= 25 days", "2023-01-01..2023-06-01",
      events: ["on: 2023-01-27, sick: false", "on: 2023-02-06, sick: true"])

    // 26 days on 27 January. On 3 February two have left and none came: 24; the new stretch fills it
    // again: 23 days of February and two of March.
    #expect(days == ["2023-01-26..2023-02-03", "2023-03-03..2023-06-01"])
  }

  @Test("that must be unbroken goes back to zero when its condition stops")
  func unbroken() throws {
    let days = try reading(
      "counts: sick, unbroken: true", reaches: ">= 20 days", "2023-01-01..2023-06-01",
      events: ["on: 2023-01-15, sick: false", "on: 2023-01-17, sick: true", "on: 2023-03-01, sick: false"])

    #expect(days == ["2023-02-06..2023-03-02"])
  }

  @Test("is held at zero while its reset condition holds, and counts from the day after")
  func resets() throws {
    let days = try reading(
      "counts: sick, resets when: trained", reaches: ">= 10 days", "2023-01-01..2023-06-01",
      events: ["on: 2023-01-20, trained: true", "on: 2023-02-20, trained: false", "on: 2023-02-25, event: missed"])

    #expect(days == ["2023-01-11..2023-01-21", "2023-03-02..2023-06-01"])
  }

  @Test("holds a comparison that another condition hides, as soon as that condition lets it be seen")
  func hiddenComparison() throws {
    let course = try TinyLaw.duty(
      "due: {on: episode long}",
      """
      clocks:
        time: {cite: T, counts: "true"}
      episodes:
        long: {cite: T, begins when: "sick and today >= 2023-02-01 and time > 60 days", ends when: not(sick)}
      """
    ).course("2023-01-01..2023-12-01", events: ["on: 2023-01-10, sick: true"])

    #expect(course.days() == ["2023-03-03"])
  }
}

@Suite("An age")
struct AgeTests {
  private func days(born: String, _ condition: String, _ period: String) throws -> [String] {
    let law = try TinyLaw("episodes:\n  now: {cite: T, begins when: \"\(condition)\", ends when: \"not(\(condition))\"}")
    return try law.course(period, citizen: "born: \(born)").episodes.map {
      "\($0.stretch.from)..\($0.stretch.until)"
    }
  }

  @Test("is a year less the day before the birthday")
  func dayBefore() throws {
    #expect(try days(born: "1993-06-15", "age < 30", "2023-01-01..2024-01-01") == ["2023-01-01..2023-06-15"])
    #expect(try days(born: "1993-06-15", "age >= 30", "2023-01-01..2024-01-01") == ["2023-06-15..2024-01-01"])
  }

  @Test("lasts one year")
  func lasts() throws {
    #expect(try days(born: "1993-06-15", "age = 29", "2022-01-01..2024-01-01") == ["2022-06-15..2023-06-15"])
    #expect(try days(born: "1993-06-15", "age in [28..29]", "2020-01-01..2024-01-01") == ["2021-06-15..2023-06-15"])
  }

  @Test("of one born on 29 February turns on 28 February in common years")
  func leapDay() throws {
    #expect(try days(born: "1992-02-29", "age >= 31", "2023-01-01..2024-01-01") == ["2023-02-28..2024-01-01"])
    #expect(try days(born: "1992-02-29", "age >= 32", "2024-01-01..2025-01-01") == ["2024-02-29..2025-01-01"])
  }
}

@Suite("An episode")
struct EpisodeTests {
  @Test("at its longest ends, and a new one may begin the same day")
  func atMost() throws {
    let course = try TinyLaw(
      "episodes:\n  help: {cite: T, begins when: sick, ends when: not(sick), at most: 3 months}"
    ).course("2023-01-01..2024-01-01", citizen: "sick: true", events: ["on: 2023-08-01, sick: false"])

    #expect(
      Course.words(course.episodes) == [
        "2023-01-01..2023-04-01 help", "2023-04-01..2023-07-01 help", "2023-07-01..2023-08-01 help",
      ])
  }

  @Test("ends before another begins, so that the one may follow the other on a day")
  func endsBeforeBeginnings() throws {
    let course = try TinyLaw(
      """
      episodes:
        second: {cite: T, begins when: trained and not(first.open), ends when: not(trained)}
        first: {cite: T, begins when: sick, ends when: not(sick)}
      """
    ).course(
      "2023-01-01..2024-01-01", citizen: "sick: true",
      events: ["on: 2023-02-01, trained: true", "on: 2023-03-01, sick: false"])

    #expect(
      Course.words(course.episodes) == [
        "2023-01-01..2023-03-01 first", "2023-03-01..2024-01-01 second",
      ])
  }

  @Test("cannot hang a replay, though two of them open and close each other for ever")
  func flipFlop() throws {
    let course = try TinyLaw(
      """
      episodes:
        this: {cite: T, begins when: not(that.open), ends when: "true"}
        that: {cite: T, begins when: not(this.open), ends when: "true"}
      groups:
        odd: {cite: T, when: this.open}
        even: {cite: T, when: not(this.open)}
      """
    ).course("2023-01-01..2024-01-01")

    // One end and one beginning a day at the most.
    #expect(course.episodes.count <= 2 * 365)
    #expect(course.period.length == 365)
  }

  @Test("over forty years of opening and closing each day takes an instant a day and no more")
  func fortyYears() throws {
    let course = try TinyLaw(
      """
      clocks:
        ever: {cite: T, counts: "true"}
      episodes:
        this: {cite: T, begins when: "ever >= 0 days", ends when: "true"}
      """
    ).course("1990-01-01..2030-01-01")

    #expect(course.episodes.count <= 14_610)
    #expect(course.episodes.count > 0)
  }
}

@Suite("A hand-over")
struct HandOverTests {
  private func law(_ groups: String, authority: String = "municipality") throws -> TinyLaw {
    try TinyLaw(
      """
      benefits:
        aid: {cite: T, when: not(sick), paid by: municipality, financing: municipality}
        sick-pay: {cite: T, when: sick, paid by: municipality, financing: municipality}
      episodes:
        schooling: {cite: T, begins when: trained, ends when: not(trained)}
      groups:
      \(groups)
      units:
        office: {cite: T, authority: municipality, holds when: group = one}
        clinic: {cite: T, authority: \(authority), holds when: group = two}
      """)
  }

  private let year = "2023-01-01..2024-01-01"

  @Test("is caused by a new benefit")
  func benefit() throws {
    let course = try law("  one: {cite: T, when: benefit = aid}\n  two: {cite: T, when: benefit = sick-pay}")
      .course(year, events: ["on: 2023-03-01, sick: true"])

    #expect(course.handOverWords == ["2023-03-01 office → clinic: benefit"])
  }

  @Test("is caused by a new group when the benefit stays")
  func group() throws {
    let course = try law("  one: {cite: T, when: level = low}\n  two: {cite: T, when: level != low}")
      .course(year, events: ["on: 2023-03-01, level: high"])

    #expect(course.handOverWords == ["2023-03-01 office → clinic: group"])
  }

  @Test("is caused by an age that is reached")
  func age() throws {
    let course = try law("  one: {cite: T, when: age < 43}\n  two: {cite: T, when: age >= 43}").course(year)

    #expect(course.handOverWords == ["2023-06-15 office → clinic: age"])
  }

  @Test("is caused by the end of an episode")
  func endOfEpisode() throws {
    let course = try law("  one: {cite: T, when: schooling.open}\n  two: {cite: T, when: not(schooling.open)}")
      .course(year, citizen: "trained: true", events: ["on: 2023-03-01, trained: false"])

    #expect(course.handOverWords == ["2023-03-01 office → clinic: end-of-episode"])
  }

  @Test("from one authority to another is told as such, whatever made it")
  func authority() throws {
    let course = try law(
      "  one: {cite: T, when: benefit = aid}\n  two: {cite: T, when: benefit = sick-pay}", authority: "a-kasse"
    ).course(year, events: ["on: 2023-03-01, sick: true"])

    #expect(course.handOverWords == ["2023-03-01 office → clinic: authority"])
  }

  @Test("is neither the first assignment, nor the closing, nor a return to another unit")
  func openingAndClosing() throws {
    let course = try law("  one: {cite: T, when: not(sick)}\n  two: {cite: T, when: sick}").course(
      year,
      events: ["on: 2023-03-01, working: true", "on: 2023-04-01, sick: true", "on: 2023-05-01, working: false"])

    #expect(course.handOvers.isEmpty)
    #expect(
      Course.words(course.units) == ["2023-01-01..2023-03-01 office", "2023-05-01..2024-01-01 clinic"])
  }
}

@Suite("A benefit paid")
struct PaymentTests {
  @Test("changes its payers on the day its clock crosses a step, in the middle of a month")
  func refundSteps() throws {
    let course = try TinyLaw(
      """
      clocks:
        support: {cite: T, counts: benefit != none}
      financing:
        ladder:
          cite: T
          counted on: support
          steps:
            - {up to: 2 weeks, shares: {state: 80 %, municipality: 20 %}}
            - {up to: 4 weeks, shares: {state: 40 %, municipality: 60 %}}
            - {shares: {municipality: 100 %}}
      benefits:
        aid: {cite: T, when: not(working), amount: 3_100 kr per month, paid by: municipality, financing: ladder}
      """
    ).course("2023-01-01..2023-03-01")

    #expect(
      course.payments.map { "\($0.stretch.from)..\($0.stretch.until)" }
        == ["2023-01-01..2023-01-15", "2023-01-15..2023-01-29", "2023-01-29..2023-03-01"])
    #expect(course.payments.map { $0.shares[.municipality] } == [Rational(1, 5), Rational(3, 5), .one])
  }

  @Test("is told of profiles that the citizen fits for a time")
  func profiles() throws {
    let course = try TinyLaw.duty("due: {every: 1 month}").course(
      "2023-01-01..2023-05-01", events: ["on: 2023-02-10, children: 1", "on: 2023-03-10, children: 0"])

    #expect(course.profiles["parent"]?.map { "\($0.from)..\($0.until)" } == ["2023-02-10..2023-03-10"])
    #expect(course.demands.map(\.profiles) == [[], ["parent"], []])
  }

  @Test("and a group, but two of either at once, cannot be decided, and it is said when and why")
  func undecided() throws {
    let law = try TinyLaw("groups:\n  well: {cite: T, when: not(sick)}\n  parent: {cite: T, when: children > 0}")

    let two = #expect(throws: Diagnostic.self) {
      try law.course("2023-01-01..2024-01-01", events: ["on: 2023-02-01, children: 1"])
    }
    let none = #expect(throws: Diagnostic.self) {
      try law.course("2023-01-01..2024-01-01", events: ["on: 2023-02-01, sick: true"])
    }

    #expect(two?.code == "two-at-once")
    #expect(two?.message.contains("on 2023-02-01") == true)
    #expect(none?.code == "no-group")
  }

  @Test("does not depend on the order in which a day's events are listed")
  func sameDay() throws {
    let law = try TinyLaw.duty("due: {on: fact sick}", "episodes:\n  e: {cite: T, begins when: sick and trained, ends when: level = high}")
    let events = ["on: 2023-02-01, sick: true", "on: 2023-02-01, trained: true", "on: 2023-02-01, event: missed"]

    let forward = try law.course("2023-01-01..2024-01-01", events: events)
    let backward = try law.course("2023-01-01..2024-01-01", events: events.reversed())

    #expect(forward == backward)
    #expect(Course.words(forward.episodes) == ["2023-02-01..2024-01-01 e"])
  }
}
