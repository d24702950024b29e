package import Diagnostics
package import Expressions

/// What was seen of the conditions that decide, while courses were replayed.
///
/// A *decision* is a condition as a whole, or the row of a table: it comes out one way or the other. What it is
/// joined from by `and`, `or`, `not` and `if` are its *atoms*, and the cells of a row. Each evaluation of a
/// decision is one sighting: which atoms were asked, how each came out, how the whole did. An atom that was not
/// asked, since the outcome was settled before, has no value in the sighting.
///
/// It never alters a result: it is told of values, and gives none.
package struct ConditionWatch: Sendable {
  /// Where a node stands in the rules. Two nodes may cover the same words, so what it computes belongs to it.
  package struct Place: Hashable, Sendable {
    package let text: SourceRange
    let stretch: Range<Int>
    let kind: Int

    package init(_ node: CheckedExpression.Node, of source: MarkedText) {
      text = source.range
      stretch = node.stretch
      kind = node.kind
    }

    /// The cell of a decision table.
    package init(cell: UnaryTests) {
      text = cell.source.range
      stretch = 0..<cell.source.text.unicodeScalars.count
      kind = CheckedExpression.Node.membershipKind
    }
  }

  /// One evaluation of a decision.
  package struct Sighting: Hashable, Sendable {
    /// How each atom came out; `nil` for one that was not asked.
    package let atoms: [Bool?]
    package let outcome: Bool
  }

  /// What was seen of one decision.
  package struct Seen: Sendable {
    /// Each way it was evaluated, once.
    package fileprivate(set) var sightings: Set<Sighting> = []
    package fileprivate(set) var times = 0
    /// How often each atom held.
    package fileprivate(set) var holding: [Int]
    /// How often each atom did not.
    package fileprivate(set) var failing: [Int]
    fileprivate var pending: [Bool?]

    fileprivate init(atoms: Int) {
      holding = Array(repeating: 0, count: atoms)
      failing = holding
      pending = Array(repeating: nil, count: atoms)
    }

    fileprivate mutating func settle(_ outcome: Bool) {
      times += 1
      sightings.insert(Sighting(atoms: pending, outcome: outcome))
      clear()
    }

    fileprivate mutating func clear() {
      for index in pending.indices where pending[index] != nil { pending[index] = nil }
    }
  }

  /// What a node is in its decision.
  private struct Role: Sendable {
    var atom: (decision: Int, index: Int)?
    var outcome: Int?
    /// The last cell of a row settles it whatever comes out, an earlier one only when it fails.
    var isCell = false
    var isLastCell = false
  }

  private var roles: [Place: Role] = [:]
  package private(set) var seen: [Seen] = []
  /// How often each row that was named matched.
  package private(set) var matches: [SourceRange: Int] = [:]

  package init() {}

  // MARK: What is watched

  /// Watches a condition.
  ///
  /// - Returns: the decision's index in `seen`; `nil` when those words are watched already, as they are where
  ///   a later text keeps them.
  package mutating func add(decision: Place, of atoms: [Place]) -> Int? {
    guard roles[decision]?.outcome == nil else { return nil }
    for (index, atom) in atoms.enumerated() { roles[atom, default: Role()].atom = (seen.count, index) }
    roles[decision, default: Role()].outcome = seen.count
    seen.append(Seen(atoms: atoms.count))
    return seen.count - 1
  }

  /// Watches a row by the cells that ask something, in their order.
  package mutating func add(row: SourceRange, of cells: [Place]) -> Int? {
    guard matches.updateValue(0, forKey: row) == nil else { return nil }
    for (index, cell) in cells.enumerated() {
      roles[cell] = Role(atom: (seen.count, index), isCell: true, isLastCell: index == cells.count - 1)
    }
    seen.append(Seen(atoms: cells.count))
    return seen.count - 1
  }

  // MARK: What is seen

  /// Begins a new course: what an unfinished one left half seen is forgotten.
  mutating func begin() { for index in seen.indices { seen[index].clear() } }

  mutating func didEvaluate(_ node: CheckedExpression.Node, of source: MarkedText, to holds: Bool) {
    guard let role = roles[Place(node, of: source)] else { return }
    if let (decision, index) = role.atom {
      seen[decision].pending[index] = holds
      if holds { seen[decision].holding[index] += 1 } else { seen[decision].failing[index] += 1 }
      if role.isCell, !holds || role.isLastCell { seen[decision].settle(holds) }
    }
    if let decision = role.outcome { seen[decision].settle(holds) }
  }

  mutating func didMatch(row: SourceRange) {
    if let count = matches[row] { matches[row] = count + 1 }
  }
}

extension CheckedExpression.Node {
  static let membershipKind = 8

  /// A number for each kind of operation that may be a condition.
  fileprivate var kind: Int {
    switch operation {
    case .name: 1
    case .not: 2
    case .and: 3
    case .or: 4
    case .comparison: 5
    case .known: 6
    case .otherwise: 7
    case .membership: CheckedExpression.Node.membershipKind
    case .condition: 9
    case .quantified: 10
    case .call: 11
    default: 0
    }
  }
}
