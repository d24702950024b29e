internal import ArgumentParser
internal import Attribution
internal import Diagnostics
internal import Foundation
internal import Reading
internal import Reports
internal import Vocabulary
internal import Workspace

extension CompareCommand {
  /// What the second law saves against the first, in place of their figures side by side.
  func attribute(_ laws: [String], on path: String, _ workspace: inout Workspace) throws {
    guard laws.count == 2 else {
      throw ValidationError("what a reform saves is told of two laws; name the law before and the law after")
    }
    guard workspace.library.isPopulation(at: path) else {
      throw ValidationError("what a reform saves is told of a population file, and '\(path)' is none")
    }
    let population = workspace.library.population(at: path, seed: law.seed)
    guard let population, !workspace.library.findings.hasErrors else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    let sample = CitizenSample(
      of: population, count: country.citizens ?? 10_000,
      workers: country.workers ?? ProcessInfo.processInfo.activeProcessorCount)
    var question = attribution.question(law.settings)
    question.progress = { next, all in Surface.progress("\(next) / \(all)") }
    let found: CountryAttribution?
    do throws(Diagnostic) {
      found = try workspace.attribution(of: laws[1], against: laws[0], on: sample, question)
    } catch {
      Surface.endProgress()
      throw Surface.fail(error, files: workspace.library.files)
    }
    Surface.endProgress()
    guard let found, let vocabulary = workspace.library.vocabulary else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    let sheet = AttributionSheet(found, kinds: vocabulary.kinds + vocabulary.authorities).sheet
    try report.print(
      Reports.sheet(sheet, format: report.format, language: report.language, style: report.style))
  }
}
