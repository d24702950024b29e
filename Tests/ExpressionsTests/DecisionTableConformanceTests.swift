import Diagnostics
import Expressions
import Quantities
import Testing

@Suite(
  "A decision table of DMN",
  .enabled(if: FEELCases.isPresent, "needs the conformance data: set HEGN_CONFORMANCE to its folder"))
struct DecisionTableConformanceTests {
  @Test("decides as DMN says")
  func decides() throws {
    let cases = try FEELCases.lines("decision-tables.jsonl")

    for line in cases {
      let id = try need(line["id"], String.self)
      var inputs = try FEELInputs.needed(line["values"])
      let read = DecisionTableReader.read(try DecisionTableSource(dmn: line), names: inputs.names)
      guard let table = read.value else {
        Issue.record("\(id): \(read.findings.all.map(\.message))")
        continue
      }
      do {
        let decision = try table.decide(in: &inputs)
        try expect(decision, of: table, toBe: try need(line["expected"], [String: Any].self), id)
      } catch let finding as Diagnostic {
        Issue.record("\(id): \(finding.message)")
      }
    }

    #expect(cases.count >= 28)
  }

  @Test("is refused when its meaning hangs on an order, with the alternatives")
  func refusesOrder() throws {
    for line in try FEELCases.lines("decision-tables-other.jsonl") {
      let inputs = try FEELInputs.needed(line["values"])
      let read = DecisionTableReader.read(try DecisionTableSource(dmn: line), names: inputs.names)

      #expect(read.value == nil)
      #expect(read.findings.all.map(\.code) == ["hit-policy-refused"])
      #expect(read.findings.all.first?.hint?.contains("'unique'") == true)
    }
  }

  private func expect(
    _ decision: Decision, of table: DecisionTable, toBe expected: [String: Any], _ id: String
  ) throws {
    let names = table.outputs.map(\.name)
    if let row = expected["row"] as? [String: [String: Any]] {
      #expect(decision.values == names.map { row[$0].flatMap { Value(feel: $0) } }, "\(id)")
      #expect(row.count == names.count)
    } else if let rows = expected["rows"] as? [[String: [String: Any]]] {
      let columns = names.map { name in
        Value.list(rows.compactMap { row in row[name].flatMap { Value(feel: $0) } })
      }
      #expect(decision.values == columns, "\(id)")
      #expect(decision.matched.count == rows.count)
    } else {
      let value = try #require((expected["aggregate"] as? [String: Any]).flatMap { Value(feel: $0) })
      #expect(decision.values == [value], "\(id)")
    }
  }
}

extension DecisionTableSource {
  init(dmn line: [String: Any]) throws {
    let columns = try need(line["inputs"], [[String: Any]].self)
    let outputs = try need(line["outputs"], [[String: Any]].self)
    let rules = try need(line["rules"], [[String: [String]]].self)
    let range = FEELCases.marked("").range
    func marked(_ text: Any?) -> MarkedText? { (text as? String).map(FEELCases.marked) }
    self.init(
      hit: marked(line["hit_policy"]), because: "the case says so",
      columns: try columns.map { Column(FEELCases.marked(try need($0["expression"], String.self)), allowed: marked($0["allowed"])) },
      outputs: try outputs.map {
        let name = try need($0["type"], String.self)
        let type = try #require(ValueType(feel: name))
        return Output(
          try need($0["name"], String.self), expecting: Expectation(type, reason: "the output"),
          allowed: marked($0["allowed"]), otherwise: marked($0["default"]))
      },
      rows: rules.map {
        Row(
          when: ($0["when"] ?? []).map(FEELCases.marked), then: ($0["then"] ?? []).map(FEELCases.marked),
          range: range)
      }, range: range)
  }
}
