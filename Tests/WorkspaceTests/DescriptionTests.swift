internal import Diagnostics
internal import Foundation
internal import LawSupport
internal import Outcomes
internal import Testing
internal import Vocabulary
internal import Workspace

@Suite("A description of a law")
struct DescriptionTests {
  /// Opens a folder of rules, and closes it when done.
  private func open<Result>(
    _ laws: [String: String], tests: String? = nil, coverage: String? = nil,
    _ body: (inout Workspace) throws -> Result
  ) throws -> Result {
    let folder = try TinyLaw.folder(laws)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tiny = folder.appendingPathComponent("tiny")
    if let tests {
      let inner = tiny.appendingPathComponent("tests")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      try Data(tests.utf8).write(to: inner.appendingPathComponent("tests.yaml"))
    }
    if let coverage { try Data(coverage.utf8).write(to: tiny.appendingPathComponent("coverage.yaml")) }
    var workspace = Workspace(rules: folder.path)
    return try body(&workspace)
  }

  private func cell(
    _ key: String, of provision: String, in sheet: Sheet, table name: String = "duties"
  ) throws -> Sheet.Cell {
    let table = try #require(sheet.tables.first { $0.name == name })
    let column = try #require(table.columns.firstIndex { $0.key == key })
    let row = try #require(table.rows.first { $0[0].text.english == provision })
    return row[column]
  }

  private static let law = """
    practice:
      pause: {kind: interval, unit: duration, floor: 0 days, ceiling: none, low: 1 week, base: 2 weeks, high: 1 month, evidence: e, cite: T}
    clocks:
      idle: {label: {da: Ledig, en: Idle}, counts: not(working), cite: T}
    episodes:
      illness: {label: {da: Sygdom, en: Illness}, cite: T, begins when: sick, ends when: not(sick)}
    """

  @Test(
    "says a schedule in both languages",
    arguments: [
      ("{within: 1 week}", "inden for 1 uge", "within 1 week"),
      ("{by end of week: 8}", "senest ved udgangen af uge 8", "by the end of week 8"),
      ("{at least: 4, in: 6 months}", "mindst 4 inden for 6 måneder", "at least 4 within 6 months"),
      (
        "{at least: 3, in: 3 months, after: 1 month}",
        "mindst 3 inden for 3 måneder, regnet fra 1 måned senere",
        "at least 3 within 3 months, counted from 1 month later"
      ),
      ("{every: 30 months}", "én gang for hver 30 måneder", "once in every 30 months"),
      ("{every: 1 week, for: 2 years}", "én gang for hver uge i 2 år", "once in every week for 2 years"),
      ("{every: pause}", "én gang for hver 2 uger (pause)", "once in every 2 weeks (pause)"),
      ("{at: 57 days}", "på dagen 57 dage efter", "on the very day 57 days later"),
      ("{on: benefit}", "når ydelsen skifter", "when the benefit changes"),
      (
        "{on: end of episode illness, within: 3 months}", "når forløbet Sygdom slutter, inden for 3 måneder",
        "when the episode Illness ends, within 3 months"
      ),
    ])
  func schedules(due: String, danish: String, english: String) throws {
    let text = TinyLaw.text(
      Self.law + "\nduties:\n  talk: {cite: T, kind: interview, for: everyone, by: holding unit, due: \(due)}")
    let described = try open(["tiny": text]) { $0.sheet(of: "tiny") }
    let sheet = try #require(described)

    #expect(try cell("schedule", of: "duties/talk", in: sheet).text == Label(danish: danish, english: english))
  }

  @Test("says what a schedule's exceptions change")
  func exceptions() throws {
    let text = TinyLaw.text(
      """
      duties:
        talk:
          {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 week},
           exceptions: [{label: ill, when: sick, due: none}]}
      """)
    let described = try open(["tiny": text]) { $0.sheet(of: "tiny") }
    let sheet = try #require(described)

    let words = try cell("schedule", of: "duties/talk", in: sheet).text
    #expect(words.english == "within 1 week; except (ill) when sick: nothing is due")
    #expect(words.danish == "inden for 1 uge; dog (ill) når sick: intet krav")
  }

