internal import LawSupport
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Testing
internal import Vocabulary

@Suite("A costing")
struct CostingTests {
  private func ledger(
    _ law: TinyLaw, _ period: String, citizen: String = "", events: [String] = [], level: PriceLevel = .base
  ) throws -> Ledger {
    try Costing(prices: law.prices, level: level)
      .ledger(of: law.course(period, citizen: citizen, events: events))
  }

  private func benefit(_ amount: String, financing: String = "municipality") throws -> TinyLaw {
    try TinyLaw(
      """
      benefits:
        aid: {cite: T, when: not(sick), amount: \(amount), paid by: municipality, financing: \(financing)}
      clocks:
        support: {cite: T, counts: "true"}
      financing:
        thirds: {cite: T, counted on: support, steps: [{shares: {municipality: 1/3, state: 1/3, a-kasse: 1/3}}]}
      """)
  }

  @Test("pays a whole month its rate, however long the month")
  func wholeMonths() throws {
    let ledger = try ledger(benefit("3_100 kr per month"), "2023-01-01..2023-04-01")

    #expect(ledger.entries.map(\.amount.øre) == [310_000, 310_000, 310_000])
    #expect(ledger.entries.map { "\($0.day)" } == ["2023-01-31", "2023-02-28", "2023-03-31"])
  }

  @Test("spreads a monthly rate over that month's days, rounded half up once")
  func partOfAMonth() throws {
    // 10 of 31 days of 100.05 kr: 3227.4 øre; 9 of 28: 3215.9 øre.
    let january = try ledger(benefit("100.05 kr per month"), "2023-01-22..2023-02-01")
    let february = try ledger(benefit("100.05 kr per month"), "2023-02-20..2023-03-01")

    #expect(january.entries.map(\.amount.øre) == [3_227])
    #expect(february.entries.map(\.amount.øre) == [3_216])
  }

  @Test("rounds a half up")
  func halfUp() throws {
    // 1 of 2 halves: 15 of 30 days of 1.01 kr are 50.5 øre.
    #expect(try ledger(benefit("1.01 kr per month"), "2023-04-01..2023-04-16").total == Money(øre: 51))
  }

  @Test("rounds each stretch of a month by itself")
  func twoStretches() throws {
    let ledger = try ledger(
      benefit("1.01 kr per month"), "2023-04-01..2023-05-01",
      events: ["on: 2023-04-11, sick: true", "on: 2023-04-21, sick: false"])

    // Ten of thirty days are 33.67 øre, twice.
    #expect(ledger.entries.map(\.amount.øre) == [34, 34])
  }

  @Test("pays a weekly rate by sevenths and a daily rate by days")
  func weeksAndDays() throws {
    // 10 of 7 days of 100 kr: 142.857 kr.
    #expect(try ledger(benefit("100 kr per week"), "2023-01-01..2023-01-11").total == Money(øre: 14_286))
    #expect(try ledger(benefit("100 kr per day"), "2023-01-01..2023-01-11").total == Money(øre: 100_000))
  }

  @Test("loses nothing when shares leave a remainder: the last payer bears it")
  func remainder() throws {
    let ledger = try ledger(benefit("100 kr per month", financing: "thirds"), "2023-01-01..2023-02-01")

    #expect(ledger.total == Money(øre: 10_000))
    #expect(ledger.byPayer.values.map(\.øre).sorted() == [3_333, 3_333, 3_334])
    #expect(ledger.balance == .zero)
  }

  @Test("costs work on its by day, by minutes and the authority's hour")
  func work() throws {
    let law = try TinyLaw.duty("due: {within: 1 week}", "benefits:\n  aid: {cite: T, when: \"true\", paid by: municipality, financing: municipality}")
    let base = try ledger(law, "2023-01-01..2023-02-01")
    let low = try ledger(law, "2023-01-01..2023-02-01", level: .low)
    let high = try ledger(law, "2023-01-01..2023-02-01", level: .high)

    #expect(base.entries.map { "\($0.day) \($0.account) \($0.amount.øre)" } == ["2023-01-08 administration 60000"])
    #expect(low.total == Money(øre: 15_000))
    #expect(high.total == Money(øre: 135_000))
  }

  @Test("takes no hours of outsiders")
  func outsiders() throws {
    let law = try TinyLaw(
      """
      benefits:
        aid: {cite: T, when: "true", paid by: municipality, financing: municipality}
      duties:
        talk: {cite: T, kind: interview, for: everyone, by: doctor, due: {within: 1 week}}
      """)

    let course = try law.course("2023-01-01..2023-02-01")
    let costing = Costing(prices: law.prices, level: .base)

    #expect(course.days() == ["2023-01-08"])
    #expect(costing.minutes(of: course) == .zero)
    #expect(try costing.ledger(of: course).total == .zero)
  }

  @Test("costs an offer by the week from its start to its planned end")
  func wholeOffer() throws {
    #expect(try offer(events: []).total == Money(øre: 400_000))
  }

  @Test("costs an offer no longer than until the citizen's exit")
  func cutOffer() throws {
    // From 8 January to 18 January are ten days: 10/7 of 1 000 kr.
    #expect(try offer(events: ["on: 2023-01-18, working: true"]).total == Money(øre: 142_857))
  }

  private func offer(events: [String]) throws -> Ledger {
    let law = try TinyLaw(
      """
      benefits:
        aid: {cite: T, when: "true", paid by: municipality, financing: municipality}
      duties:
        course: {cite: T, kind: offer, for: everyone, by: holding unit, due: {within: 1 week}, lasts: 4 weeks}
      """)
    return try ledger(law, "2023-01-01..2023-06-01", events: events)
  }
}
