internal import Expressions
internal import Legislation
internal import Vocabulary

/// What each cell reads, directly and through definitions, in one stretch of a law.
///
/// Taken from stretch to stretch: what a new text reads is noted anew, the rest stays.
struct Dependencies {
  /// For each atom the cells that read it.
  private(set) var readers: [BitRow]
  /// Cells that compare something that changes by itself.
  private(set) var elapsing: BitRow
  /// The slots that each definition's text names.
  private(set) var slotsOfDefinition: [[Int]]

  private let law: Law
  private let atoms: Atoms
  private let bornFact: Int?
  /// What definitions turned out to read, found once each.
  private var ofDefinition: [Reads?]

  private struct Reads {
    var atoms: BitRow
    var elapses = false
  }

  init(law: Law, atoms: Atoms, cells: Cells) {
    self.law = law
    self.atoms = atoms
    bornFact = law.vocabulary.fact(named: "born")
    readers = Array(repeating: BitRow(width: cells.width), count: atoms.count)
    elapsing = BitRow(width: cells.width)
    slotsOfDefinition = Array(repeating: [], count: law.definitions.count)
    ofDefinition = Array(repeating: nil, count: law.definitions.count)
  }

  /// A definition has this text from here on; what others read through it is found anew.
  mutating func take(_ text: Definition.Body?, ofDefinition index: Int) {
    slotsOfDefinition[index] =
      switch text {
      case .table(let table)?: table.slots
      case .branches(let branch)?: Dependencies.slots(of: branch) { $0.slots }
      case nil: []
      }
  }

  /// What was found of a definition may not hold any longer, nor what its cell reads.
  mutating func forget(definition index: Int, cell: Int) {
    ofDefinition[index] = nil
    forget(cell)
  }

  /// What a cell read in the stretch before is noted no longer.
  mutating func forget(_ cell: Int) {
    for atom in readers.indices { readers[atom].remove(cell) }
    elapsing.remove(cell)
  }

  /// A cell reads these slots.
  mutating func note(_ cell: Int, slots: [Int]) {
    let found = closure(of: slots)
    found.atoms.forEach { readers[$0].insert(cell) }
    if found.elapses { elapsing.insert(cell) }
  }

  /// A cell must be asked when an atom changes, though no expression of it reads the atom.
  mutating func note(_ cell: Int, atom: Int) { readers[atom].insert(cell) }

  /// What is read directly and through definitions, which never name one another in a circle.
  private mutating func closure(of slots: [Int]) -> Reads {
    var found = Reads(atoms: BitRow(width: (atoms.count + 63) / 64))
    for slot in slots {
      let slot = law.slots[slot]
      switch slot {
      case .definition(let index):
        let inner = ofDefinition[index] ?? closure(of: slotsOfDefinition[index])
        ofDefinition[index] = inner
        found.atoms.formUnion(inner.atoms)
        found.elapses = found.elapses || inner.elapses
      case .today, .lawDay, .clock: found.elapses = true
      case .age:
        found.elapses = true
        if let bornFact { found.atoms.insert(atoms.facts + bornFact) }
      default: break
      }
      if let atom = atoms.atom(of: slot) { found.atoms.insert(atom) }
    }
    return found
  }

  static func slots<Outcome>(of branch: Branch<Outcome>, _ read: (Outcome) -> [Int]) -> [Int] {
    var slots: [Int] = []
    branch.forEach { part in
      slots += part.condition?.slots ?? []
      slots += part.outcome.map(read) ?? []
    }
    return slots
  }
}
