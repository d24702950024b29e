internal import LawSupport
internal import Legislation
internal import Quantities
internal import Testing
internal import Verification
internal import Vocabulary

@Suite("What bears on what")
struct BearingTests {
  private static func practice(_ name: String) -> String {
    "  \(name): {cite: T, status: assumption, kind: interval, unit: duration, floor: 0 days, ceiling: none, "
      + "low: 4 weeks, base: 8 weeks, high: 16 weeks, evidence: t}"
  }

  private static func duty(_ name: String, _ keys: String) -> String {
    "  \(name): {cite: T, kind: interview, by: holding unit, counted from: case, \(keys)}"
  }

  private static let window = Stretch(
    from: Day(year: 2023, month: 1, day: 1) ?? .first, until: Day(year: 2024, month: 1, day: 1) ?? .first)

  /// Which of some uses of discretion bear on what, for citizens to whom some facts never happen.
  private func bearing(
    _ law: TinyLaw, switches names: [String], never quiet: [String] = []
  ) throws -> Bearing {
    var switches: [ProvisionID: Switches] = [:]
    for (place, name) in names.enumerated() {
      let practice = try #require(law.law.practices.first { $0.provision.id.name == name })
      switches[practice.provision.id] = 1 << UInt64(place)
    }
    var reader = BearingReader(
      SwitchedLaw(law.law, switches: switches, level: .base, in: Self.window))
    return reader.bearing(on: try self.quiet(quiet, law.law))
  }

  private func quiet(_ names: [String], _ law: Law) throws -> Quiet {
    var quiet = Quiet()
    for name in names { quiet.facts.insert(try #require(law.vocabulary.fact(named: name))) }
    return quiet
  }

  @Test("A use of discretion bears on the duty that asks for it, and on no other")
  func own() throws {
    let law = try TinyLaw(
      """
      practice:
      \(Self.practice("soon"))
      \(Self.practice("later"))
      definitions:
        wait: {cite: T, value: later}
      duties:
      \(Self.duty("talk", "for: everyone, due: {within: soon}"))
      \(Self.duty("ruling", "for: everyone, when: sick, due: {within: wait}"))
      \(Self.duty("course", "for: everyone, due: {within: 2 weeks}"))
      """)
    let all = try bearing(law, switches: ["soon", "later"])
    #expect(all.duties == ["talk": 0b01, "ruling": 0b10, "course": 0])
    #expect(all.benefits == ["aid": 0])

    let well = try bearing(law, switches: ["soon", "later"], never: ["sick"])
    #expect(well.duties == ["talk": 0b01, "course": 0])
    #expect(well.all == 0b01)
  }

  @Test("What decides a group bears on every duty of one group, and not on those of everybody")
  func groups() throws {
    let law = try TinyLaw(
      """
      practice:
      \(Self.practice("soon"))
      definitions:
        slow: {cite: T, value: sick and today >= case.since + soon}
      groups:
        early: {cite: T, when: not(slow)}
        late: {cite: T, when: slow}
      duties:
      \(Self.duty("talk", "for: [late], due: {within: 2 weeks}"))
      \(Self.duty("course", "for: everyone, due: {within: 2 weeks}"))
      """)
    #expect(try bearing(law, switches: ["soon"]).duties == ["talk": 1, "course": 0])
    // Nobody who is never sick is ever slow, so there is one group only.
    #expect(try bearing(law, switches: ["soon"], never: ["sick"]).duties == ["course": 0])
  }

  @Test("A duty hangs on what the duties hang on that it includes, and on the clock it counts on")
  func includes() throws {
    let law = try TinyLaw(
      """
      practice:
      \(Self.practice("soon"))
      \(Self.practice("often"))
      definitions:
        slow: {cite: T, value: sick and today >= case.since + often}
      clocks:
        slowly: {cite: T, counts: slow}
      duties:
      \(Self.duty("talk", "for: everyone, due: {within: soon}"))
      \(Self.duty("talks", "for: everyone, due: {at least: 4, in: 26 weeks}, includes: [talk]"))
      \(Self.duty("slow-talk", "for: everyone, counted on: slowly, due: {within: 2 weeks}"))
      """)
    let all = try bearing(law, switches: ["soon", "often"])
    #expect(all.duties == ["talk": 0b01, "talks": 0b01, "slow-talk": 0b10])
    #expect(try bearing(law, switches: ["soon", "often"], never: ["sick"]).duties["slow-talk"] == 0)
  }

  @Test("Two texts that say the same of somebody are one text for her")
  func texts() throws {
    func law(_ condition: String, _ units: String = "true") throws -> Law {
      try TinyLaw(
        """
        units:
          office: {cite: T, authority: municipality, holds when: "\(units)"}
          clinic: {cite: T, authority: municipality, holds when: "not(\(units))"}
        duties:
        \(Self.duty("talk", "for: everyone, when: \(condition), due: {within: 2 weeks}"))
        """
      ).law
    }
    let (before, after) = (try law("sick"), try law("sick or trained", "sick"))
    var reader = BearingReader(
      SwitchedLaw(
        [(0, before), (1, after)],
        changing: [
          SwitchedLaw.Name(.duties, "talk"): 1, SwitchedLaw.Name(.units, "office"): 1,
          SwitchedLaw.Name(.units, "clinic"): 1,
        ], level: .base, in: Self.window))
    // Both units are of one authority, so whose hours they are does not hang on who holds the case.
    #expect(reader.bearing(on: Quiet()).duties == ["talk": 1])
    #expect(reader.bearing(on: try quiet(["trained"], before)).duties == ["talk": 0])
    #expect(reader.bearing(on: try quiet(["trained", "sick"], before)).duties == [:])
  }
}
