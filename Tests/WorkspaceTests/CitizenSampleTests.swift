internal import Diagnostics
internal import Foundation
internal import Reading
internal import Simulation
internal import Testing
internal import Workspace

@Suite("The citizens that a saving is told of")
struct CitizenSampleTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  @Test("are replayed by the evaluator that was asked for, and so are fewer of them", arguments: Evaluator.allCases)
  func evaluator(asked: Evaluator) throws {
    var workspace = Workspace(rules: "\(Self.root)/Rules")
    var country = Workspace.CountrySettings(population: "\(Self.root)/Scenarios/denmark-2023.yaml")
    country.citizens = 12
    var settings = Workspace.Settings()
    settings.evaluator = asked

    let found = workspace.sample(of: country, settings: settings)
    let sample = try #require(found)

    #expect(sample.citizens.count == 12)
    #expect(sample.citizens.evaluator == asked)
    #expect(sample.citizens.atMost(5).evaluator == asked)
    #expect(sample.known == nil)
  }

  @Test("are none of a year before the population's own, and the findings say why")
  func tooEarly() {
    var workspace = Workspace(rules: "\(Self.root)/Rules")
    var country = Workspace.CountrySettings(population: "\(Self.root)/Scenarios/denmark-2023.yaml")
    country.years = 2000...2000

    let sample = workspace.sample(of: country, settings: Workspace.Settings())

    #expect(sample == nil)
    #expect(workspace.library.findings.all.map(\.code) == ["outside-period"])
  }
}
