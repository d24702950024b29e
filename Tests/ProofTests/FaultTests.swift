internal import LawSupport
internal import Legislation
internal import Proof
internal import Quantities
internal import Simulation
internal import Scenarios
internal import Testing
internal import Vocabulary

@Suite("A proof over all citizens", .enabled(if: Bench.hasSolver))
struct FaultTests {
  @Test("holds for a sound law, in every obligation")
  func sound() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        TinyLaw.wellOrIll + """

          duties:
            talk: {cite: T, kind: interview, for: [ill], counted from: benefit, by: holding unit, due: {within: 1 week}}
          """))

    #expect(proofs.broken == [])
    #expect(proofs.unknown == [])
    #expect(proofs.isProved("one-group covers"))
    #expect(proofs.isProved("applies talk"))
  }

  @Test("fails where two groups hold at once, with a citizen whom a replay refuses")
  func twoGroups() throws {
    let law = try TinyLaw(
      """
      groups:
        young: {cite: T, when: age < 30}
        parents: {cite: T, when: children > 2}
        rest: {cite: T, when: age >= 30 and children <= 2}
      """)

    let failure = try #require(try Bench.proofs(law).failure("one-group covers"))

    #expect(failure.message.english.contains("'young' and 'parents' are both the group"))
    let witness = try #require(failure.witness)
    #expect(throws: (any Error).self) {
      try CourseSimulator.course(of: witness.scenario, under: SimulationPlan(law: law.law, practice: witness.practice))
    }
    #expect(witness.words.danish.contains("children: "))
  }

  @Test("fails where somebody covered is in no group, however narrow the gap")
  func noGroup() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        groups:
          few: {cite: T, when: children < 7}
          many: {cite: T, when: children > 7}
        """))

    #expect(proofs.broken == ["one-group covers"])
    #expect(proofs.failure("one-group covers")?.witness?.words.english.contains("children: 7") == true)
  }

  @Test("fails where a case is nobody's, though only for a time after an event")
  func noUnit() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        units:
          office: {cite: T, authority: municipality, holds when: "not(known(missed.last)) or today >= (missed.last ?? 1900-01-01) + 2 weeks"}
        """))

    let failure = try #require(proofs.failure("one-unit covers"))
    #expect(failure.message.english.contains("no unit holds it"))
    #expect(failure.witness?.scenario.changes.count == 1)
  }

  @Test("fails where exceptions say different things side by side")
  func conflict() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        definitions:
          rate:
            cite: T
            value: 1_000 kr per month
            exceptions:
              - {label: sick, when: sick, value: 2_000 kr per month, cite: T}
              - {label: parent, when: children > 0, value: 3_000 kr per month, cite: T}
        benefits:
          aid: {cite: T, when: not(working), amount: rate, paid by: municipality, financing: municipality}
        """))

    let failure = try #require(proofs.failure("exceptions rate"))
    #expect(failure.message.english.contains("'sick' and 'parent' of 'rate' both apply"))
  }

  @Test("holds where exceptions overlap and say the same")
  func sameOutcome() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        definitions:
          rate:
            cite: T
            value: 1_000 kr per month
            exceptions:
              - {label: sick, when: sick, value: 2_000 kr per month, cite: T}
              - {label: parent, when: children > 0, value: 2_000 kr per month, cite: T}
        benefits:
          aid: {cite: T, when: not(working), amount: rate, paid by: municipality, financing: municipality}
        """))

    #expect(proofs.isProved("exceptions rate"))
  }

  @Test("fails where a table decides nothing for somebody")
  func table() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        definitions:
          size:
            cite: T
            type: [small, large]
            table:
              columns: [children]
              rows:
                - {when: ["< 2"], then: small}
                - {when: ["> 2"], then: large}
        groups:
          all: {cite: T, when: "size in (small, large)"}
        """))

    #expect(proofs.failure("tables size") != nil)
  }

  @Test("names a group that nobody can be in, though each part of its condition can hold")
  func dead() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        definitions:
          grown: {cite: T, value: age >= 18}
        groups:
          all: {cite: T, when: "true"}
          nobody: {cite: T, when: not(grown) and age > 20}
        """))

    #expect(proofs.broken == ["applies nobody"])
    #expect(proofs.failure("applies nobody")?.witness == nil)
  }

  @Test("names an exception that nobody can come under")
  func deadException() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        definitions:
          rate:
            cite: T
            value: 1_000 kr per month
            exceptions:
              - {label: never, when: children > 3 and children < 4, value: 2_000 kr per month, cite: T}
        benefits:
          aid: {cite: T, when: not(working), amount: rate, paid by: municipality, financing: municipality}
        """))

    #expect(proofs.broken == ["branches rate"])
  }

  @Test("fails where a deadline lies before the day it is counted from")
  func deadline() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        parameters:
          span: {cite: T, unit: duration, values: {2000-01-01: 1 week, 2020-01-01: -1 week}}
        duties:
          talk: {cite: T, kind: interview, for: everyone, by: holding unit, counted from: benefit, due: {within: span}}
        """))

    let failure = try #require(proofs.failure("deadlines talk"))
    #expect((failure.witness?.day).map { "\($0)" >= "2020-01-01" } == true)
  }

  @Test("fails where a benefit has no payer from a day on")
  func payer() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        clocks:
          support: {cite: T, counts: benefit != none}
        financing:
          ladder: {cite: T, until: 2010-01-01, counted on: support, steps: [{shares: {state: 100 %}}]}
        benefits:
          aid: {cite: T, when: not(working), amount: 3_100 kr per month, paid by: municipality, financing: ladder}
        """))

    #expect(proofs.failure("payers aid")?.message.english == "nobody pays benefits/aid from 2010-01-01 on")
  }

  @Test("fails where a figure ends before what uses it")
  func parameter() throws {
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        parameters:
          limit: {cite: T, unit: number, values: {2000-01-01: 30, 2010-01-01: null}}
        groups:
          young: {cite: T, when: children < limit}
          old: {cite: T, when: children >= limit}
        """))

    #expect(proofs.broken.contains("parameters limit"))
  }

  @Test("needs months and ages as the calendar has them")
  func calendar() throws {
    // A month has at least 28 days and never 32: only the calendar can tell.
    let proofs = try Bench.proofs(
      TinyLaw(
        """
        groups:
          soon: {cite: T, when: today < benefit.since + 1 month}
          later: {cite: T, when: today >= benefit.since + 28 days}
        """))

    #expect(proofs.broken == ["one-group covers"])
  }
}
