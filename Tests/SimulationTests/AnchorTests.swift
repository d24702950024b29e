internal import LawSupport
internal import Outcomes
internal import Quantities
internal import Testing

@Suite("A duty's counting")
struct AnchorTests {
  private let year = "2023-01-01..2024-01-01"
  private let state = TinyLaw.wellOrIll

  @Test(
    "begins at its anchor",
    arguments: [
      ("case", ["2023-01-08"]),
      ("benefit", ["2023-01-08", "2023-03-08"]),
      ("group", ["2023-01-08", "2023-03-08"]),
      ("unit", ["2023-01-08", "2023-03-08"]),
      ("episode illness", ["2023-03-08"]),
      ("event missed", ["2023-06-08"]),
      ("fact sick", ["2023-01-08", "2023-03-08"]),
      ("day born + 43 years", ["2023-06-22"]),
    ])
  func anchors(anchor: String, days: [String]) throws {
    let course = try TinyLaw.duty("counted from: \(anchor), due: {within: 1 week}", state).course(
      year, events: ["on: 2023-03-01, sick: true", "on: 2023-06-01, event: missed"])

    #expect(course.days() == days)
  }

  @Test("does not begin from a benefit while there is none")
  func noBenefit() throws {
    let course = try TinyLaw.duty(
      "counted from: benefit, due: {every: 1 month}",
      "benefits:\n  aid: {cite: T, when: sick, paid by: municipality, financing: municipality}"
    ).course("2023-01-01..2023-06-01", events: ["on: 2023-03-01, sick: true"])

    #expect(course.days() == ["2023-04-01", "2023-05-01"])
  }

  @Test("on a clock stands still while the clock does, and goes on with it")
  func clock() throws {
    let course = try TinyLaw.duty(
      "counted on: well, due: {at least: 2, in: 4 weeks}", "clocks:\n  well: {cite: T, counts: not(sick)}"
    ).course(year, events: ["on: 2023-01-08, sick: true", "on: 2023-02-08, sick: false"])

    // Seven days before the illness; the fourteenth is 14 February, the twenty-eighth 28 February.
    #expect(course.days() == ["2023-02-15", "2023-03-01"])
  }

  @Test("on a clock is due on the day the clock gets there, even if it stops that day")
  func clockStopsOnTheDay() throws {
    let course = try TinyLaw.duty(
      "counted on: well, due: {within: 1 week}", "clocks:\n  well: {cite: T, counts: not(sick)}"
    ).course(year, events: ["on: 2023-01-08, sick: true"])

    #expect(course.days() == ["2023-01-08"])
  }

  @Test("is moved by the days it was suspended")
  func suspension() throws {
    let course = try TinyLaw.duty("due: {every: 1 month}, suspended while: sick").course(
      "2023-01-01..2023-04-15", events: ["on: 2023-01-15, sick: true", "on: 2023-01-25, sick: false"])

    // Ten days: 1 February, 1 March and 1 April each ten days later.
    #expect(course.days() == ["2023-02-11", "2023-03-11", "2023-04-11"])
  }

  @Test("that is suspended at the end has nothing more due")
  func suspendedToTheEnd() throws {
    let course = try TinyLaw.duty("due: {every: 1 month}, suspended while: sick").course(
      year, events: ["on: 2023-02-15, sick: true"])

    #expect(course.days() == ["2023-02-01"])
  }

  @Test("is not moved by a suspension that lay before a day ahead from which it counts")
  func suspensionBeforeTheAnchor() throws {
    let course = try TinyLaw.duty(
      "counted from: day 2023-03-01, due: {within: 1 week}, suspended while: sick"
    ).course(year, citizen: "sick: true", events: ["on: 2023-02-01, sick: false"])

    #expect(course.days() == ["2023-03-08"])
  }

  @Test("on a clock is moved only by suspended days on which the clock ran")
  func suspensionOnAClock() throws {
    let course = try TinyLaw.duty(
      "counted on: untrained, due: {within: 4 weeks}, suspended while: sick",
      "clocks:\n  untrained: {cite: T, counts: not(trained)}"
    ).course(
      year,
      events: [
        "on: 2023-01-11, sick: true", "on: 2023-01-16, trained: true", "on: 2023-01-26, trained: false",
        "on: 2023-01-31, sick: false",
      ])

    // Ten days until the illness; 18 more from 31 January.
    #expect(course.days() == ["2023-02-18"])
  }

  @Test("begins anew on the day its restart becomes true")
  func restart() throws {
    let course = try TinyLaw.duty("due: {at least: 2, in: 60 days}, restarts when: trained").course(
      year, events: ["on: 2023-02-10, trained: true"])

    // 31 January from the beginning; 12 March and 11 April from 10 February.
    #expect(course.days() == ["2023-01-31", "2023-03-12", "2023-04-11"])
    #expect(course.unreachedWords == ["talk by 2023-03-02, ended 2023-02-10"])
  }

