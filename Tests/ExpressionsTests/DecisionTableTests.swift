import Diagnostics
import Expressions
import Quantities
import Testing

@Suite("A decision table")
struct DecisionTableTests {
  private static let benefits = Expressions.Expectation(
    .enumeration(RuleBench.benefits), reason: "the benefit", declaredAt: RuleBench.declared(line: 4))

  /// Rows are written `cell | cell -> entry`, one a line of a file, from line 10 on.
  private static func table(
    hit: String? = nil, because: String? = nil, columns: [String] = ["sick", "age"], rows: [String],
    expecting: Expressions.Expectation? = benefits, otherwise: String? = nil, allowed: String? = nil
  ) -> DecisionTableSource {
    DecisionTableSource(
      hit: hit.map(RuleBench.marked), because: because,
      columns: columns.map { .init(RuleBench.marked($0), allowed: allowed.map(RuleBench.marked)) },
      outputs: [.init("benefit", expecting: expecting, otherwise: otherwise.map(RuleBench.marked))],
      rows: rows.enumerated().map { index, row in
        let sides = row.split(separator: " -> ")
        return .init(
          when: sides[0].split(separator: " | ").map { RuleBench.marked(String($0)) },
          then: sides.dropFirst().map { RuleBench.marked(String($0)) },
          range: RuleBench.declared(line: 10 + index))
      },
      range: RuleBench.declared(line: 9))
  }

  private func decide(
    _ source: DecisionTableSource, _ change: (inout RuleBench) -> Void = { _ in }
  ) throws -> Decision {
    var bench = RuleBench()
    change(&bench)
    let read = DecisionTableReader.read(source, names: bench.names)
    #expect(read.findings.all.map(\.message) == [])
    return try #require(read.value).decide(in: &bench)
  }

  private func findings(_ source: DecisionTableSource) -> [Diagnostic] {
    let read = DecisionTableReader.read(source, names: RuleBench().names)
    #expect(read.value == nil)
    return read.findings.sorted
  }

  // MARK: Deciding

