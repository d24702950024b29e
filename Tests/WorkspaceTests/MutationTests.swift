internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Reading
internal import Testing
internal import Workspace

@Suite("A mutation")
struct MutationTests {
  private static let base = TinyLaw.text(
    """
    parameters:
      span: {cite: T, unit: duration, values: {2000-01-01: 2 weeks}}
    \(TinyLaw.wellOrIll)
    duties:
      talk: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 3 weeks}}
      visit: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 4 weeks}}
    """)

  private static let reform = """
    law: reform
    title: {da: En reform, en: A reform}
    amends: tiny
    measures:
      change:
        label: {da: Ændring, en: Change}
        cite: T
        because: "it is a test"
        repeals:
          - duties/visit
        amends:
          duties/talk: {for: [well, ill], when: children >= 2, due: {within: span}}
    """

  /// A reform's mutants and what came of each, as `'2' read as '3': noticed`, under tests with the outputs.
  private func verdicts(
    _ outputs: [String], reform: String = MutationTests.reform, count: Int = 100, seed: UInt64 = 1
  ) throws -> [String] {
    let tests = outputs.enumerated().map { index, output in
      """
      - name: test \(index)
        law: reform
        cites: T
        period: 2023-01-01..2023-04-15
        input:
          citizen: {born: 1980-06-15, \(output.split(separator: "|")[0])}
        output: {\(output.split(separator: "|")[1])}
      """
    }.joined(separator: "\n")
    let folder = try TinyLaw.folder(["tiny": Self.base, "reform": reform], tests: tests.isEmpty ? nil : tests)
    defer { try? FileManager.default.removeItem(at: folder) }
    var library = RuleLibrary(root: folder.path)
    let read = tests.isEmpty ? [] : library.tests(at: folder.appendingPathComponent("tests.yaml").path)
    let prices = library.prices()
    #expect(library.law(named: "reform") != nil)
    #expect(library.findings.sorted.map(\.message) == [])
    let run = MutationRun(
      of: "reform", in: library, tests: read, prices: try #require(prices), count: count, seed: seed)
    return run.mutants.map { mutant in
      let change = mutant.changed.isEmpty ? "struck" : "read as '\(mutant.changed)'"
      return "'\(mutant.original)' \(change) in \(mutant.provision): \(run.verdict(on: mutant))"
    }.sorted()
  }

  @Test("changes what a measure amends and repeals: numbers, comparisons, groups, deadlines and repeals")
  func changesAmendments() throws {
    #expect(
      try verdicts([]) == [
        "'2' read as '3' in duties/talk: unnoticed",
        "'>=' read as '>' in duties/talk: unnoticed",
        "'duties/visit' struck in measures/change: unnoticed",
        "'ill' struck in duties/talk: unnoticed",
        "'span' read as '(span) * 2' in duties/talk: unnoticed",
        "'well' struck in duties/talk: unnoticed",
      ])
  }

  @Test("is noticed by tests that say where the amendment applies and where it just does not")
  func noticed() throws {
    let found = try verdicts([
      "children: 2|demands of: {duties/talk: [2023-01-15], duties/visit: []}",
      "children: 2, sick: true|demands of: {duties/talk: [2023-01-15]}",
    ])

    #expect(found.count == 6)
    #expect(found.allSatisfy { $0.hasSuffix(": noticed") }, "\(found)")
  }

  @Test("of a number passes where the tests only know a case far from it")
  func farFromTheNumber() throws {
    let found = try verdicts(["children: 5|demands of: {duties/talk: [2023-01-15]}"])

    #expect(found.contains("'2' read as '3' in duties/talk: unnoticed"))
    #expect(found.contains("'>=' read as '>' in duties/talk: unnoticed"))
    #expect(found.contains("'span' read as '(span) * 2' in duties/talk: noticed"))
  }

  @Test("of a text that a later measure replaces leaves the law as it reads")
  func replacedLater() throws {
    let later = """

        again:
          label: {da: Igen, en: Again}
          cite: T
          because: "it is a test"
          after: [change]
          amends:
            duties/talk: {when: children >= 4}
      """

    let found = try verdicts(
      ["children: 4|demands of: {duties/talk: [2023-01-15]}", "children: 3|demands of: {duties/talk: []}"],
      reform: Self.reform + later)

    #expect(found.contains("'2' read as '3' in duties/talk: sameText"))
    #expect(found.contains("'4' read as '5' in duties/talk: noticed"))
    #expect(found.count { $0.contains("'>='") && $0.hasSuffix("sameText") } == 1)
  }

  @Test("of a repeal of a value is none, since a value that nothing reads changes nothing")
  func repealedValue() throws {
    let reform = Self.reform.replacing(
      "- duties/visit", with: "- duties/visit\n      - parameters/span"
    ).replacing("within: span", with: "within: 2 weeks")

    let found = try verdicts([], reform: reform)

    #expect(found.contains("'duties/visit' struck in measures/change: unnoticed"))
    #expect(!found.contains { $0.contains("parameters/span") })
  }

  @Test("is drawn by the seed, and by nothing else")
  func drawn() throws {
    let some = try verdicts([], count: 3, seed: 7)

    #expect(some.count == 3)
    #expect(try verdicts([], count: 3, seed: 7) == some)
  }
}
