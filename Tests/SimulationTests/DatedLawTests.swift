internal import LawSupport
internal import Outcomes
internal import Quantities
internal import Testing

@Suite("A law that changes")
struct DatedLawTests {
  private let year = "2023-01-01..2024-01-01"
  private let half = "2023-01-01..2023-07-01"

  @Test("demands nothing before a duty is in force, nor from the day it no longer is")
  func fromUntil() throws {
    let law = try TinyLaw.duty("from: 2023-02-01, until: 2023-05-01, due: {every: 1 month}")

    #expect(try law.course(half).days() == ["2023-02-01", "2023-03-01", "2023-04-01"])
  }

  @Test("holds as on the frozen day throughout")
  func frozen() throws {
    let law = try TinyLaw.duty("from: 2023-02-01, until: 2023-05-01, due: {every: 1 month}")

    #expect(
      try law.course(half, frozen: "2023-03-01").days()
        == ["2023-02-01", "2023-03-01", "2023-04-01", "2023-05-01", "2023-06-01"])
    #expect(try law.course(half, frozen: "2023-01-01").days().isEmpty)
  }

  @Test("replaces a duty's schedule while it runs, keeping its anchor")
  func versions() throws {
    let law = try TinyLaw.duty(
      "due: {every: 1 month}, versions: [{from: 2023-04-15, due: {every: 3 months}}]")

    // Monthly until April; then the days of three months: July and October.
    #expect(
      try law.course(year).days()
        == ["2023-02-01", "2023-03-01", "2023-04-01", "2023-07-01", "2023-10-01"])
  }

  @Test("demands once what is due once, though the time is lengthened afterwards")
  func lengthened() throws {
    let law = try TinyLaw.duty(
      "due: {within: 1 week}, versions: [{from: 2023-01-10, due: {within: 2 weeks}}]")

    #expect(try law.course(year).days() == ["2023-01-08"])
  }

  @Test("lets 'law-day' stand still when frozen, while 'today' goes on")
  func lawDay() throws {
    let byLaw = try TinyLaw.duty("when: law-day >= 2023-03-15, due: {every: 1 month}")
    let byDay = try TinyLaw.duty("when: today >= 2023-03-15, due: {every: 1 month}")

    #expect(try byLaw.course(half).days() == ["2023-04-01", "2023-05-01", "2023-06-01"])
    #expect(try byLaw.course(half, frozen: "2023-01-01").days().isEmpty)
    #expect(try byDay.course(half, frozen: "2023-01-01").days() == ["2023-04-01", "2023-05-01", "2023-06-01"])
  }

  @Test("lifts a duty by an exception, and lists what was on its way")
  func lifted() throws {
    let law = try TinyLaw(
      """
      duties:
        talk:
          {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 month}, exceptions: [{label: ill, when: sick, due: none, cite: T}]}
      """)

    let course = try law.course(year, events: ["on: 2023-01-20, sick: true"])

    #expect(course.demands.isEmpty)
    #expect(course.unreachedWords == ["talk by 2023-02-01, ended 2023-01-20"])
  }

  @Test("lets an exception put another schedule in a duty's place, from the same anchor")
  func otherSchedule() throws {
    let law = try TinyLaw(
      """
      duties:
        talk:
          {cite: T, kind: interview, for: everyone, by: holding unit, due: {every: 1 month}, exceptions: [{label: ill, when: sick, due: {every: 3 months}, cite: T}]}
      """)

    let course = try law.course(year, events: ["on: 2023-03-15, sick: true", "on: 2023-09-15, sick: false"])

    #expect(
      course.days() == [
        "2023-02-01", "2023-03-01", "2023-04-01", "2023-07-01", "2023-10-01", "2023-11-01", "2023-12-01",
      ])
  }

  @Test("pays by the value in force, changed in the middle of a stretch")
  func parameterChanges() throws {
    let law = try TinyLaw(
      """
      parameters:
        rate: {cite: T, unit: money per month, values: {2000-01-01: 3_100 kr per month, 2023-03-15: 6_200 kr per month}}
      benefits:
        aid: {cite: T, when: "true", amount: rate, paid by: municipality, financing: municipality}
      """)

    let payments = try law.course(year).payments

    #expect(payments.map { "\($0.stretch.from)..\($0.stretch.until) \($0.rate.øre)" } == [
      "2023-01-01..2023-03-15 310000", "2023-03-15..2024-01-01 620000",
    ])
  }

  @Test("covers nobody before it is in force")
  func coverageInForce() throws {
    let text = TinyLaw.text("").replacing("covers: {when:", with: "covers: {from: 2023-03-01, when:")
    #expect(text.contains("from: 2023-03-01"))

    let course = try TinyLaw(fullText: text).course(year)

    #expect(course.cases.map { "\($0.from)..\($0.until)" } == ["2023-03-01..2024-01-01"])
  }

  @Test("owes a share to the same citizens under two laws, however the duties are called")
  func sameLot() throws {
    let law = try TinyLaw.duty("due: {within: 1 week}, share: 40 %")
    let other = try TinyLaw(
      "duties:\n  chat: {cite: T, kind: interview, for: everyone, by: holding unit, due: {at: 2 weeks}, share: 40 %}")
    let citizens = (1...60).map { "citizen-\($0)" }

    let drawn = try citizens.filter { try !law.course(year, id: $0).demands.isEmpty }
    let others = try citizens.filter { try !other.course(year, id: $0).demands.isEmpty }

    #expect(drawn == others)
    #expect((12...36).contains(drawn.count))
  }
}
