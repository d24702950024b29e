internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Vocabulary

/// A fact that no law asks about. Scenarios state it, and nothing comes of it.
struct UnusedFact: Lint {
  private static let page = FindingPage(
    .note, "unused-fact", "A fact that no law and no profile asks about.",
    why:
      "Whoever writes a scenario takes trouble over facts. One that decides nothing is either a word for a rule that is still missing, or left over from one that is gone. Told only when all laws are checked.",
    bad: "facts: {shoe-size: {type: whole number, default: 40}}",
    good: "facts: {children: {type: whole number, default: 0}}   # asked about by a benefit")
  static let pages = [page]

  func findings(in rules: LintedRules) -> [Diagnostic] {
    guard rules.isWhole, let vocabulary = rules.laws.first?.vocabulary else { return [] }
    // Every scenario gives the day of birth, whether a law asks for an age or not.
    var used: Set<Int> = Set([vocabulary.fact(named: "born")].compactMap { $0 })
    for law in rules.laws {
      for slot in law.slotsInUse {
        switch law.slots[slot] {
        case .fact(let index), .factSince(let index): used.insert(index)
        default: break
        }
      }
      for duty in law.duties {
        for version in duty.versions {
          if case .fact(let index) = version.text.anchor { used.insert(index) }
          version.text.schedule.forEach { branch in
            if case .on(.fact(let index), _)? = branch.outcome { used.insert(index) }
          }
        }
      }
      for profile in vocabulary.profiles {
        for name in profile.condition.root.names {
          if let index = vocabulary.fact(named: name) { used.insert(index) }
        }
      }
    }
    return vocabulary.facts.enumerated().filter { !used.contains($0.offset) }.map { _, fact in
      Self.page.finding(
        "nothing asks about the fact '\(fact.name)'", at: fact.range,
        hint: "remove it, or write the rule that needs it")
    }
  }
}

/// A parameter, practice value, clock or definition that nothing reads.
///
/// Definitions have a code of their own: one may stand to be asked about, by explanations and rule tests.
struct UnusedEntry: Lint {
  private static let page = FindingPage(
    .warning, "unused-entry", "A parameter, practice value or clock that nothing reads.",
    why:
      "A figure that decides nothing looks like law and is none: whoever changes it expects something to happen. Episodes, groups, benefits, units and duties are met by citizens and need no reader. An entry of the base counts as read when some reform reads it.",
    bad: "parameters: {span: {cite: ACT § 2, unit: duration, values: {2023-01-01: 1 week}}}",
    good: "… and in a duty: due: {within: span}")
  private static let definition = FindingPage(
    .note, "unused-definition", "A definition that no rule reads.",
    why:
      "A definition may stand to be asked about, by 'hegn explain' and by the 'value' of rule tests, and then the note may stand. Otherwise it is left over from a rule that is gone.",
    bad: "definitions: {room: {cite: ACT § 3, value: ceiling - help}}",
    good: "… and in a benefit: amount: min(supplement, room)")
  static let pages = [page, definition]

  func findings(in rules: LintedRules) -> [Diagnostic] {
    let used = rules.laws.reduce(into: Set<ProvisionID>()) { $0.formUnion($1.entriesRead) }
    return rules.laws.flatMap { law in
      law.entriesToBeRead.filter { $0.id.law == law.id && !used.contains($0.id) }.map { provision in
        (provision.id.section == .definitions ? Self.definition : Self.page).finding(
          "'\(provision.id.name)' is declared, and nothing reads it", at: provision.range,
          hint: "remove it, or write it where it decides")
      }
    }
  }
}

extension Law {
  /// The slots of everything that is evaluated, cells of tables included.
  fileprivate var slotsInUse: Set<Int> {
    var used = Set(expressions.flatMap(\.expression.slots))
    for definition in definitions {
      for version in definition.versions { used.formUnion(version.text.slots) }
    }
    return used
  }

  fileprivate var entriesToBeRead: [Provision] {
    parameters.map(\.provision) + practices.map(\.provision) + clocks.map(\.provision)
      + definitions.map(\.provision)
  }

  fileprivate var entriesRead: Set<ProvisionID> {
    var read: Set<ProvisionID> = []
    for slot in slotsInUse {
      switch slots[slot] {
      case .parameter(let index): read.insert(parameters[index].provision.id)
      case .practice(let index): read.insert(practices[index].provision.id)
      case .clock(let index): read.insert(clocks[index].provision.id)
      case .definition(let index): read.insert(definitions[index].provision.id)
      default: break
      }
    }
    for financing in financings {
      for version in financing.versions { read.insert(clocks[version.text.clock].provision.id) }
    }
    for duty in duties {
      for version in duty.versions {
        if let clock = version.text.clock { read.insert(clocks[clock].provision.id) }
      }
    }
    return read
  }
}
