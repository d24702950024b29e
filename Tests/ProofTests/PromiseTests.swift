internal import LawSupport
internal import Legislation
internal import Proof
internal import Testing
internal import Vocabulary

@Suite("A promise", .enabled(if: Bench.hasSolver))
struct PromiseTests {
  private func law(_ when: String, _ never: String) throws -> TinyLaw {
    try TinyLaw(
      """
      duties:
        talk: {cite: T, kind: interview, for: everyone, when: \(when), counted from: benefit, by: holding unit, due: {within: 1 week}}
      promises:
        left-in-peace: {cite: T, never: \(never)}
      """)
  }

  @Test("that a demand never falls is proved")
  func kept() throws {
    let proofs = try Bench.proofs(law("not(sick)", "{kind: interview, when: sick}"))

    #expect(proofs.isProved("never left-in-peace"))
  }

  @Test("that a demand breaks is told with the demand, its day and a citizen")
  func broken() throws {
    let proofs = try Bench.proofs(law("not(sick and children > 2)", "{kind: interview, when: sick}"))

    let failure = try #require(proofs.failure("never left-in-peace"))
    #expect(failure.message.english.hasPrefix("duties/talk (talk, T) falls due on"))
    #expect(failure.witness?.words.english.contains("sick") == true)
  }

  @Test("is not about the duties that it excepts")
  func excepted() throws {
    let proofs = try Bench.proofs(law("\"true\"", "{kind: interview, when: sick, except: [talk]}"))

    #expect(proofs.isProved("never left-in-peace"))
  }

  @Test("is kept when what applies too early falls due only afterwards")
  func notYetDue() throws {
    // It applies from the first day, and falls due on the eighth, when the promise holds no longer.
    let proofs = try Bench.proofs(
      law("\"true\"", "{kind: interview, when: today < benefit.since + 3 days}"))

    #expect(proofs.isProved("never left-in-peace"))
  }

  @Test("of no more demands is proved where no such duty is left")
  func noMore() throws {
    let other = try TinyLaw.duty("due: {within: 1 week}")
    let law = try TinyLaw("promises:\n  fewer: {cite: T, no more: {kind: interview, than: tiny}}")

    #expect(try Bench.proofs(law, among: [other.law]).isProved("no-more fewer"))
  }

  @Test("of no more demands fails with a citizen who meets more")
  func more() throws {
    let other = try TinyLaw("duties:\n  talk: {cite: T, kind: interview, for: everyone, by: holding unit, counted from: benefit, due: {within: 1 week}}")
    let law = try TinyLaw(
      """
      duties:
        talk: {cite: T, kind: interview, for: everyone, by: holding unit, counted from: benefit, due: {every: 1 week}}
      promises:
        fewer: {cite: T, no more: {kind: interview, than: tiny}}
      """)

    let failure = try #require(try Bench.proofs(law, among: [other.law]).failure("no-more fewer"))
    #expect(failure.witness != nil)
  }
}
