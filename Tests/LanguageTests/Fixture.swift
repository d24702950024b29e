internal import Diagnostics
internal import Foundation
internal import Quantities
internal import Reading
internal import Testing
internal import Workspace

/// A file of the rule language whose name is the sentence under test, and which states its own findings.
struct Fixture: Sendable, CustomTestStringConvertible {
  let topic: String
  let name: String
  let url: URL

  var testDescription: String { "\(topic): \(name)" }

  var text: String { get throws { String(decoding: try Data(contentsOf: url), as: UTF8.self) } }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures", isDirectory: true)

  static let good = all(in: "good")
  static let bad = all(in: "bad")

  private static func all(in kind: String) -> [Fixture] {
    let root = folder.appendingPathComponent(kind, isDirectory: true)
    return names(in: root).flatMap { topic in
      let inner = root.appendingPathComponent(topic, isDirectory: true)
      return names(in: inner).filter { $0.hasSuffix(".yaml") }.map { file in
        Fixture(
          topic: topic, name: String(file.dropLast(".yaml".count)),
          url: inner.appendingPathComponent(file))
      }
    }
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}

extension Fixture {
  /// Everything that is found when the fixture takes its place in a folder of rules.
  ///
  /// - Returns: the findings, and how they look drawn.
  func findings() throws -> (all: [ExpectedFinding], drawn: String) {
    let topic = try #require(Topic(rawValue: topic), "'\(topic)' is no topic")
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("hegn-fixture-\(UUID().uuidString)", isDirectory: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try put(topic, in: root)
    var workspace = Workspace(rules: "\(root.path)/Rules")
    let file = "\(root.path)/\(topic.place)"
    let findings = Self.findings(of: topic, at: file, in: &workspace)
    let renderer = DiagnosticRenderer(texts: workspace.library.files.texts, style: .plain)
    return (
      findings.sorted.map { ExpectedFinding($0, fixture: file, folder: root.path) },
      renderer.render(findings).replacingOccurrences(of: "\(root.path)/", with: "")
    )
  }

  private func put(_ topic: Topic, in root: URL) throws {
    let files = FileManager.default
    try files.createDirectory(at: root, withIntermediateDirectories: true)
    try files.copyItem(
      at: Fixture.folder.appendingPathComponent("common"), to: root.appendingPathComponent("Rules"))
    let place = root.appendingPathComponent(topic.place)
    try files.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contentsOf: url).write(to: place)
  }

  private static func findings(
    of topic: Topic, at file: String, in workspace: inout Workspace
  ) -> Findings {
    switch topic {
    case .laws, .expressions, .files, .wholeLaws, .prices, .vocabulary, .coverage, .figures,
      .target, .behaviour:
      return workspace.check(["sample"])
    case .reforms: return workspace.check(["reform"])
    case .lints, .lintsOfWords:
      let found = workspace.check(["sample"], lints: .init(day: Day("2025-01-01")))
      return Findings(found.all.filter { $0.range.file == file })
    case .scenarios:
      _ = workspace.library.scenarios(at: file)
      return workspace.library.findings
    case .populations:
      _ = workspace.library.population(at: file)
      return workspace.library.findings
    case .mappings:
      _ = workspace.library.mapping(at: file)
      return workspace.library.findings
    case .ruleTests:
      let tests = workspace.library.tests(at: file)
      guard let law = workspace.library.law(named: "sample"), let prices = workspace.library.prices()
      else { return workspace.library.findings }
      var runner = RuleTestRunner(laws: ["sample": law], prices: prices)
      var findings = workspace.library.findings
      for test in tests { runner.run(test).failures.forEach { findings.add($0) } }
      return findings
    }
  }
}
