internal import Diagnostics
internal import Expressions
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// A country of two kinds of people, small enough to work out by hand.
enum SmallCountry {
  static let vocabulary: Vocabulary = {
    func fact(_ name: String, _ type: ValueType, standard: Value?) -> Fact {
      Fact(
        name: name, label: label(name), meaning: name, type: type, standard: standard,
        range: .start(of: "vocabulary.yaml"))
    }
    return Vocabulary(
      facts: [
        fact("born", .date, standard: nil),
        fact("works", .boolean, standard: .boolean(true)),
        fact("sick", .boolean, standard: .boolean(false)),
        fact("expected", .optional(.days), standard: .unknown),
      ],
      events: [Term(name: "missed", label: label("missed"))], kinds: [], channels: [], authorities: [],
      payers: [], accounts: [], performers: [], profiles: [])
  }()

  static let born = 0
  static let works = 1
  static let sick = 2
  static let expected = 3
  static let window = Stretch(from: Day("2023-01-01")!, until: Day("2024-01-01")!)

  static func label(_ name: String) -> Label { Label(danish: name, english: name) }

  /// 20 % within four weeks, 30 % more within 13, 40 % more within a year, the rest within two.
  static let spells = LengthTable(
    shares: [percent(20), percent(30), percent(40), percent(10)],
    bounds: [
      .init(over: 0, upTo: 28), .init(over: 28, upTo: 91), .init(over: 91, upTo: 364),
      .init(over: 364, upTo: 728),
    ])

  static func percent(_ number: Int) -> Rational { Rational(Int128(number), 100)! }

  /// People out of work, 70 % of whom leave for work and 30 % fall ill and then find work.
  static let jobless = Archetype(
    name: "jobless", label: label("jobless"), inflow: 1_000, stock: 500, history: 728, leavesAtAge: nil,
    citizen: [
      .age(
        fact: born,
        AgeTable(shares: [percent(25), percent(75)], ages: [20..<30, 30..<60]))
    ],
    states: [
      LifeState(
        name: "unemployed",
        sets: [
          .constant(.init(fact: works, value: .boolean(false))),
          .ownLength(fact: expected, unknown: ShareTable([percent(90), percent(10)])),
        ],
        happens: [.init(event: 0, every: spells)], lasts: spells,
        exits: [
          .init(to: 1, share: percent(30), isWork: false), .init(to: 2, share: percent(70), isWork: true),
        ]),
      LifeState(
        name: "ill", sets: [.constant(.init(fact: sick, value: .boolean(true)))],
        lasts: LengthTable(shares: [.one], bounds: [.init(over: 7, upTo: 21)]),
        exits: [.init(to: 2, share: .one, isWork: false)]),
      LifeState(
        name: "work",
        sets: [
          .constant(.init(fact: works, value: .boolean(true))),
          .constant(.init(fact: sick, value: .boolean(false))),
        ], lasts: nil, exits: []),
    ])

  /// People who are ill for good from the first day.
  static let ill = Archetype(
    name: "ill", label: label("ill"), inflow: 100, stock: 400, history: 3_000, leavesAtAge: 67,
    citizen: [.age(fact: born, AgeTable(shares: [.one], ages: [50..<67]))],
    states: [
      LifeState(
        name: "ill", sets: [.constant(.init(fact: sick, value: .boolean(true)))],
        lasts: LengthTable(shares: [.one], bounds: [.init(over: 3_000, upTo: 9_000)]),
        exits: [.init(to: 0, share: .one, isWork: false)])
    ])

  static func population(seed: UInt64 = 1) -> Population {
    Population(
      name: "small", title: label("small"), window: window, archetypes: [jobless, ill],
      vocabulary: vocabulary, seed: seed, range: .start(of: "small.yaml"))!
  }
}

/// What of a citizen can be compared.
struct CitizenFacts: Equatable {
  let archetype: Int
  let began: Day
  let isOfStock: Bool
  let period: Stretch
  let initial: [Value]
  let changes: [Scenario.Change]

  init(_ citizen: Citizen) {
    archetype = citizen.archetype
    began = citizen.began
    isOfStock = citizen.isOfStock
    period = citizen.scenario.period
    initial = citizen.scenario.initial
    changes = citizen.scenario.changes
  }
}
