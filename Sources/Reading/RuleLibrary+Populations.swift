internal import Diagnostics
internal import Foundation
internal import MarkedYAML
package import Scenarios
internal import Vocabulary

/// Populations, and files of citizens with their mappings.
extension RuleLibrary {
  /// The population in a file.
  ///
  /// - Parameter levels: which ends of its ranges are taken.
  package mutating func population(
    at path: String, levels: PopulationLevels = PopulationLevels(), seed: UInt64 = 1
  ) -> Population? {
    guard let vocabulary, let node = files.document(at: path) else { return nil }
    let read = PopulationReader.read(node, vocabulary: vocabulary, levels: levels, seed: seed)
    files.findings.merge(read.findings)
    return read.value
  }

  /// Whether a path is that of a file which holds a population.
  package mutating func isPopulation(at path: String) -> Bool {
    guard files.yamlFiles(at: path) == [path] else { return false }
    return files.document(at: path).map(PopulationReader.isPopulation) ?? false
  }

  /// Whether a path is that of the mapping of a file of citizens.
  package mutating func isMapping(at path: String) -> Bool {
    guard files.yamlFiles(at: path) == [path] else { return false }
    return files.document(at: path).map(PopulationMappingReader.isMapping) ?? false
  }

  /// The mapping of a file of citizens.
  package mutating func mapping(at path: String) -> PopulationMapping? {
    guard let vocabulary, let node = files.document(at: path) else { return nil }
    let read = PopulationMappingReader.read(node, vocabulary: vocabulary)
    files.findings.merge(read.findings)
    return read.value
  }

  /// The citizens of a file, by a mapping that lies beside it.
  package mutating func citizens(by path: String) -> PopulationCSV? {
    guard let mapping = mapping(at: path) else { return nil }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let file = folder.isEmpty ? mapping.file : "\(folder)/\(mapping.file)"
    let isThere = FileManager.default.fileExists(atPath: file)
    guard !isThere || GivenFolders.path(file, liesIn: folder) && GivenFolders.isFile(file) else {
      tell(
        "leads-outside", "'\(mapping.file)' is no file in the folder of the mapping", at: mapping.range,
        hint: "put the file of citizens beside the mapping")
      return nil
    }
    dataFiles.insert(file)
    do {
      return try PopulationCSV(mapping, from: ByteSource(path: file))
    } catch {
      files.findings.add(error)
      return nil
    }
  }

  /// Reads every population below a folder, and every mapping with the header of its file, for what is
  /// found wrong with them; nothing when there is no such folder.
  package mutating func readPopulations(at path: String) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    for file in files.yamlFiles(at: path) {
      guard let node = files.document(at: file) else { continue }
      if PopulationReader.isPopulation(node) {
        _ = population(at: file)
      } else if PopulationMappingReader.isMapping(node) {
        _ = citizens(by: file)
      }
    }
  }
}