  @Test("decides by the one row that matches")
  func unique() throws {
    let source = Self.table(
      rows: ["true | - -> sygedagpenge", "false | < 30 -> dagpenge", "false | [30..67) -> kontanthjælp"])

    #expect(try decide(source) == Decision(values: [.member(2)], matched: [0]))
    #expect(try decide(source) { $0.values["sick"] = .boolean(false) }.values == [.member(0)])
    #expect(throws: Diagnostic.self) {
      try decide(source) {
        $0.values["sick"] = .boolean(false)
        $0.values["age"] = .number(Rational(70))
      }
    }
  }

  @Test("names both rows when two of a unique table match")
  func overlap() throws {
    let source = Self.table(rows: ["true | - -> sygedagpenge", "- | >= 18 -> dagpenge"])

    let failure = #expect(throws: Diagnostic.self) { try decide(source) }

    #expect(failure?.code == "rows-overlap")
    #expect(failure?.message == "rows 1 and 2 both match, but the table is 'unique'")
    #expect(failure?.notes.map(\.range.start.line) == [10, 11])
  }

  @Test("lets several rows of an any table match while they agree")
  func any() throws {
    let agreeing = Self.table(hit: "any", rows: ["true | - -> dagpenge", "- | >= 18 -> dagpenge"])
    let differing = Self.table(hit: "any", rows: ["true | - -> dagpenge", "- | >= 18 -> none"])

    #expect(try decide(agreeing) == Decision(values: [.member(0)], matched: [0, 1]))
    let failure = #expect(throws: Diagnostic.self) { try decide(differing) }
    #expect(failure?.code == "rows-differ")
    #expect(failure?.notes.map(\.range.start.line) == [10, 11])
  }

  @Test("takes the first row only where a reason is written")
  func first() throws {
    let rows = ["true | - -> dagpenge", "- | >= 18 -> none"]

    #expect(findings(Self.table(hit: "first", rows: rows)).map(\.code) == ["reason-missing"])
    let decision = try decide(Self.table(hit: "first", because: "the act lists them in order", rows: rows))
    #expect(decision == Decision(values: [.member(0)], matched: [0]))
  }

  @Test(
    "collects what the rows that match say",
    arguments: [
      ("collect", "[10000 øre, 5000 øre]"), ("collect sum", "15000 øre"), ("collect count", "2"),
      ("collect min", "5000 øre"), ("collect max", "10000 øre"),
    ])
  func collect(hit: String, value: String) throws {
    let rows = ["true | - -> 100 kr", "- | >= 18 -> 50 kr", "false | - -> 1 kr"]
    let source = Self.table(hit: hit, rows: rows, expecting: nil)

    let decision = try decide(source)

    #expect(decision.values.map(\.shown) == [value])
    #expect(decision.matched == [0, 1])
  }

  @Test("says so when no row matches, unless it says what holds then")
  func noMatch() throws {
    let rows = ["false | - -> dagpenge"]

    let failure = #expect(throws: Diagnostic.self) { try decide(Self.table(rows: rows)) }
    #expect(failure?.code == "no-row-matches")
    #expect(
      try decide(Self.table(rows: rows, otherwise: "none")) == Decision(values: [.member(3)], matched: []))
    #expect(try decide(Self.table(hit: "collect", rows: rows)).values == [.list([])])
    #expect(try decide(Self.table(hit: "collect count", rows: rows)).values == [.number(.zero)])
  }

  @Test("refuses values that a column does not allow")
  func allowed() throws {
    let source = Self.table(columns: ["a"], rows: ["- -> none", "9 -> dagpenge"], allowed: "1, 2, 3")

    let failure = #expect(throws: Diagnostic.self) { try decide(source) }

    #expect(failure?.code == "value-not-allowed")
    #expect(failure?.message == "the value of 'a' is not among 1, 2, 3")
  }

  @Test("tells the comparisons of a column that changes by itself")
  func elapsingColumn() throws {
    var bench = RuleBench()
    let source = Self.table(rows: [
      "false | < 18 -> dagpenge", "true | < 18 -> none", "true | [18..30) -> dagpenge",
    ])
    let read = DecisionTableReader.read(source, names: bench.names)
    let table = try #require(read.value)

    _ = try table.decide(in: &bench)

    #expect(
      bench.comparisons.map { "\($0.comparison.rawValue) \($0.bound.shown)" } == ["< 18", ">= 18", "< 30"])
    #expect(table.slots == [0, 15])
  }

  // MARK: Reading

  @Test("checks cells against their column, whose words it quotes")
  func cells() {
    let found = findings(Self.table(columns: ["benefit", "age"], rows: ["dagpnge | \"x\" -> non"]))

    #expect(
      found.map(\.message) == [
        "'age' is a number, '\"x\"' is a text", "'non' is not a member of 'benefit'",
        "'dagpnge' is not a member of 'benefit'",
      ])
  }

  @Test("takes a list in a cell for membership, and not() for everything else")
  func membership() throws {
    let source = Self.table(columns: ["b"], rows: ["absences -> dagpenge", "not(1, 2, 3) -> none"])

    #expect(try decide(source).matched == [0])
    #expect(try decide(source) { $0.values["b"] = .number(Rational(4)) }.matched == [1])
  }

  @Test(
    "refuses what hangs on an order, with the alternatives",
    arguments: ["priority", "output order", "rule order", "P", "O", "R"])
  func refusesOrder(hit: String) {
    let found = findings(Self.table(hit: hit, rows: ["true | - -> none"]))

    #expect(found.map(\.code) == ["hit-policy-refused"])
    #expect(
      found.first?.hint
        == "write 'unique' and make the rows exclude each other, 'any', 'collect', or 'first' with a reason under 'because'"
    )
  }

  @Test("finds what is wrong with its shape")
  func shape() {
    #expect(findings(Self.table(rows: ["true -> none"])).map(\.code) == ["wrong-cells"])
    #expect(findings(Self.table(rows: [])).map(\.code) == ["no-rows"])
    #expect(findings(Self.table(hit: "uniqe", rows: ["- | - -> none"])).first?.hint == "write 'unique'")
    #expect(
      findings(Self.table(hit: "collect sum", rows: ["- | - -> none"])).map(\.code) == ["type-mismatch"])
    #expect(
      findings(Self.table(rows: ["true | - -> 1", "false | - -> sick"], expecting: nil)).map(\.message)
        == ["'sick' is true or false, a row before it makes 'benefit' a number"])
  }
}