  @Test("begins anew from a restart that came while the duty did not apply")
  func restartWhileAway() throws {
    let course = try TinyLaw.duty("when: not(sick), due: {within: 30 days}, restarts when: trained").course(
      year,
      events: [
        "on: 2023-01-11, sick: true", "on: 2023-01-21, trained: true", "on: 2023-02-01, sick: false",
      ])

    #expect(course.days() == ["2023-02-20"])
  }

  @Test("goes on with the same anchor when the duty applies again, leaving out what passed meanwhile")
  func appliesAgain() throws {
    let course = try TinyLaw.duty("when: not(sick), due: {every: 1 month}").course(
      "2023-01-01..2023-06-15", events: ["on: 2023-02-15, sick: true", "on: 2023-04-15, sick: false"])

    #expect(course.days() == ["2023-02-01", "2023-05-01", "2023-06-01"])
    #expect(course.unreachedWords == ["talk by 2023-03-01, ended 2023-02-15"])
  }

  @Test("still reaches what was on its way when the duty applies again in time")
  func appliesAgainInTime() throws {
    let course = try TinyLaw.duty("when: not(sick), due: {within: 1 month}").course(
      year, events: ["on: 2023-01-10, sick: true", "on: 2023-01-20, sick: false"])

    #expect(course.days() == ["2023-02-01"])
    #expect(course.unreached.isEmpty)
  }

  @Test("does not count a demand on the day the duty ends, and lists it as unreached")
  func endsOnTheDay() throws {
    let course = try TinyLaw.duty("due: {within: 1 week}").course(
      year, events: ["on: 2023-01-08, working: true"])

    #expect(course.demands.isEmpty)
    #expect(course.unreachedWords == ["talk by 2023-01-08, ended 2023-01-08"])
  }

  @Test("lists what a new anchor left behind as unreached")
  func anchorMoves() throws {
    let course = try TinyLaw.duty("counted from: benefit, due: {within: 1 month}", state).course(
      year, events: ["on: 2023-01-10, sick: true"])

    #expect(course.days() == ["2023-02-10"])
    #expect(course.unreachedWords == ["talk by 2023-02-01, ended 2023-01-10"])
  }

  @Test("begins anew with a new case")
  func newCase() throws {
    let course = try TinyLaw.duty("due: {within: 1 week}").course(
      year, events: ["on: 2023-02-01, working: true", "on: 2023-05-01, working: false"])

    #expect(course.days() == ["2023-01-08", "2023-05-08"])
    #expect(course.cases.map { "\($0.from)..\($0.until)" } == ["2023-01-01..2023-02-01", "2023-05-01..2024-01-01"])
    #expect(course.handOvers.isEmpty)
  }
}

@Suite("An including duty")
struct InclusionTests {
  private func law(_ first: String) throws -> TinyLaw {
    try TinyLaw.duty(
      "due: {at least: 4, in: 120 days}, includes: [first]",
      "  first: {cite: T, kind: interview, for: everyone, by: holding unit, \(first)}")
  }

  @Test("gives its first place to the included demand")
  func firstPlace() throws {
    let course = try law("due: {within: 1 week}").course("2023-01-01..2024-01-01")

    #expect(course.days(of: "first") == ["2023-01-08"])
    // The places are 31 January, 2 March, 1 April and 1 May; the first is taken.
    #expect(course.days() == ["2023-03-02", "2023-04-01", "2023-05-01"])
  }

  @Test("fills all places itself when the included demand never comes")
  func neverComes() throws {
    let course = try law("due: {on: event missed}").course("2023-01-01..2024-01-01")

    #expect(course.days() == ["2023-01-31", "2023-03-02", "2023-04-01", "2023-05-01"])
  }

  @Test("gives a later place to an included demand that comes late")
  func comesLate() throws {
    let course = try law("due: {on: event missed}").course(
      "2023-01-01..2024-01-01", events: ["on: 2023-02-10, event: missed"])

    #expect(course.days() == ["2023-01-31", "2023-04-01", "2023-05-01"])
  }

  @Test("that includes itself by a detour is refused")
  func cycle() throws {
    let law = try TinyLaw.duty(
      "due: {at least: 4, in: 120 days}, includes: [first]",
      "  first: {cite: T, kind: interview, for: everyone, by: holding unit, due: {at least: 1, in: 1 week}, includes: [talk]}"
    )

    #expect(throws: (any Error).self) { try law.course("2023-01-01..2024-01-01") }
  }
}
