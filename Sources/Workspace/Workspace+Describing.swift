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

  /// Laws beside one another by what they are made of; the first is what the others are told against.
  ///
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  package mutating func sheet(comparing names: [String]) -> Sheet? {
    let laws = library.laws(named: names)
    guard laws.count == names.count, !laws.isEmpty, !library.findings.hasErrors else { return nil }
    return ComparisonSheet(laws).sheet
  }

  /// Which rows of the facts a law holds, and why it does not hold the others.
  ///
  /// - Returns: `nil` when something could not be read, or when nothing lies beside the law that says so.
  package mutating func coverageSheet(of name: String) -> Sheet? {
    guard let law = library.law(named: name), let coverage = library.coverage(of: law),
      !library.findings.hasErrors
    else { return nil }
    return CoverageSheet(coverage, of: law).sheet
  }
}
