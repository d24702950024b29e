internal import Archive
internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Outcomes
internal import Reading
internal import Reports
internal import Vocabulary
internal import Workspace

extension CompareCommand {
  /// The laws on a population: a country's figures in place of courses.
  func compare(
    _ laws: [String], on population: String, _ workspace: inout Workspace, _ archive: Archive?
  ) throws {
    let found = try compared(laws, on: population, &workspace)
    let naming = try naming(&workspace)
    try end(
      archive, figures: Reports.figures(found, naming: naming),
      receipt: workspace.receipt(
        "compare", laws: laws, paths: [], rules: rules, options: law, country: country)
    ) { format, language, style, receipt in
      Reports.country(
        found, naming: naming, format: format, language: language, style: style, receipt: receipt)
    }
  }

  /// Everything about laws on a population: what is saved, the country, how it resembles the counted one,
  /// the personas, and what all of it rests on. It is all that a reader gets.
  func tellAll(
    _ laws: [String], on population: String, _ workspace: inout Workspace, _ archive: Archive?
  ) throws {
    var dossier = Dossier(try compared(laws, on: population, &workspace))
    let naming = try naming(&workspace)
    let isFile = workspace.library.isPopulation(at: population)
    if isFile, workspace.library.target() != nil {
      for reform in laws.dropFirst() {
        dossier.savings.append(
          try saved(by: reform, against: laws[0], on: population, &workspace, isFull: true))
      }
    } else if attribution.isAsked {
      throw ValidationError("what a reform saves is told of a population file, and '\(population)' is none")
    }
    do throws(Diagnostic) {
      var own = country.settings(of: population)
      // Published figures are of the population's own year.
      own.years = nil
      dossier.calibration = try workspace.calibration(of: laws[0], settings: law.settings, country: own)
      dossier.courses = try workspace.comparison(
        of: laws, on: [ScenarioArguments.personas], settings: law.settings)
    } catch {
      Surface.endProgress()
      throw Surface.fail(error, files: workspace.library.files)
    }
    Surface.endProgress()
    if let sheet = workspace.assumptions(of: laws, population: population) {
      dossier.assumptions.append(sheet)
    }
    guard dossier.calibration != nil, dossier.courses != nil, !dossier.assumptions.isEmpty else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    try end(
      archive, figures: Reports.figures(dossier, naming: naming),
      receipt: workspace.receipt(
        "compare", laws: laws, paths: [ScenarioArguments.personas], rules: rules, options: law,
        country: country, asked: attribution.arguments(isFull: true))
    ) { format, language, style, receipt in
      Reports.dossier(
        dossier, naming: naming, format: format, language: language, style: style, receipt: receipt)
    }
  }

  private func compared(
    _ laws: [String], on population: String, _ workspace: inout Workspace
  ) throws -> CountryComparison {
    let found: CountryComparison?
    do throws(Diagnostic) {
      found = try workspace.country(
        of: laws, settings: law.settings, country: country.settings(of: population))
    } catch {
      Surface.endProgress()
      throw Surface.fail(error, files: workspace.library.files)
    }
    Surface.endProgress()
    guard let found else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    // Rows that the mapping tolerates are counted, and told.
    if workspace.library.isMapping(at: population) {
      Surface.tell(workspace.library.findings, files: workspace.library.files)
    }
    return found
  }

  private func naming(_ workspace: inout Workspace) throws -> Naming {
    guard let vocabulary = workspace.library.vocabulary else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    return Naming(vocabulary)
  }
}
