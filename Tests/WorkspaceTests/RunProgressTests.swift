internal import Comparison
internal import Diagnostics
internal import Foundation
internal import Parallel
internal import Reading
internal import Testing
internal import Workspace

@Suite("How far a run has come")
struct RunProgressTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  @Test("is told against all citizens, where their number is known")
  func known() {
    let progress = RunProgress(citizens: 2_560, of: 10_000)

    #expect(progress.percent == 25)
    #expect(progress.secondsLeft(after: 4_000_000_000) == 12)
    #expect(progress.line(after: 4_000_000_000) == "2560 / 10000 (25 %), ~12 s")
  }

  @Test("is told against the bytes of a file, of whose citizens nobody knows the number")
  func file() {
    let progress = RunProgress(citizens: 2_560, read: 3_000_000_000, of: 12_000_000_000)

    #expect(progress.all == nil)
    // An hour and a half so far, in nanoseconds: what is left may not leave the range of numbers.
    #expect(progress.line(after: 5_400_000_000_000) == "2560 (25 %), ~16200 s")
  }

  @Test("is only counted where nobody knows how much there is, and stays at a hundred where a file grows")
  func unknown() {
    #expect(RunProgress(citizens: 7, read: 900, of: nil).line(after: 1_000_000_000) == "7")
    #expect(RunProgress(citizens: 7, read: 900, of: 800).line(after: 1_000_000_000) == "7 (100 %), ~0 s")
    #expect(RunProgress(citizens: 0, read: 0, of: 0).line(after: 1_000_000_000) == "0")
  }

  @Test("reaches the end of a file with its last citizen, and never goes back")
  func toTheEnd() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("progress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let mapping = folder.appendingPathComponent("citizens.yaml")
    try FileManager.default.copyItem(atPath: "\(Self.root)/Scenarios/examples/citizens.yaml", toPath: mapping.path)
    let example = try String(contentsOfFile: "\(Self.root)/Scenarios/examples/citizens.csv", encoding: .utf8)
    let lines = example.split(separator: "\n")
    let person = lines.dropFirst().filter { $0.hasPrefix("A-1,") }
    var text = "\(lines[0])\n"
    for number in 0..<300 { text += person.map { "B\(number)" + $0.dropFirst("A-1".count) + "\n" }.joined() }
    try Data(text.utf8).write(to: folder.appendingPathComponent("citizens.csv"))
    var workspace = Workspace(rules: "\(Self.root)/Rules")
    var country = Workspace.CountrySettings(population: mapping.path)
    let told = Guarded<[RunProgress]>([])
    country.progress = { progress in told.withLock { $0.append(progress) } }

    let found = try workspace.country(of: ["current"], settings: Workspace.Settings(), country: country)

    let shares = told.withLock { $0.compactMap(\.percent) }
    #expect(found?.sample.citizens == 300, "\(workspace.library.findings.all.map(\.message))")
    #expect(told.withLock { $0.allSatisfy { $0.all == nil } })
    #expect(shares == shares.sorted())
    #expect(shares.count > 3 && shares.last == 100)
    #expect(try #require(shares.first) < 50)
  }
}
