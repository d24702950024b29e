internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Reading
internal import Scenarios
internal import Testing
internal import Workspace

@Suite("A rule test")
struct RuleTestRunnerTests {
  private static let law = TinyLaw.text(
    """
    parameters:
      span: {cite: T, unit: duration, values: {2000-01-01: 2 weeks}}
    episodes:
      illness: {cite: T, begins when: sick, ends when: not(sick)}
    units:
      office: {cite: T, authority: municipality, holds when: not(sick)}
      clinic: {cite: T, authority: municipality, holds when: sick}
    duties:
      talk: {cite: T, kind: interview, for: everyone, by: holding unit, channel: phone, due: {every: 1 month}}
    """)

  /// The findings of reading and the messages of running one test with the given output.
  private func failures(_ output: String, law name: String = "tiny", more: String = "") throws -> [String] {
    let tests = """
      - name: one
        law: \(name)
        cites: T
        period: 2023-01-01..2023-04-15
        \(more)
        input:
          citizen: {born: 1980-06-15}
          events: [{on: 2023-02-10, sick: true}]
        output: {\(output)}
      """
    let folder = try TinyLaw.folder(["tiny": Self.law], tests: tests)
    defer { try? FileManager.default.removeItem(at: folder) }
    var library = RuleLibrary(root: folder.path)
    let read = library.tests(at: folder.appendingPathComponent("tests.yaml").path)
    let (law, list) = (library.law(named: "tiny"), library.prices())
    let (tiny, prices) = (try #require(law), try #require(list))
    guard !library.findings.hasErrors else { return library.findings.sorted.map(\.code) }
    var runner = RuleTestRunner(laws: ["tiny": tiny], prices: prices)
    var failures: [String] = []
    for test in read { failures += runner.run(test).failures.map(\.message) }
    return failures
  }

  @Test(
    "passes when what it says is so",
    arguments: [
      "benefit: {2023-03-01: aid}", "group: {2023-03-01: all}", "unit: {2023-02-09: office, 2023-02-10: clinic}",
      "episodes: {2023-02-10: [illness], 2023-02-09: []}", "value: {2023-02-10: {span: 2 weeks, sick: \"true\"}}",
      "demands: [{provision: duties/talk, by: 2023-02-01, from: 2023-01-01, performer: office, channel: phone, kind: interview}]",
      "demands of: {duties/talk: [2023-02-01, 2023-03-01, 2023-04-01]}",
      "not demands: [{provision: duties/talk, by: 2023-02-02}]", "count: {interview: 3, hand-overs: 1, demands: 3}",
      "hand-overs: [{on: 2023-02-10, from: office, to: clinic, cause: other}]",
      // Three months and 14 of 30 days: 9 300 kr and 1 446.67 kr.
      "paid: {aid: 10_746.67 kr}",
    ])
  func passes(output: String) throws {
    #expect(try failures(output) == [])
  }

  @Test(
    "fails with what was expected and what was found",
    arguments: [
      ("benefit: {2023-03-01: none}", "expected the benefit 'none' on 2023-03-01, found 'aid'"),
      ("group: {2023-03-01: some}", "expected the group 'some' on 2023-03-01, found 'all'"),
      ("unit: {2023-02-10: office}", "expected the unit 'office' on 2023-02-10, found 'clinic'"),
      ("episodes: {2023-02-10: []}", "expected the episodes none on 2023-02-10, found illness"),
      ("value: {2023-02-10: {span: 3 weeks}}", "expected 'span' to be 3 weeks on 2023-02-10, found 2 weeks"),
      (
        "demands: [{provision: duties/talk, by: 2023-02-02}]",
        "expected a demand of duties/talk by 2023-02-02, found due 2023-02-01, 2023-03-01, 2023-04-01 (office, interview, phone)"
      ),
      (
        "demands of: {duties/talk: [2023-02-01]}",
        "expected the demands of 'duties/talk' due 2023-02-01, found 2023-02-01, 2023-03-01, 2023-04-01"
      ),
      (
        "not demands: [{provision: duties/talk, by: 2023-02-01}]",
        "expected no demand of duties/talk by 2023-02-01, found one due 2023-02-01"
      ),
      ("count: {demands: 4}", "expected 4 of 'demands', found 3"),
      (
        "hand-overs: []",
        "expected 0 hand-overs as listed, found 2023-02-10 office → clinic (other)"
      ),
      ("paid: {aid: 1 kr}", "expected 'aid' to pay 100 øre, found 1074667 øre"),
    ])
  func fails(output: String, message: String) throws {
    #expect(try failures(output) == [message])
  }

  @Test("that asserts nothing is refused")
  func assertsNothing() throws {
    #expect(try failures("") == ["asserts-nothing"])
  }

  @Test("with a key that no test has is refused")
  func unknownKey() throws {
    #expect(try failures("grup: {2023-03-01: all}").contains("unknown-key"))
  }

  @Test("of a law that there is not fails")
  func unknownLaw() throws {
    #expect(try failures("count: {demands: 3}", law: "tony") == ["there is no law 'tony'"])
  }

  @Test("about a day outside its period is not answered with what is not known")
  func outsidePeriod() throws {
    let after = try failures("benefit: {2024-03-01: none}")
    let before = try failures("value: {2022-03-01: {span: 2 weeks}}")

    #expect(after == ["2024-03-01 lies outside the test's period, 2023-01-01 to 2023-04-15"])
    #expect(before == ["2022-03-01 lies outside the test's period, 2023-01-01 to 2023-04-15"])
  }

  @Test("of a provision that the law does not have fails, rather than agreeing that it demands nothing")
  func unknownProvision() throws {
    let message = "the law 'tiny' has no provision 'duties/tolk'"

    #expect(try failures("demands of: {duties/tolk: []}") == [message])
    #expect(try failures("not demands: [{provision: duties/tolk}]") == [message])
  }

  @Test("of a citizen whom the rules cannot decide fails, and says what could not be decided")
  func cannotRun() throws {
    let tests = """
      - {name: two, law: tiny, cites: T, period: 2023-01-01..2023-02-01, input: {citizen: {born: 1980-01-01, sick: true}}, output: {count: {demands: 0}}}
      """
    let folder = try TinyLaw.folder(
      ["tiny": TinyLaw.text("groups:\n  well: {cite: T, when: not(sick)}")], tests: tests)
    defer { try? FileManager.default.removeItem(at: folder) }
    var library = RuleLibrary(root: folder.path)
    let read = library.tests(at: folder.appendingPathComponent("tests.yaml").path)
    let (law, list) = (library.law(named: "tiny"), library.prices())
    var runner = RuleTestRunner(laws: ["tiny": try #require(law)], prices: try #require(list))

    var failures: [Diagnostic] = []
    for test in read { failures += runner.run(test).failures }

    #expect(failures.map(\.code) == ["cannot-run"])
    #expect(failures.first?.message.contains("no group applies") == true)
  }
}
