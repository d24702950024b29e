package import Diagnostics
internal import Foundation
package import MarkedYAML
internal import Parallel

/// The files that were read, kept so that findings can be drawn with the author's own lines.
///
/// Invariant: a path is the one that the user gave, joined with what a folder listing returned; files are
/// listed in alphabetical order, so that nothing depends on the file system's.
package struct SourceFiles: Sendable {
  package private(set) var texts: [String: String] = [:]
  private var documents: [String: YAMLNode] = [:]
  /// What was read before anybody asked for it.
  private var ahead: [String: FileReading] = [:]
  /// The files and folders that were looked through for it.
  private var lookedThrough: Set<String> = []
  private var given = GivenFolders()
  package var findings = Findings()

  package init() {}

  /// - Parameter folder: what is read below it must lie below it, all links followed.
  init(givenFolder folder: String) { given.add(folder) }

  /// The one document of a YAML file, or `nil` after telling why not.
  package mutating func document(at path: String) -> YAMLNode? {
    if let known = documents[path] { return known }
    // What was read and is no document has been told, and another text in its place is not the one on the disk.
    guard texts[path] == nil, let reading = reading(of: path) else { return nil }
    texts[path] = reading.text
    findings.merge(reading.document.findings)
    documents[path] = reading.document.value
    return reading.document.value
  }

  /// Reads the YAML files at paths side by side, for those who will ask for them one by one.
  ///
  /// Nothing is told here and nothing is known afterwards that was not known before: whoever asks for a file
  /// gets what it holds, with what is wrong in it, and a file that nobody asks for leaves no trace.
  ///
  /// - Parameter names: folders that are not looked into, and files that are not read.
  mutating func readAhead(_ paths: [String], excluding names: Set<String> = []) {
    let new = paths.filter { !lookedThrough.contains($0) }
    guard !new.isEmpty else { return }
    lookedThrough.formUnion(new)
    var listing = self
    let files = new.flatMap { listing.yamlFiles(at: $0, excluding: names) }
      .filter { texts[$0] == nil && ahead[$0] == nil && !listing.given.isLeft(by: $0) }
      .filter { path in !names.contains { path.hasSuffix("/\($0)") } }
      .map { (path: $0, size: GivenFolders.size(ofFile: $0)) }
      .filter { $0.size <= YAMLLimits.standard.fileSize }
      .sorted { ($1.size, $0.path) < ($0.size, $1.path) }
    let readings = SideBySide.map(files.count) { FileReading(of: files[$0].path) }
    for (file, reading) in zip(files, readings) { ahead[file.path] = reading }
  }

  /// The document of a file, for a look at what else must be read; nothing is told of a file that is wrong.
  mutating func glimpse(at path: String) -> YAMLNode? {
    if let known = documents[path] { return known }
    guard texts[path] == nil else { return nil }
    if ahead[path] == nil {
      guard FileManager.default.fileExists(atPath: path), GivenFolders.isFile(path) else { return nil }
      readAhead([path])
    }
    return ahead[path]?.document.value
  }

  /// Takes over what a copy of these files has read since, with what it found.
  mutating func take(readBy copy: SourceFiles) {
    texts.merge(copy.texts) { here, _ in here }
    documents.merge(copy.documents) { here, _ in here }
    findings.merge(copy.findings)
  }

  /// The same files, one of them with another text, and nothing found yet.
  func replacing(_ path: String, with text: String) -> SourceFiles {
    var files = self
    files.findings = Findings()
    files.texts[path] = text
    let read = YAMLReading.readSingle([UInt8](text.utf8), file: path)
    files.findings.merge(read.findings)
    files.documents[path] = read.value
    return files
  }

  private mutating func reading(of path: String) -> FileReading? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      tell("no-such-file", "there is no file here", at: path, hint: "check the path '\(path)'")
      return nil
    }
    if isFolder.boolValue {
      tell(
        "folder-for-file", "this is a folder, a file was expected", at: path,
        hint: "name a file inside '\(path)'")
      return nil
    }
    if given.isLeft(by: path) {
      tell(
        "leads-outside", "this leads out of the folder that was given", at: path,
        hint: "put the file itself there")
      return nil
    }
    if given.hold(path), !GivenFolders.isFile(path) {
      tell("not-a-file", "this is a pipe or a device, a file was expected", at: path, hint: "remove it")
      return nil
    }
    guard let reading = ahead.removeValue(forKey: path) ?? FileReading(of: path) else {
      tell("unreadable", "the file cannot be read", at: path, hint: "check its permissions")
      return nil
    }
    return reading
  }

  /// Every `*.yaml` and `*.yml` below a folder, in alphabetical order; the path itself when it is a file.
  package mutating func yamlFiles(at path: String, excluding folders: Set<String> = []) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      tell("no-such-file", "there is nothing here", at: path, hint: "check the path '\(path)'")
      return []
    }
    guard isFolder.boolValue else { return [path] }
    given.add(path)
    guard !given.isLeft(by: path) else {
      tell(
        "leads-outside", "this leads out of the folder that was given", at: path,
        hint: "put the folder itself there")
      return []
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      tell("unreadable", "the folder cannot be listed", at: path, hint: "check its permissions")
      return []
    }
    var files: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      var isInnerFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: inner, isDirectory: &isInnerFolder) else { continue }
      if isInnerFolder.boolValue {
        guard !folders.contains(name) else { continue }
        // A link may lead to a folder that it lies in, and so on for ever.
        guard !GivenFolders.isLink(inner) else {
          tell(
            "linked-folder", "this is a link to a folder", at: inner,
            hint: "put the folder itself there, or name it beside the other")
          continue
        }
        files += yamlFiles(at: inner, excluding: folders)
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        guard GivenFolders.isFile(inner) else {
          tell("not-a-file", "this is a pipe or a device, a file was expected", at: inner, hint: "remove it")
          continue
        }
        files.append(inner)
      }
    }
    return files
  }

  private mutating func tell(_ code: String, _ message: String, at path: String, hint: String) {
    findings.add(Diagnostic(.error, code, message, at: .start(of: path), hint: hint))
  }
}

/// A file's text and its one document, or what is wrong with it.
private struct FileReading: Sendable {
  let text: String
  let document: Checked<YAMLNode>

  /// - Returns: `nil` for what cannot be read.
  init?(of path: String) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let bytes = [UInt8](data)
    text = String(decoding: bytes, as: UTF8.self)
    document = YAMLReading.readSingle(bytes, file: path)
  }
}
