package import Foundation

/// Test cases written by others. They are not part of this repository; the environment variable
/// `HEGN_CONFORMANCE` names the folder that holds them.
///
///     @Test("…", .enabled(if: Conformance.isPresent, "HEGN_CONFORMANCE names no folder"))
package enum Conformance {
  package static let folder: URL? = ProcessInfo.processInfo.environment["HEGN_CONFORMANCE"]
    .flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0, isDirectory: true) }

  package static var isPresent: Bool { folder != nil }

  /// The cases of a JSON Lines file.
  ///
  /// - Throws: when the file is not there, or a line is not a `Case`.
  package static func cases<Case: Decodable>(of file: String, as type: Case.Type) throws -> [Case] {
    let decoder = JSONDecoder()
    return try lines(of: file).map { try decoder.decode(Case.self, from: Data($0.utf8)) }
  }

  /// The rows of a CSV file without quotes, by the names of its first line.
  package static func rows(of file: String) throws -> [[String: String]] {
    let lines = try lines(of: file).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  private static func lines(of file: String) throws -> [Substring] {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    // Only line feeds end a line of JSON Lines; other line ends may stand inside a string.
    return text.split { $0 == "\n" || $0 == "\r\n" }
  }
}
