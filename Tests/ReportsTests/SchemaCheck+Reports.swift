internal import Foundation
internal import TestSupport

extension SchemaCheck {
  /// The schema of a machine format, as it is published beside the reports.
  init(file: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Reports/Reports.docc/Schemas", isDirectory: true)
    self.init(try Self.parse(try Data(contentsOf: folder.appendingPathComponent(file))))
  }
}
