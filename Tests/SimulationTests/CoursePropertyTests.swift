internal import Comparison
internal import Legislation
internal import Outcomes
internal import Pricing
internal import Quantities
internal import Scenarios
internal import Simulation
internal import TestSupport
internal import Testing
internal import Vocabulary

@Suite("The course of any citizen")
struct CoursePropertyTests {
  @Test("is the same when every day is looked at, so no instant of interest is missed", arguments: ShippedLaws.names)
  func everyDayLookedAt(law: String) throws {
    for replayed in try ShippedLaws.courses(under: law).prefix(12) {
      let (scenario, course, plan) = (replayed.scenario, replayed.course, replayed.plan)
      let looked = try CourseSimulator.course(of: scenario.withEveryDay(), under: plan)

      #expect(course == looked, "\(scenario.id)")
    }
  }

  @Test("is the same twice", arguments: ShippedLaws.names)
  func twice(law: String) throws {
    for replayed in try ShippedLaws.courses(under: law).prefix(12) {
      let (scenario, course, plan) = (replayed.scenario, replayed.course, replayed.plan)
      #expect(try CourseSimulator.course(of: scenario, under: plan) == course)
    }
  }

  @Test("does not depend on the order in which events are listed", arguments: ShippedLaws.names)
  func orderOfEvents(law: String) throws {
    var generator = SeededGenerator(seed: 11)
    for replayed in try ShippedLaws.courses(under: law).prefix(12) {
      let (scenario, course, plan) = (replayed.scenario, replayed.course, replayed.plan)
      let shuffled = scenario.replacing(scenario.changes.shuffled(using: &generator))

      #expect(try CourseSimulator.course(of: shuffled, under: plan) == course)
    }
  }

  @Test("has stretches of one kind that follow one another without overlap", arguments: ShippedLaws.names)
  func noOverlap(law: String) throws {
    for replayed in try ShippedLaws.courses(under: law) {
      let (scenario, course) = (replayed.scenario, replayed.course)

      let perEpisode = Dictionary(grouping: course.episodes, by: \.name).values.map { $0.map(\.stretch) }
      let kinds =
        [course.cases, course.benefits.map(\.stretch), course.groups.map(\.stretch)]
        + [course.units.map(\.stretch), course.payments.map(\.stretch)] + perEpisode
        + course.profiles.values
      for stretches in kinds {
        for (earlier, later) in zip(stretches, stretches.dropFirst()) {
          #expect(earlier.until <= later.from, "\(scenario.id)")
        }
        #expect(stretches.allSatisfy { $0.length > 0 }, "\(scenario.id)")
        #expect(stretches.allSatisfy { $0.intersection(scenario.period) == $0 }, "\(scenario.id)")
      }
    }
  }

  @Test("has a group and a unit on each day of a case, and on no other", arguments: ShippedLaws.names)
  func groupsFillCases(law: String) throws {
    for replayed in try ShippedLaws.courses(under: law).prefix(20) {
      let (scenario, course) = (replayed.scenario, replayed.course)
      let days = course.cases.reduce(0) { $0 + $1.length }

      for held in [course.groups, course.units] {
        #expect(held.reduce(0) { $0 + $1.stretch.length } == days, "\(scenario.id)")
        #expect(held.allSatisfy { held in course.cases.contains { $0.contains(held.stretch.from) } })
      }
    }
  }

  @Test("has demands sorted by day, then provision, each inside a case", arguments: ShippedLaws.names)
  func demandsSorted(law: String) throws {
    for replayed in try ShippedLaws.courses(under: law) {
      let (scenario, course) = (replayed.scenario, replayed.course)

      for (earlier, later) in zip(course.demands, course.demands.dropFirst()) {
        #expect((earlier.by, earlier.reference.provision) <= (later.by, later.reference.provision))
      }
      for demand in course.demands {
        #expect(course.cases.contains { $0.contains(demand.by) }, "\(scenario.id) \(demand.by)")
        #expect(demand.from <= demand.by, "\(scenario.id) \(demand.reference.provision)")
      }
    }
  }

