internal import Diagnostics

/// A finding as a command in the log of a GitHub workflow:
///
///     ::error file=Rules/a.yaml,line=2,col=3,endColumn=9,title=unknown-name::'grup' is not a group
///
/// - Source: "Workflow commands for GitHub Actions"; the escapes are those of its toolkit
///   (`@actions/core`, command.ts).
struct GitHubCommand {
  private let finding: Diagnostic

  init(_ finding: Diagnostic) { self.finding = finding }

  var line: String {
    let range = finding.range
    var properties = [
      ("file", range.file), ("line", "\(range.start.line)"), ("col", "\(range.start.column)"),
    ]
    if range.end.line == range.start.line {
      // The last column here, not the first behind.
      properties.append(("endColumn", "\(max(range.start.column, range.end.column - 1))"))
    } else {
      properties.append(("endLine", "\(range.end.line)"))
    }
    properties.append(("title", finding.code))
    let told = properties.map { "\($0)=\(GitHubCommand.property($1))" }.joined(separator: ",")
    let hint = finding.hint.map { "\nhint: \($0)" } ?? ""
    return "::\(command) \(told)::\(GitHubCommand.data(finding.message + hint))\n"
  }

  private var command: String {
    switch finding.severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

  static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

  private static func escaped(_ text: String, _ escapes: Set<Unicode.Scalar>) -> String {
    var escaped = ""
    // Scalars, not characters: a carriage return and a line feed are one character.
    for scalar in text.unicodeScalars {
      guard escapes.contains(scalar) else {
        escaped.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      escaped += "%" + (digits.count == 1 ? "0" : "") + digits
    }
    return escaped
  }
}
