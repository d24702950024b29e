internal import Diagnostics
internal import MarkedYAML

/// Reads bytes as YAML: the same twice, and a file that reads well has places inside it.
struct YAMLTarget: FuzzTarget {
  func complaint(about input: [UInt8]) -> String? {
    let read = YAMLReading.read(input, file: "f")
    if let misplaced = read.findings.misplaced() { return misplaced }
    guard let documents = read.value else {
      return read.findings.hasErrors ? nil : "no documents, and no reason why"
    }
    let lines = input.reduce(1) { $1 == UInt8(ascii: "\n") || $1 == UInt8(ascii: "\r") ? $0 + 1 : $0 }
    for document in documents {
      // Marks of YAML 1.1 that break lines are two or three bytes, so there are never more lines than bytes.
      if document.range.end.line > lines + input.count { return "a document ends after the file" }
    }
    _ = YAMLReading.readSingle(input, file: "f")
    return nil
  }
}
