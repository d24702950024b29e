internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Reading
internal import Reports
internal import Workspace

/// How closely the simulated country resembles the counted one.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Set what a simulated country adds up to beside published figures.",
    discussion: """
      What was fed and what came out by itself are told apart: a figure that went in is no test.

      EXAMPLES
        hegn calibrate
        hegn calibrate --citizens 100000 --lang en
        hegn calibrate --format markdown --out Calibration.md
      """)

  @Argument(help: "The law, by the name of its folder.")
  var name = "current"

  @OptionGroup var country: CountryOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var law: LawOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if country.year != nil {
      throw ValidationError("published figures are of the population's own year; leave out '--year'")
    }
  }

  func run() throws {
    var workspace = Workspace(rules: rules.rules)
    var country = country
    let population = country.population ?? ScenarioArguments.country
    country.population = population
    let calibration: Calibration?
    do throws(Diagnostic) {
      calibration = try workspace.calibration(
        of: name, settings: law.settings,
        country: country.settings(of: population))
    } catch {
      Surface.endProgress()
      throw Surface.fail(error, files: workspace.library.files)
    }
    Surface.endProgress()
    guard let calibration else {
      throw Surface.fail(workspace.library.findings, files: workspace.library.files)
    }
    try report.print(
      Reports.calibration(
        calibration, format: report.format, language: report.language, style: report.style,
        receipt: report.format == .text
          ? nil
          : workspace.receipt(
            "calibrate", laws: [name], paths: [], rules: rules, options: law, country: country)))
  }
}
