internal import Testing

@Suite("The rule language")
struct LanguageTests {
  @Test("finds nothing in what reads well", arguments: Fixture.good)
  func goodFixture(_ fixture: Fixture) throws {
    let found = try fixture.findings()

    #expect(found.all.isEmpty, "\(found.drawn)")
  }

  @Test("finds exactly what a fixture states, where it states it", arguments: Fixture.bad)
  func badFixture(_ fixture: Fixture) throws {
    let stated = ExpectedFinding.all(in: try fixture.text)
    try #require(stated.unreadable.isEmpty, "lines \(stated.unreadable) state no finding")
    try #require(!stated.findings.isEmpty, "a bad fixture states what is found")

    let found = try fixture.findings()

    let missing = stated.findings.filter { !found.all.contains($0) }
    let surplus = found.all.filter { !stated.findings.contains($0) }
    #expect(missing.isEmpty && surplus.isEmpty, "missing \(missing), not stated \(surplus)\n\(found.drawn)")
    #expect(found.all.count == stated.findings.count, "something is told twice\n\(found.drawn)")
  }

  @Test("has fixtures of every topic, good and bad")
  func topics() {
    let topics = Set(Topic.allCases.map(\.rawValue))

    #expect(Set(Fixture.good.map(\.topic)) == topics)
    #expect(Set(Fixture.bad.map(\.topic)) == topics)
  }

  @Test("expects nothing of a good fixture")
  func goodFixturesStateNothing() throws {
    for fixture in Fixture.good {
      #expect(ExpectedFinding.all(in: try fixture.text).findings.isEmpty, "\(fixture.name)")
    }
  }
}
