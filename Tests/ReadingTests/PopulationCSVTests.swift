internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Reading
internal import Scenarios
internal import Testing
internal import Vocabulary

/// A file of citizens and what it is read by.
private struct File {
  static let root = Shipped.root

  static func mapping(_ more: String = "", tolerates: Int = 0, facts: String = "") throws -> PopulationMapping {
    var library = RuleLibrary(root: "\(root)/Rules")
    let text = """
      mapping: test
      title: {da: Prøve, en: Test}
      window: 2023-01-01..2024-01-01
      file: test.csv
      tolerates: \(tolerates)
      columns: {citizen: id, on: day, fact: fact, value: value\(more)}
      facts:
        employment: {values: {W: employed, U: none}}
        time-to-job: {unit: weeks}
      \(facts)
      """
    let path = "mapping.yaml"
    let found = library.replacing(path, with: text)
    library = found
    let mapping = library.mapping(at: path)
    return try #require(mapping, "\(library.findings.all.map(\.message))")
  }

  static func read(
    _ text: String, _ mapping: PopulationMapping, pieces: Int = 1 << 20, chunk: Int = 100
  ) throws -> (citizens: [Citizen], csv: PopulationCSV) {
    var csv = try PopulationCSV(mapping, from: ByteSource([UInt8](text.utf8), file: "test.csv", inPiecesOf: pieces))
    var citizens: [Citizen] = []
    while true {
      let next = csv.next(chunk)
      if next.isEmpty { break }
      citizens += next
    }
    return (citizens, csv)
  }

  static func codes(_ text: String, _ mapping: PopulationMapping) throws -> [String] {
    let csv = try read(text, mapping).csv
    return csv.findings.all.map { "\($0.range.start.line):\($0.range.start.column) \($0.code)" }
  }
}

@Suite("A file of citizens")
struct PopulationCSVTests {
  private static let good = """
    id,day,fact,value,people
    a,2022-10-03,born,1990-05-02,2.5
    a,2022-10-03,employment,W,
    a,2023-02-06,employment,U,2.5
    a,2023-02-06,time-to-job,26,
    a,2023-03-01,missed-interview,,
    b,2023-01-09,born,1960-01-31,40
    b,2023-01-09,capacity,none,

    """

  @Test("gives citizens with their first day, their changes and their weight")
  func good() throws {
    let mapping = try File.mapping(", weight: people")

    let (citizens, csv) = try File.read(Self.good, mapping)

    try #require(citizens.count == 2)
    #expect(csv.findings.isEmpty)
    #expect(csv.citizens == 2)
    #expect(citizens[0].scenario.id == "a")
    #expect(citizens[0].weight == Weight(millionths: 2_500_000))
    #expect(citizens[0].isOfStock)
    #expect(citizens[0].scenario.period == Stretch(from: Day("2022-10-03")!, until: Day("2024-01-01")!))
    #expect(citizens[0].scenario.changes.map(\.day.description) == ["2023-02-06", "2023-02-06", "2023-03-01"])
    #expect(citizens[1].began == Day("2023-01-09"))
    #expect(!citizens[1].isOfStock)
  }

  @Test("reads the same however the file comes in pieces and however many are asked for", arguments: [1, 2, 3, 7, 64])
  func pieces(size: Int) throws {
    let mapping = try File.mapping(", weight: people")
    let whole = try File.read(Self.good, mapping).citizens

    let cut = try File.read(Self.good, mapping, pieces: size, chunk: 1).citizens

    #expect(cut.map(\.key) == whole.map(\.key))
    #expect(cut.map(\.scenario.initial) == whole.map(\.scenario.initial))
    #expect(cut.map(\.scenario.changes) == whole.map(\.scenario.changes))
    #expect(cut.map(\.weight) == whole.map(\.weight))
  }

  @Test("takes out a row that ends before the citizen is named, first or last, and a quoted cell behind a stray quote")
  func shortRows() throws {
    let mapping = try File.mapping(tolerates: 9)

    let short = try File.codes("day,fact,value,id\n2023-01-01\n2023-01-02,born,1990-05-02,a\n2023-01-03\n", mapping)
    let text = "id,day,fact,value\na,20\"23,born,\"x\ny\"\nb,2023-01-01,born,1990-05-02\n"
    let (whole, pieces) = (try File.read(text, mapping), try File.read(text, mapping, pieces: 3))

    #expect(short == ["2:11 wrong-cells", "4:11 wrong-cells"])
    #expect(whole.csv.findings.all == pieces.csv.findings.all)
    #expect(whole.csv.findings.all.map(\.code) == ["stray-quote"])
  }

