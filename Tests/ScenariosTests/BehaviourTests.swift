internal import Diagnostics
internal import Expressions
internal import Quantities
internal import Scenarios
internal import Testing

@Suite("Behaviour on the way to work")
struct BehaviourTests {
  let country = SmallCountry.population()

  /// The day a citizen of the first archetype is at work, if within the window.
  private func work(_ citizen: Citizen) -> Day? {
    citizen.scenario.changes.first { $0.day > citizen.began && $0.what == .fact(SmallCountry.works, .boolean(true)) }?.day
  }

  @Test("changes nothing with a factor of one")
  func one() {
    for index in 0..<2_000 as Range<UInt64> {
      let plain = country.citizen(index, of: 2_000)
      let scaled = country.citizen(index, of: 2_000, behaviour: BehaviourScaling(workHazard: .one))
      #expect(CitizenFacts(plain) == CitizenFacts(scaled))
    }
  }

  @Test("never brings anybody to work later with a greater chance, and changes nothing before its day")
  func faster() throws {
    let day = try #require(Day("2023-04-01"))
    let behaviour = BehaviourScaling(workHazard: try #require(Rational(3, 2)), from: day)
    var sooner = 0
    for index in 0..<20_000 as Range<UInt64> {
      let plain = country.citizen(index, of: 20_000)
      let scaled = country.citizen(index, of: 20_000, behaviour: behaviour)
      #expect(plain.began == scaled.began)
      #expect(plain.scenario.changes.filter { $0.day < day } == scaled.scenario.changes.filter { $0.day < day })
      guard plain.archetype == 0 else { continue }
      let (before, after) = (work(plain) ?? .last, work(scaled) ?? .last)
      // Illness on the way can only fall away: it takes at most three weeks.
      #expect(after <= before.adding(days: 21))
      if after < before { sooner += 1 }
    }
    #expect(sooner > 3_000)
  }

  @Test("leaves the power of the share that stays")
  func power() throws {
    // All go to work: with twice the hazard, a share of the square stays.
    let twice = try #require(ScaledStay(share: 100, factor: Rational(2)))
    #expect(abs(twice.share - 0.25) < 0.01)
    // 70 % go to work: the hazard of leaving is 1.7 times as great.
    let partly = try #require(ScaledStay(share: 70, factor: Rational(2)))
    #expect(abs(partly.share - 0.3078) < 0.01)
  }

  /// The share that stays beyond the median of 91 days when work is `factor` times as near.
  private struct ScaledStay {
    let share: Double

    init?(share percent: Int, factor: Rational) {
      var archetype = SmallCountry.jobless
      archetype = Archetype(
        name: "j", label: archetype.label, inflow: 1_000, stock: 0, history: 1, leavesAtAge: nil,
        citizen: archetype.citizen,
        states: [
          LifeState(
            name: "u", sets: [], lasts: SmallCountry.spells,
            exits: [
              .init(to: 1, share: SmallCountry.percent(percent), isWork: true),
              .init(to: 1, share: SmallCountry.percent(100 - percent), isWork: false),
            ]),
          LifeState(name: "w", sets: [.constant(.init(fact: SmallCountry.sick, value: .boolean(true)))], lasts: nil, exits: []),
        ])
      let long = Stretch(from: SmallCountry.window.from, until: SmallCountry.window.from.adding(days: 3_000))
      guard
        let country = Population(
          name: "p", title: archetype.label, window: long, archetypes: [archetype],
          vocabulary: SmallCountry.vocabulary, range: .start(of: "p"))
      else { return nil }
      var (stay, all) = (0, 0)
      for index in 0..<50_000 as Range<UInt64> {
        let citizen = country.citizen(index, of: 50_000, behaviour: BehaviourScaling(workHazard: factor))
        guard citizen.began < long.until.adding(days: -800), let end = citizen.scenario.changes.first?.day else { continue }
        all += 1
        if citizen.began.days(until: end) > 91 { stay += 1 }
      }
      self.share = Double(stay) / Double(all)
    }
  }
}
