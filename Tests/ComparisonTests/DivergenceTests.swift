internal import Comparison
internal import LawSupport
internal import Outcomes
internal import Quantities
internal import Testing
internal import Vocabulary

@Suite("The first divergence")
struct DivergenceTests {
  private let year = "2023-01-01..2024-01-01"

  private func first(_ baseline: TinyLaw, _ reform: TinyLaw, events: [String] = []) throws -> Divergence? {
    Divergence.first(
      between: try baseline.course(year, events: events), and: try reform.course(year, events: events))
  }

  @Test("is a demand that the other law does not make")
  func demand() throws {
    let found = try first(.duty("due: {within: 1 week}"), TinyLaw())

    #expect(found.map { "\($0.day)" } == "2023-01-08")
    #expect(found?.baseline?.consequence == .demand)
    #expect(found?.baseline?.reference.provision.local == "duties/talk")
    #expect(found?.reform == nil)
  }

  @Test("is the earlier day when the same demand comes on two days")
  func earlierDay() throws {
    let found = try first(.duty("due: {within: 2 weeks}"), .duty("due: {within: 1 week}"))

    #expect(found.map { "\($0.day)" } == "2023-01-08")
    #expect(found?.baseline == nil)
    #expect(found?.reform?.consequence == .demand)
  }

  @Test("names, of two demands alike on one day, the one that only one law makes")
  func alike() throws {
    func law(_ due: String) throws -> TinyLaw {
      try TinyLaw(
        """
        duties:
          first: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: \(due)}}
          second: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 week}}
        """)
    }

    let found = try first(law("1 week"), law("2 weeks"))

    #expect(found.map { "\($0.day)" } == "2023-01-08")
    #expect(found?.baseline?.reference.provision.local == "duties/first")
  }

  @Test("is none where only names differ: of duties, groups and units")
  func names() throws {
    let renamed = try TinyLaw(
      """
      groups:
        everybody: {cite: T, when: "true"}
      units:
        house: {cite: T, authority: municipality, holds when: "true"}
      duties:
        chat: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 week}}
      """)

    #expect(try first(.duty("due: {within: 1 week}"), renamed) == nil)
  }

  @Test("is a demand through another channel")
  func channel() throws {
    let found = try first(.duty("due: {within: 1 week}"), .duty("due: {within: 1 week}, channel: phone"))

    #expect(found?.baseline?.consequence == .demand)
    #expect(found?.reform?.consequence == .demand)
  }

  @Test("is a benefit of another name")
  func benefit() throws {
    let other = try TinyLaw(
      "benefits:\n  grant: {cite: T, when: not(working), amount: 3_100 kr per month, paid by: municipality, financing: municipality}")

    let found = try first(TinyLaw(), other)

    #expect(found.map { "\($0.day)" } == "2023-01-01")
    #expect(found?.baseline?.reference.provision.name == "aid")
    #expect(found?.reform?.reference.provision.name == "grant")
  }

  @Test("is a benefit of the same name that pays otherwise")
  func rate() throws {
    let other = try TinyLaw(
      "benefits:\n  aid: {cite: T, when: not(working), amount: 3_000 kr per month, paid by: municipality, financing: municipality}")

    let found = try first(TinyLaw(), other)

    #expect(found.map { "\($0.day)" } == "2023-01-01")
    #expect(found?.baseline?.consequence == .benefit)
    #expect(found?.reform?.consequence == .benefit)
  }

  @Test("is not who bears the cost of the same benefit")
  func financing() throws {
    let other = try TinyLaw(
      "benefits:\n  aid: {cite: T, when: not(working), amount: 3_100 kr per month, paid by: municipality, financing: state}")

    #expect(try first(TinyLaw(), other) == nil)
  }

  @Test("is a hand-over that the other law does not make")
  func handOver() throws {
    let two = try TinyLaw(
      """
      units:
        office: {cite: T, authority: municipality, holds when: not(sick)}
        clinic: {cite: T, authority: municipality, holds when: sick}
      """)

    let found = try first(two, TinyLaw(), events: ["on: 2023-03-01, sick: true"])

    #expect(found.map { "\($0.day)" } == "2023-03-01")
    #expect(found?.baseline?.consequence == .handOver)
    #expect(found?.reform == nil)
  }

  @Test("is an episode that begins under one law only")
  func episode() throws {
    let law = try TinyLaw("episodes:\n  illness: {cite: T, begins when: sick, ends when: not(sick)}")

    let found = try first(law, TinyLaw(), events: ["on: 2023-03-01, sick: true"])

    #expect(found?.baseline?.consequence == .episode)
  }

  @Test("turns its sides when the laws change places")
  func turned() throws {
    let (one, other) = (try TinyLaw.duty("due: {within: 2 weeks}"), try TinyLaw.duty("due: {within: 1 week}"))

    let there = try first(one, other)
    let back = try first(other, one)

    #expect(there?.day == back?.day)
    #expect(there?.baseline == back?.reform)
    #expect(there?.reform == back?.baseline)
  }
}
