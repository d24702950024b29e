/// What was found wrong: every problem of an input, not only the first.
///
/// Merging two findings is associative; the order of `sorted` depends on the findings alone, never on
/// the order in which they were found.
package struct Findings: Sendable {
  package private(set) var all: [Diagnostic] = []

  package init(_ diagnostics: [Diagnostic] = []) { all = diagnostics }

  package mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  package mutating func merge(_ other: Findings) { all.append(contentsOf: other.all) }

  package var isEmpty: Bool { all.isEmpty }

  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  package func count(of severity: Diagnostic.Severity) -> Int {
    all.count { $0.severity == severity }
  }

  /// By place, then code; a finding told twice is kept once.
  package var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return all.filter { seen.insert($0).inserted }
      .sorted { left, right in
        let (first, second) = (left.sortKey, right.sortKey)
        if first != second { return first < second }
        return left.noteKeys.lexicographicallyPrecedes(right.noteKeys, by: <)
      }
  }
}

extension Diagnostic {
  /// All but the notes. The most severe goes first where place and words are the same.
  fileprivate var sortKey: (SourceRange, String, String, Int, String) {
    (range, code, message, -severity.rawValue, hint ?? "")
  }

  fileprivate var noteKeys: [(SourceRange, String)] { notes.map { ($0.range, $0.message) } }
}

/// A value made from input, with what was found on the way.
///
/// Invariant: `value` is `nil` whenever the findings hold an error: a whole result or none.
package struct Checked<Value: Sendable>: Sendable {
  package let value: Value?
  package let findings: Findings

  package init(_ value: Value?, _ findings: Findings = Findings()) {
    self.value = findings.hasErrors ? nil : value
    self.findings = findings
  }
}
