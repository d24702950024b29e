package import Diagnostics
package import Vocabulary

/// The forms that rule tests can be told in: those of every report, and one for the servers that run them.
package enum RuleTestFormat: Hashable, Sendable, RawRepresentable {
  case report(ReportFormat)
  /// JUnit's XML, as build servers read it.
  case junit
  /// An LCOV trace file of conditions, for servers that show coverage beside lines.
  case lcov

  package init?(rawValue: String) {
    switch rawValue {
    case "junit": self = .junit
    case "lcov": self = .lcov
    default:
      guard let format = ReportFormat(rawValue: rawValue) else { return nil }
      self = .report(format)
    }
  }

  package var rawValue: String {
    switch self {
    case .report(let format): format.rawValue
    case .junit: "junit"
    case .lcov: "lcov"
    }
  }
}

extension Reports {
  /// What came of rule tests, in any form.
  ///
  /// - Throws: `format-unavailable` for text.
  package static func ruleTests(
    _ tests: [RuleTestOutcome], untouched: [String]?, reach: [RuleTestReach]? = nil,
    conditions: [ConditionCoverage]? = nil, format: RuleTestFormat, language: Language
  ) throws(Diagnostic) -> String {
    switch format {
    case .report(let format):
      try ruleTests(
        tests, untouched: untouched, reach: reach, conditions: conditions, format: format, language: language)
    case .junit: JUnit(tests).print()
    case .lcov: LCOV(conditions ?? []).print()
    }
  }
}

/// Rule tests as JUnit's XML: a suite for each file, a case for each test.
///
/// No times are told: a test takes a millisecond, and the same tests give the same bytes.
///
/// - Source: the schema of the Jenkins plug-in xUnit (`junit-10.xsd`), which build servers agree on.
struct JUnit {
  private let suites: [(file: String, tests: [RuleTestOutcome])]

  /// - Parameter tests: suites keep the order in which their files first occur.
  init(_ tests: [RuleTestOutcome]) {
    var files: [String] = []
    for test in tests where !files.contains(test.range.file) { files.append(test.range.file) }
    let grouped = Dictionary(grouping: tests, by: \.range.file)
    suites = files.map { ($0, grouped[$0] ?? []) }
  }

  func print() -> String {
    let all = suites.flatMap(\.tests)
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"hegn\" \(JUnit.counts(all))>\n"
    for (file, tests) in suites {
      xml += "  <testsuite name=\(JUnit.quoted(file)) \(JUnit.counts(tests))>\n"
      for test in tests { xml += JUnit.element(test) }
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  private static func counts(_ tests: [RuleTestOutcome]) -> String {
    let errors = tests.count { $0.couldNotRun }
    let failed = tests.count { !$0.failures.isEmpty } - errors
    return "tests=\"\(tests.count)\" failures=\"\(failed)\" errors=\"\(errors)\""
  }

  private static func element(_ test: RuleTestOutcome) -> String {
    let head =
      "    <testcase classname=\(quoted(test.law)) name=\(quoted(test.name)) file=\(quoted(test.range.file)) line=\"\(test.range.start.line)\""
    guard !test.failures.isEmpty else { return head + "/>\n" }
    // Readers expect one failure a case: what was found is told together.
    let name = test.couldNotRun ? "error" : "failure"
    let text = test.failures.map { failure in
      "\(failure.range): \(failure.message)" + (failure.hint.map { "\nhint: \($0)" } ?? "")
    }.joined(separator: "\n")
    let first = test.failures[0]
    return
      "\(head)>\n      <\(name) message=\(quoted(first.message)) type=\(quoted(first.code))>\(escaped(text))</\(name)>\n    </testcase>\n"
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text, isAttribute: true))\"" }

  /// - Source: XML 1.0, sections 2.2 (characters that no document may hold) and 2.4.
  static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where isAttribute: escaped += "&quot;"
      case "\n" where isAttribute, "\t" where isAttribute: escaped += "&#\(scalar.value);"
      case "\r": escaped += "&#13;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension RuleTestOutcome {
  /// Whether the law could not decide the course, so that nothing was compared.
  fileprivate var couldNotRun: Bool { failures.contains { $0.code == "cannot-run" } }
}
