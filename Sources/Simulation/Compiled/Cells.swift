internal import Expressions
internal import Legislation
internal import Vocabulary

/// The things that are remembered between instants, each with a bit that says whether it must be asked
/// anew: every definition and every condition of a law, and each duty as a whole, by its place in the order in
/// which duties are carried out.
///
/// The bits of episodes, clocks and duties begin with a word of their own, so that they can be laid over others.
struct Cells: Sendable {
  let definitions = 0
  let episodeEnds: Int
  let episodeBegins: Int
  let coverage: Int
  let benefits: Int
  let groups: Int
  let units: Int
  let clocks: Int
  let clockResets: Int
  let profiles: Int
  let amounts: Int
  let duties: Int
  let count: Int

  /// Words of 64 bits that hold a bit for each cell.
  let width: Int
  /// The words that hold a bit for each episode, each clock and each duty.
  let episodeWidth: Int
  let clockWidth: Int
  let dutyWidth: Int

  private static func words(_ bits: Int) -> Int { (bits + 63) / 64 }

  init(_ law: Law) {
    episodeWidth = Cells.words(law.episodes.count)
    clockWidth = Cells.words(law.clocks.count)
    dutyWidth = Cells.words(law.duties.count)
    episodeEnds = 64 * Cells.words(law.definitions.count)
    episodeBegins = episodeEnds + 64 * episodeWidth
    coverage = episodeBegins + 64 * episodeWidth
    benefits = coverage + 1
    groups = benefits + law.benefits.count
    units = groups + law.groups.count
    clocks = 64 * Cells.words(units + law.units.count)
    clockResets = clocks + 64 * clockWidth
    profiles = clockResets + 64 * clockWidth
    amounts = profiles + law.vocabulary.profiles.count
    duties = 64 * Cells.words(amounts + law.benefits.count)
    count = duties + law.duties.count
    width = Cells.words(count)
  }
}

/// What a cell can depend on: parts of the state that change together.
struct Atoms: Sendable {
  let facts = 0
  let events: Int
  let episodes: Int
  let clocks: Int
  let benefit: Int
  let group: Int
  let unit: Int
  let openCase: Int
  let count: Int

  init(_ law: Law) {
    events = law.vocabulary.facts.count
    episodes = events + law.vocabulary.events.count
    clocks = episodes + law.episodes.count
    benefit = clocks + law.clocks.count
    group = benefit + 1
    unit = benefit + 2
    openCase = benefit + 3
    count = benefit + 4
  }

  /// The atom of a slot; `nil` for what never changes, and for definitions, which are looked through.
  func atom(of slot: Slot) -> Int? {
    switch slot {
    case .fact(let index), .factSince(let index): facts + index
    case .eventLast(let index): events + index
    case .episodeOpen(let index), .episodeBegan(let index), .episodeEnded(let index),
      .episodeTimes(let index):
      episodes + index
    case .clock(let index): clocks + index
    case .benefit, .benefitSince, .benefitBefore: benefit
    case .group, .groupSince: group
    case .unit, .unitSince: unit
    case .caseSince: openCase
    case .today, .lawDay, .age, .definition, .parameter, .practice: nil
    }
  }
}

/// What each cell reads, directly and through definitions, in one stretch of a law.
struct Dependencies {
  /// For each atom the cells that read it.
  private(set) var readers: [BitRow]
  /// Cells that compare something that changes by itself.
  private(set) var elapsing: BitRow

  private let law: Law
  private let atoms: Atoms
  private let bornFact: Int?
  private let slotsOfDefinition: [[Int]]
  /// What definitions turned out to read, found once each.
  private var ofDefinition: [Reads?] = []

  private struct Reads {
    var atoms: Set<Int> = []
    var elapses = false
  }

  init(law: Law, texts: LawTexts, atoms: Atoms, cells: Cells) {
    self.law = law
    self.atoms = atoms
    bornFact = law.vocabulary.fact(named: "born")
    readers = Array(repeating: BitRow(width: cells.width), count: atoms.count)
    elapsing = BitRow(width: cells.width)
    slotsOfDefinition = law.definitions.indices.map { index in
      switch texts.definitions[index] {
      case .table(let table)?: table.slots
      case .branches(let branch)?: Dependencies.slots(of: branch) { $0.slots }
      case nil: []
      }
    }
    ofDefinition = Array(repeating: nil, count: law.definitions.count)
    for index in law.definitions.indices {
      note(cells.definitions + index, slots: slotsOfDefinition[index])
    }
  }

  /// A cell reads these slots.
  mutating func note(_ cell: Int, slots: [Int]) {
    let found = closure(of: slots)
    for atom in found.atoms { readers[atom].insert(cell) }
    if found.elapses { elapsing.insert(cell) }
  }

  /// A cell must be asked when an atom changes, though no expression of it reads the atom.
  mutating func note(_ cell: Int, atom: Int) { readers[atom].insert(cell) }

  /// What is read directly and through definitions, which never name one another in a circle.
  private mutating func closure(of slots: [Int]) -> Reads {
    var found = Reads()
    for slot in slots {
      switch law.slots[slot] {
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
      if let atom = atoms.atom(of: law.slots[slot]) { found.atoms.insert(atom) }
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

/// A set of small numbers.
struct BitRow: Sendable {
  private(set) var words: [UInt64]

  init(width: Int) { words = Array(repeating: 0, count: width) }

  var members: [Int] {
    words.indices.flatMap { word in
      (0..<64).filter { words[word] & (1 << UInt64($0)) != 0 }.map { 64 * word + $0 }
    }
  }

  /// Adds 64 of them at once, by the word that holds them.
  mutating func insert(_ bits: UInt64, word: Int) { words[word] |= bits }

  mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }
}
