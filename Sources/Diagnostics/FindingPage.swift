/// What there is to say about a code beyond one finding: why it is told, what is wrong and what is right.
package struct FindingPage: Hashable, Sendable {
  package let code: String
  package let severity: Diagnostic.Severity
  /// What it looks for, in one sentence.
  package let title: String
  package let why: String
  /// A piece of rules that it tells of.
  package let bad: String
  /// The same, mended.
  package let good: String

  package init(
    _ severity: Diagnostic.Severity, _ code: String, _ title: String, why: String, bad: String,
    good: String
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.why = why
    self.bad = bad
    self.good = good
  }

  /// A finding of this code; its hint ends with where the page can be read.
  package func finding(
    _ message: String, at range: SourceRange, hint: String, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      severity, code, message, at: range, hint: "\(hint) (hegn describe --lint \(code))", notes: notes)
  }
}
