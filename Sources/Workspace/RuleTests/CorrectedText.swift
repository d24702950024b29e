internal import Diagnostics

/// A file's text into which corrections are written.
struct CorrectedText {
  private let file: String
  private let lines: [[Unicode.Scalar]]

  init(_ text: String, file: String) {
    self.file = file
    // A carriage return stays with its line: only line feeds separate, as in the ranges of the reader.
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }

  /// - Throws: `not-updated` where a comment stands inside what would be replaced.
  func text(with corrections: [Correction]) throws(Diagnostic) -> String {
    var lines = self.lines
    // From the end, so that the places before stay where they are.
    for correction in Set(corrections).sorted(by: { $0.place > $1.place }) {
      let (start, end) = (correction.place.start, correction.place.end)
      guard lines.indices.contains(end.line - 1), end.line >= start.line,
        end.column - 1 <= lines[end.line - 1].count, start.column - 1 <= lines[start.line - 1].count
      else { throw refusal("this place is not in the file", at: correction.place) }
      let old = stretch(lines, correction.place)
      if hasComment(old) { throw refusal("a comment stands inside what would be replaced", at: correction.place) }
      let words = CorrectedText.words(correction.words, replacing: old, indent: start.column - 1)
      let head = lines[start.line - 1].prefix(start.column - 1)
      let tail = lines[end.line - 1].suffix(from: end.column - 1)
      let text = Array(head) + Array(words.unicodeScalars) + Array(tail)
      let replaced = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
      lines.replaceSubrange((start.line - 1)...(end.line - 1), with: replaced)
    }
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }

  private func stretch(_ lines: [[Unicode.Scalar]], _ place: SourceRange) -> String {
    let parts = (place.start.line...place.end.line).map { number -> String in
      var line = lines[number - 1][...]
      if number == place.end.line { line = line.prefix(place.end.column - 1) }
      if number == place.start.line { line = line.dropFirst(place.start.column - 1) }
      return String(String.UnicodeScalarView(line))
    }
    return parts.joined(separator: "\n")
  }

  /// Replacing several lines would lose what is said between them.
  private func hasComment(_ text: String) -> Bool {
    text.contains("\n") && text.split(separator: "\n").contains { line in
      line.contains(" #") || line.drop { $0 == " " }.hasPrefix("#")
    }
  }

  /// The words in the form that stands there: a quoted scalar stays quoted, a list of lines a list of lines.
  private static func words(_ words: Correction.Words, replacing old: String, indent: Int) -> String {
    switch words {
    case .scalar(let text):
      guard let quote = old.first, quote == "\"" || quote == "'" else { return text }
      return "\(quote)\(text)\(quote)"
    case .list(let items):
      guard old.hasPrefix("- "), !items.isEmpty else { return "[" + items.joined(separator: ", ") + "]" }
      return items.map { "- \($0)" }.joined(separator: "\n" + String(repeating: " ", count: indent))
    }
  }

  private func refusal(_ why: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "not-updated", "\(why), so nothing in this file was brought up to date", at: range,
      hint: "mend this expectation by hand")
  }
}
