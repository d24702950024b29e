internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Reading
internal import Scenarios
internal import Testing
internal import Workspace

@Suite("An update of expectations")
struct TestUpdateTests {
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
      check: {cite: T, kind: decision, for: everyone, by: holding unit, due: {within: span}}
    """)

  /// A test of a citizen who falls ill on 10 February, with the given output, each line indented by four.
  private static func test(_ output: String, name: String = "one") -> String {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    return """
      # Tests of the tiny law.
      - name: \(name)   # a remark
        law: tiny
        cites: T
        period: 2023-01-01..2023-04-15
        input:
          citizen: {born: 1980-06-15}
          events: [{on: 2023-02-10, sick: true}]
        output:
      \(lines.joined(separator: "\n"))

      """
  }

  private func updates(_ tests: String) throws -> (updates: [TestUpdate], refusals: Findings) {
    let folder = try TinyLaw.folder(["tiny": Self.law], tests: tests)
    defer { try? FileManager.default.removeItem(at: folder) }
    var library = RuleLibrary(root: folder.path)
    let read = library.tests(at: folder.appendingPathComponent("tests.yaml").path)
    let (law, list) = (library.law(named: "tiny"), library.prices())
    let (tiny, prices) = (try #require(law), try #require(list))
    try #require(!library.findings.hasErrors, "\(library.findings.sorted)")
    return TestUpdater(library: library, laws: ["tiny": tiny], prices: prices).updates(of: read)
  }

  @Test(
    "writes what came out where it stands, and leaves comments and layout",
    arguments: [
      ("benefit: {2023-03-01: none}  # who pays", "benefit: {2023-03-01: aid}  # who pays"),
      ("group:   {2023-03-01: none}", "group:   {2023-03-01: all}"),
      ("unit: {2023-02-09: clinic, 2023-02-10: office}", "unit: {2023-02-09: office, 2023-02-10: clinic}"),
      ("episodes: {2023-02-10: []}", "episodes: {2023-02-10: [illness]}"),
      ("episodes:\n  2023-02-09:\n    - illness", "episodes:\n  2023-02-09:\n    []"),
      ("value: {2023-02-10: {span: 3 weeks, sick: \"false\"}}", "value: {2023-02-10: {span: 2 weeks, sick: \"true\"}}"),
      ("demands of: {duties/talk: [2023-02-01]}", "demands of: {duties/talk: [2023-02-01, 2023-03-01, 2023-04-01]}"),
      (
        "demands of:\n  duties/talk:\n    - 2023-02-01\n  duties/check: [2023-01-15]",
        "demands of:\n  duties/talk:\n    - 2023-02-01\n    - 2023-03-01\n    - 2023-04-01\n  duties/check: [2023-01-15]"
      ),
      ("count: {interview: 4, hand-overs: 0}", "count: {interview: 3, hand-overs: 1}"),
      ("hand-overs: []", "hand-overs: [{on: 2023-02-10, from: office, to: clinic, cause: other}]"),
      ("hand-overs:\n  - {on: 2023-02-11, to: clinic}", "hand-overs:\n  - {on: 2023-02-10, to: clinic}"),
      ("paid: {aid: 0 kr}", "paid: {aid: 10_746.67 kr}"),
      ("borne: {aid: {municipality: 1 kr, state: 2 kr}}", "borne: {aid: {municipality: 10_746.67 kr, state: 0 kr}}"),
      (
        "demands:\n  - {provision: duties/check, by: 2023-01-08, performer: clinic} # why",
        "demands:\n  - {provision: duties/check, by: 2023-01-15, performer: office} # why"
      ),
    ])
  func writes(before: String, after: String) throws {
    let found = try updates(Self.test(before))

    #expect(found.refusals.sorted.map(\.message) == [])
    #expect(found.updates.map(\.new) == [Self.test(after)])
    #expect(found.updates.map(\.old) == [Self.test(before)])
  }

  @Test("is none when every test passes")
  func passing() throws {
    let found = try updates(Self.test("count: {interview: 3}"))

    #expect(found.updates.isEmpty)
    #expect(found.refusals.isEmpty)
  }

  @Test(
    "leaves the whole file as it is when one expectation cannot be put into other words",
    arguments: [
      // Which of three demands is meant?
      "demands:\n  - {provision: duties/talk, by: 2023-02-02}",
      // A demand that has no channel.
      "demands:\n  - {provision: duties/check, channel: phone}",
      // No provision is named.
      "demands:\n  - {kind: plan-like, by: 2023-02-02}".replacingOccurrences(of: "plan-like", with: "offer"),
      "not demands:\n  - {provision: duties/talk, by: 2023-02-01}",
      "demands of:\n  duties/talk:\n    - 2023-02-01\n    # the second is not due\n    - 2023-03-02",
    ])
  func refuses(output: String) throws {
    let found = try updates(Self.test("count: {interview: 4}\n" + output))

    #expect(found.updates.isEmpty)
    #expect(found.refusals.sorted.map(\.code) == ["not-updated"])
    #expect(found.refusals.sorted.allSatisfy { $0.message.hasSuffix("so nothing in this file was brought up to date") })
  }

  @Test("looks only at the tests it is given: another that fails in the same file stays as it is")
  func others() throws {
    let text = Self.test("count: {interview: 4}") + Self.test("count: {interview: 5}", name: "two")
    let folder = try TinyLaw.folder(["tiny": Self.law], tests: text)
    defer { try? FileManager.default.removeItem(at: folder) }
    var library = RuleLibrary(root: folder.path)
    let read = library.tests(at: folder.appendingPathComponent("tests.yaml").path)
    let (law, list) = (library.law(named: "tiny"), library.prices())
    let (tiny, prices) = (try #require(law), try #require(list))

    let found = TestUpdater(library: library, laws: ["tiny": tiny], prices: prices)
      .updates(of: read.filter { $0.name == "two" })

    #expect(
      found.updates.map(\.new) == [Self.test("count: {interview: 4}") + Self.test("count: {interview: 3}", name: "two")])
  }
}

@Suite("The order of tests")
struct TestOrderTests {
  @Test("is that of the files without a seed")
  func plain() {
    #expect(TestOrder.indices(of: 4, seed: nil) == [0, 1, 2, 3])
  }

  @Test("holds each test once, the same for a seed and another for another", arguments: [1, 2, 40] as [UInt64])
  func drawn(seed: UInt64) {
    let order = TestOrder.indices(of: 100, seed: seed)

    #expect(order.sorted() == Array(0..<100))
    #expect(order == TestOrder.indices(of: 100, seed: seed))
    #expect(order != TestOrder.indices(of: 100, seed: seed + 1))
  }
}
