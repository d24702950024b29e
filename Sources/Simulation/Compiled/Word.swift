internal import Expressions
internal import Legislation
internal import Quantities

/// A value of the rule language in one machine word.
///
/// Truth values are 0 and 1, members of enumerations their index, numbers and øre whole, months whole,
/// durations whole days, dates days since 1970; the least integer is "unknown". Every rule of a shipped
/// law fits; what does not (a fraction, a text, a list, a part of a day) has no word, and whoever meets
/// it leaves the citizen to the plain evaluator.
enum Word {
  static let unknown = Int.min
  /// Words stay below this in magnitude, so that adding two cannot overflow or collide with "unknown".
  static let limit = 1 << 61

  /// - Returns: `nil` for a value that has no word.
  static func encoding(_ value: Value) -> Int? {
    switch value {
    case .boolean(let holds): holds ? 1 : 0
    case .member(let index): index
    case .number(let number): small(number.whole)
    case .money(let øre): small(øre.whole)
    case .months(let count): small(count)
    case .time: value.period.flatMap { small($0.days) }
    case .date(let day): day.sinceEpoch
    case .unknown: unknown
    case .text, .list: nil
    }
  }

  private static func small(_ word: Int?) -> Int? {
    word.flatMap { $0.magnitude < limit.magnitude ? $0 : nil }
  }

  /// - Parameter type: of the value; decides how the word is read.
  static func decoding(_ word: Int, as type: ValueType) -> Value {
    switch type {
    case .optional(let known): word == unknown ? .unknown : decoding(word, as: known)
    case .boolean: .boolean(word != 0)
    case .enumeration: .member(word)
    case .number: .number(Rational(word))
    case .money: .money(Rational(word))
    case .months: .months(word)
    case .days: .days(word)
    case .date: .date(Day(sinceEpoch: word))
    // No value of these types is ever encoded.
    case .text, .list: .unknown
    }
  }
}

/// Where each part of a citizen's state stands among the words of a replay.
struct WordLayout: Sendable {
  let facts = 0
  let factSince: Int
  let events: Int
  let definitions: Int
  let episodeOpen: Int
  let episodeBegan: Int
  let episodeEnded: Int
  let episodeTimes: Int
  let benefit: Int
  let benefitSince: Int
  let benefitBefore: Int
  let group: Int
  let groupSince: Int
  let unit: Int
  let unitSince: Int
  let caseSince: Int
  let count: Int

  init(facts: Int, events: Int, definitions: Int, episodes: Int) {
    factSince = facts
    self.events = 2 * facts
    self.definitions = self.events + events
    episodeOpen = self.definitions + definitions
    episodeBegan = episodeOpen + episodes
    episodeEnded = episodeBegan + episodes
    episodeTimes = episodeEnded + episodes
    benefit = episodeTimes + episodes
    benefitSince = benefit + 1
    benefitBefore = benefit + 2
    group = benefit + 3
    groupSince = benefit + 4
    unit = benefit + 5
    unitSince = benefit + 6
    caseSince = benefit + 7
    count = benefit + 8
  }
}

extension WordLayout {
  /// Where a part of the state stands that changes only when something happens.
  func word(of slot: Slot) -> Int {
    switch slot {
    case .fact(let index): facts + index
    case .factSince(let index): factSince + index
    case .eventLast(let index): events + index
    case .definition(let index): definitions + index
    case .episodeOpen(let index): episodeOpen + index
    case .episodeBegan(let index): episodeBegan + index
    case .episodeEnded(let index): episodeEnded + index
    case .episodeTimes(let index): episodeTimes + index
    case .benefit: benefit
    case .benefitSince: benefitSince
    case .benefitBefore: benefitBefore
    case .group: group
    case .groupSince: groupSince
    case .unit: unit
    case .unitSince: unitSince
    case .caseSince: caseSince
    // Computed, not kept: the compiler never asks for these.
    case .today, .lawDay, .age, .clock, .parameter, .practice: 0
    }
  }
}