  @Test("allows a byte order mark, carriage returns, quotes, line feeds in quotes and no last line feed")
  func forms() throws {
    let text =
      "\u{FEFF}id,day,fact,value,\"a \"\"note\"\"\"\r\n\"a\",2023-02-06,born,1990-05-02,\"two\r\nlines, and a comma\"\r\n\r\na,2023-02-06,\"employment\",\"U\",å"

    let (citizens, csv) = try File.read(text, try File.mapping())

    #expect(csv.findings.isEmpty)
    #expect(citizens.count == 1)
    #expect(citizens.first?.scenario.changes.isEmpty == true)
  }

  @Test("points at a cell that is wrong and stops there", arguments: [
    ("a,2023-02-30,born,1990-05-02", "2:3 not-a-date"),
    ("a,2023-02-06,born,someday", "2:19 type-mismatch"),
    ("a,2023-02-06,bron,1990-05-02", "2:14 unknown-name"),
    ("a,2024-02-06,born,1990-05-02", "2:3 outside-period"),
    ("a,2023-02-06,born", "2:18 wrong-cells"),
    (",2023-02-06,born,1990-05-02", "2:1 missing-key"),
    ("a,2023-02-06,children,1.5", "2:23 type-mismatch"),
    ("a,2023-02-06,time-to-job,-3", "2:26 type-mismatch"),
    ("å,2023-02-06,employment,X", "2:25 type-mismatch"),
    ("a,2023-02-06,employment,U", "2:1 fact-needed"),
    ("a,2023-02-06,born,\"1990-05-02", "2:19 unclosed-quote"),
    ("a,2023-02-06,born,19\"90-05-02", "2:21 stray-quote"),
    ("a,2023-02-06,born,\"1990\"-05-02", "2:25 stray-quote"),
  ])
  func badRow(row: String, finding: String) throws {
    let found = try File.codes("id,day,fact,value\n\(row)\n", try File.mapping())

    #expect(found == [finding])
  }

