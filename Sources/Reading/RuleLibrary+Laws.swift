internal import Diagnostics
internal import Foundation
package import Legislation
internal import MarkedYAML
internal import Parallel
package import Pricing
package import Scenarios
internal import Vocabulary

extension RuleLibrary {
  /// Laws by the names of their folders, read side by side.
  ///
  /// - Returns: those that read well, in the order of their names here; what is wrong with the others is
  ///   among the findings, as if one had been read after the other.
  package mutating func laws(named names: [String]) -> [Law] { read(names, scenarios: nil).laws }

  /// Laws, the scenarios that they are to be replayed on and what their work costs, read side by side.
  ///
  /// - Returns: what reads well; what is wrong with the rest is among the findings, as if the laws had been read
  ///   first, then the scenarios, then the prices.
  package mutating func laws(
    named names: [String], scenarios paths: [String]
  ) -> (laws: [Law], scenarios: [Scenario], prices: PriceList?) {
    read(names, scenarios: paths)
  }

  /// What was read apart, with the library that read it.
  private enum Piece: Sendable {
    case law(Law?, RuleLibrary)
    case others([Scenario], RuleLibrary, PriceList?, RuleLibrary)
  }

  /// - Parameter paths: what is read by whoever is done with a law first; nothing when `nil`.
  private mutating func read(
    _ names: [String], scenarios paths: [String]?
  ) -> (laws: [Law], scenarios: [Scenario], prices: PriceList?) {
    readAhead(names)
    layOutBases(of: names)
    var start = self
    start.files.findings = Findings()
    let library = start
    let pieces = SideBySide.map(names.count + (paths == nil ? 0 : 1)) { index -> Piece in
      var copy = library
      if index < names.count {
        let law = copy.law(named: names[index])
        return .law(law, copy)
      }
      let scenarios = (paths ?? []).flatMap { copy.scenarios(at: $0) }
      var other = library
      let prices = other.prices()
      return .others(scenarios, copy, prices, other)
    }
    var read: (laws: [Law], scenarios: [Scenario], prices: PriceList?) = ([], [], nil)
    for piece in pieces {
      switch piece {
      case .law(let law, let copy):
        take(readBy: copy)
        if let law { read.laws.append(law) }
      case .others(let scenarios, let copy, let prices, let other):
        take(readBy: copy)
        read.scenarios = scenarios
        // Who asks for prices after a law that cannot be read is told of the law alone.
        guard read.laws.count == names.count else { break }
        take(readBy: other)
        read.prices = prices
      }
    }
    return read
  }

  /// Reads the files that these laws and scenarios will ask for, on as many cores as there are.
  package mutating func readAhead(_ names: [String], scenarios paths: [String] = []) {
    let known = Set(lawNames)
    let laws = names.filter(known.contains)
    let amended = laws.compactMap { amendedLaw(by: $0) }.filter(known.contains)
    let folders = Set(laws + amended).sorted().map { "\(root)/\($0)" }
    files.readAhead(folders + paths, excluding: [RuleFolder.testFolder, RuleFolder.coverageFile])
  }

  /// A law that several reforms amend is laid out once, before anybody reads on from it.
  private mutating func layOutBases(of names: [String]) {
    let known = Set(lawNames)
    let bases = names.map { amendedLaw(by: $0) ?? $0 }
    for base in Set(bases).intersection(known).sorted() where amendedLaw(by: base) == nil {
      _ = overlay(named: base, at: nil, amendedBy: [])
    }
  }

  /// What a law amends, if its file says so; nothing is told here of a file that is wrong.
  private mutating func amendedLaw(by name: String) -> String? {
    files.glimpse(at: "\(root)/\(name)/law.yaml")?[Word.amends.rawValue]?.scalar?.text
  }
}
