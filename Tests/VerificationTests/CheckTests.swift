internal import Diagnostics
internal import LawSupport
internal import Testing
internal import Verification

@Suite("The checks of a law")
struct CheckTests {
  private func codes(_ text: String, covers: String = "not(working)") throws -> [String] {
    let law = try TinyLaw(text, covers: covers)
    return Verifier.findings(in: law.law, prices: law.prices).sorted.map(\.code)
  }

  @Test("find nothing in a sound law")
  func sound() throws {
    #expect(try codes("duties:\n  talk: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 week}}") == [])
  }

  @Test("find a group that nobody can belong to")
  func neverApplies() throws {
    #expect(
      try codes("groups:\n  all: {cite: T, when: \"true\"}\n  nobody: {cite: T, when: age < 18 and age >= 30}")
        == ["never-applies"])
  }

  @Test("find an episode that can never begin")
  func neverBegins() throws {
    #expect(
      try codes("episodes:\n  e: {cite: T, begins when: sick and not(sick), ends when: not(sick)}") == ["never-begins"])
  }

  @Test("find a benefit that depends on the group, through a definition too")
  func looksAhead() throws {
    #expect(
      try codes(
        """
        definitions:
          grouped: {cite: T, value: group = all}
        benefits:
          aid: {cite: T, when: grouped, paid by: municipality, financing: municipality}
        """) == ["looks-ahead"])
  }

  @Test("find a parameter without a value where it is used")
  func parameterGap() throws {
    #expect(
      try codes(
        """
        parameters:
          span: {cite: T, unit: duration, values: {2000-01-01: 1 week, 2030-01-01: null}}
        duties:
          talk: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: span}}
        """).contains("no-value-in-force"))
  }

  @Test("find a duty that no price list knows")
  func unpriced() throws {
    #expect(
      try codes("duties:\n  talk: {cite: T, kind: interview, price: interwiew, for: everyone, by: holding unit, due: {within: 1 week}}")
        == ["unpriced-duty"])
  }

  @Test(
    "find a citizen for whom the law cannot decide",
    arguments: [
      ("groups:\n  well: {cite: T, when: not(sick)}", "no-group"),
      ("groups:\n  well: {cite: T, when: not(sick)}\n  any: {cite: T, when: \"true\"}", "two-at-once"),
      ("units:\n  office: {cite: T, authority: municipality, holds when: not(sick)}", "no-unit"),
      (
        "benefits:\n  aid: {cite: T, when: not(sick), paid by: state, financing: state}\n  other: {cite: T, when: trained, paid by: state, financing: state}",
        "two-at-once"
      ),
    ])
  func undecided(text: String, code: String) throws {
    #expect(try codes(text) == [code])
  }
}
