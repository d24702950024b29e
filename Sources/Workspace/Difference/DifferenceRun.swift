package import Comparison
package import Diagnostics
internal import Legislation
internal import Outcomes
internal import Pricing
internal import Reading
internal import Scenarios
internal import Simulation
internal import Verification
internal import Vocabulary

/// One state of the rules, and what to call it.
package struct RulesSide: Sendable {
  /// A folder, or a revision such as `HEAD~3`.
  package let name: String
  package var workspace: Workspace

  package init(name: String, rules: String) {
    self.name = name
    workspace = Workspace(rules: rules)
  }
}

/// Why two states of the rules cannot be compared: one of them cannot be read, or cannot decide.
package struct SideFailure: Error {
  package let side: RuleDifference.Uncompared.Side
  package let findings: Findings
}

/// Reads two states of the rules, replays the same scenarios under both, and tells what moved.
package enum DifferenceRun {
  /// - Parameter paths: scenario files or folders, read with the words of either side.
  /// - Throws: when a side has rules that do not read, or that cannot decide a course.
  package static func difference(
    from old: inout RulesSide, to new: inout RulesSide, on paths: [String],
    settings: Workspace.Settings
  ) throws(SideFailure) -> RuleDifference {
    let before = try opened(&old, .old)
    let after = try opened(&new, .new)
    let both = after.laws.filter { law in before.laws.contains { $0.id == law.id } }
    var changes = RuleChange.changes(from: before.shared, to: after.shared, of: nil)
    for law in both {
      changes += RuleChange.changes(
        from: before.texts[law.id] ?? [], to: after.texts[law.id] ?? [], of: law.id)
    }
    changes = RuleChange.merging(changes)
    let (scenarios, uncompared) = try pairs(of: paths, &old, &new)
    var laws: [LawDifference] = []
    for law in both {
      guard let earlier = before.laws.first(where: { $0.id == law.id }) else { continue }
      laws.append(
        try difference(
          Replay(earlier, before.prices, settings, .old), Replay(law, after.prices, settings, .new),
          on: scenarios,
          causes: Causes(
            changes: changes.filter { $0.laws.isEmpty || $0.laws.contains(law.id) },
            old: earlier.dependencies, new: law.dependencies)))
    }
    let (oldNames, newNames) = (before.laws.map(\.id), after.laws.map(\.id))
    return RuleDifference(
      old: old.name, new: new.name, changes: changes, laws: laws,
      removed: oldNames.filter { !newNames.contains($0) },
      added: newNames.filter { !oldNames.contains($0) }, uncompared: uncompared)
  }

  // MARK: Reading

  private struct Opened {
    let laws: [Law]
    let texts: [String: [RuleText]]
    let shared: [RuleText]
    let prices: PriceList
  }

  private static func opened(
    _ side: inout RulesSide, _ which: RuleDifference.Uncompared.Side
  ) throws(SideFailure) -> Opened {
    var texts: [String: [RuleText]] = [:]
    var laws: [Law] = []
    for name in side.workspace.library.lawNames {
      guard let law = side.workspace.library.law(named: name) else { continue }
      laws.append(law)
      texts[name] = side.workspace.library.texts(of: name)
    }
    let shared = side.workspace.library.sharedTexts()
    guard let prices = side.workspace.library.prices(), !side.workspace.library.findings.hasErrors else {
      throw SideFailure(side: which, findings: side.workspace.library.findings)
    }
    return Opened(laws: laws, texts: texts, shared: shared, prices: prices)
  }

  private typealias Pair = (old: Scenario, new: Scenario)

  /// The scenarios that both sides can read, each read by both.
  ///
  /// - Throws: when a path names nothing, or a scenario that neither side can read.
  private static func pairs(
    of paths: [String], _ old: inout RulesSide, _ new: inout RulesSide
  ) throws(SideFailure) -> ([Pair], [RuleDifference.Uncompared]) {
    var pairs: [Pair] = []
    var uncompared: [RuleDifference.Uncompared] = []
    let files = paths.flatMap { new.workspace.library.scenarioFiles(at: $0) }
    guard !new.workspace.library.findings.hasErrors else {
      throw SideFailure(side: .new, findings: new.workspace.library.findings)
    }
    var seen: Set<String> = []
    for file in files where seen.insert(file).inserted {
      let (before, after) = (read(file, &old), read(file, &new))
      switch (before.value, after.value) {
      case (let old?, let new?): pairs.append((old, new))
      case (nil, _?):
        uncompared.append(.init(file: file, side: .old, reason: before.reason))
      case (_?, nil):
        uncompared.append(.init(file: file, side: .new, reason: after.reason))
      case (nil, nil): throw SideFailure(side: .new, findings: after.findings)
      }
    }
    return (pairs, uncompared)
  }

  /// What is found in one scenario stays with it: the next is read as if it were the first.
  private static func read(_ file: String, _ side: inout RulesSide) -> Checked<Scenario> {
    var library = side.workspace.library
    let scenario = library.scenarios(at: file).first
    let findings = library.findings
    side.workspace.library.keep(textsOf: library)
    return Checked(scenario, findings)
  }

  // MARK: Replaying

  /// One law of one side, ready to be replayed.
  private struct Replay {
    let law: Law
    let prices: PriceList
    let settings: Workspace.Settings
    let side: RuleDifference.Uncompared.Side

    init(
      _ law: Law, _ prices: PriceList, _ settings: Workspace.Settings,
      _ side: RuleDifference.Uncompared.Side
    ) {
      self.law = law
      self.prices = prices
      self.settings = settings
      self.side = side
    }

    func replayer() throws(SideFailure) -> Replayer {
      do throws(Diagnostic) {
        return Replayer(try Pipeline.plan(law, settings), by: settings.evaluator)
      } catch {
        throw SideFailure(side: side, findings: Findings([error]))
      }
    }

    func result(
      of scenario: Scenario, by replayer: inout Replayer
    ) throws(SideFailure) -> CourseResult {
      do throws(Diagnostic) {
        return try Pipeline.result(of: scenario, by: &replayer, prices, settings)
      } catch {
        throw SideFailure(side: side, findings: Findings([error]))
      }
    }
  }

  private static func difference(
    _ old: Replay, _ new: Replay, on scenarios: [Pair], causes: Causes
  ) throws(SideFailure) -> LawDifference {
    var (oldReplayer, newReplayer) = (try old.replayer(), try new.replayer())
    var moved: [MovedCourse] = []
    var (before, after) = (CourseFigures(), CourseFigures())
    for pair in scenarios {
      let left = try old.result(of: pair.old, by: &oldReplayer)
      let right = try new.result(of: pair.new, by: &newReplayer)
      before = before.adding(left.figures)
      after = after.adding(right.figures)
      let course = MovedCourse(
        scenario: pair.new.id, title: pair.new.title, from: left, to: right,
        cause: { causes.cause(of: $0, from: left.course, to: right.course) })
      if let course { moved.append(course) }
    }
    return LawDifference(
      id: new.law.id, title: new.law.title, compared: scenarios.count, moved: moved, before: before,
      after: after)
  }
}

extension Checked {
  /// The first thing that was found, in words.
  fileprivate var reason: String { findings.sorted.first { $0.severity == .error }?.message ?? "" }
}
