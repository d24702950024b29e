internal import Diagnostics

/// A finding as a fixture states it, or as it was found: what two of them are compared by.
///
///     when: income <= threshold        #! error unit-mismatch 7-25
///     #! line 12 error unknown-name 3-9
///
/// The columns are the first and the last; a stretch that ends on a later line has no last (`7-`), and a
/// finding about the whole file has no columns. Where a finding lies in another file of the folder, the
/// line is that file's, and its path stands before it: `#! Rules/sample/law.yaml line 3 error …`.
struct ExpectedFinding: Hashable {
  var file: String?
  var line: Int
  var severity: String
  var code: String
  var columns: String?

  /// - Parameter words: what stands behind `#!`.
  /// - Returns: `nil` when the words say no finding.
  init?(words text: Substring, line: Int) {
    var words = text.split(separator: " ").map(String.init)
    self.line = line
    if let path = words.first, path.hasSuffix(".yaml") {
      file = path
      words.removeFirst()
    }
    if words.count > 1, words[0] == "line" {
      guard let other = Int(words[1]) else { return nil }
      self.line = other
      words.removeFirst(2)
    }
    guard (2...3).contains(words.count) else { return nil }
    severity = words[0]
    code = words[1]
    columns = words.count == 3 ? words[2] : nil
  }

  /// - Parameters:
  ///   - fixture: the file that needs no path.
  ///   - folder: what paths are told from.
  init(_ diagnostic: Diagnostic, fixture: String, folder: String) {
    let range = diagnostic.range
    file =
      range.file == fixture
      ? nil : String(range.file.hasPrefix(folder + "/") ? range.file.dropFirst(folder.count + 1) : range.file[...])
    line = range.start.line
    severity = "\(diagnostic.severity)"
    code = diagnostic.code
    if range.start == range.end, range.start == SourceRange.start(of: range.file).start {
      columns = nil
    } else if range.end.line > range.start.line {
      columns = "\(range.start.column)-"
    } else {
      columns = "\(range.start.column)-\(max(range.start.column, range.end.column - 1))"
    }
  }

  /// The findings that a text states.
  ///
  /// - Returns: with them the lines whose mark could not be read.
  static func all(in text: String) -> (findings: [ExpectedFinding], unreadable: [Int]) {
    var findings: [ExpectedFinding] = []
    var unreadable: [Int] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let parts = line.split(separator: "#!", omittingEmptySubsequences: false).dropFirst()
      for part in parts {
        if let finding = ExpectedFinding(words: part, line: index + 1) {
          findings.append(finding)
        } else {
          unreadable.append(index + 1)
        }
      }
    }
    return (findings, unreadable)
  }
}

extension ExpectedFinding: CustomStringConvertible {
  var description: String {
    let place = (file.map { "\($0) " } ?? "") + "line \(line)"
    return "#! \(place) \(severity) \(code)" + (columns.map { " \($0)" } ?? "")
  }
}
