internal import Diagnostics
internal import Legislation
package import Outcomes
internal import Reading
internal import Vocabulary

extension Workspace {
  /// A law as tables made from its rules, with the rule tests beside it.
  ///
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  package mutating func sheet(of name: String) -> Sheet? {
    guard let law = library.law(named: name), let prices = library.prices() else { return nil }
    let tests = library.hasTests(name) ? library.tests(at: library.testFolder(of: name)) : []
    guard !library.findings.hasErrors else { return nil }
    return LawSheet(law, tested: TestedProvisions(law, tests: tests, prices: prices)).sheet
  }
}
