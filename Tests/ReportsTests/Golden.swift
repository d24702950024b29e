internal import Foundation
internal import Testing

/// The expected output of a report, kept as a file beside the tests.
///
/// `HEGN_UPDATE_GOLDEN=1` writes the files anew; the change is then read in the diff.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/reports", isDirectory: true)

  static func expect(
    _ text: String, is file: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let url = folder.appendingPathComponent(file)
    if ProcessInfo.processInfo.environment["HEGN_UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: url)
    }
    let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(text == expected, "\(file) differs", sourceLocation: location)
  }
}
