package import Diagnostics
internal import Legislation
package import Proof
internal import Quantities
internal import Reading
internal import Scenarios
internal import Vocabulary

extension Workspace {
  /// Proofs over all citizens, law by law.
  ///
  /// - Parameter scenarios: the folder of courses to learn from; it need not be there.
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  /// - Throws: what proving throws.
  package mutating func proofs(
    of names: [String], scenarios folder: String, solver: Solver, settings: Prover.Settings,
    progress: (String) -> Void = { _ in }
  ) throws(Diagnostic) -> [Proofs]? {
    let shared = library.isFolder(folder) ? library.scenarios(at: folder) : []
    var laws: [Law] = []
    for name in names {
      guard let law = library.law(named: name) else { return nil }
      laws.append(law)
    }
    var others: [Law] = []
    for name in Set(laws.flatMap { $0.promises.compactMap(\.content.otherLaw) }).sorted() {
      guard let law = library.law(named: name) else { return nil }
      others.append(law)
    }
    guard !library.findings.hasErrors else { return nil }
    var proofs: [Proofs] = []
    for law in laws {
      progress(law.id)
      let tests = library.hasTests(law.id) ? library.tests(at: library.testFolder(of: law.id)) : []
      let courses = shared + tests.filter { $0.law == law.id && $0.practice == "base" }.map(\.scenario)
      proofs.append(
        try Prover.proofs(of: law, among: others, courses: courses, solver: solver, settings: settings))
    }
    return proofs
  }

  /// Scenario files for all citizens who show that something is wrong, by their names.
  package func witnessFiles(of proofs: [Proofs]) -> [(name: String, text: String)] {
    guard let vocabulary = library.vocabulary else { return [] }
    return proofs.flatMap { proofs in
      ProofSheet.failures(of: proofs).compactMap { failure -> (String, String)? in
        guard let witness = failure.failure.witness else { return nil }
        return (
          "\(failure.name).yaml",
          witness.file(vocabulary, named: failure.name, shows: failure.failure.message)
        )
      }
    }
  }
}

extension Promise.Content {
  fileprivate var otherLaw: String? { if case .noMore(_, let than, _) = self { than } else { nil } }
}
