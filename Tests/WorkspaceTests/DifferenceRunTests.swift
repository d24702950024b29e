internal import Comparison
internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Quantities
internal import Testing
internal import Workspace

@Suite("A difference between two states of the rules")
struct DifferenceRunTests {
  private static let talk =
    "duties:\n  talk: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 week}}"

  private static let anna = """
    scenario: anna
    title: {da: Anna, en: Anna}
    shows: {da: t, en: t}
    period: 2023-01-01..2023-04-01
    citizen: {born: 1980-06-15}
    """

  /// - Parameters:
  ///   - change: what is done to the new folder of rules.
  ///   - scenarios: by name.
  private func difference(
    _ old: [String: String], _ new: [String: String], scenarios: [String: String] = ["anna": anna],
    change: (URL) throws -> Void = { _ in }
  ) throws -> RuleDifference {
    let (left, right) = (try TinyLaw.folder(old), try TinyLaw.folder(new))
    let place = left.appendingPathComponent("courses")
    defer { for folder in [left, right] { try? FileManager.default.removeItem(at: folder) } }
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for (name, text) in scenarios {
      try Data(text.utf8).write(to: place.appendingPathComponent("\(name).yaml"))
    }
    try change(right)
    var before = RulesSide(name: "before", rules: left.path)
    var after = RulesSide(name: "after", rules: right.path)
    return try DifferenceRun.difference(
      from: &before, to: &after, on: [place.path], settings: Workspace.Settings())
  }

  private func replace(_ words: String, with others: String, in file: String) -> (URL) throws -> Void {
    { folder in
      let place = folder.appendingPathComponent(file)
      let text = try String(contentsOf: place, encoding: .utf8)
      #expect(text.contains(words))
      try Data(text.replacingOccurrences(of: words, with: others).utf8).write(to: place)
    }
  }

  @Test("of the same rules is none")
  func same() throws {
    let found = try difference(["tiny": TinyLaw.text(Self.talk)], ["tiny": TinyLaw.text(Self.talk)])

    #expect(!found.hasMoved)
    #expect(found.laws.map(\.compared) == [1])
  }

  @Test("is none when only a comment or the layout is another")
  func comments() throws {
    let other = "# as before\n" + TinyLaw.text(Self.talk).replacingOccurrences(
      of: "due: {within: 1 week}", with: "due:   { within:  1 week }")

    #expect(try !difference(["tiny": TinyLaw.text(Self.talk)], ["tiny": other]).hasMoved)
  }

  @Test("tells the words, the day they part, and the duty as the cause")
  func named() throws {
    let found = try difference(
      ["tiny": TinyLaw.text(Self.talk)],
      ["tiny": TinyLaw.text(Self.talk.replacingOccurrences(of: "1 week", with: "2 weeks"))])

    #expect(found.changes.map(\.name) == ["tiny/duties/talk"])
    #expect(found.changes.first?.words == [.init(key: "due/within", old: "1 week", new: "2 weeks")])
    let moved = try #require(found.laws.first?.moved.first)
    #expect(moved.divergence.map { "\($0.day)" } == "2023-01-08")
    #expect(moved.cause?.name == "tiny/duties/talk")
    #expect(moved.cause?.isNamed == true)
  }

  @Test("finds the parameter behind a duty that reads it through a definition")
  func behind() throws {
    func law(_ span: String) -> String {
      TinyLaw.text(
        """
        parameters:
          span: {cite: T, unit: duration, values: {2000-01-01: \(span)}}
        definitions:
          patience: {cite: T, type: duration, value: span}
        duties:
          talk: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: patience}}
        """)
    }

    let found = try difference(["tiny": law("1 week")], ["tiny": law("2 weeks")])

    let cause = try #require(found.laws.first?.groups.first?.cause)
    #expect(cause.name == "tiny/parameters/span")
    #expect(!cause.isNamed)
  }

