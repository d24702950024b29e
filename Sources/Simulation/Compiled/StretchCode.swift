internal import Quantities

/// A law's texts throughout one stretch of time, compiled. Every node is -1 where there is nothing to
/// ask, and lists are indexed as the law's own.
struct StretchCode: Sendable {
  /// Node of each definition; never -1: what is not in force stops the replay when it is asked.
  let definitions: Frozen<Int32>
  let episodes: Frozen<EpisodeCode>
  let coverage: Int32
  let benefits: Frozen<BenefitCode>
  let groups: Frozen<Int32>
  let units: Frozen<Int32>
  let clocks: Frozen<ClockCode>
  let profiles: Frozen<Int32>
  let duties: Frozen<DutyCode>
  /// For each group a row of bits: the duties to ask about, by their places; see `LawTexts.dutiesToAsk`.
  let dutiesToAsk: Frozen<UInt64>
  /// For each group a row of bits: the duties that are for it, by their places.
  let dutiesFor: Frozen<UInt64>
  /// For each atom a row of bits: the cells that read it.
  let readers: Frozen<UInt64>
  /// The cells that compare something that changes by itself.
  let elapsingCells: Frozen<Int32>
  /// Rows of bits that tell whether a phase has anything to ask.
  let benefitCells: Frozen<UInt64>
  let unitCells: Frozen<UInt64>
  let groupCells: Frozen<UInt64>
  /// A bit for each episode that ends by itself after a time and must be looked at whatever happens.
  let limitedEpisodes: Frozen<UInt64>
  let episodesInForce: Frozen<UInt64>

  func free() {
    definitions.free()
    episodes.free()
    benefits.free()
    groups.free()
    units.free()
    clocks.free()
    profiles.free()
    duties.free()
    dutiesToAsk.free()
    dutiesFor.free()
    readers.free()
    elapsingCells.free()
    benefitCells.free()
    unitCells.free()
    groupCells.free()
    limitedEpisodes.free()
    episodesInForce.free()
  }
}

struct EpisodeCode: Equatable, Sendable {
  let isInForce: Bool
  let begins: Int32
  let ends: Int32
  let longest: DurationCode
}

struct BenefitCode: Sendable {
  let condition: Int32
  /// -1 for a benefit whose amount the law set does not hold.
  let amount: Int32
  let unit: PaymentUnit
  /// Shares of the codebook, for a benefit that one payer bears alone; -1 where a ladder shares it.
  let shares: Int32
  /// The ladder's clock and steps: `first step` to `first step + steps` of the plan's steps; no steps
  /// where the ladder is not in force.
  let clock: Int32
  let firstStep: Int32
  let steps: Int32

  enum PaymentUnit: UInt8, Sendable { case day, week, month }
}

/// A step of a refund ladder.
struct StepCode: Sendable {
  /// -1 for the last.
  let upTo: Int
  let shares: Int32
  /// The sites that make the day of interest on which the step is passed; -1 where no rule can name
  /// the clock.
  let below: Int32
  let atLeast: Int32
}

struct ClockCode: Equatable, Sendable {
  /// -1 when the clock is not in force.
  let condition: Int32
  let reset: Int32
  let isUnbroken: Bool
  let hasWindow: Bool
  let window: Period
}

struct DutyCode: Equatable, Sendable {
  enum AnchorForm: UInt8, Sendable { case caseOpening, benefit, group, unit, episode, event, fact, day }

  /// Index of the codebook's duty texts; -1 when none is in force.
  let text: Int32
  let condition: Int32
  let anchor: AnchorForm
  /// The episode, event or fact; the node of a day.
  let anchorIndex: Int32
  let clock: Int32
  /// The branch that chooses the schedule, or -1 when there is only `schedule`.
  let branch: Int32
  let schedule: Int32
  let suspension: Int32
  let restart: Int32
  let lasts: DurationCode
  /// Index of the plan's shares drawn by lot; -1 for a duty owed to all.
  let share: Int32
  /// The bound of the share, which is a figure; `isAsked` where it has none.
  let drawnBelow: UInt64
  /// The lot's fingerprint of the duty's kind.
  let purpose: UInt64
  /// Included duties: `first included` to `first included + includes` of the plan's list.
  let firstIncluded: Int32
  let includes: Int32
  let roundsUp: Bool

  static let isAsked = UInt64.max

  var isInForce: Bool { text >= 0 }
}
