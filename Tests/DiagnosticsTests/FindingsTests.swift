internal import Diagnostics
internal import Testing

@Suite("Findings")
struct FindingsTests {
  private func finding(
    _ severity: Diagnostic.Severity = .error, _ code: String = "a", file: String = "f", line: Int = 1,
    hint: String? = nil, notes: [String] = []
  ) -> Diagnostic {
    let position = SourcePosition(line: line, column: 1)
    let range = SourceRange(file: file, start: position, end: position)
    return Diagnostic(
      severity, code, "words", at: range, hint: hint, notes: notes.map { .init($0, at: range) })
  }

  @Test("are sorted by place, then code")
  func order() {
    let sorted = [
      finding(file: "a", line: 9), finding(file: "b", line: 2), finding(file: "b", line: 10),
      finding(.error, "b", file: "b", line: 10),
    ]

    #expect(Findings(sorted.reversed()).sorted == sorted)
  }

  @Test("are sorted alike in whatever order they were found")
  func orderOfFinding() {
    let all = [
      finding(.error), finding(.warning), finding(.warning, hint: "x"), finding(notes: ["x"]),
      finding(notes: ["y"]), finding(notes: ["x", "y"]),
    ]
    let expected = Findings(all).sorted

    for shift in 1..<all.count {
      #expect(Findings(Array(all[shift...] + all[..<shift])).sorted == expected)
    }
    #expect(Findings(all.reversed()).sorted == expected)
  }

  @Test("keep one of two that say the same")
  func duplicates() {
    var findings = Findings([finding()])
    findings.merge(Findings([finding(), finding(line: 2)]))

    #expect(findings.all.count == 3)
    #expect(findings.sorted == [finding(), finding(line: 2)])
  }

  @Test("are counted by severity")
  func counts() {
    let findings = Findings([finding(.warning), finding(.note), finding(.warning, line: 2)])

    #expect(findings.count(of: .warning) == 2)
    #expect(findings.count(of: .error) == 0)
    #expect(!findings.hasErrors)
    #expect(!findings.isEmpty)
    #expect(Findings().isEmpty)
  }

  @Test("with an error leave no value, with a warning they do")
  func checkedValue() {
    #expect(Checked(1, Findings([finding(.error)])).value == nil)
    #expect(Checked(1, Findings([finding(.warning)])).value == 1)
    #expect(Checked(1).value == 1)
  }
}
