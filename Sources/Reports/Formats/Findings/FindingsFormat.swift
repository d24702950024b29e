package import Diagnostics
package import Vocabulary

/// The forms that findings can be printed in: those of every report, and two for the tools around a
/// repository.
package enum FindingsFormat: Hashable, Sendable, RawRepresentable {
  case report(ReportFormat)
  /// For code scanning: SARIF 2.1.0.
  case sarif
  /// For the log of a GitHub workflow, which shows them beside the lines of a change.
  case github

  package init?(rawValue: String) {
    switch rawValue {
    case "sarif": self = .sarif
    case "github": self = .github
    default:
      guard let format = ReportFormat(rawValue: rawValue) else { return nil }
      self = .report(format)
    }
  }

  package var rawValue: String {
    switch self {
    case .report(let format): format.rawValue
    case .sarif: "sarif"
    case .github: "github"
    }
  }
}

extension Reports {
  /// What is wrong with rules, in any form.
  ///
  /// - Parameter pages: what there is to say about codes; a code without a page is told by its name.
  /// - Throws: `format-unavailable` for text.
  package static func findings(
    _ findings: Findings, format: FindingsFormat, language: Language, pages: [FindingPage]
  ) throws(Diagnostic) -> String {
    switch format {
    case .report(let format): try self.findings(findings, format: format, language: language)
    case .sarif: SARIF(findings.sorted, pages: pages).print()
    case .github: findings.sorted.map { GitHubCommand($0).line }.joined()
    }
  }
}