  @Test("says from when a text is in force, and what stood before")
  func versions() throws {
    let text = TinyLaw.text(
      """
      duties:
        talk:
          {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 week},
           versions: [{from: 2024-01-01, due: {within: 2 weeks}}]}
      """)
    let described = try open(["tiny": text]) { $0.sheet(of: "tiny") }
    let sheet = try #require(described)

    #expect(try cell("schedule", of: "duties/talk", in: sheet).text.english == "within 2 weeks")
    let force = try cell("in_force", of: "duties/talk", in: sheet).text
    #expect(force.english == "from 2024-01-01; before until 2024-01-01: within 1 week")
    #expect(force.danish == "fra 01.01.2024; før til 01.01.2024: inden for 1 uge")
  }

  @Test("tells what the law promises, as sentences, with their citation")
  func promises() throws {
    let text = TinyLaw.text(
      """
      duties:
        talk: {cite: T, label: {da: Samtale, en: Talk}, kind: interview, for: everyone, by: holding unit, due: {within: 1 week}}
      promises:
        left-in-peace:
          label: {da: Ingen kaldes ind, en: Nobody is called in}
          cite: ACT § 7
          never: {kind: interview, when: sick, except: [talk]}
        fewer: {cite: ACT § 8, no more: {kind: interview, than: tiny, ordered by: law}}
      """)
    let described = try open(["tiny": text]) { $0.sheet(of: "tiny") }
    let sheet = try #require(described)

    func words(_ key: String, _ promise: String) throws -> Label {
      try cell(key, of: "promises/\(promise)", in: sheet, table: "promises").text
    }
    #expect(try words("label", "left-in-peace").danish == "Ingen kaldes ind")
    #expect(try words("cite", "left-in-peace").english == "ACT § 7")
    #expect(try words("when", "left-in-peace").english == "no such demand falls due while sick; but for Talk")
    #expect(try words("when", "left-in-peace").danish == "intet sådant krav forfalder, mens sick; bortset fra Samtale")
    #expect(try words("when", "fewer").english == "nobody meets more such demands than under tiny")
    #expect(try words("basis", "fewer").english == "by law")
  }

  private static func test(_ name: String, _ period: String, _ output: String) -> String {
    """
    - name: \(name)
      law: tiny
      cites: T
      period: \(period)
      input: {citizen: {born: 1980-06-15}}
      output: {\(output)}

    """
  }

  @Test("puts a test at what its course touches and at what it names")
  func tests() throws {
    let text = TinyLaw.text(
      Self.law + """

        duties:
          soon: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 week}}
          later: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 year}}
          never: {cite: T, kind: interview, for: everyone, when: sick, by: holding unit, due: {within: 1 week}}
        """)
    let tests =
      Self.test("touches the first", "2023-01-01..2023-02-01", "count: {interview: 1}")
      + Self.test("touches both", "2023-01-01..2024-02-01", "count: {interview: 2}")
      + Self.test("names the third", "2023-01-01..2023-01-03", "not demands: [{provision: duties/never}]")
    let described = try open(["tiny": text], tests: tests) { $0.sheet(of: "tiny") }
    let sheet = try #require(described)

    #expect(try cell("tests", of: "duties/soon", in: sheet).text.english == "1, 2")
    #expect(try cell("tests", of: "duties/soon", in: sheet).items == ["touches the first", "touches both"])
    #expect(try cell("tests", of: "duties/later", in: sheet).items == ["touches both"])
    #expect(try cell("tests", of: "duties/never", in: sheet).items == ["names the third"])
    #expect(try cell("tests", of: "practice/pause", in: sheet, table: "practice").items == [])
    #expect(try cell("tests", of: "benefits/aid", in: sheet, table: "benefits").text.english == "1–3")
  }

  // MARK: Laws beside one another

  private static let talks = TinyLaw.text(
    """
    duties:
      talk: {cite: T, kind: interview, for: everyone, by: holding unit, due: {within: 1 week}}
      talks: {cite: T, kind: interview, for: everyone, by: office, due: {at least: 4, in: 6 months}}
      extra: {cite: T, kind: interview, for: everyone, by: holding unit, due: {every: 1 month}, ordered by: practice}
      course: {cite: T, kind: offer, for: everyone, by: holding unit, due: {on: group}}
    """)
  private static let reform = """
    law: reform
    title: {da: Reform, en: Reform}
    amends: tiny
    measures:
      fewer: {cite: R, repeals: [duties/talks], amends: {duties/talk: {due: {within: 2 weeks}}}}
      other: {cite: R, enacts: {duties: {note: {cite: R, kind: offer, for: everyone, by: holding unit, due: {within: 1 day}}}}}
    """

