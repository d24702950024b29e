internal import Comparison
internal import Diagnostics
internal import Foundation
internal import Outcomes
internal import Quantities
internal import Reading
internal import Testing
internal import Vocabulary
internal import Workspace

/// Where each pair of the shipped laws first parts ways on each shipped course, kept as a text that a
/// lawyer can read: `Tests/Fixtures/divergences/<course>.txt`.
///
/// `HEGN_UPDATE_GOLDEN=1` writes the files anew; the change is then read in the diff.
@Suite("The first divergence on a course")
struct DivergenceGoldenTests {
  private static let laws = ["current", "framework", "expert-group-2024", "agreement-2025"]

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("is the one that is written down, for each pair of laws")
  func divergences() throws {
    let folder = Self.root.appendingPathComponent("Tests/Fixtures/divergences", isDirectory: true)
    let texts = try Self.texts()
    if ProcessInfo.processInfo.environment["HEGN_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (course, text) in texts {
        try Data(text.utf8).write(to: folder.appendingPathComponent("\(course).txt"))
      }
    }

    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { $0.precomposedStringWithCanonicalMapping }.sorted()
    #expect(kept == texts.keys.map { "\($0).txt".precomposedStringWithCanonicalMapping }.sorted())
    for (course, text) in texts.sorted(by: { $0.key < $1.key }) {
      let file = folder.appendingPathComponent("\(course).txt")
      let expected = try String(contentsOf: file, encoding: .utf8)
      #expect(text == expected, "\(course).txt differs")
    }
  }

  /// The text of each course, by its name.
  private static func texts() throws -> [String: String] {
    var texts: [String: String] = [:]
    for first in laws.indices.dropLast() {
      var workspace = Workspace(rules: root.appendingPathComponent("Rules").path)
      let compared = try workspace.comparison(
        of: Array(laws[first...]), on: [root.appendingPathComponent("Scenarios").path],
        settings: Workspace.Settings())
      let comparison = try #require(compared, "\(workspace.library.findings.sorted)")
      for scenario in comparison.scenarios {
        if texts[scenario.id] == nil {
          texts[scenario.id] = "\(scenario.title.danish)\n\(scenario.shows.danish)\n"
        }
        for other in comparison.laws.indices.dropFirst() {
          texts[scenario.id]? += "\n" + pair(
            comparison.laws[0].title.danish, comparison.laws[other].title.danish,
            scenario.divergences[other])
        }
      }
    }
    return texts
  }

  private static func pair(_ first: String, _ second: String, _ divergence: Divergence?) -> String {
    guard let divergence else { return "\(first) og \(second): skilles aldrig\n" }
    return """
      \(first) og \(second): \(divergence.day)
        \(first): \(side(divergence.baseline))
        \(second): \(side(divergence.reform))

      """
  }

  private static func side(_ side: Divergence.Side?) -> String {
    guard let side else { return "intet den dag" }
    let citation = side.reference.citation
    let mark = citation.status == .verified ? "" : " [\(citation.status.rawValue)]"
    let what =
      switch side.consequence {
      case .benefit: "ydelsen"
      case .episode: "forløbet"
      case .handOver: "sagen går til"
      case .demand: "kræver"
      case .repealed: "bortfalder ved"
      }
    return "\(what) \(side.reference.label.danish) (\(citation.text)\(mark))"
  }
}
