internal import Diagnostics
internal import Legislation
package import Pricing
internal import Quantities
package import Reading
package import Scenarios
internal import Vocabulary

/// Changes a law's rules one at a time and asks its tests whether they notice.
///
/// A mutant that no longer reads is noticed by the reader, and counts as noticed. One that survives shows
/// a number, a comparison, a group, a deadline or a repeal that no test holds fast.
package struct MutationRun {
  private let library: RuleLibrary
  private let law: String
  private let tests: [RuleTest]
  private let prices: PriceList
  package let mutants: [Mutant]

  /// - Parameters:
  ///   - count: how many mutants are drawn by lot; all when there are fewer.
  ///   - tests: those of this law.
  package init(
    of law: String, in library: RuleLibrary, tests: [RuleTest], prices: PriceList, count: Int,
    seed: UInt64
  ) {
    var library = library
    _ = library.law(named: law)
    var all: [Mutant] = []
    for path in library.filesRead(of: law) {
      for part in library.parts(of: path) {
        for (offsets, text) in Mutator.mutants(of: part) {
          let range = part.text.range(of: offsets)
          let original = String(
            String.UnicodeScalarView(Array(part.text.text.unicodeScalars)[offsets]))
          let mutant = Mutant(
            provision: "\(part.section.rawValue)/\(part.name)", range: range, original: original,
            changed: text)
          // What cannot be written back is no mutant, rather than one that somebody noticed.
          if MutationRun.changed(library.files.texts[path], mutant) != nil { all.append(mutant) }
        }
      }
    }
    let lot = Lot(seed: seed)
    let drawn = all.enumerated().map { index, mutant in
      (key: lot.bits(citizen: law, purpose: "mutant", occurrence: index), mutant: mutant)
    }
    self.library = library
    self.law = law
    self.tests = tests.filter { $0.law == law }
    self.prices = prices
    mutants = drawn.sorted { $0.key < $1.key }.prefix(count).map(\.mutant)
  }

  /// What came of a mutant.
  package enum Verdict: Hashable, Sendable {
    /// By some test, or by the reader.
    case noticed
    case unnoticed
    /// The law that results reads as before: what was changed is amended again or repealed by a later measure.
    case sameText
  }

  package func verdict(on mutant: Mutant) -> Verdict {
    guard let text = MutationRun.changed(library.files.texts[mutant.range.file], mutant) else { return .sameText }
    var library = self.library.replacing(mutant.range.file, with: text)
    guard let law = library.law(named: law), !library.findings.hasErrors else { return .noticed }
    if library.saysTheSame(of: self.law, as: self.library) { return .sameText }
    var runner = RuleTestRunner(laws: [self.law: law], prices: prices)
    return tests.contains { !runner.run($0).passed } ? .noticed : .unnoticed
  }

  /// The file's text with the mutant in it; a member of a list is struck together with its comma, or with
  /// the line that it has to itself.
  private static func changed(_ text: String?, _ mutant: Mutant) -> String? {
    guard let text else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let row = mutant.range.start.line - 1
    guard lines.indices.contains(row), mutant.range.end.line == mutant.range.start.line else { return nil }
    var scalars = Array(lines[row].unicodeScalars)
    var start = mutant.range.start.column - 1
    var end = mutant.range.end.column - 1
    guard start >= 0, end <= scalars.count, start <= end else { return nil }
    if mutant.changed.isEmpty {
      if scalars[..<start].allSatisfy({ $0 == " " || $0 == "-" }) {
        lines.remove(at: row)
        return lines.joined(separator: "\n")
      }
      if end < scalars.count, scalars[end] == "," {
        end += 1
      } else {
        while start > 0, scalars[start - 1] != "[", scalars[start] != "," { start -= 1 }
      }
    }
    scalars.replaceSubrange(start..<end, with: Array(mutant.changed.unicodeScalars))
    lines[row] = String(String.UnicodeScalarView(scalars))
    return lines.joined(separator: "\n")
  }
}
