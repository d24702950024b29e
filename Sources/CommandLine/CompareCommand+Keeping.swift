internal import Archive
internal import Outcomes
internal import Reports
internal import Vocabulary

extension CompareCommand {
  /// Keeps what was found where a store is named, and prints it: the one way that a run ends.
  ///
  /// What is kept is the whole result as JSON in Danish, whatever is printed, so that two runs can be told
  /// apart byte by byte.
  ///
  /// - Parameters:
  ///   - receipt: what the figures were made from; made only where somebody reads it. A terminal does not.
  ///   - document: the result in a form.
  func end(
    _ archive: Archive?, figures: @autoclosure () -> [Figure], receipt: @autoclosure () -> Receipt,
    document: (ReportFormat, Language, TextStyle, Receipt?) -> String
  ) throws {
    let receipt = report.format == .text && archive == nil ? nil : receipt()
    if let archive, let receipt {
      try archive.keep(figures(), document: document(.json, .danish, .plain, receipt), receipt: receipt)
    }
    try report.print(document(report.format, report.language, report.style, receipt))
    // A store is closed in order; without one there is nothing left to do.
    if archive == nil { Surface.leave() }
  }
}
