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
  package struct Place: Equatable, Sendable {
    /// Nearly always one place's alone, since two files seldom have something at the same place.
    fileprivate let code: UInt64
    private let text: SourceRange
    private let stretch: Range<Int>
    private let kind: Int

    package init(_ node: CheckedExpression.Node, of source: MarkedText) {
      self.init(source.range, node.stretch, node.kind)
    }

    /// The cell of a decision table.
    package init(cell: UnaryTests) { self.init(cell.source.range, 0..<0, Place.cellKind) }

    private init(_ text: SourceRange, _ stretch: Range<Int>, _ kind: Int) {
      self.text = text
      self.stretch = stretch
      self.kind = kind
      let start = UInt64(truncatingIfNeeded: text.start.line &<< 16 &+ text.start.column)
      let part = UInt64(truncatingIfNeeded: stretch.lowerBound &<< 20 ^ stretch.upperBound &<< 4 ^ kind)
      code = start &<< 32 ^ part
    }

    private static let cellKind = 12
  }

  /// One evaluation of a decision.
  package struct Sighting: Equatable, Sendable {
    fileprivate var asked = AtomSet()
    /// Among those that were asked.
    fileprivate var holding = AtomSet()
    package fileprivate(set) var outcome = false

    /// How an atom came out; `nil` for one that was not asked.
    package subscript(atom: Int) -> Bool? { asked.contains(atom) ? holding.contains(atom) : nil }
  }

  /// What was seen of one decision.
  package struct Seen: Sendable {
    /// Each way it was evaluated, once. There are few, so they are looked through.
    package fileprivate(set) var sightings: [Sighting] = []
    /// How often each atom held.
    package fileprivate(set) var holding: [Int]
    /// How often each atom did not.
    package fileprivate(set) var failing: [Int]
  }

  /// What the present course shows of a decision, until it is known whether that counts.
  private struct Present: Sendable {
    /// The evaluation that is under way.
    var sighting = Sighting()
    /// Ways that no course before showed.
    var news: [Sighting] = []
    var holding: [Int]
    var failing: [Int]
    var isTouched = false

    init(atoms: Int) {
      holding = Array(repeating: 0, count: atoms)
      failing = holding
    }

    mutating func clear() {
      sighting = Sighting()
      news.removeAll(keepingCapacity: true)
      for atom in holding.indices {
        holding[atom] = 0
        failing[atom] = 0
      }
      isTouched = false
    }
  }

  /// What a node is in its decision.
  fileprivate struct Role: Sendable {
    var atom: (decision: Int, index: Int)?
    var outcome: Int?
    /// The last cell of a row settles it whatever comes out, an earlier one only when it fails.
    var isCell = false
    var isLastCell = false
  }

  private var roles = RoleTable()
  package private(set) var seen: [Seen] = []
  private var present: [Present] = []
  /// The decisions that the present course came to.
  private var touched: [Int] = []
  /// By row, its index in what follows.
  private var rows: [SourceRange: Int] = [:]
  private var matches: [Int] = []
  private var presentMatches: [Int] = []

  package init() {}

  // MARK: What is watched

  /// Watches a condition.
  ///
  /// - Returns: the decision's index in `seen`; `nil` when those words are watched already, as they are where
  ///   a later text keeps them.
  package mutating func add(decision: Place, of atoms: [Place]) -> Int? {
    guard roles[decision]?.outcome == nil else { return nil }
    for (index, atom) in atoms.enumerated() {
      var role = roles[atom] ?? Role()
      role.atom = (seen.count, index)
      roles[atom] = role
    }
    var role = roles[decision] ?? Role()
    role.outcome = seen.count
    roles[decision] = role
    return addDecision(atoms: atoms.count)
  }

  /// Watches a row by the cells that ask something, in their order.
  package mutating func add(row: SourceRange, of cells: [Place]) -> Int? {
    guard rows[row] == nil else { return nil }
    rows[row] = matches.count
    matches.append(0)
    presentMatches.append(0)
    for (index, cell) in cells.enumerated() {
      roles[cell] = Role(atom: (seen.count, index), isCell: true, isLastCell: index == cells.count - 1)
    }
    return addDecision(atoms: cells.count)
  }

  private mutating func addDecision(atoms: Int) -> Int {
    let none = Array(repeating: 0, count: atoms)
    seen.append(Seen(holding: none, failing: none))
    present.append(Present(atoms: atoms))
    return seen.count - 1
  }

  // MARK: What is seen

  /// Begins a new course: what an earlier one showed is forgotten unless it was kept.
  mutating func begin() {
    for decision in touched { present[decision].clear() }
    touched.removeAll(keepingCapacity: true)
    for row in presentMatches.indices { presentMatches[row] = 0 }
  }

  /// Counts what the course showed that was replayed last.
  package mutating func keep() {
    for decision in touched {
      seen[decision].sightings += present[decision].news
      for atom in seen[decision].holding.indices {
        seen[decision].holding[atom] += present[decision].holding[atom]
        seen[decision].failing[atom] += present[decision].failing[atom]
      }
    }
    for row in matches.indices { matches[row] += presentMatches[row] }
    begin()
  }

  /// How often a row that is watched matched.
  package func matches(of row: SourceRange) -> Int { rows[row].map { matches[$0] } ?? 0 }

  mutating func didEvaluate(_ node: CheckedExpression.Node, of source: MarkedText, to holds: Bool) {
    if let role = roles[Place(node, of: source)] { note(holds, of: role) }
  }

  mutating func didTest(_ cell: UnaryTests, to holds: Bool) {
    if let role = roles[Place(cell: cell)] { note(holds, of: role) }
  }

  private mutating func note(_ holds: Bool, of role: Role) {
    if let (decision, index) = role.atom {
      touch(decision)
      present[decision].sighting.asked.insert(index)
      if holds {
        present[decision].sighting.holding.insert(index)
        present[decision].holding[index] += 1
      } else {
        present[decision].sighting.holding.remove(index)
        present[decision].failing[index] += 1
      }
      if role.isCell, !holds || role.isLastCell { settle(decision, holds) }
    }
    if let decision = role.outcome { settle(decision, holds) }
  }

  mutating func didMatch(row: SourceRange) {
    if let index = rows[row] { presentMatches[index] += 1 }
  }

  private mutating func touch(_ decision: Int) {
    guard !present[decision].isTouched else { return }
    present[decision].isTouched = true
    touched.append(decision)
  }

  private mutating func settle(_ decision: Int, _ outcome: Bool) {
    touch(decision)
    present[decision].sighting.outcome = outcome
    let sighting = present[decision].sighting
    if !seen[decision].sightings.contains(sighting), !present[decision].news.contains(sighting) {
      present[decision].news.append(sighting)
    }
    present[decision].sighting = Sighting()
  }
}

