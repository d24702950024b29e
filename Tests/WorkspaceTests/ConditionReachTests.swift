internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Reading
internal import Testing
internal import Verification
internal import Vocabulary
internal import Workspace

@Suite("The conditions that rule tests show")
struct ConditionReachTests {
  private static let law = TinyLaw.text(
    """
    definitions:
      far: {cite: T, value: sick and children > 0 or trained}
      grade:
        cite: T
        type: whole number
        table:
          hit: first
          because: the first that fits decides
          columns: [children, sick]
          rows:
            - {when: ["> 2", "-"], then: 3}
            - {when: ["> 0", "true"], then: 2}
            - {when: ["-", "-"], then: 1}
    benefits:
      aid: {cite: T, when: "true", paid by: municipality, financing: municipality}
    duties:
      visit: {cite: T, kind: interview, for: everyone, when: grade < 3 and far, by: holding unit, due: {within: 2 weeks}}
    """, covers: "true")

  /// What tests with the given citizens show; each expects nothing that could fail.
  private func reach(
    _ citizens: String..., under law: String = ConditionReachTests.law,
    expecting output: String = "unit: {2023-01-02: office}"
  ) throws -> ConditionReach {
    let tests = citizens.enumerated().map { index, citizen in
      """
      - name: test \(index)
        law: tiny
        cites: T
        period: 2023-01-01..2023-02-01
        input: {citizen: {born: 1980-06-15, \(citizen)}}
        output: {\(output)}
      """
    }.joined(separator: "\n")
    let folder = try TinyLaw.folder(["tiny": law], tests: tests.isEmpty ? "[]" : tests)
    defer { try? FileManager.default.removeItem(at: folder) }
    var library = RuleLibrary(root: folder.path)
    let read = library.tests(at: folder.appendingPathComponent("tests.yaml").path)
    let (law, list) = (library.law(named: "tiny"), library.prices())
    #expect(library.findings.sorted.map(\.message) == [])
    var runner = RuleTestRunner(
      laws: ["tiny": try #require(law)], prices: try #require(list), surveysConditions: true)
    for test in read { _ = runner.run(test) }
    return try #require(runner.conditions.first)
  }

  private func verdict(_ words: String, of provision: String = "definitions/far", in reach: ConditionReach) -> String? {
    reach.conditions.first { $0.words == words && $0.provision.local == provision }?.verdict.rawValue
  }

  @Test("are shown by two evaluations that differ in them alone, what was not asked being masked")
  func shown() throws {
    let found = try reach("sick: true, children: 1", "sick: false, children: 1")

    #expect(verdict("sick", in: found) == "decides")
    #expect(verdict("children > 0", in: found) == "always-holds")
    #expect(verdict("trained", in: found) == "never-holds")
  }

  @Test("are not shown when the outcome stays as it was, nor when another differs too")
  func notAlone() throws {
    // With children the first half settles it; without, being trained does.
    let same = try reach("sick: true, children: 1", "sick: true, children: 0, trained: true")
    let other = try reach("sick: true, children: 1", "sick: true, children: 0")

    #expect(verdict("children > 0", in: same) == "never-alone")
    #expect(verdict("children > 0", in: other) == "decides")
    #expect(verdict("sick", in: same) == "always-holds")
  }

  @Test("all stand at the author's words, and are counted")
  func places() throws {
    let found = try reach("sick: true, children: 1")
    let sick = try #require(found.conditions.first { $0.words == "sick" })

    // Five that expressions are joined from, a column that is one by itself, and three cells.
    #expect(found.conditions.count == 9)
    #expect(found.conditions.map(\.words).contains("grade < 3"))
    #expect(sick.range.start.column == 25)
    #expect(sick.range.end.column == 29)
    #expect(sick.holding > 0 && sick.failing == 0)
    #expect(found.shown == 0)
  }

  @Test("are never asked when no test is, or when each fails")
  func failing() throws {
    let none = try reach()
    let failing = try reach("sick: true", "sick: false, children: 1", expecting: "count: {interview: 99}")

    for found in [none, failing] {
      #expect(found.conditions.allSatisfy { $0.verdict == .neverAsked })
      #expect(found.rows.allSatisfy { $0.matches == 0 })
    }
  }

  @Test("are told apart in a decision that joins more of them than a word has bits")
  func many() throws {
    let all = (1...70).map { "children = \($0)" }.joined(separator: " or ")
    let law = TinyLaw.text(
      """
      definitions:
        far: {cite: T, value: \(all)}
      benefits:
        aid: {cite: T, when: "true", paid by: municipality, financing: municipality}
      duties:
        visit: {cite: T, kind: interview, for: everyone, when: far, by: holding unit, due: {within: 2 weeks}}
      """, covers: "true")

    let found = try reach("children: 70", "children: 66", "children: 0", under: law)

    #expect(verdict("children = 70", in: found) == "decides")
    #expect(verdict("children = 66", in: found) == "decides")
    #expect(verdict("children = 65", in: found) == "never-holds")
  }

  @Test("in cells of a row are shown like those that 'and' joins, and rows by matching")
  func rows() throws {
    let two = try reach("sick: true, children: 1", "sick: true, children: 0")
    let four = try reach(
      "sick: true, children: 1", "sick: true, children: 0", "trained: true, children: 1",
      "trained: true, children: 3")

    #expect(two.rows.map { $0.matches > 0 } == [false, true, true])
    #expect(verdict("> 0", of: "definitions/grade", in: two) == "decides")
    #expect(verdict("true", of: "definitions/grade", in: two) == "always-holds")
    #expect(verdict("> 2", of: "definitions/grade", in: two) == "never-holds")
    #expect(four.rows.allSatisfy { $0.matches > 0 })
    #expect(["> 0", "true", "> 2"].allSatisfy { verdict($0, of: "definitions/grade", in: four) == "decides" })
  }

  @Test("reach a share when conditions and rows do")
  func share() throws {
    let found = try reach(
      "sick: true, children: 1", "sick: false, children: 1", "sick: true, children: 0", "trained: true, children: 1",
      "trained: true, children: 3")

    #expect(found.shown == found.conditions.count)
    #expect(found.reaches(percent: 100))
    #expect(try !reach("sick: true, children: 1").reaches(percent: 50))
  }
}
