internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Legislation
internal import Proof
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// Proofs of small laws.
enum Bench {
  /// Whether there is a solver. Without one these tests say nothing, and say that loudly.
  static let hasSolver: Bool = {
    if (try? Solver(at: ProcessInfo.processInfo.environment["HEGN_Z3"])) != nil { return true }
    FileHandle.standardError.write(
      Data("Z3 NOT FOUND: the tests of proofs are SKIPPED; install libz3-dev\n".utf8))
    return false
  }()

  static func proofs(
    _ law: TinyLaw, among others: [Law] = [], courses: [Scenario] = [], settings: Prover.Settings = .init()
  ) throws -> Proofs {
    try Prover.proofs(
      of: law.law, among: others, courses: courses,
      solver: Solver(at: ProcessInfo.processInfo.environment["HEGN_Z3"]), settings: settings)
  }
}

extension Proofs {
  /// `one-group`, `exceptions rate`: what is broken, in the order of asking.
  var broken: [String] {
    answers.compactMap { answer in
      guard case .failed = answer.verdict else { return nil }
      return answer.words
    }
  }

  var unknown: [String] {
    answers.compactMap { answer in
      guard case .unknown = answer.verdict else { return nil }
      return answer.words
    }
  }

  func failure(_ words: String) -> Failure? {
    for answer in answers where answer.words == words {
      if case .failed(let failure) = answer.verdict { return failure }
    }
    return nil
  }

  func isProved(_ words: String) -> Bool {
    answers.contains { answer in
      guard case .proved = answer.verdict else { return false }
      return answer.words == words
    }
  }
}

extension Proofs.Answer {
  var words: String { "\(obligation.kind.rawValue) \(obligation.provision.id.name)" }
}
