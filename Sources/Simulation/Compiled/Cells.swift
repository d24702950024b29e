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
