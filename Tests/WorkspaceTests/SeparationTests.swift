internal import Attribution
internal import Diagnostics
internal import Foundation
internal import Outcomes
internal import Reading
internal import Simulation
internal import Testing
internal import Workspace

@Suite("Costs put together duty by duty")
struct SeparationTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Whatever is told of measures: shares, what each is worth left out and by itself, and why it is nothing.
  private func told(_ prices: MeasurePrices) -> [String] {
    prices.measures.map { measure in
      let nothing = measure.nothing.map { "\($0)" } ?? ""
      return "\(measure.name) \(measure.share) \(measure.leftOut) \(measure.alone) \(nothing)"
    }
  }

  @Test("are those of a replay under each set of measures, to the øre")
  func tiny() throws {
    var tiny = try TinyReform()
    defer { tiny.remove() }
    func prices(_ replaysEverySet: Bool) throws -> MeasurePrices {
      let found = try tiny.attribution {
        $0.prices = .init()
        $0.prices?.replaysEverySet = replaysEverySet
      }.measures
      return try #require(found)
    }
    let (separated, replayed) = (try prices(false), try prices(true))

    #expect(told(separated) == told(replayed))
    #expect(separated.orders == replayed.orders)
    #expect(separated.drawn == nil)
  }

  @Test(
    "are so for a shipped reform, under the measures of which citizens change group, unit and benefit",
    arguments: [1, 2])
  func shipped(workers: Int) throws {
    func prices(_ replaysEverySet: Bool) throws -> MeasurePrices {
      var workspace = Workspace(rules: "\(Self.root)/Rules")
      var country = Workspace.CountrySettings(population: "\(Self.root)/Scenarios/denmark-2023.yaml")
      country.citizens = 60
      country.workers = workers
      let sampled = workspace.sample(of: country, settings: Workspace.Settings())
      let sample = try #require(sampled)
      var question = AttributionQuestion()
      question.prices = .init()
      question.prices?.replaysEverySet = replaysEverySet
      let found = try workspace.attribution(
        of: "expert-group-2024", against: "current", on: sample.citizens, question)
      let attribution = try #require(found)
      for place in attribution.effects.effects.indices {
        let shares = attribution.measures?.measures.map { $0.share[place] } ?? []
        #expect(shares.reduce(0, +) == attribution.effects.effects[place].total)
      }
      return try #require(attribution.measures)
    }
    let (separated, replayed) = (try prices(false), try prices(true))

    #expect(told(separated) == told(replayed))
    #expect(separated.measures.contains { $0.share.contains { $0 != 0 } })
  }

  @Test("are what moving one use of discretion by itself gives")
  func practice() throws {
    var tiny = try TinyReform()
    defer { tiny.remove() }
    let found = try tiny.attribution { $0.draws = 10 }
    let spread = try #require(found.ranges.spread)
    let practice = try #require(found.ranges.practice)
    let bars = spread.bars.filter { $0.kind == .practice }

    // The law has one use of discretion: all of them at an end is that one at its end.
    #expect(bars.map(\.name) == ["tiny/practice/later"])
    #expect(bars.map(\.low) == [practice.ends.low])
    #expect(bars.map(\.high) == [practice.ends.high])
    #expect(practice.ends.low != practice.ends.high)
  }
}
