package import Diagnostics
package import Legislation
package import Pricing
package import Reading
package import Scenarios

/// A test file with the words that its tests would pass with, for somebody to read before it is kept.
package struct TestUpdate: Sendable {
  package let file: String
  package let old: String
  package let new: String
}

/// Brings the expectations of test files up to date, where they stand: comments and layout stay.
///
/// A file is brought up to date as a whole or not at all: when one failing expectation cannot be put into
/// other words, or when the tests do not pass with the new ones, the file stays as it is.
package struct TestUpdater {
  private let library: RuleLibrary
  private let laws: [String: Law]
  private let prices: PriceList

  package init(library: RuleLibrary, laws: [String: Law], prices: PriceList) {
    self.library = library
    self.laws = laws
    self.prices = prices
  }

  /// - Parameter tests: those that were run, of any file; only their expectations are looked at.
  /// - Returns: the files that can be brought up to date, and why others cannot.
  package func updates(of tests: [RuleTest]) -> (updates: [TestUpdate], refusals: Findings) {
    var updates: [TestUpdate] = []
    var refusals = Findings()
    for file in Set(tests.map(\.range.file)).sorted() {
      do throws(Diagnostic) {
        if let update = try update(of: file, tests.filter { $0.range.file == file }) {
          updates.append(update)
        }
      } catch {
        refusals.add(error)
      }
    }
    return (updates, refusals)
  }

  /// - Returns: `nil` when all tests of the file pass.
  private func update(of file: String, _ tests: [RuleTest]) throws(Diagnostic) -> TestUpdate? {
    var runner = RuleTestRunner(laws: laws, prices: prices)
    var corrections: [Correction] = []
    for test in tests { corrections += try runner.corrections(of: test) }
    guard !corrections.isEmpty, let old = library.files.texts[file] else { return nil }
    let new = try CorrectedText(old, file: file).text(with: corrections)
    let stretch = SourceRange.start(of: file)
    var changed = library.replacing(file, with: new)
    let read = changed.tests(at: file)
    guard !changed.findings.hasErrors else {
      throw TestUpdater.refusal("the file would no longer read", at: stretch)
    }
    let names = Set(tests.map(\.name))
    for test in read where names.contains(test.name) {
      guard runner.run(test).passed else {
        throw TestUpdater.refusal("'\(test.name)' would fail all the same", at: test.range)
      }
    }
    return TestUpdate(file: file, old: old, new: new)
  }

  fileprivate static func refusal(_ why: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "not-updated", "\(why), so nothing in this file was brought up to date", at: range,
      hint: "mend this expectation by hand")
  }
}

extension RuleTestRunner {
  /// What would have to stand in the file for a test to pass; nothing when it does.
  ///
  /// - Throws: `not-updated` at the first expectation that other words do not mend.
  fileprivate mutating func corrections(of test: RuleTest) throws(Diagnostic) -> [Correction] {
    guard !run(test).passed else { return [] }
    guard var check = check(of: test) else {
      throw TestUpdater.refusal("'\(test.name)' cannot run", at: test.range)
    }
    var corrections: [Correction] = []
    for assertion in test.assertions {
      guard !check.failures(of: assertion).isEmpty else { continue }
      guard let found = try? check.corrections(of: assertion) else {
        throw TestUpdater.refusal("no other words would make this hold", at: assertion.range)
      }
      corrections += found
    }
    return corrections
  }
}
