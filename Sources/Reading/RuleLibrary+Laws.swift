internal import Diagnostics
internal import Foundation
package import Legislation
internal import MarkedYAML
internal import Parallel
internal import Vocabulary

extension RuleLibrary {
  /// Laws by the names of their folders, read side by side.
  ///
  /// - Returns: those that read well, in the order of their names here; what is wrong with the others is
  ///   among the findings, as if one had been read after the other.
  package mutating func laws(named names: [String]) -> [Law] {
    readAhead(names)
    layOutBases(of: names)
    var start = self
    start.files.findings = Findings()
    let library = start
    let read = SideBySide.map(names.count) { index in
      var copy = library
      return (law: copy.law(named: names[index]), library: copy)
    }
    for (_, copy) in read { take(readBy: copy) }
    return read.compactMap(\.law)
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
  private func amendedLaw(by name: String) -> String? {
    let file = "\(root)/\(name)/law.yaml"
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    var copy = files
    return copy.document(at: file)?[Word.amends.rawValue]?.scalar?.text
  }
}
