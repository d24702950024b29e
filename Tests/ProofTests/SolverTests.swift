internal import Proof
internal import Testing

@Suite("A solver")
struct SolverTests {
  @Test("that is not there is told with how to get it")
  func missing() {
    #expect { _ = try Solver(at: "/nowhere/libz3.so") } throws: { error in
      "\(error)".contains("no-solver")
    }
  }
}
