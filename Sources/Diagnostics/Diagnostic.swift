/// One thing that is wrong, or may be, told to the author of a rule.
///
/// Wording: lower case, no full stop; things are named in quotes as the author wrote them; it says what
/// was found, what was expected and where that expectation comes from. The message never holds a
/// position: that is what `range` and the notes are for.
///
/// Invariant: `code` is in kebab case and is for ever; words may improve under the same code.
package struct Diagnostic: Error, Hashable, Sendable {
  package enum Severity: Int, Hashable, Comparable, Sendable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
  }

  /// A second place that explains the first.
  package struct Note: Hashable, Sendable {
    package let message: String
    package let range: SourceRange

    package init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  package let severity: Severity
  package let code: String
  package let message: String
  package let range: SourceRange
  /// Begins with a verb and can be pasted.
  package let hint: String?
  package let notes: [Note]

  package init(
    _ severity: Severity, _ code: String, _ message: String, at range: SourceRange,
    hint: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.hint = hint
    self.notes = notes
  }
}
