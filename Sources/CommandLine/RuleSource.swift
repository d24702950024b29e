internal import ArgumentParser
internal import Foundation

/// Rules as a person names them on the command line: a folder, or a revision of the repository that the
/// rules lie in, laid out in a temporary folder.
struct RuleSource {
  /// As it was given.
  let name: String
  /// Where the rules lie.
  let folder: String
  /// What findings call that folder: a temporary one means nothing to anybody.
  let place: String
  private let temporary: URL?

  /// - Parameter rules: the folder of rules that a revision is asked for.
  init(_ argument: String, rules: String) throws {
    name = argument
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder), isFolder.boolValue {
      (folder, place, temporary) = (argument, argument, nil)
      return
    }
    let tree = try RuleSource.tree(of: argument, rules: rules)
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("hegn-\(UUID().uuidString)", isDirectory: true)
    temporary = root
    folder = root.appendingPathComponent("rules", isDirectory: true).path
    place = "\(argument):\(rules)"
    do {
      try RuleSource.layOut(tree, of: rules, in: root)
    } catch {
      try? FileManager.default.removeItem(at: root)
      throw error
    }
  }

  /// Removes what was laid out.
  func remove() {
    if let temporary { try? FileManager.default.removeItem(at: temporary) }
  }

  // MARK: Revisions

  /// The tree that holds the rules in a revision.
  private static func tree(of revision: String, rules: String) throws -> String {
    guard FileManager.default.fileExists(atPath: rules) else {
      throw refuse(
        "there is no folder '\(revision)', and no '\(rules)' whose revisions could be asked for",
        "no-such-folder", hint: "name a folder of rules, or say with '--rules' where they lie")
    }
    guard try git(["rev-parse", "--is-inside-work-tree"], in: rules) != nil else {
      throw refuse(
        "there is no folder '\(revision)', and '\(rules)' lies in no git repository", "no-repository",
        hint: "name a folder of rules")
    }
    guard
      let commit = try git(
        ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"], in: rules)
    else {
      throw refuse(
        "there is no folder and no revision '\(revision)'", "no-such-revision",
        hint: "name a folder of rules, or a revision such as 'HEAD~1'")
    }
    guard let tree = try git(["rev-parse", "--verify", "--quiet", "\(commit):./"], in: rules) else {
      throw refuse(
        "the revision '\(revision)' holds no folder '\(rules)'", "no-rules-there",
        hint: "name a later revision")
    }
    return tree
  }

  private static func layOut(_ tree: String, of rules: String, in root: URL) throws {
    let target = root.appendingPathComponent("rules", isDirectory: true)
    let archive = root.appendingPathComponent("rules.tar")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    // From its top, since git otherwise looks for the present folder inside the tree.
    guard let top = try git(["rev-parse", "--show-toplevel"], in: rules),
      try git(["archive", "--format=tar", "--output=\(archive.path)", tree], in: top) != nil,
      try run(["tar", "-xf", archive.path, "-C", target.path]) != nil
    else {
      throw refuse(
        "the rules cannot be taken out of the repository", "not-laid-out",
        hint: "try 'git archive \(tree)'")
    }
  }

  private static func git(_ arguments: [String], in folder: String) throws -> String? {
    try run(["git", "-C", folder] + arguments)
  }

  /// - Returns: what the program printed, or `nil` when it failed; its own complaints are not passed on.
  private static func run(_ arguments: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw refuse("'\(arguments[0])' cannot be started", "no-such-program", hint: "install it")
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // What `env` says of a program that it cannot find.
    if process.terminationStatus == 127 {
      throw refuse("'\(arguments[0])' cannot be found", "no-such-program", hint: "install it")
    }
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func refuse(_ message: String, _ code: String, hint: String) -> ExitCode {
    Surface.tell("error: \(message) [\(code)]\n  hint: \(hint)\n")
    return .couldNotRun
  }
}
