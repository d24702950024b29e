internal import Expressions
package import Legislation
package import Quantities
package import Vocabulary

/// What can stand in one way or another, a bit each: a measure that is enacted or not, a use of
/// discretion at one value or another.
package typealias Switches = UInt64

/// A law with everything in it that can stand in one way or another.
///
/// The same entry of several laws is one entry here, by its section and name, with every text that it has
/// in any of them.
package struct SwitchedLaw: Sendable {
  /// An entry by its section and name, in whatever law it stands.
  package struct Name: Hashable, Sendable {
    package let section: Section
    package let name: String

    package init(_ section: Section, _ name: String) {
      self.section = section
      self.name = name
    }

    package init(_ id: ProvisionID) { self.init(id.section, id.name) }

    /// What the law covers.
    static let coverage = Name(.law, "covers")
  }

  /// One of the texts of an entry.
  struct Text: Sendable {
    /// How the entry's switches stand where it reads so.
    let pattern: Switches
    let law: Int
    /// Its place in its section there; `nil` where the law does not have the entry.
    let index: Int?
  }

  struct Entry: Sendable {
    let name: Name
    /// What its texts hang on.
    let switches: Switches
    let texts: [Text]
  }

  let laws: [Law]
  let entries: [Entry]
  let places: [Name: Int]
  /// For each law and slot what stands behind it.
  let references: [[Reference]]
  /// The entries of each section, in order.
  let sections: [Section: [Int]]
  /// Which switch each use of discretion is, by its entry; none where it stands as the plan has it.
  let practices: [Int: Switches]
  /// The first day whose law is not looked at, and the only one that is, when the law stands still.
  let horizon: Day
  let frozen: Day?
  let level: PracticeLevel
  let vocabulary: Vocabulary

  /// What stands behind a slot, the same in every law.
  enum Reference: Hashable, Sendable {
    case elapsing(Int)
    case fact(Int), factSince(Int), event(Int)
    case definition(Int), parameter(Int), practice(Int), clock(Int)
    case benefit, benefitBefore, benefitSince
    case group, groupSince
    case unit, unitSince
    case caseSince
    case episodeOpen(Int), episodeBegan(Int), episodeEnded(Int), episodeTimes(Int)
  }

  /// A reform whose measures are switches.
  ///
  /// - Parameters:
  ///   - laws: the reform with some of its measures each time, at least one. For each entry that
  ///     measures change there is one for every way in which those measures can stand.
  ///   - changing: the measures that change an entry.
  ///   - window: the days that are asked about; nothing after them is looked at.
  ///   - frozen: the day whose law holds throughout; `nil` when the law follows the calendar.
  package init(
    _ laws: [(measures: Switches, law: Law)], changing: [Name: Switches], level: PracticeLevel, in window: Stretch,
    frozen: Day? = nil
  ) {
    self.init(
      laws.map(\.law), sets: laws.map(\.measures), changing: changing, practices: [:], level: level,
      window: window, frozen: frozen)
  }

  /// A law whose uses of discretion are switches.
  ///
  /// - Parameter switches: the switch of each.
  package init(
    _ law: Law, switches: [ProvisionID: Switches], level: PracticeLevel, in window: Stretch, frozen: Day? = nil
  ) {
    let named = Dictionary(
      law.practices.compactMap { practice in
        switches[practice.provision.id].map { (Name(practice.provision.id), $0) }
      }, uniquingKeysWith: { $0 | $1 })
    self.init(
      [law], sets: [0], changing: [:], practices: named, level: level, window: window, frozen: frozen)
  }

  private init(
    _ laws: [Law], sets: [Switches], changing: [Name: Switches], practices: [Name: Switches],
    level: PracticeLevel, window: Stretch, frozen: Day?
  ) {
    self.laws = laws
    self.level = level
    self.frozen = frozen
    horizon = frozen?.adding(days: 1) ?? window.until
    vocabulary = laws.first?.vocabulary
      ?? Vocabulary(
        facts: [], events: [], kinds: [], channels: [], authorities: [], payers: [], accounts: [],
        performers: [], profiles: [])
    let lists = laws.map(SwitchedLaw.lists)
    var entries: [Entry] = []
    var places: [Name: Int] = [:]
    var sections: [Section: [Int]] = [:]
    for list in lists {
      for name in list.names where places[name] == nil {
        let switches = changing[name] ?? 0
        var texts: [Text] = []
        for (law, set) in sets.enumerated() {
          let pattern = set & switches
          if texts.contains(where: { $0.pattern == pattern }) { continue }
          texts.append(Text(pattern: pattern, law: law, index: lists[law].places[name]))
        }
        places[name] = entries.count
        sections[name.section, default: []].append(entries.count)
        entries.append(Entry(name: name, switches: switches, texts: texts))
      }
    }
    self.entries = entries
    self.places = places
    self.sections = sections
    self.practices = Dictionary(
      practices.compactMap { name, bit in places[name].map { ($0, bit) } }, uniquingKeysWith: { $0 | $1 })
    references = laws.map { law in law.slots.map { SwitchedLaw.reference($0, law, places) } }
  }

  /// The names of a law's entries, in the order of its sections, and where each stands in its own.
  private static func lists(_ law: Law) -> (names: [Name], places: [Name: Int]) {
    let sections: [[Provision]] = [
      [law.coverage.provision], law.definitions.map(\.provision), law.parameters.map(\.provision),
      law.practices.map(\.provision), law.clocks.map(\.provision), law.episodes.map(\.provision),
      law.benefits.map(\.provision), law.financings.map(\.provision), law.groups.map(\.provision),
      law.units.map(\.provision), law.duties.map(\.provision),
    ]
    var names: [Name] = []
    var places: [Name: Int] = [:]
    for list in sections {
      for (index, provision) in list.enumerated() {
        let name = provision.id.section == .law ? Name.coverage : Name(provision.id)
        names.append(name)
        places[name] = index
      }
    }
    return (names, places)
  }

  private static func reference(_ slot: Slot, _ law: Law, _ places: [Name: Int]) -> Reference {
    func place(_ provision: Provision) -> Int { places[Name(provision.id)] ?? -1 }
    return switch slot {
    case .today: .elapsing(0)
    case .lawDay: .elapsing(1)
    case .age: .elapsing(2)
    case .fact(let index): .fact(index)
    case .factSince(let index): .factSince(index)
    case .eventLast(let index): .event(index)
    case .definition(let index): .definition(place(law.definitions[index].provision))
    case .parameter(let index): .parameter(place(law.parameters[index].provision))
    case .practice(let index): .practice(place(law.practices[index].provision))
    case .clock(let index): .clock(place(law.clocks[index].provision))
    case .benefit: .benefit
    case .benefitSince: .benefitSince
    case .benefitBefore: .benefitBefore
    case .group: .group
    case .groupSince: .groupSince
    case .unit: .unit
    case .unitSince: .unitSince
    case .caseSince: .caseSince
    case .episodeOpen(let index): .episodeOpen(place(law.episodes[index].provision))
    case .episodeBegan(let index): .episodeBegan(place(law.episodes[index].provision))
    case .episodeEnded(let index): .episodeEnded(place(law.episodes[index].provision))
    case .episodeTimes(let index): .episodeTimes(place(law.episodes[index].provision))
    }
  }
}

/// What never happens to a citizen: facts that stay at the value of whoever says nothing, and events
/// that do not occur.
package struct Quiet: Hashable, Sendable {
  /// By the vocabulary's index.
  package var facts: Set<Int> = []
  package var events: Set<Int> = []

  package init() {}
}

/// Which switches bear on what a duty demands, and on what a benefit pays.
///
/// Of anything else the result is the same however the other switches stand; so is what it costs.
package struct Bearing: Hashable, Sendable {
  /// By name; a duty that never applies is not among them.
  package let duties: [String: Switches]
  package let benefits: [String: Switches]

  /// Every switch that bears on something.
  package var all: Switches { (Array(duties.values) + Array(benefits.values)).reduce(0, |) }

  /// How much hangs on switches: less is quicker to replay.
  package var weight: Int {
    (Array(duties.values) + Array(benefits.values)).reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
