internal import LawSupport
internal import Outcomes
internal import Testing

@Suite("A duty on a change")
struct ChangeTests {
  private let year = "2023-01-01..2024-01-01"
  private let state = TinyLaw.wellOrIll
  private let illness = [
    "on: 2023-03-01, sick: true", "on: 2023-05-01, sick: false", "on: 2023-06-01, event: missed",
  ]

  @Test(
    "falls due on the day of each change, the first assignment being one",
    arguments: [
      ("case", ["2023-01-01"]),
      ("benefit", ["2023-01-01", "2023-03-01", "2023-05-01"]),
      ("group", ["2023-01-01", "2023-03-01", "2023-05-01"]),
      ("unit", ["2023-01-01", "2023-03-01", "2023-05-01"]),
      ("episode illness", ["2023-03-01"]),
      ("end of episode illness", ["2023-05-01"]),
      ("event missed", ["2023-06-01"]),
      ("fact sick", ["2023-03-01", "2023-05-01"]),
    ])
  func change(what: String, days: [String]) throws {
    let course = try TinyLaw.duty("due: {on: \(what)}", state).course(year, events: illness)

    #expect(course.days() == days)
  }

  @Test(
    "with 'within' falls due that much later",
    arguments: [
      ("case", ["2023-01-08"]),
      ("benefit", ["2023-01-08", "2023-03-08", "2023-05-08"]),
      ("group", ["2023-01-08", "2023-03-08", "2023-05-08"]),
      ("unit", ["2023-01-08", "2023-03-08", "2023-05-08"]),
      ("episode illness", ["2023-03-08"]),
      ("end of episode illness", ["2023-05-08"]),
      ("event missed", ["2023-06-08"]),
      ("fact sick", ["2023-03-08", "2023-05-08"]),
    ])
  func changeWithin(what: String, days: [String]) throws {
    let course = try TinyLaw.duty("due: {on: \(what), within: 1 week}", state)
      .course(year, events: illness)

    #expect(course.days() == days)
  }

  @Test("meets an episode that begins with the scenario on its first day")
  func episodeOnTheFirstDay() throws {
    let course = try TinyLaw.duty("due: {on: episode illness}", state)
      .course(year, citizen: "sick: true")

    #expect(course.days() == ["2023-01-01"])
    #expect(Course.words(course.episodes) == ["2023-01-01..2024-01-01 illness"])
  }

  @Test("does not take the citizen's initial facts for changes")
  func initialFacts() throws {
    let course = try TinyLaw.duty("due: {on: fact sick}", state).course(year, citizen: "sick: true")

    #expect(course.demands.isEmpty)
  }

  @Test("does not take a fact that keeps its value for a change")
  func sameValue() throws {
    let course = try TinyLaw.duty("due: {on: fact sick}").course(
      year, events: ["on: 2023-03-01, sick: false"])

    #expect(course.demands.isEmpty)
  }

  @Test("answers each of two changes that come close together")
  func closeTogether() throws {
    let course = try TinyLaw.duty("due: {on: event missed, within: 2 weeks}").course(
      year, events: ["on: 2023-03-01, event: missed", "on: 2023-03-05, event: missed"])

    #expect(course.days() == ["2023-03-15", "2023-03-19"])
  }

  @Test("is moved by suspension like any other")
  func suspended() throws {
    let course = try TinyLaw.duty(
      "due: {on: event missed, within: 2 weeks}, suspended while: sick"
    ).course(
      year,
      events: [
        "on: 2023-03-01, event: missed", "on: 2023-03-05, sick: true", "on: 2023-03-25, sick: false",
      ])

    // 20 days of suspension move 15 March to 4 April.
    #expect(course.days() == ["2023-04-04"])
  }

  @Test("is moved by a suspension from the change on, though the duty counts from a day ahead")
  func suspendedBeforeTheAnchor() throws {
    let law = try TinyLaw.duty(
      "counted from: day 2023-11-01, due: {on: event missed, within: 2 weeks}, suspended while: sick")
    let events = ["on: 2023-03-01, event: missed", "on: 2023-03-05, sick: true"]

    #expect(try law.course(year, events: events + ["on: 2023-03-25, sick: false"]).days() == ["2023-04-04"])
    // Something else that happens on the day on which it would have been due does not make it so.
    #expect(try law.course(year, events: events + ["on: 2023-03-15, trained: true"]).days() == [])
  }

  @Test("counted on a clock falls due when the clock gets there after the change")
  func onAClock() throws {
    let course = try TinyLaw.duty(
      "due: {on: event missed, within: 2 weeks}, counted on: well",
      "clocks:\n  well: {cite: T, counts: not(sick)}"
    ).course(
      year,
      events: [
        "on: 2023-03-01, event: missed", "on: 2023-03-05, sick: true", "on: 2023-03-25, sick: false",
      ])

    // Four days before the illness, ten after it.
    #expect(course.days() == ["2023-04-04"])
  }

  @Test("is not due when the duty does not apply that day, and is then listed as unreached")
  func unreached() throws {
    let course = try TinyLaw.duty("due: {on: event missed, within: 2 weeks}").course(
      year, events: ["on: 2023-03-01, event: missed", "on: 2023-03-10, working: true"])

    #expect(course.demands.isEmpty)
    #expect(course.unreachedWords == ["talk by 2023-03-15, ended 2023-03-10"])
  }
}