  private func figures(_ row: String, of table: String, in sheet: Sheet) throws -> [String] {
    let found = try #require(sheet.tables.first { $0.name == table })
    return try #require(found.rows.first { $0[0].text.english == row }).dropFirst().map(\.text.english)
  }

  @Test(
    "counts what a law has of each dimension, and what a reform makes of it",
    arguments: [
      ("Interviews in all", "dimensions", ["3", "2"]),
      ("  ordered by law", "dimensions", ["2", "1"]),
      ("  with a number in the law", "dimensions", ["1", "0"]),
      ("  where the law says who holds them", "dimensions", ["1", "0"]),
      ("Offers", "dimensions", ["1", "2"]),
      ("Duties at a shift", "dimensions", ["1", "1"]),
      ("Duties of practice", "dimensions", ["1", "1"]),
      ("Target groups", "sizes", ["1", "1"]), ("Duties", "sizes", ["3", "3"]),
      ("of which with a deadline", "sizes", ["2", "2"]),
      // Before, repealed, unchanged, amended, new, after.
      ("Interviews in all", "fates-reform", ["3", "1", "1", "1", "0", "2"]),
      ("Offers", "fates-reform", ["1", "0", "1", "0", "1", "2"]),
      // Repeals, amends, enacts, deadlines before and after.
      ("fewer", "measures-reform", ["1", "1", "0", "2", "1"]),
      ("other", "measures-reform", ["0", "0", "1", "0", "1"]),
    ])
  func comparison(row: String, table: String, expected: [String]) throws {
    let described = try open(["tiny": Self.talks, "reform": Self.reform]) { $0.sheet(comparing: ["tiny", "reform"]) }
    let sheet = try #require(described)

    #expect(try figures(row, of: table, in: sheet) == expected)
  }

  @Test("finds that nothing becomes of a law that is set beside itself")
  func sameLaw() throws {
    let described = try open(["tiny": Self.talks]) { $0.sheet(comparing: ["tiny", "tiny"]) }
    let sheet = try #require(described)
    let table = try #require(sheet.tables.first { $0.name == "fates-tiny" })

    for row in table.rows {
      let figures = row.dropFirst().map(\.text.english)
      #expect([figures[1], figures[3], figures[4]] == ["0", "0", "0"])
      #expect(figures[0] == figures[2] && figures[2] == figures[5])
    }
  }

  @Test("puts the provisions behind every count", arguments: ["dimensions", "fates-reform", "measures-reform"])
  func behind(table: String) throws {
    let described = try open(["tiny": Self.talks, "reform": Self.reform]) { $0.sheet(comparing: ["tiny", "reform"]) }
    let sheet = try #require(described)
    let found = try #require(sheet.tables.first { $0.name == table })

    for cell in found.rows.flatMap({ $0.dropFirst() }) {
      #expect(cell.text.english == "\(cell.items?.count ?? -1)")
    }
  }

  // MARK: Coverage

  @Test("tells which rows of the facts a law holds")
  func coverage() throws {
    let coverage = """
      law: tiny
      rows:
        1/a: {meaning: A, provisions: [duties/talk]}
        1/b: {meaning: B, provisions: [duties/talk], not modelled: half}
        2/c: {meaning: C, not modelled: whole}
      """
    let (described, findings) = try open(["tiny": Self.talks], coverage: coverage) { workspace in
      (workspace.coverageSheet(of: "tiny"), workspace.check(["tiny"]))
    }
    let sheet = try #require(described)

    #expect(findings.all.filter { $0.range.file.hasSuffix("coverage.yaml") }.isEmpty)
    #expect(try figures("1", of: "sums", in: sheet) == ["2", "1", "1", "0"])
    #expect(try figures("In all", of: "sums", in: sheet) == ["3", "1", "1", "1"])
    #expect(try cell("provisions", of: "1/a", in: sheet, table: "section-1").items == ["tiny/duties/talk"])
    #expect(try cell("left_out", of: "2/c", in: sheet, table: "section-2").text.english == "whole")
  }

  @Test("tells no coverage of a law beside which nothing says it")
  func noCoverage() throws {
    let sheet = try open(["tiny": Self.talks]) { $0.coverageSheet(of: "tiny") }

    #expect(sheet == nil)
  }
}
