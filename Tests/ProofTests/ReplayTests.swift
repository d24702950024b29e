internal import Foundation
internal import LawSupport
internal import Legislation
internal import Proof
internal import Scenarios
internal import Testing
internal import Vocabulary

@Suite("A citizen that the solver finds", .enabled(if: Bench.hasSolver))
struct ReplayTests {
  /// The product of two facts has no translation: for the solver it may be anything.
  private let law = """
    groups:
      all: {cite: T, when: children * children >= children}
    """

  @Test("is not shown when the replay refutes it, and the answer is 'unknown'")
  func refuted() throws {
    let proofs = try Bench.proofs(TinyLaw(law))

    #expect(proofs.broken == [])
    #expect(proofs.unknown.contains("one-group covers"))
    #expect(proofs.gaps == ["children * children"])
  }

  @Test("is not found where the solver gives up, and the answer says that it did")
  func gaveUp() throws {
    // Each month needs a truth of its own from the calendar, and there are more than it may ask for.
    let proofs = try Bench.proofs(
      TinyLaw("groups:\n  all: {cite: T, when: not(born.month = 2 and born.day = 30)}"))

    let answer = try #require(proofs.answers.first { $0.words == "one-group covers" })
    guard case .unknown(let reason) = answer.verdict else {
      Issue.record("\(answer.verdict)")
      return
    }
    #expect(
      reason.english
        == "the solver cannot rule it out, and no citizen was found who shows it; the solver gave up on the way (a higher '--time-limit' may help)")
  }

  @Test("is shown when the replay shows it, though the solver only guessed")
  func shown() throws {
    let proofs = try Bench.proofs(
      TinyLaw("groups:\n  all: {cite: T, when: children * children > children}"))

    #expect(proofs.broken == ["one-group covers"])
  }

  @Test("is found in an episode that needs several instants to come about")
  func deep() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        clocks:
          ill: {cite: T, counts: sick, within: 9 months}
        episodes:
          long: {cite: T, begins when: sick and ill > 22 weeks, ends when: not(sick)}
        groups:
          all: {cite: T, when: not(long.open)}
        """))

    #expect(proofs.broken == ["one-group covers"])
  }

  @Test("is found in an episode that must end before it can come about a second time")
  func again() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        clocks:
          ill: {cite: T, counts: sick, within: 9 months}
        episodes:
          long: {cite: T, begins when: sick and ill > 22 weeks, ends when: not(sick)}
        groups:
          all: {cite: T, when: not(long.open and long.times >= 2)}
        """))

    #expect(proofs.broken == ["one-group covers"])
    let witness = try #require(proofs.failure("one-group covers")?.witness)
    #expect(witness.scenario.changes.count >= 2)
  }

  @Test("is the same whatever the solver was asked before")
  func sameAgain() throws {
    // So many citizens would do that what the solver kept of another law would show in which it names.
    let laws = [
      try TinyLaw(
        """
        clocks:
          ill: {cite: T, counts: sick, within: 9 months}
          work: {cite: T, counts: working, within: 18 months}
        groups:
          all: {cite: T, when: not(ill > 10 weeks and work > 20 weeks)}
        """),
      try TinyLaw(
        """
        clocks:
          ill: {cite: T, counts: sick, within: 9 months}
        episodes:
          long: {cite: T, begins when: sick and ill > 22 weeks, ends when: not(sick)}
        groups:
          all: {cite: T, when: not(long.open)}
        """),
      try TinyLaw(
        """
        groups:
          soon: {cite: T, when: today < benefit.since + 1 month}
          later: {cite: T, when: today >= benefit.since + 28 days}
        """),
    ]
    let solver = try Solver(at: ProcessInfo.processInfo.environment["HEGN_Z3"])
    func witness(_ law: TinyLaw) throws -> String {
      let proofs = try Prover.proofs(of: law.law, among: [], courses: [], solver: solver, settings: .init())
      let found = try #require(proofs.failure("one-group covers")?.witness)
      return found.file(law.law.vocabulary, named: "witness", shows: found.words)
    }

    let first = try laws.map(witness)
    let backwards = try laws.reversed().map(witness)

    #expect(backwards.reversed() == first)
  }
}
