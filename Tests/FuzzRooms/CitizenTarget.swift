internal import Diagnostics
internal import Expressions
internal import Quantities
internal import Reading
internal import Scenarios

/// Reads rows of citizens by two mappings, at once and in small pieces: where a piece ends must not matter.
struct CitizenTarget: FuzzTarget {
  private let mappings: [PopulationMapping]

  init() throws {
    let bench = try RuleBench(with: ["map.yaml": ""])
    defer { bench.leave() }
    let path = "\(bench.root)/map.yaml"
    mappings = try CitizenTarget.texts.map { text in
      var library = bench.library.replacing(path, with: text)
      guard let mapping = library.mapping(at: path), !library.findings.hasErrors else { throw RuleBench.Unready() }
      return mapping
    }
  }

  func complaint(about input: [UInt8]) -> String? {
    for mapping in mappings {
      let whole = read(input, by: mapping, inPiecesOf: max(1, input.count))
      if let misplaced = whole.findings.misplaced() { return misplaced }
      let pieces = read(input, by: mapping, inPiecesOf: 3)
      guard whole.citizens == pieces.citizens, whole.findings.all == pieces.findings.all else {
        return "\(mapping.name): read at once and in pieces the file says different things"
      }
    }
    return nil
  }

  private func read(
    _ input: [UInt8], by mapping: PopulationMapping, inPiecesOf size: Int
  ) -> (citizens: [Row], findings: Findings) {
    do {
      var csv = try PopulationCSV(mapping, from: ByteSource(input, file: "f", inPiecesOf: size))
      var citizens: [Row] = []
      while true {
        let next = csv.next(10)
        if next.isEmpty { return (citizens, csv.findings) }
        citizens += next.map { Row(key: $0.key, weight: $0.weight, initial: $0.scenario.initial, changes: $0.scenario.changes) }
      }
    } catch {
      return ([], Findings([error]))
    }
  }

  /// What a file says of a citizen.
  private struct Row: Equatable {
    let key: UInt64
    let weight: Weight
    let initial: [Value]
    let changes: [Scenario.Change]
  }

  private static let texts = [
    """
    mapping: long
    title: {da: Lang, en: Long}
    window: 2023-01-01..2024-01-01
    file: long.csv
    tolerates: 5
    columns: {citizen: id, on: day, fact: fact, value: value}
    """,
    """
    mapping: wide
    title: {da: Bred, en: Wide}
    window: 2023-01-01..2024-01-01
    file: wide.csv
    separator: ";"
    tolerates: 5
    columns: {citizen: id, on: day}
    facts:
      born: {column: fact}
      sick: {column: value, values: {J: true, N: false}}
    """,
  ]
}
