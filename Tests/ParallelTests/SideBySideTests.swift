import Testing

@testable import Parallel

@Suite("Pieces of work side by side")
struct SideBySideTests {
  @Test("what is made stands in the order of the pieces, whichever is done first")
  func order() {
    let made = SideBySide.map(200) { piece in
      // The first pieces take longest.
      var sum = 0
      for step in 0..<((200 - piece) * 500) { sum &+= step }
      return sum >= 0 ? piece : -1
    }
    #expect(made == Array(0..<200))
  }

  @Test("no piece is left out and none is made twice")
  func once() {
    #expect(SideBySide.map(0) { $0 }.isEmpty)
    #expect(SideBySide.map(1) { $0 + 1 } == [1])
    #expect(SideBySide.map(2) { $0 } == [0, 1])
  }

  @Test("a piece may make nothing and still holds its place")
  func nothing() {
    #expect(SideBySide.map(4) { $0 % 2 == 0 ? $0 : nil } == [0, nil, 2, nil])
  }
}