/// A set of atoms by their numbers. Hardly any decision has more than one word of them.
private struct AtomSet: Equatable, Sendable {
  private var first: UInt64 = 0
  /// Those from 64 on.
  private var further: Set<Int> = []

  func contains(_ atom: Int) -> Bool {
    atom < 64 ? first & (1 << UInt64(atom)) != 0 : further.contains(atom)
  }

  mutating func insert(_ atom: Int) {
    if atom < 64 { first |= 1 << UInt64(atom) } else { further.insert(atom) }
  }

  mutating func remove(_ atom: Int) {
    if atom < 64 { first &= ~(1 << UInt64(atom)) } else { further.remove(atom) }
  }
}

/// Roles by place. Every evaluation of every course looks here, which is too often for a hash that withstands
/// whoever chooses the keys.
private struct RoleTable: Sendable {
  private var entries: [(place: ConditionWatch.Place, role: ConditionWatch.Role)] = []
  /// The index of an entry and one more, at the place its code leads to or behind it; 0 where there is none.
  /// As many as a power of two, at least half of them free.
  private var slots = [Int](repeating: 0, count: 64)

  subscript(place: ConditionWatch.Place) -> ConditionWatch.Role? {
    get {
      let found = slots[slot(of: place)]
      return found == 0 ? nil : entries[found - 1].role
    }
    set {
      guard let newValue else { return }
      let slot = slot(of: place)
      if slots[slot] > 0 {
        entries[slots[slot] - 1].role = newValue
        return
      }
      entries.append((place, newValue))
      slots[slot] = entries.count
      guard 2 * entries.count > slots.count else { return }
      slots = [Int](repeating: 0, count: 2 * slots.count)
      for index in entries.indices { slots[self.slot(of: entries[index].place)] = index + 1 }
    }
  }

  private func slot(of place: ConditionWatch.Place) -> Int {
    let mixed = place.code &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
    while slots[slot] > 0, entries[slots[slot] - 1].place != place { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}

extension CheckedExpression.Node {
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
    case .membership: 8
    case .condition: 9
    case .quantified: 10
    case .call: 11
    default: 0
    }
  }
}