  @Test("finds the price behind figures that change without a divergence")
  func price() throws {
    let law = ["tiny": TinyLaw.text(Self.talk)]

    let found = try difference(law, law, change: replace("base: 60,", with: "base: 75,", in: "prices.yaml"))

    #expect(found.changes.map(\.name) == ["prices/work/interview"])
    let moved = try #require(found.laws.first?.moved.first)
    #expect(moved.divergence == nil)
    #expect(moved.cause?.name == "prices/work/interview")
    #expect(moved.after.minutes.count - moved.before.minutes.count == 15)
  }

  @Test("tells a change of the base once, as one of its reform too")
  func reform() throws {
    func laws(_ due: String) -> [String: String] {
      [
        "tiny": TinyLaw.text(Self.talk.replacingOccurrences(of: "1 week", with: due)),
        "reform":
          "law: reform\namends: tiny\ntitle: {da: r, en: r}\nmeasures:\n  m: {cite: T, because: t, enacts: {definitions: {x: {cite: T, value: sick}}}}",
      ]
    }

    let found = try difference(laws("1 week"), laws("2 weeks"))

    #expect(found.changes.map(\.name) == ["tiny/duties/talk"])
    #expect(found.changes.first?.laws == ["reform", "tiny"])
    #expect(found.laws.map(\.moved.count) == [1, 1])
  }

  @Test("tells the laws that only one side has")
  func laws() throws {
    let tiny = ["tiny": TinyLaw.text(Self.talk)]
    let other = ["other": TinyLaw.text(Self.talk).replacingOccurrences(of: "law: tiny", with: "law: other")]

    let found = try difference(tiny, other)

    #expect(found.removed == ["tiny"])
    #expect(found.added == ["other"])
    #expect(found.hasMoved)
  }

  @Test("leaves out a scenario that only one side can read, and says which side cannot")
  func uncompared() throws {
    let law = ["tiny": TinyLaw.text(Self.talk)]
    let new = Self.anna.replacingOccurrences(of: "anna", with: "new")
      .replacingOccurrences(of: "1980-06-15", with: "1980-06-15, rested: true")

    let found = try difference(
      law, law, scenarios: ["anna": Self.anna, "new": new],
      change: replace("facts:", with: "facts:\n  rested: {type: boolean, default: false}", in: "vocabulary.yaml"))

    #expect(found.laws.map(\.compared) == [1])
    #expect(found.uncompared.map(\.side) == [.old])
    #expect(found.uncompared.first?.reason.contains("'rested'") == true)
  }

  @Test("is refused when a side does not read, with that side", arguments: [true, false])
  func unreadable(oldIsBad: Bool) throws {
    let good = ["tiny": TinyLaw.text(Self.talk)]
    let bad = ["tiny": TinyLaw.text(Self.talk.replacingOccurrences(of: "within", with: "withn"))]

    let failure = #expect(throws: SideFailure.self) {
      try difference(oldIsBad ? bad : good, oldIsBad ? good : bad)
    }

    #expect(failure?.side == (oldIsBad ? .old : .new))
    #expect(failure?.findings.sorted.map(\.code).contains("unknown-key") == true)
  }

  @Test("is refused when a side cannot decide a course, with that side")
  func undecided() throws {
    let law = { (when: String) in
      ["tiny": TinyLaw.text("groups:\n  all: {cite: T, when: \"\(when)\"}")]
    }

    let failure = #expect(throws: SideFailure.self) { try difference(law("true"), law("sick")) }

    #expect(failure?.side == .new)
    #expect(failure?.findings.sorted.map(\.code) == ["no-group"])
  }

  @Test("is refused when no side can read a scenario")
  func badScenario() throws {
    let law = ["tiny": TinyLaw.text(Self.talk)]

    let failure = #expect(throws: SideFailure.self) {
      try difference(law, law, scenarios: ["anna": Self.anna.replacingOccurrences(of: "born", with: "bron")])
    }

    #expect(failure?.findings.hasErrors == true)
  }
}
