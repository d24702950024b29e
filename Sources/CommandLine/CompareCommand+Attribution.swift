internal import Archive
internal import ArgumentParser
internal import Attribution
internal import Diagnostics
internal import Foundation
internal import Outcomes
internal import Reading
internal import Reports
internal import Vocabulary
internal import Workspace

extension CompareCommand {
  /// What the second law saves against the first, in place of their figures side by side.
  func attribute(
    _ laws: [String], on path: String, _ workspace: inout Workspace, _ archive: Archive?
  ) throws {
    guard laws.count == 2 else {
      throw ValidationError("what a reform saves is told of two laws; name the law before and the law after")
    }
    guard workspace.library.isPopulation(at: path) else {
      throw ValidationError("what a reform saves is told of a population file, and '\(path)' is none")
    }
    let sheet = try saved(by: laws[1], against: laws[0], on: path, &workspace, isFull: false)
    try end(
      archive, figures: Reports.figures(sheet, of: laws[1]),
      receipt: workspace.receipt(
        "compare", laws: laws, paths: [], rules: rules, options: law, country: country,
        asked: attribution.arguments(isFull: false))
    ) { format, language, style, receipt in
      Reports.sheet(sheet, format: format, language: language, style: style, receipt: receipt)
    }
  }

  /// - Parameter isFull: whether it is a part of a report on everything.
  func saved(
    by reform: String, against baseline: String, on path: String, _ workspace: inout Workspace, isFull: Bool
  ) throws -> Sheet {
    guard let sample = workspace.sample(of: country.settings(of: path), settings: law.settings)
    else { throw Surface.fail(workspace.library.findings, files: workspace.library.files) }
    var question = attribution.question(law.settings, isFull: isFull)
    question.year = country.year
    question.known = sample.known
    let meter = StepMeter()
    question.progress = { meter.note($0, of: $1) }
    let found: CountryAttribution?
    do throws(Diagnostic) {
      found = try workspace.attribution(of: reform, against: baseline, on: sample.citizens, question)
    } catch {
      Surface.endProgress()
      throw Surface.fail(error, files: workspace.library.files)
    }
    Surface.endProgress()
    guard let found, let prices = workspace.library.prices() else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    return AttributionSheet(found, prices: prices).sheet
  }
}
