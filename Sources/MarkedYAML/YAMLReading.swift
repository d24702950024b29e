package import Diagnostics

/// From the bytes of a file to its documents, or to what is wrong with it. The front door of this room.
package enum YAMLReading {
  /// The documents of a file, none for one that holds only comments.
  ///
  /// All problems are found, except that text which is not YAML, or exceeds a limit, ends the file.
  package static func read(
    _ bytes: [UInt8], file: String, limits: YAMLLimits = .standard
  ) -> Checked<[YAMLNode]> {
    guard bytes.count <= limits.fileSize else {
      return Checked(nil, Findings([tooLarge(bytes.count, file: file, limits: limits)]))
    }
    do throws(Diagnostic) {
      var composer = YAMLComposer(try YAMLEventReader(bytes, file: file), limits: limits)
      let documents = composer.documents()
      return Checked(documents, composer.findings)
    } catch {
      return Checked(nil, Findings([error]))
    }
  }

  package static func read(
    _ text: String, file: String, limits: YAMLLimits = .standard
  ) -> Checked<[YAMLNode]> {
    read(Array(text.utf8), file: file, limits: limits)
  }

  /// The one document of a file that must hold exactly one.
  package static func readSingle(
    _ bytes: [UInt8], file: String, limits: YAMLLimits = .standard
  ) -> Checked<YAMLNode> {
    let documents = read(bytes, file: file, limits: limits)
    guard let nodes = documents.value else { return Checked(nil, documents.findings) }
    var findings = documents.findings
    if nodes.isEmpty {
      findings.add(Diagnostic(.error, "empty-file", "the file holds nothing", at: .start(of: file)))
    }
    if nodes.count > 1 {
      findings.add(
        Diagnostic(
          .error, "several-documents", "the file holds \(nodes.count) documents, expected one",
          at: nodes[1].range, hint: "remove the line '---' between them, or use a file for each",
          notes: [.init("the first document is here", at: nodes[0].range)]))
    }
    return Checked(nodes.first, findings)
  }

  package static func readSingle(
    _ text: String, file: String, limits: YAMLLimits = .standard
  ) -> Checked<YAMLNode> {
    readSingle(Array(text.utf8), file: file, limits: limits)
  }

  private static func tooLarge(_ size: Int, file: String, limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
      .error, "file-too-large",
      "the file is \(size) bytes long, at most \(limits.fileSize) are read", at: .start(of: file),
      hint: "divide the file")
  }
}