  @Test("hands the case over exactly where one unit follows another within a case", arguments: ShippedLaws.names)
  func handOversMatchUnits(law: String) throws {
    for replayed in try ShippedLaws.courses(under: law) {
      let (scenario, course) = (replayed.scenario, replayed.course)

      let opened = Set(course.cases.map(\.from))
      let changes = course.units.map(\.stretch.from).filter { !opened.contains($0) }
      #expect(course.handOvers.map(\.day) == changes, "\(scenario.id)")
    }
  }

  @Test("has a ledger that balances to the øre", arguments: ShippedLaws.names)
  func ledgerBalances(law: String) throws {
    let costing = try ShippedLaws.costing()
    for replayed in try ShippedLaws.courses(under: law) {
      let course = replayed.course
      let ledger = try costing.ledger(of: course)

      #expect(ledger.balance == .zero)
      #expect(ledger.entries.allSatisfy { $0.payers.values.reduce(.zero, +) == $0.amount })
      #expect(ledger.byAccount.values.reduce(.zero, +) == ledger.total)
      #expect(ledger.byProvision.values.reduce(.zero, +) == ledger.total)
    }
  }

  @Test("has figures that add up in any order and any grouping", arguments: ShippedLaws.names)
  func figuresAddUp(law: String) throws {
    let costing = try ShippedLaws.costing()
    var figures: [CourseFigures] = []
    for replayed in try ShippedLaws.courses(under: law) {
      let course = replayed.course
      figures.append(
        CourseResult(
          course: course, ledger: try costing.ledger(of: course),
          minutes: course.demands.map(costing.minutes)
        ).figures)
    }

    let total = figures.reduce(CourseFigures()) { $0.adding($1) }
    let backwards = figures.reversed().reduce(CourseFigures()) { $0.adding($1) }
    let middle = figures.count / 3
    let parts = [figures[..<middle], figures[middle...]].map { $0.reduce(CourseFigures()) { $0.adding($1) } }
    #expect(total == backwards)
    #expect(parts[0].adding(parts[1]) == total)
    #expect(total.demands > 0)
    #expect(total.costByAccount.values.reduce(.zero, +) == total.cost)
    #expect(total.costByPayer.values.reduce(.zero, +) == total.cost)
  }

  @Test("parts nowhere from itself", arguments: ShippedLaws.names)
  func noDivergenceFromItself(law: String) throws {
    for replayed in try ShippedLaws.courses(under: law) {
      let course = replayed.course

      #expect(Divergence.first(between: course, and: course) == nil)
    }
  }

  @Test("is the same to an inspection on any day as in the course", arguments: ShippedLaws.names)
  func inspectionAgrees(law: String) throws {
    var days = SeededGenerator(seed: 5)
    for replayed in try ShippedLaws.courses(under: law).prefix(20) {
      let (scenario, course, plan) = (replayed.scenario, replayed.course, replayed.plan)
      let day = scenario.period.from.adding(days: Int.random(in: 0..<scenario.period.length, using: &days))
      let inspection = try Inspection(of: scenario, under: plan, on: day)

      func held(_ all: [Course.Held]) -> String? { all.first { $0.stretch.contains(day) }?.name }
      #expect(inspection.benefit?.id.name == held(course.benefits), "\(scenario.id) \(day)")
      #expect(inspection.group?.id.name == held(course.groups), "\(scenario.id) \(day)")
      #expect(inspection.unit?.id.name == held(course.units), "\(scenario.id) \(day)")
      #expect(
        inspection.openEpisodes.map(\.id.name).sorted()
          == course.episodes.filter { $0.stretch.contains(day) }.map(\.name).sorted())
    }
  }
}

extension Scenario {
  func replacing(_ changes: [Change], period: Stretch? = nil) -> Scenario {
    Scenario(
      id: id, title: title, shows: shows, period: period ?? self.period, initial: initial, changes: changes,
      source: source, assumed: assumed, range: range)
  }

  /// The same course, with every day made an instant: a fact that never changes is stated anew each day.
  func withEveryDay() -> Scenario {
    let changing = changes.compactMap { change in
      if case .fact(let index, _) = change.what { index } else { nil as Int? }
    }
    guard let still = initial.indices.first(where: { !changing.contains($0) }) else { return self }
    let repeated = (1..<period.length).map { days in
      Change(day: period.from.adding(days: days), what: .fact(still, initial[still]))
    }
    return replacing(changes + repeated)
  }
}
