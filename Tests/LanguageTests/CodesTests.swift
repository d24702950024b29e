internal import Testing

@Suite("A code")
struct CodesTests {
  @Test("of the sources stands on the list, and one on the list in the sources")
  func list() throws {
    let found = try Codes.found()

    #expect(found.subtracting(Codes.all).sorted() == [], "add these, with a fixture")
    #expect(Codes.all.subtracting(found).sorted() == [], "nothing says these any more")
  }

  @Test("has a fixture that gives it, or a reason why none can")
  func fixtures() throws {
    let given = try Set(
      Fixture.bad.flatMap { ExpectedFinding.all(in: try $0.text).findings.map(\.code) })
    let excused = Set(Codes.withoutFixture.keys)

    #expect(Codes.all.subtracting(given).subtracting(excused).sorted() == [])
    #expect(excused.intersection(given).sorted() == [], "these have a fixture after all")
    #expect(excused.subtracting(Codes.all).sorted() == [])
  }
}
