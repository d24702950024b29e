package import Comparison
package import Diagnostics
package import Legislation
package import Outcomes
internal import Parallel
package import Pricing
package import Quantities
package import Reading
internal import Scenarios
package import Simulation
internal import Verification
internal import Vocabulary

/// A folder of rules and scenarios, opened: what every command works on.
///
/// The only room that knows all rooms, and it holds no logic of its own: it puts the nouns in a row.
///
///     files ──► Law, Scenario, PriceList ──► SimulationPlan ──► Course ──► Ledger ──► Comparison
package struct Workspace {
  package var library: RuleLibrary

  /// - Parameters:
  ///   - rules: the folder that holds `vocabulary.yaml`.
  ///   - laws: those that will be asked for, if that is known; see `RuleLibrary`.
  ///   - scenarios: the files and folders of scenarios that will be asked for, likewise.
  package init(rules: String, for laws: [String] = [], on scenarios: [String] = []) {
    library = RuleLibrary(root: rules, for: laws, on: scenarios)
  }

  /// How laws are to be applied.
  package struct Settings: Sendable {
    package var lawDate: Day?
    package var practice: PracticeLevel = .base
    package var prices: PriceLevel = .base
    package var seed: UInt64 = 1
    package var evaluator = Evaluator.fast

    package init() {}
  }

  /// Laws side by side on scenarios.
  ///
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  /// - Throws: when the rules cannot decide a course.
  package mutating func comparison(
    of laws: [String], on paths: [String], settings: Settings
  ) throws(Diagnostic) -> Comparison? {
    library.readAhead(laws, scenarios: paths)
    let read = library.laws(named: laws, scenarios: paths)
    guard read.laws.count == laws.count, let prices = read.prices, !library.findings.hasErrors
    else { return nil }
    return try Pipeline.comparison(of: read.laws, on: read.scenarios, prices: prices, settings: settings)
  }
}

extension Workspace {
  /// Everything that can be said of laws before anything runs: what reading found, and for each law that
  /// reads well what the checks find.
  ///
  /// - Parameter lints: also what works and yet should not stay, for the laws that read well; dates of
  ///   review are held against its day.
  package mutating func check(_ names: [String], lints: Lints? = nil) -> Findings {
    let prices = library.prices()
    _ = library.target()
    _ = library.behaviour()
    var findings = Findings()
    var laws: [Law] = []
    let read = library.laws(named: names)
    if let prices {
      laws = read
      for found in SideBySide.map(read.count, { Verifier.findings(in: read[$0], prices: prices) }) {
        findings.merge(found)
      }
      for law in read { _ = library.coverage(of: law) }
    }
    if let lints, let prices, !library.findings.hasErrors {
      let texts = laws.flatMap { library.texts(of: $0.id) ?? [] }
      findings.merge(
        Linter.findings(
          in: LintedRules(
            laws: laws, texts: texts, prices: prices,
            isWhole: Set(laws.map(\.id)) == Set(library.lawNames), day: lints.day)))
    }
    if library.hasFigures { _ = library.figures() }
    findings.merge(library.findings)
    return findings
  }
}

extension Workspace {
  /// How the rules are to be linted.
  package struct Lints: Sendable {
    /// What dates of review are held against; without a day they are not.
    package let day: Day?

    package init(day: Day? = nil) { self.day = day }
  }

  /// What there is to say about each lint, in the order of their codes.
  package static var lintPages: [FindingPage] { Linter.pages }
}

extension Workspace {
  /// Why a scenario's day is as it is under a law.
  ///
  /// - Parameter names: provisions to explain; all that apply on the day when empty.
  /// - Returns: `nil` when something could not be read; the library's findings say what.
  /// - Throws: `unknown-provision`, `outside-period`, and what replaying throws.
  package mutating func explanation(
    of names: [String], law: String, scenario path: String, on day: Day, settings: Settings
  ) throws(Diagnostic) -> Explanation? {
    guard let law = library.law(named: law), let scenario = library.scenarios(at: path).first,
      !library.findings.hasErrors
    else { return nil }
    guard scenario.period.contains(day) else {
      throw Diagnostic(
        .error, "outside-period",
        "\(day) lies outside the scenario's period, \(scenario.period.from) to \(scenario.period.until)",
        at: scenario.range, hint: "ask for a day inside it")
    }
    let plan = try Pipeline.plan(law, settings)
    var inspection = try Inspection(of: scenario, under: plan, on: day)
    guard !names.isEmpty else {
      guard let prices = library.prices() else { return nil }
      let course = try CourseSimulator.course(of: scenario, under: plan)
      let ledger = LedgerExplanation(course: course, prices: prices, level: settings.prices)
      let handOvers = course.handOvers.filter { $0.day == day }.map { handOver in
        Explanation(
          subject: "hand-over",
          outcome:
            "\(handOver.from.provision.name) → \(handOver.to.provision.name) (\(handOver.cause.rawValue))",
          citation: handOver.to.citation, provision: handOver.to.provision)
      }
      let parts =
        try inspection.day() + handOvers + [try ledger.entries(on: day)].compactMap { $0 }
      return Explanation(subject: "\(day)", outcome: "", parts: parts)
    }
    var parts: [Explanation] = []
    for name in names {
      let found = inspection.provisions(named: name)
      guard !found.isEmpty else { throw Workspace.unknown(name, in: inspection, of: law) }
      for provision in found { parts.append(try inspection.explanation(of: provision)) }
    }
    return Explanation(subject: "\(day)", outcome: "", parts: parts)
  }

  private static func unknown(_ name: String, in inspection: Inspection, of law: Law) -> Diagnostic {
    let known = inspection.explainable.flatMap { [$0.name, $0.local] }
    let nearest = nearestName(to: name, among: known)
    return Diagnostic(
      .error, "unknown-provision", "the law '\(law.id)' has no provision '\(name)'",
      at: law.coverage.provision.range, hint: nearest.map { "ask for '\($0)'" })
  }
}
