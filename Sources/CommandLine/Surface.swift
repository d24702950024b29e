internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Reading

/// Exit statuses, defined once.
extension ExitCode {
  /// Findings, or failed tests.
  static let findings = ExitCode(1)
  /// Could not run: unreadable rules, a rule that cannot decide, wrong arguments.
  static let couldNotRun = ExitCode(2)
}

/// Writing to the person's terminal or pipe.
enum Surface {
  /// Whether reports go to a terminal that shows bold text.
  static var isTerminal: Bool {
    ProcessInfo.processInfo.environment["NO_COLOR"] == nil && isatty(STDOUT_FILENO) == 1
  }

  static var usesColour: Bool {
    ProcessInfo.processInfo.environment["NO_COLOR"] == nil && isatty(STDERR_FILENO) == 1
  }

  /// Overwrites one line of a terminal; says nothing in a pipe.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    tell("\r\u{1B}[K\(text)")
  }

  static func endProgress() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    tell("\r\u{1B}[K")
  }

  static func print(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Ends a program that has said everything, all well.
  ///
  /// What it holds goes back to the system in one piece; taken apart piece by piece, a law takes milliseconds.
  static func leave() -> Never { exit(EXIT_SUCCESS) }

  static func tell(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Draws findings with the lines they point at.
  ///
  /// - Parameter calling: what to call the places; as they are when nothing is said.
  static func tell(
    _ findings: Findings, files: SourceFiles, calling: (String) -> String = { $0 }
  ) {
    guard !findings.isEmpty else { return }
    let renderer = DiagnosticRenderer(
      texts: files.texts, style: RenderingStyle(usesColour: usesColour))
    tell(calling(renderer.render(findings)))
  }
}
