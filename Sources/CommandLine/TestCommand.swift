internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Legislation
internal import Pricing
internal import Reading
internal import Reports
internal import Scenarios
internal import Verification
internal import Vocabulary
internal import Workspace

/// Runs rule tests.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests that lie beside the laws.",
    discussion: """
      EXAMPLES
        hegn test
        hegn test Rules/current/tests/contact.yaml
        hegn test --filter "first interview"
        hegn test --coverage
        hegn test --coverage --threshold 90
        hegn test --conditions --threshold 95
        hegn test --conditions --format lcov --out rules.info
        hegn test --format json --out tests.json
        hegn test --format junit --out tests.xml
        hegn test --shuffle
        hegn test --shuffle 42
        hegn test Rules/current/tests/contact.yaml --update
        hegn test Rules/current/tests --mutate 50
      """)

  @Argument(help: "Test files or folders; those of every law when none is named.")
  var paths: [String] = []

  @Option(help: "text, json, csv, markdown, html or junit; with --conditions also lcov.")
  var format = RuleTestFormat.report(.text)

  @OptionGroup var rules: RuleOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Only tests whose name contains this text.")
  var filter: String?

  @Flag(
    help: """
      List the provisions that no test touches, that no test asserts to apply, and of which none asserts one \
      step away that they do not.
      """)
  var coverage = false

  @Flag(
    help: """
      List the conditions that no test shows to decide an outcome by themselves, and the rows of tables that \
      never match.
      """)
  var conditions = false

  @Option(
    defaultAsFlag: Shuffle.drawn,
    help: "Run the tests in an order drawn by lot, with this seed or one that is told.")
  var shuffle: Shuffle?

  @Flag(help: "Write what came out where a test expected something else, and show the difference.")
  var update = false

  @Option(
    help: """
      How many in a hundred tests of each law must reach: with --coverage of provisions held from both sides, \
      with --conditions of conditions shown to decide, and of rows matched.
      """)
  var threshold: Int?

  @Option(help: "Change the rules in this many places, one at a time, and list what no test notices.")
  var mutate: Int?

  @Option(help: "The seed of the lot that draws mutants.")
  var seed: UInt64 = 1

  func validate() throws {
    if let threshold {
      guard coverage || conditions else {
        throw ValidationError("add '--coverage' or '--conditions' to '--threshold'")
      }
      guard (0...100).contains(threshold) else {
        throw ValidationError("'--threshold \(threshold)' is no percentage: write one from 0 to 100")
      }
    }
    if format == .lcov, !conditions { throw ValidationError("add '--conditions' to '--format lcov'") }
  }

  func run() throws {
    var workspace = Workspace(rules: rules.rules)
    let names = workspace.library.lawNames
    let folders =
      paths.isEmpty
      ? names.filter { workspace.library.hasTests($0) }.map { workspace.library.testFolder(of: $0) }
      : paths
    var tests = folders.flatMap { workspace.library.tests(at: $0) }
    if let filter { tests = tests.filter { $0.name.contains(filter) } }
    var laws: [String: Law] = [:]
    for name in Set(tests.map(\.law)).sorted() where names.contains(name) {
      laws[name] = workspace.library.law(named: name)
    }
    guard let prices = workspace.library.prices(), !workspace.library.findings.hasErrors else {
      Surface.tell(workspace.library.findings, files: workspace.library.files)
      throw ExitCode.couldNotRun
    }
    var runner = RuleTestRunner(laws: laws, prices: prices, surveysConditions: conditions)
    var touched: Set<ProvisionID> = []
    var failures: [Int: [Diagnostic]] = [:]
    let order = shuffle?.seed
    for (count, index) in TestOrder.indices(of: tests.count, seed: order).enumerated() {
      Surface.progress("test \(count + 1) of \(tests.count)")
      let result = runner.run(tests[index])
      touched.formUnion(result.touched)
      failures[index] = result.failures
    }
    Surface.endProgress()
    // Told in the order of the files, however they were run.
    let outcomes = tests.enumerated().map { index, test in
      RuleTestOutcome(
        name: test.name, law: test.law, cites: test.cites, range: test.range,
        failures: failures[index] ?? [])
    }
    if let order { Surface.tell("run in the order of seed \(order)\n") }
    let failed = outcomes.count { !$0.failures.isEmpty }
    let untouched = coverage ? runner.untouched(beside: touched).map(\.description) : nil
    let reach = coverage ? laws.keys.sorted().compactMap { laws[$0] }.map { TestReach(of: $0, tests: tests) } : []
    let survey = runner.conditions
    try tell(
      outcomes, untouched: untouched, reach: coverage ? reach : nil, conditions: conditions ? survey : nil,
      files: workspace.library.files)
    if tests.isEmpty {
      let named = filter.map { "no test's name contains '\($0)'" } ?? "there is no test here"
      Surface.tell("error: \(named) [no-tests]\n")
    }
    if update, failed > 0 {
      return try keep(
        TestUpdater(library: workspace.library, laws: laws, prices: prices).updates(of: tests),
        files: workspace.library.files)
    }
    let isShort = told(short: reach, survey)
    if failed > 0 || tests.isEmpty || isShort { throw ExitCode.findings }
    if let mutate { try run(mutants: mutate, of: laws.keys.sorted(), tests, prices, workspace) }
  }

  /// Tells of each law whose tests reach less than was asked for.
  ///
  /// - Returns: whether there is one.
  private func told(short reach: [TestReach], _ conditions: [ConditionReach]) -> Bool {
    guard let threshold else { return false }
    var short: [String] = []
    for reach in reach where !reach.reaches(percent: threshold) {
      short.append("provisions of '\(reach.law)' are held")
    }
    for law in conditions where !law.reaches(percent: threshold) {
      short.append("conditions of '\(law.law)' are shown to decide, or rows matched")
    }
    for words in short {
      Surface.tell("error: fewer than \(threshold) in a hundred \(words) [below-threshold]\n")
    }
    return !short.isEmpty
  }

  private func tell(
    _ outcomes: [RuleTestOutcome], untouched: [String]?, reach: [TestReach]?, conditions: [ConditionReach]?,
    files: SourceFiles
  ) throws {
    let conditions = conditions?.map(ConditionCoverage.init)
    let reach = reach?.map { reach in
      RuleTestReach(
        law: reach.law, provisions: reach.provisions.count,
        neverApplied: reach.neverApplied.map(\.description),
        neverBounded: reach.neverBounded.map(\.description))
    }
    guard format == .report(.text) else {
      try output.print(
        Reports.ruleTests(
          outcomes, untouched: untouched, reach: reach, conditions: conditions, format: format,
          language: output.language))
      return
    }
    Surface.tell(Findings(outcomes.flatMap(\.failures)), files: files)
    for name in untouched ?? [] { Surface.print("no test touches \(name)\n") }
    for reach in reach ?? [] {
      for gap in reach.gaps(in: output.language) { Surface.print("\(gap)\n") }
      Surface.print("\(reach.words[output.language])\n")
    }
    for law in conditions ?? [] {
      for gap in law.gaps(in: output.language) { Surface.print("\(gap)\n") }
      Surface.print("\(law.words[output.language])\n")
    }
    let failed = outcomes.count { !$0.failures.isEmpty }
    Surface.print("rules: \(outcomes.count - failed) passed, \(failed) failed\n")
  }

  /// Shows each difference and writes its file, and tells of the files that stay as they are.
  private func keep(
    _ found: (updates: [TestUpdate], refusals: Findings), files: SourceFiles
  ) throws {
    for update in found.updates {
      Surface.print(
        Reports.unifiedDifference(of: update.file, from: update.old, to: update.new))
      do {
        try Data(update.new.utf8).write(to: URL(fileURLWithPath: update.file), options: .atomic)
      } catch {
        Surface.tell("error: '\(update.file)' cannot be written: \(error.localizedDescription)\n")
        throw ExitCode.couldNotRun
      }
    }
    Surface.tell(found.refusals, files: files)
    if !found.refusals.isEmpty { throw ExitCode.findings }
  }

  private func run(
    mutants count: Int, of laws: [String], _ tests: [RuleTest], _ prices: PriceList,
    _ workspace: Workspace
  ) throws {
    var survivors = 0
    for law in laws {
      let run = MutationRun(
        of: law, in: workspace.library, tests: tests, prices: prices, count: count, seed: seed)
      var verdicts: [MutationRun.Verdict: Int] = [:]
      for (index, mutant) in run.mutants.enumerated() {
        Surface.progress("\(law): mutant \(index + 1) of \(run.mutants.count)")
        let verdict = run.verdict(on: mutant)
        verdicts[verdict, default: 0] += 1
        if verdict == .unnoticed {
          let change = mutant.changed.isEmpty ? "struck" : "read as '\(mutant.changed)'"
          Surface.print(
            "\(mutant.range): nobody notices '\(mutant.original)' \(change), in \(mutant.provision)\n")
        }
      }
      Surface.endProgress()
      let unnoticed = verdicts[.unnoticed] ?? 0
      let noticed = verdicts[.noticed] ?? 0
      let same = verdicts[.sameText] ?? 0
      let idle = same == 0 ? "" : ", \(same) more leave the law as it reads"
      Surface.print(
        "mutants of \(law): \(noticed) of \(noticed + unnoticed) noticed\(idle), seed \(seed)\n")
      survivors += unnoticed
    }
    if survivors > 0 { throw ExitCode.findings }
  }
}