  @Test("tells a fact set twice on a day, and a citizen whose rows come back")
  func twice() throws {
    let rows = "id,day,fact,value\na,2023-02-06,born,1990-05-02\n"

    #expect(
      try File.codes(rows + "a,2023-02-06,born,1990-05-02\n", try File.mapping()) == ["3:19 set-twice"])
    #expect(
      try File.codes(rows + "b,2023-02-06,born,1990-05-02\na,2023-03-06,employment,U\n", try File.mapping())
        == ["4:1 citizen-returns"])
  }

  @Test("finds a fact set twice where rows go back to an earlier day, and takes it where the days differ")
  func backwards() throws {
    let rows = "id,day,fact,value\na,2023-03-06,employment,U\na,2023-02-06,born,1990-05-02\n"

    #expect(try File.codes(rows + "a,2023-03-06,employment,W\n", try File.mapping()) == ["4:25 set-twice"])
    let citizen = try File.read(rows + "a,2023-02-06,employment,W\n", try File.mapping()).citizens.first
    #expect(citizen?.began == Day("2023-02-06"))
    #expect(citizen?.scenario.changes.map(\.day) == [Day("2023-03-06")!])
  }

  @Test("tells long names apart that differ in the middle alone, of citizens as of facts")
  func longWords() throws {
    let (one, other) = ("civil-number-0000-of-1990", "civil-number-0001-of-1990")
    let facts = "  single-parent: {called: fact-number-one-of-them-all}\n  pregnant: {called: fact-number-two-of-them-all}"
    let mapping = try File.mapping(facts: facts)
    let header = "id,day,fact,value\n"
    let rows = [
      "\(one),2023-02-06,born,1990-05-02", "\(other),2023-02-06,born,1990-05-02",
      "\(other),2023-03-06,fact-number-two-of-them-all,true", "",
    ]

    let citizens = try File.read(header + rows.joined(separator: "\n"), mapping).citizens
    let unknown = try File.codes(header + "\(one),2023-02-06,fact-number-six-of-them-all,1\n", mapping)
    let plain = try File.read(
      header + "a,2023-02-06,born,1990-05-02\na,2023-03-06,pregnant,true\n", try File.mapping()).citizens

    #expect(citizens.map(\.scenario.id) == [one, other])
    #expect(citizens.last?.scenario.changes.map(\.what) == plain.first?.scenario.changes.map(\.what))
    #expect(unknown == ["2:38 unknown-name"])
  }

  @Test("reads rows of any length one after another, with letters of any kind and quotes written twice")
  func mixedRows() throws {
    let mapping = try File.mapping(tolerates: 9, facts: "  capacity: {values: {\"say \\\"nej\\\"\": none}}")
    let text = """
      id,day,fact,value
      æ,2023-02-06,born,1990-05-02
      b,2023-02-06,born,1990-05-02,and,more,cells
      c,2023-02-06,"born","1990-05-02"
      c,2023-02-06,capacity,"say ""nej\"""
      d,2023-02-06,born
      e,2023-02-06,born,1990-05-02

      """

    let (citizens, csv) = try File.read(text, mapping)

    #expect(citizens.map(\.scenario.id) == ["æ", "c", "e"])
    #expect(csv.findings.all.map { "\($0.range.start.line):\($0.range.start.column)" } == ["3:44", "6:18"])
  }

  @Test("keeps a weight that stands in each row of a citizen, and tells the next one's from it")
  func repeatedWeights() throws {
    let text = """
      id,day,fact,value,people
      a,2023-02-06,born,1990-05-02,000000000000000001.5
      a,2023-03-06,employment,U,000000000000000001.5
      b,2023-02-06,born,1990-05-02,000000000000000002.5
      b,2023-03-06,employment,U,000000000000000003.5

      """

    let (citizens, csv) = try File.read(text, try File.mapping(", weight: people", tolerates: 1))

    #expect(citizens.map(\.weight.millionths) == [1_500_000])
    #expect(csv.findings.all.map { "\($0.range.start.line):\($0.range.start.column) \($0.code)" } == ["5:27 set-twice"])
  }

  @Test("leaves out the whole citizen of a bad row, counts both, and goes on while it may")
  func tolerance() throws {
    let text = """
      id,day,fact,value
      a,2023-02-06,born,1990-05-02
      a,2023-02-07,employment,X
      b,2023-02-06,born,1991-05-02
      c,2023-02-06,born,19920502
      d,2023-02-06,born,1993-05-02

      """

    let (citizens, csv) = try File.read(text, try File.mapping(tolerates: 2))
    let (fewer, stopped) = try File.read(text, try File.mapping(tolerates: 1))

    #expect(citizens.map(\.scenario.id) == ["b", "d"])
    #expect(csv.badRows == 2)
    #expect(csv.leftOut == 2)
    #expect(!csv.findings.hasErrors)
    #expect(fewer.map(\.scenario.id) == ["b"])
    #expect(stopped.findings.all.map(\.code) == ["type-mismatch", "type-mismatch", "too-many-bad-rows"])
  }

  @Test("is refused for what is wrong with its header", arguments: [
    ("", "no-header"), ("id,day,fact\n", "unknown-column"), ("id,day,fact,value,day\n", "declared-twice"),
  ])
  func header(text: String, code: String) throws {
    let mapping = try File.mapping()

    let refusal = #expect(throws: Diagnostic.self) {
      _ = try PopulationCSV(mapping, from: ByteSource(text, file: "test.csv"))
    }

    #expect(refusal?.code == code)
  }

  @Test("must be UTF-8")
  func encoding() throws {
    var bytes = [UInt8]("id,day,fact,value\na,2023-02-06,born,1990-05-02\nb,2023-02-06,employment,".utf8)
    bytes += [0xE6, 0x0A]
    var csv = try PopulationCSV(try File.mapping(), from: ByteSource(bytes, file: "test.csv", inPiecesOf: 10))

    _ = csv.next(10)

    #expect(csv.findings.all.map(\.code) == ["not-utf8"])
    #expect(csv.findings.all.first?.range.start == SourcePosition(line: 3, column: 25))
  }

  @Test("of weights takes one a citizen, above nothing", arguments: ["0", "-1", "1.0000001", "many"])
  func weights(weight: String) throws {
    let text = "id,day,fact,value,people\na,2023-02-06,born,1990-05-02,\(weight)\n"

    #expect(try File.codes(text, try File.mapping(", weight: people")) == ["2:30 out-of-range"])
  }

  @Test("among the shipped examples reads without a complaint", arguments: [("citizens", 6), ("citizens-wide", 3)])
  func examples(name: String, count: Int) throws {
    var library = RuleLibrary(root: "\(File.root)/Rules")
    let read = library.citizens(by: "\(File.root)/Scenarios/examples/\(name).yaml")
    var csv = try #require(read)

    let citizens = csv.next(100)

    #expect(citizens.count == count)
    #expect(csv.findings.isEmpty)
    #expect(csv.leftOut == 0)
  }
}
