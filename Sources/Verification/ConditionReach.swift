package import Diagnostics
internal import Expressions
package import Legislation
package import Simulation
package import Vocabulary

/// Which conditions of a law tests show to decide an outcome by themselves, and which rows of tables decide.
///
/// A condition is shown by two evaluations in passing tests, in which it came out differently, the whole came
/// out differently, and no other condition that both evaluations asked did. One that only one of them asked,
/// since the outcome was settled before, may have been anything: it was masked. This is the modified
/// condition/decision coverage of avionics in its masking form, as short-circuit evaluation allows it.
///
/// Evaluations count wherever they happened in a test's course, whether an assertion depends on them or not:
/// what the assertions would notice is asked by `TestReach` and by mutants. Which group a duty is for is no
/// condition here, and neither is a constant.
///
/// A law answers for all its conditions; a reform for those of provisions that it enacts or amends.
///
/// - Source: DO-178C, table A-7, objective 5; J. J. Chilenski, *An Investigation of Three Forms of the Modified
///   Condition Decision Coverage (MCDC) Criterion*, DOT/FAA/AR-01/18 (2001), on the masking form.
package struct ConditionReach: Sendable {
  /// How a condition stands.
  package enum Verdict: String, Sendable, CaseIterable {
    case decides
    case neverAsked = "never-asked"
    case alwaysHolds = "always-holds"
    case neverHolds = "never-holds"
    /// Seen both ways, but never as the one thing that made the difference.
    case neverAlone = "never-alone"
  }

  package struct Condition: Sendable {
    package let provision: ProvisionID
    package let range: SourceRange
    /// The author's words.
    package let words: String
    package let verdict: Verdict
    package let holding: Int
    package let failing: Int
  }

  package struct Row: Sendable {
    package let provision: ProvisionID
    package let range: SourceRange
    package let matches: Int
  }

  package let law: String
  /// In the order of files, lines and columns.
  package let conditions: [Condition]
  /// Likewise.
  package let rows: [Row]

  /// How many conditions are shown to decide.
  package var shown: Int { conditions.count { $0.verdict == .decides } }

  /// Whether at least that many conditions in a hundred are shown, and rows matched; what has none has them all.
  package func reaches(percent: Int) -> Bool {
    shown * 100 >= percent * conditions.count
      && rows.count { $0.matches > 0 } * 100 >= percent * rows.count
  }
}

/// The conditions of a law, and the watch over them while its tests are replayed.
package struct ConditionSurvey: Sendable {
  private struct Atom: Sendable {
    let range: SourceRange
    let words: String
  }

  private struct Decision: Sendable {
    let index: Int
    let provision: ProvisionID
    let atoms: [Atom]
  }

  private let law: String
  private var decisions: [Decision] = []
  private var rows: [(provision: ProvisionID, range: SourceRange)] = []
  /// Hand it to `CourseSimulator`, and have it keep what it saw when the test passed.
  package var watch: ConditionWatch? = ConditionWatch()

  package init(of law: Law) {
    self.law = law.id
    let isAnswered = { (provision: Provision) in law.reform == nil || provision.measure != nil }
    for placed in law.expressions where isAnswered(placed.provision) {
      add(placed.expression.root, of: placed.expression, placed.provision.id)
    }
    for definition in law.definitions where isAnswered(definition.provision) {
      for version in definition.versions {
        if case .table(let table) = version.text { add(table, definition.provision.id) }
      }
    }
  }

  private mutating func add(
    _ node: CheckedExpression.Node, of expression: CheckedExpression, _ provision: ProvisionID
  ) {
    guard node.type == .boolean else {
      for part in node.parts { add(part, of: expression, provision) }
      return
    }
    let atoms = node.atoms
    let index = watch?.add(
      decision: .init(node, of: expression.source),
      of: atoms.map { ConditionWatch.Place($0, of: expression.source) })
    if let index, !atoms.isEmpty {
      decisions.append(
        Decision(
          index: index, provision: provision,
          atoms: atoms.map {
            Atom(range: expression.source.range(of: $0.stretch), words: String(expression.text(of: $0)))
          }))
    }
    // An atom may hold conditions of its own: what a quantifier asks of each element.
    for atom in atoms { for part in atom.parts { add(part, of: expression, provision) } }
  }

  private mutating func add(_ table: DecisionTable, _ provision: ProvisionID) {
    for row in table.rows {
      let cells = row.when.filter { !$0.isAnything }
      guard let index = watch?.add(row: row.range, of: cells.map(ConditionWatch.Place.init(cell:))) else { continue }
      rows.append((provision, row.range))
      if !cells.isEmpty {
        decisions.append(
          Decision(
            index: index, provision: provision,
            atoms: cells.map { Atom(range: $0.source.range, words: $0.source.text) }))
      }
    }
  }

  /// What the watch has seen so far; nothing while it is handed out.
  package var reach: ConditionReach {
    guard let watch else { return ConditionReach(law: law, conditions: [], rows: []) }
    let conditions = decisions.flatMap { decision in
      let seen = watch.seen[decision.index]
      return decision.atoms.enumerated().map { index, atom in
        ConditionReach.Condition(
          provision: decision.provision, range: atom.range, words: atom.words,
          verdict: seen.verdict(on: index), holding: seen.holding[index], failing: seen.failing[index])
      }
    }
    return ConditionReach(
      law: law,
      conditions: conditions.sorted { ($0.range, $0.provision) < ($1.range, $1.provision) },
      rows: rows.map { row in
        ConditionReach.Row(
          provision: row.provision, range: row.range, matches: watch.matches(of: row.range))
      }.sorted { $0.range < $1.range })
  }
}

extension ConditionWatch.Seen {
  /// - Complexity: O(*s*²) in the ways that the decision was seen.
  fileprivate func verdict(on atom: Int) -> ConditionReach.Verdict {
    if holding[atom] + failing[atom] == 0 { return .neverAsked }
    if failing[atom] == 0 { return .alwaysHolds }
    if holding[atom] == 0 { return .neverHolds }
    let holds = sightings.filter { $0[atom] == true }
    let fails = sightings.filter { $0[atom] == false }
    let isShown = holds.contains { one in
      fails.contains { other in
        one.outcome != other.outcome
          && holding.indices.allSatisfy { index in
            guard index != atom, let here = one[index], let there = other[index] else { return true }
            return here == there
          }
      }
    }
    return isShown ? .decides : .neverAlone
  }
}

extension CheckedExpression.Node {
  /// What a condition is joined from. A constant is none: it cannot come out otherwise.
  fileprivate var atoms: [CheckedExpression.Node] {
    switch operation {
    case .and(let left, let right), .or(let left, let right): left.atoms + right.atoms
    case .not(let inner): inner.atoms
    case .condition(let condition, let first, let second): condition.atoms + first.atoms + second.atoms
    case .constant: []
    default: [self]
    }
  }
}
