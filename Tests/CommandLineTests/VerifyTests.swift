internal import Foundation
internal import Testing

@Suite("The program, asked to verify")
struct VerifyTests {
  @Test("says how to get the solver when it is not there, and no other command asks for it")
  func noSolver() throws {
    let environment = ["HEGN_Z3": "/nowhere/libz3.so"]

    let run = try Program.run(["verify", "framework"], environment: environment)

    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("Z3 was not found (looked for /nowhere/libz3.so), and proofs need it [no-solver]"))
    #expect(run.errors.contains("apt-get install libz3-dev"))
    #expect(try Program.run(["check", "framework"], environment: environment).status == 0)
  }

  @Test("ends with status 2 for a law that is not there", .enabled(if: VerifyTests.hasSolver))
  func unknownLaw() throws {
    let run = try Program.run("verify", "framwork")

    #expect(run.status == 2)
    #expect(run.errors.contains("there is no law 'framwork'"))
  }

  @Test("writes the citizen who shows a fault, and running her shows it too", .enabled(if: VerifyTests.hasSolver))
  func witness() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("verify-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = folder.appendingPathComponent("Rules")
    try FileManager.default.createDirectory(
      at: rules.appendingPathComponent("small"), withIntermediateDirectories: true)
    for file in ["vocabulary.yaml", "prices.yaml"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent("Rules/\(file)"), to: rules.appendingPathComponent(file))
    }
    try Data(VerifyTests.law.utf8).write(to: rules.appendingPathComponent("small/law.yaml"))
    let witnesses = folder.appendingPathComponent("witnesses").path

    let verified = try Program.run(
      "verify", "small", "--rules", rules.path, "--out-witness", witnesses, "--lang", "en")

    #expect(verified.status == 1)
    #expect(verified.output.contains("exactly one target group for everyone covered"))
    let file = "\(witnesses)/small-one-group-covers.yaml"
    #expect(verified.output.contains("small-one-group-covers.yaml"))
    let run = try Program.run("run", "small", file, "--rules", rules.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("no group applies"))
  }

  /// Whether a check ends otherwise than for want of a solver; said loudly where not.
  static let hasSolver: Bool = {
    guard let run = try? Program.run("verify", "no-such-law") else { return false }
    if !run.errors.contains("[no-solver]") { return true }
    FileHandle.standardError.write(
      Data("Z3 NOT FOUND: the tests of 'hegn verify' are SKIPPED; install libz3-dev\n".utf8))
    return false
  }()

  private static let law = """
    law: small
    title: {da: En lille lov, en: A small law}
    in force from: 2023-01-01
    covers: {when: seeks-support, cite: ACT § 1}
    benefits:
      support: {when: seeks-support, amount: 12_000 kr per month, paid by: municipality, financing: state, cite: ACT § 2}
    groups:
      small-families: {when: children < 7, cite: ACT § 3}
      large-families: {when: children > 7, cite: ACT § 4}
    units:
      office: {authority: municipality, holds when: "true", cite: ACT § 5}
    """
}
