internal import Diagnostics
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Reading
internal import Scenarios
internal import Simulation
internal import Testing
internal import Vocabulary

@Suite("The country of 2023")
struct CountryTests {
  private static func population(_ levels: PopulationLevels = PopulationLevels()) throws -> Population {
    var library = RuleLibrary(root: "\(Shipped.root)/Rules")
    let population = library.population(at: "\(Shipped.root)/Scenarios/denmark-2023.yaml", levels: levels)
    return try #require(population, "\(library.findings.all.map(\.message))")
  }

  @Test("reads at every end of its ranges, and more people come at the high end", arguments: PopulationLevel.allCases)
  func levels(level: PopulationLevel) throws {
    let base = try Self.population().total
    let total = try Self.population(PopulationLevels(level)).total

    switch level {
    case .low: #expect(total < base)
    case .base: #expect(total == base)
    case .high: #expect(total > base)
    }
  }

  @Test("can have one figure at another end than the rest")
  func oneFigure() throws {
    let name = "archetypes/job-ready/inflow"
    let base = try Self.population()
    let higher = try Self.population(PopulationLevels(.base, own: [name: .high]))
    let index = try #require(base.archetypes.firstIndex { $0.name == "job-ready" })

    #expect(higher.archetypes[index].inflow > base.archetypes[index].inflow)
    #expect(higher.archetypes.indices.filter { higher.archetypes[$0].inflow != base.archetypes[$0].inflow } == [index])
  }

  @Test("names a source for every figure, a range and a reason for what is assumed, and feeds no figure that is a test")
  func figures() throws {
    let figures = try Self.population().figures
    // Cost per person, internal share, persons to full-time, sick pay by duration, what follows a ressourceforløb.
    let tests = ["economics 1.2.1", "economics 1.2.4", "economics 2.1.19", "economics 2.2.2", "economics 2.3.1"]

    #expect(figures.count > 150)
    for figure in figures {
      #expect(!(figure.citation.source ?? "").isEmpty, "\(figure.name)")
      if figure.citation.status == .assumption { #expect(figure.citation.note != nil, "\(figure.name)") }
      if let fed = figure.feeds { #expect(!tests.contains(fed), "\(figure.name)") }
    }
  }

  @Test("puts people in each of the thirteen groups of today's law, on the first day and on the last")
  func groups() throws {
    var library = RuleLibrary(root: "\(Shipped.root)/Rules")
    let read = library.law(named: "current")
    let law = try #require(read)
    let plan = try SimulationPlan(law: law, frozen: Day("2023-07-01"))
    let population = try Self.population()
    let last = population.window.until.adding(days: -1)
    var seen: Set<String> = []
    var sawFirst: Set<String> = []
    var sawLast: Set<String> = []
    // The smallest groups hold one in five hundred.
    for index in 0..<4_000 as Range<UInt64> where seen.count < law.groups.count || index < 1_200 {
      let course = try CourseSimulator.course(of: population.citizen(index, of: 4_000).scenario, under: plan)
      for held in course.groups {
        if held.stretch.intersection(population.window).length > 0 { seen.insert(held.name) }
        if held.stretch.contains(population.window.from) { sawFirst.insert(held.name) }
        if held.stretch.contains(last) { sawLast.insert(held.name) }
      }
    }

    #expect(Set(law.groups.map(\.provision.id.name)).subtracting(seen) == [])
    #expect(sawFirst.count >= 10)
    #expect(sawLast.count >= 10)
  }
}
