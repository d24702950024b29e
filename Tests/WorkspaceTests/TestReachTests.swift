internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Reading
internal import Testing
internal import Vocabulary
internal import Workspace

@Suite("The reach of rule tests")
struct TestReachTests {
  private static let law = TinyLaw.text(
    """
    \(TinyLaw.wellOrIll)
    definitions:
      parent: {cite: T, value: children > 0}
    duties:
      talk: {cite: T, kind: interview, for: [ill], by: holding unit, due: {within: 1 month}}
      visit: {cite: T, kind: interview, for: everyone, when: parent, by: holding unit, due: {within: 2 weeks}}
    """)

  private struct Case {
    var citizen = ""
    var events = ""
    var period = "2023-01-01..2023-04-15"
    let output: String
  }

  /// What no test asserts to apply, and what none shows just not to.
  private func gaps(_ cases: [Case]) throws -> (neverApplied: [String], neverBounded: [String]) {
    let tests = cases.enumerated().map { index, one in
      """
      - name: test \(index)
        law: tiny
        cites: T
        period: \(one.period)
        input:
          citizen: {born: 1980-06-15\(one.citizen.isEmpty ? "" : ", ")\(one.citizen)}
          \(one.events.isEmpty ? "" : "events: [\(one.events)]")
        output: {\(one.output)}
      """
    }.joined(separator: "\n")
    let folder = try TinyLaw.folder(["tiny": Self.law], tests: tests)
    defer { try? FileManager.default.removeItem(at: folder) }
    var library = RuleLibrary(root: folder.path)
    let read = library.tests(at: folder.appendingPathComponent("tests.yaml").path)
    let law = library.law(named: "tiny")
    #expect(library.findings.sorted.map(\.message) == [])
    let reach = TestReach(of: try #require(law), tests: read)
    #expect(reach.provisions.count == 10)
    #expect(reach.held == 10 - reach.neverApplied.count - reach.neverBounded.count)
    return (reach.neverApplied.map(\.local), reach.neverBounded.map(\.local))
  }

  private static let visit = "duties/visit"

  @Test("holds a state whose last day and the day after are asserted, and its opposite")
  func adjacentDays() throws {
    let found = try gaps([
      Case(events: "{on: 2023-02-10, sick: true}", output: "group: {2023-02-09: well, 2023-02-10: ill}")
    ])

    #expect(!found.neverApplied.contains("groups/well") && !found.neverBounded.contains("groups/well"))
    #expect(!found.neverApplied.contains("groups/ill") && !found.neverBounded.contains("groups/ill"))
    #expect(found.neverApplied.contains("benefits/aid"))
  }

  @Test("does not hold a state whose days lie further apart")
  func daysApart() throws {
    let found = try gaps([
      Case(events: "{on: 2023-02-10, sick: true}", output: "group: {2023-02-08: well, 2023-02-10: ill}")
    ])

    #expect(found.neverBounded == ["groups/ill", "groups/well"])
  }

  @Test("holds a duty that one fact takes away")
  func oneFact() throws {
    let found = try gaps([
      Case(citizen: "children: 1", output: "demands of: {duties/visit: [2023-01-15]}"),
      Case(output: "demands of: {duties/visit: []}"),
    ])

    #expect(!found.neverApplied.contains(Self.visit) && !found.neverBounded.contains(Self.visit))
  }

  @Test("does not hold a duty that only a different person is without")
  func twoFacts() throws {
    let found = try gaps([
      Case(citizen: "children: 1, trained: true", output: "demands of: {duties/visit: [2023-01-15]}"),
      Case(output: "demands of: {duties/visit: []}"),
    ])

    #expect(found.neverBounded == [Self.visit])
  }

  @Test("does not hold a duty whose absence is asserted before it could fall due")
  func tooShort() throws {
    let found = try gaps([
      Case(citizen: "children: 1", output: "demands of: {duties/visit: [2023-01-15]}"),
      Case(period: "2023-01-01..2023-01-10", output: "demands of: {duties/visit: []}"),
    ])

    #expect(found.neverBounded == [Self.visit])
  }

  @Test("holds a duty that what happens together a day later no longer brings")
  func oneDay() throws {
    let duty = "duties/talk"
    let found = try gaps([
      Case(events: "{on: 2023-03-14, sick: true, children: 1}", output: "demands of: {duties/talk: [2023-04-14]}"),
      Case(events: "{on: 2023-03-15, sick: true, children: 1}", output: "not demands: [{provision: duties/talk}]"),
    ])

    #expect(!found.neverApplied.contains(duty) && !found.neverBounded.contains(duty))
  }

  @Test("holds a unit whose work one fact takes away")
  func performer() throws {
    let unit = "units/office"
    let found = try gaps([
      Case(
        citizen: "children: 1",
        output: "demands: [{provision: duties/visit, by: 2023-01-15, performer: office}]"),
      Case(output: "not demands: [{performer: office}]"),
    ])

    #expect(!found.neverApplied.contains(unit) && !found.neverBounded.contains(unit))
  }

  @Test("does not take the absence of a demand on one day for the absence of the duty")
  func absentOnADay() throws {
    let found = try gaps([
      Case(citizen: "children: 1", output: "demands of: {duties/visit: [2023-01-15]}"),
      Case(output: "not demands: [{provision: duties/visit, by: 2023-01-15}]"),
    ])

    #expect(found.neverBounded == [Self.visit])
  }

  @Test("holds a definition that is true for one and false for another, one step away")
  func definition() throws {
    let found = try gaps([
      Case(citizen: "children: 1", output: "value: {2023-02-01: {parent: true}}"),
      Case(output: "value: {2023-02-01: {parent: false}}"),
    ])
    let alone = try gaps([Case(output: "value: {2023-02-01: {parent: false}}")])

    #expect(!(found.neverApplied + found.neverBounded).contains("definitions/parent"))
    #expect(alone.neverApplied.contains("definitions/parent"))
  }

  @Test("of another law's tests, or of none, is nothing")
  func nothing() throws {
    let law = try TinyLaw().law

    let reach = TestReach(of: law, tests: [])

    #expect(reach.held == 0)
    #expect(reach.neverApplied == reach.provisions)
    #expect(reach.reaches(percent: 0) && !reach.reaches(percent: 1))
  }
}
