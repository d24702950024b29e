internal import Legislation
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// The memory that one worker replays in, citizen after citizen.
///
/// Allocated once; a replay only writes into it. Not shared: each worker has its own.
final class ReplayStorage {
  let words: UnsafeMutablePointer<Int>
  /// What each condition last came out as.
  let values: UnsafeMutablePointer<Int>
  /// The cells to ask anew, a bit each.
  let dirty: UnsafeMutablePointer<UInt64>
  /// The moment each change last happened: three for each atom, see `Atoms.change`.
  let happened: UnsafeMutablePointer<Int>
  let clocks: UnsafeMutablePointer<FastClock>
  let duties: UnsafeMutablePointer<FastDuty>
  /// The next day on which a demand of each duty falls due: `Int.max` when none is in sight, so that the
  /// least of all is the next. Beside one another and not in the duties, for all are looked through.
  let dues: UnsafeMutablePointer<Int>
  /// A bit for each duty with a due day, in the order in which duties are carried out.
  let isDue: UnsafeMutablePointer<UInt64>
  let dueWidth: Int
  /// Bits in the same order: for each duty that applies, and for each that has been looked at at all.
  let applying: UnsafeMutablePointer<UInt64>
  let wasLookedAt: UnsafeMutablePointer<UInt64>
  /// A bit for each episode that is open.
  let openEpisodes: UnsafeMutablePointer<UInt64>
  let episodeWidth: Int
  let profileSince: UnsafeMutablePointer<Int>
  /// Two for each site: one for either outcome.
  let crossings: UnsafeMutablePointer<SiteState>
  /// For each cell the first day on which it can come out otherwise though nothing happens.
  let until: UnsafeMutablePointer<Int>
  private let counts: (words: Int, values: Int, dirty: Int, happened: Int, clocks: Int, duties: Int)
  private let profiles: Int
  /// Only its worker touches it, and it is written to at every step: whether two do at once is not watched.
  @exclusivity(unchecked) var record = CourseRecord()

  /// When one outcome at one site comes out otherwise.
  struct SiteState {
    var bound = 0
    var version = Int.min
    var flip = 0
  }

  init(_ plan: CompiledPlan) {
    counts = (
      plan.layout.count, plan.cells.count, plan.cells.width, 3 * plan.atoms.count,
      plan.plan.law.clocks.count, plan.plan.law.duties.count
    )
    profiles = plan.plan.law.vocabulary.profiles.count
    let sites = plan.sites.count
    words = .allocate(capacity: counts.words)
    words.initialize(repeating: 0, count: counts.words)
    values = .allocate(capacity: counts.values)
    values.initialize(repeating: 0, count: counts.values)
    dirty = .allocate(capacity: counts.dirty)
    dirty.initialize(repeating: 0, count: counts.dirty)
    happened = .allocate(capacity: counts.happened)
    happened.initialize(repeating: 0, count: counts.happened)
    clocks = .allocate(capacity: max(1, counts.clocks))
    clocks.initialize(repeating: FastClock(), count: counts.clocks)
    duties = .allocate(capacity: max(1, counts.duties))
    duties.initialize(repeating: FastDuty(), count: counts.duties)
    dues = .allocate(capacity: max(1, counts.duties))
    dues.initialize(repeating: Int.max, count: counts.duties)
    dueWidth = plan.cells.dutyWidth
    isDue = .allocate(capacity: max(1, dueWidth))
    isDue.initialize(repeating: 0, count: dueWidth)
    applying = .allocate(capacity: max(1, dueWidth))
    applying.initialize(repeating: 0, count: dueWidth)
    wasLookedAt = .allocate(capacity: max(1, dueWidth))
    wasLookedAt.initialize(repeating: 0, count: dueWidth)
    episodeWidth = plan.cells.episodeWidth
    openEpisodes = .allocate(capacity: max(1, episodeWidth))
    openEpisodes.initialize(repeating: 0, count: episodeWidth)
    profileSince = .allocate(capacity: max(1, profiles))
    profileSince.initialize(repeating: FastDuty.none, count: profiles)
    crossings = .allocate(capacity: max(1, 2 * sites))
    crossings.initialize(repeating: SiteState(), count: 2 * sites)
    until = .allocate(capacity: max(1, counts.values))
    until.initialize(repeating: Int.max, count: counts.values)
  }

  deinit {
    clocks.deinitialize(count: counts.clocks)
    duties.deinitialize(count: counts.duties)
    words.deallocate()
    values.deallocate()
    dirty.deallocate()
    happened.deallocate()
    clocks.deallocate()
    duties.deallocate()
    dues.deallocate()
    isDue.deallocate()
    applying.deallocate()
    wasLookedAt.deallocate()
    openEpisodes.deallocate()
    profileSince.deallocate()
    crossings.deallocate()
    until.deallocate()
  }
}