/// How the order of tests is drawn.
enum Shuffle: ExpressibleByArgument, CustomStringConvertible {
  /// By a seed that is drawn too, and told.
  case drawn
  case seeded(UInt64)

  init?(argument: String) {
    guard let seed = UInt64(argument) else { return nil }
    self = .seeded(seed)
  }

  var seed: UInt64 {
    switch self {
    // Small enough to be typed again.
    case .drawn: .random(in: 1...999_999)
    case .seeded(let seed): seed
    }
  }

  var description: String {
    switch self {
    case .drawn: "a seed drawn by lot"
    case .seeded(let seed): "\(seed)"
    }
  }
}

extension RuleTestFormat: ExpressibleByArgument {}

extension ConditionCoverage {
  init(_ reach: ConditionReach) {
    self.init(
      law: reach.law,
      conditions: reach.conditions.map { condition in
        Condition(
          provision: condition.provision.local, range: condition.range, words: condition.words,
          verdict: Verdict(condition.verdict), holding: condition.holding, failing: condition.failing)
      },
      rows: reach.rows.map { Row(provision: $0.provision.local, range: $0.range, matches: $0.matches) })
  }
}

extension ConditionCoverage.Verdict {
  init(_ verdict: ConditionReach.Verdict) {
    switch verdict {
    case .decides: self = .decides
    case .neverAsked: self = .neverAsked
    case .alwaysHolds: self = .alwaysHolds
    case .neverHolds: self = .neverHolds
    case .neverAlone: self = .neverAlone
    }
  }
}
