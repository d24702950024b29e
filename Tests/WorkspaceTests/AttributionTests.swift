internal import Attribution
internal import Diagnostics
internal import Expressions
internal import Foundation
internal import LawSupport
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Reading
internal import Scenarios
internal import Testing
internal import Vocabulary
internal import Workspace

@Suite("An attribution")
struct AttributionTests {
  func tiny(citizens: Int = 120, target: String = TinyReform.target) throws -> TinyReform {
    try TinyReform(target: target, citizens: citizens)
  }

  @Test("adds up: rule and practice to each box, and the boxes to all of it, to the øre")
  func addsUp() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let effects = try tiny.attribution().effects

    for (place, effect) in effects.effects.enumerated() {
      #expect(effect.rule + effect.practice == effect.total)
      #expect(effect.total == effects.reform.totals[place] - effects.baseline.totals[place])
    }
    #expect(effects.effects.reduce(0) { $0 + $1.total } == effects.reform.total - effects.baseline.total)
    #expect(effects.effects[0].rule < 0)
    #expect(effects.effects[0].practice < 0)
    #expect(effects.saving == -effects.effects[0].total)
  }

  @Test("of a law against itself is nothing, and the other way round flips every sign")
  func signs() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let there = try tiny.attribution().effects
    let back = try tiny.attribution(of: "tiny", against: "less").effects
    let same = try tiny.attribution(of: "tiny", against: "tiny").effects

    #expect(back.effects.map(\.rule) == there.effects.map { -$0.rule })
    #expect(back.effects.map(\.practice) == there.effects.map { -$0.practice })
    #expect(back.saving == -there.saving)
    #expect(same.effects.allSatisfy { $0.rule == 0 && $0.practice == 0 })
  }

  @Test("leaves of a published saving what neither rule nor practice makes")
  func unexplained() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let attribution = try tiny.attribution { $0.budgetCut = Money(øre: 5_000) }
    let effects = attribution.effects

    #expect(attribution.published.map(\.amount.øre) == [5_000, 90_000_000])
    for published in attribution.published {
      let parts = [-effects.effects[0].rule, -effects.effects[0].practice, effects.unexplained(of: published.amount)]
      #expect(parts.reduce(0, +) == published.amount.øre)
    }
  }

  @Test("gives measures shares that add up in every box, exactly or by lot")
  func shares() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    for orders in [nil, 5] {
      let found = try tiny.attribution {
        $0.prices = .init()
        $0.prices?.orders = orders
      }.measures
      let prices = try #require(found)

      for place in prices.total.indices {
        #expect(prices.measures.reduce(0) { $0 + $1.share[place] } == prices.total[place])
      }
      #expect(prices.drawn == orders)
      #expect((prices.measures[0].error != nil) == (orders != nil))
    }
  }

  @Test("says of a repeal that saves nothing which rule still orders the work")
  func nothing() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let found = try tiny.attribution { $0.prices = .init() }.measures
    let prices = try #require(found)
    let byName = Dictionary(uniqueKeysWithValues: prices.measures.map { ($0.name, $0) })

    // Two talks are held either way, after 13 and 26 weeks: the first talk was one of them.
    guard case .stillOrdered(let rules) = byName["no-first-talk"]?.nothing else {
      Issue.record("\(String(describing: byName["no-first-talk"]?.nothing))")
      return
    }
    #expect(rules.map(\.provision.local) == ["duties/talks"])
    #expect(byName["fewer-talks"]?.nothing == nil)
    #expect(byName["no-course"]?.nothing == nil)
    #expect(byName["one-house"]?.nothing == .meetsNobody)
    #expect(byName["no-course"]?.dependents == ["one-house"])
  }

  @Test("takes a measure apart into provisions that, together, are worth what it is by itself")
  func provisions() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let found = try tiny.attribution {
      $0.prices = .init()
      $0.prices?.byProvision = true
    }.measures
    let prices = try #require(found)

    for measure in prices.measures {
      let provisions = try #require(measure.provisions)
      for place in prices.total.indices {
        let alone = provisions.entries.reduce(0) { sum, entry in
          if case .worth(let worth) = entry.outcome { sum + worth[place] } else { sum }
        }
        #expect(alone + provisions.together[place] == measure.alone[place])
      }
    }
    // Without the amendment of the talks, they would name a talk that is gone.
    let first = try #require(prices.measures.first { $0.name == "no-first-talk" }?.provisions)
    let amended = try #require(first.entries.first { $0.kind == "amends" })
    guard case .cannotStandAlone(let message) = amended.outcome else {
      Issue.record("\(amended.outcome)")
      return
    }
    #expect(message.contains("first-talk"))
  }

  @Test("costs at any prices what the replayed courses would, without replaying them")
  func matrix() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let base = try tiny.attribution { $0.draws = 200 }
    let low = try tiny.attribution { $0.settings.prices = .low }
    let high = try tiny.attribution { $0.settings.prices = .high }

    #expect(base.ranges.prices.low == low.effects.saving)
    #expect(base.ranges.prices.high == high.effects.saving)
    let draws = try #require(base.ranges.draws)
    #expect(low.effects.saving < draws.low)
    #expect(draws.low < draws.median && draws.median < draws.high)
    #expect(draws.high < high.effects.saving)
    #expect(base.ranges.spread?.base == base.effects.saving)
  }

  @Test("tells what drives its spread: prices and uses of discretion, widest first")
  func tornado() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let attribution = try tiny.attribution { $0.draws = 10 }
    let spread = try #require(attribution.ranges.spread)

    #expect(spread.bars.map(\.width) == spread.bars.map(\.width).sorted(by: >))
    #expect(Set(spread.bars.map(\.name)).isSuperset(of: ["hours/municipality", "work/interview", "weeks/offer"]))
    let later = try #require(spread.bars.first { $0.name == "tiny/practice/later" })
    #expect(later.kind == .practice)
    #expect(later.width > 0)
    // The one use of discretion there is, at its ends, is all practice at its ends.
    let practice = try #require(attribution.ranges.practice)
    #expect(practice.ends.low == later.low && practice.ends.high == later.high)
  }

  @Test("draws practice by replaying, the same again with the same seed, and prices with each draw")
  func practiceDraws() throws {
    var tiny = try tiny(citizens: 60)
    defer { tiny.remove() }
    func ranges(seed: UInt64 = 1, prices: Int = 0) throws -> CountryAttribution.Ranges {
      try tiny.attribution {
        $0.practiceDraws = 8
        $0.draws = prices
        $0.settings.seed = seed
      }.ranges
    }
    let (first, again, other) = (try ranges(), try ranges(), try ranges(seed: 2))
    let practice = try #require(first.practice)
    let draws = try #require(practice.draws)

    #expect(draws == again.practice?.draws)
    #expect(draws != other.practice?.draws)
    #expect(draws.low < draws.high)
    #expect(practice.ends.low != practice.ends.high)
    #expect(practice.drawn == (8, 0) && practice.together == nil && !practice.withBehaviour)

    let both = try ranges(prices: 80)
    let drawn = try #require(both.practice)
    #expect(drawn.drawn == (8, 10))
    let together = try #require(drawn.together)
    #expect(together.low < draws.low && draws.high < together.high)
    #expect(both.headlines.first?.headline == .saving)
    #expect(both.headlines.first?.low == together.p5)
  }

  @Test("tells every headline with its range, and its base as the effects have it")
  func headlines() throws {
    var tiny = try tiny(citizens: 60)
    defer { tiny.remove() }
    let attribution = try tiny.attribution {
      $0.draws = 200
      $0.behaviour = .base
    }
    let effects = attribution.effects
    let found = Dictionary(uniqueKeysWithValues: attribution.ranges.headlines.map { ($0.headline, $0) })

    #expect(found[.saving]?.base == effects.saving)
    #expect(abs((found[.rule]?.base ?? 0) + effects.effects[0].rule) <= 1)
    #expect(abs((found[.practice]?.base ?? 0) + effects.effects[0].practice) <= 1)
    #expect(found[.before]?.base == effects.baseline.totals[0])
    #expect(found[.total]?.base == effects.reform.total - effects.baseline.total)
    #expect(found[.afterBehaviour]?.base == attribution.steps.afterBehaviour.map { -$0[0] })
    for range in attribution.ranges.headlines { #expect(range.low <= range.base && range.base <= range.high) }
    // Prices change no quantity.
    let demands = try #require(found[.demands(.before)])
    #expect(demands.low == demands.high && demands.base > 0)
  }

  @Test("takes of fewer citizens only what an assumption changes, and tells the error of it apart")
  func fewerCitizens() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let whole = try tiny.attribution { $0.draws = 10 }
    let part = try tiny.attribution {
      $0.draws = 10
      $0.practiceSample = 40
      $0.behaviour = .base
    }

    #expect(part.effects.saving == whole.effects.saving)
    #expect(part.ranges.practice?.citizens == 40)
    #expect(whole.ranges.practice?.citizens == 120)
    let bars = try #require(part.ranges.spread?.bars)
    #expect(bars.first { $0.kind == .practice }?.error ?? 0 > 0)
    #expect(bars.first { $0.kind == .price }?.error == nil)
    #expect(bars.contains { $0.kind == .behaviour && $0.low != $0.high })
    #expect(part.ranges.practice?.errors.low?.standardError ?? 0 > 0)
  }

  @Test("draws behaviour with practice where it is asked for")
  func behaviourDraws() throws {
    var tiny = try tiny(citizens: 60)
    defer { tiny.remove() }
    let ranges = try tiny.attribution {
      $0.practiceDraws = 6
      $0.behaviour = .base
    }.ranges
    let after = try #require(ranges.headlines.first { $0.headline == .afterBehaviour })
    let before = try #require(ranges.headlines.first { $0.headline == .saving })

    #expect(ranges.practice?.withBehaviour == true)
    #expect(after.low < after.high)
    #expect((after.low, after.high) != (before.low, before.high))
  }

  @Test("counts one year of several, and tells the others beside it")
  func years() throws {
    var tiny = try tiny(citizens: 60)
    defer { tiny.remove() }
    let one = try tiny.attribution { $0.year = 2023 }
    let all = try tiny.attribution()

    #expect(one.effects == all.effects)
    #expect(one.years.isEmpty)
    let two = try tiny.attribution(over: 2023...2024) { $0.year = 2024 }
    #expect(two.years.map(\.year) == [2023, 2024])
    #expect(two.effects == two.years[1].effects)
    #expect(two.years[0].effects != two.years[1].effects)
  }

  @Test("keeps behaviour and flow-back off unless asked, and flows back from benefits alone")
  func steps() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let off = try tiny.attribution().steps
    let on = try tiny.attribution {
      $0.behaviour = .base
      $0.flowBack = .base
    }.steps

    #expect(off.afterFlowBack == nil && off.afterBehaviour == nil)
    #expect(on.immediate == off.immediate)
    let after = try #require(on.afterFlowBack)
    #expect(after[0] == on.immediate[0])
    for place in after.indices where place != 1 { #expect(after[place] == on.immediate[place]) }
  }

  @Test("changes courses only where the laws differ, and then the chance of work")
  func behaviour() throws {
    var tiny = try tiny()
    defer { tiny.remove() }
    let changed = try tiny.attribution { $0.behaviour = .base }.steps
    let unchanged = try tiny.attribution { $0.behaviour = .high }.steps
    let same = try tiny.attribution(of: "tiny", against: "tiny") { $0.behaviour = .low }.steps

    let spread = try tiny.attribution {
      $0.behaviour = .base
      $0.draws = 1
    }.ranges.spread
    let bar = try #require(spread?.bars.first { $0.kind == .behaviour })
    #expect(bar.name == "new-face")
    #expect(bar.low != bar.high)
    // One house saves whoever falls ill a change of hands, and with it half the time to work.
    #expect(try #require(changed.behaviour?.people) > 0)
    #expect(try #require(changed.afterBehaviour).reduce(0, +) < changed.immediate.reduce(0, +))
    #expect(unchanged.behaviour?.people == 0)
    #expect(unchanged.afterBehaviour == unchanged.immediate)
    #expect(same.behaviour?.people == 0)
    #expect(same.afterBehaviour?.allSatisfy { $0 == 0 } == true)
  }
}
