internal import Crypto
internal import Diagnostics
package import Outcomes

/// Fingerprints of what was read.
///
/// A fingerprint of files is SHA-256 of the list that `sha256sum` writes over them in the order of their
/// names, so that anybody can make it without this program.
enum Digest {
  /// SHA-256 in hexadecimal.
  static func sha256(_ text: String) -> String {
    var hash = SHA256()
    var text = text
    text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    return hexadecimal(hash)
  }

  /// The same of a file that is read piece by piece.
  ///
  /// - Throws: `no-such-file`, `unreadable`.
  static func sha256(ofFile path: String) throws(Diagnostic) -> String {
    var hash = SHA256()
    var source = try ByteSource(path: path)
    while true {
      let piece = try source.next()
      if piece.isEmpty { return hexadecimal(hash) }
      hash.update(data: piece)
    }
  }

  private static func hexadecimal(_ hash: SHA256) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// - Parameter files: the files' own fingerprints by the names under which they are listed.
  static func sha256(of files: [(name: String, hash: String)]) -> String {
    let lines = files.sorted { ($0.name, $0.hash) < ($1.name, $1.hash) }
    return sha256(lines.map { "\($0.hash)  \($0.name)\n" }.joined())
  }
}

extension RuleLibrary {
  /// What has been read so far, by kind: rules with the vocabulary, prices, scenarios.
  ///
  /// Only what was read counts: a law that nobody asked for does not change a comparison.
  ///
  /// - Parameter population: the file or folder that stands for the country; `nil` where none was asked for.
  package func inputs(population: String? = nil) -> [Receipt.Input] {
    var byKind: [Receipt.Input.Kind: [(name: String, hash: String)]] = [:]
    // What cannot be read any more was told when it was read, or changes the fingerprint by being left out.
    for path in dataFiles.sorted() {
      guard let hash = try? Digest.sha256(ofFile: path) else { continue }
      byKind[.population, default: []].append((path.split(separator: "/").last.map(String.init) ?? path, hash))
    }
    for (path, text) in files.texts {
      let local = path.hasPrefix("\(root)/") ? String(path.dropFirst(root.count + 1)) : nil
      let kind: Receipt.Input.Kind =
        path == population || population.map { path.hasPrefix("\($0)/") } ?? false
        ? .population : local == nil ? .scenarios : local == "prices.yaml" ? .prices : .rules
      let name = local ?? path.split(separator: "/").last.map(String.init) ?? path
      byKind[kind, default: []].append((name, Digest.sha256(text)))
    }
    return Receipt.Input.Kind.allCases.compactMap { kind in
      byKind[kind].map { files in
        Receipt.Input(
          kind: kind, files: files.map(\.name).sorted(), sha256: Digest.sha256(of: files))
      }
    }
  }
}
