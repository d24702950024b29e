package import Diagnostics
package import Vocabulary

/// Which conditions of a law tests show to decide an outcome, for reports.
package struct ConditionCoverage: Sendable {
  /// How a condition stands.
  package enum Verdict: String, Sendable, CaseIterable {
    case decides
    case neverAsked = "never-asked"
    case alwaysHolds = "always-holds"
    case neverHolds = "never-holds"
    case neverAlone = "never-alone"

    fileprivate var words: Label {
      switch self {
      case .decides: Label(danish: "afgør", english: "decides")
      case .neverAsked: Label(danish: "bliver aldrig spurgt", english: "is never asked")
      case .alwaysHolds: Label(danish: "gælder hver gang", english: "holds every time")
      case .neverHolds: Label(danish: "gælder aldrig", english: "never holds")
      case .neverAlone:
        Label(danish: "afgør aldrig alene udfaldet", english: "never makes the difference by itself")
      }
    }
  }

  package struct Condition: Sendable {
    package let provision: String
    package let range: SourceRange
    /// The author's words.
    package let words: String
    package let verdict: Verdict
    /// How often it held, and how often it did not.
    package let holding: Int
    package let failing: Int

    package init(
      provision: String, range: SourceRange, words: String, verdict: Verdict, holding: Int, failing: Int
    ) {
      self.provision = provision
      self.range = range
      self.words = words
      self.verdict = verdict
      self.holding = holding
      self.failing = failing
    }
  }

  package struct Row: Sendable {
    package let provision: String
    package let range: SourceRange
    package let matches: Int

    package init(provision: String, range: SourceRange, matches: Int) {
      self.provision = provision
      self.range = range
      self.matches = matches
    }
  }

  package let law: String
  package let conditions: [Condition]
  package let rows: [Row]

  package init(law: String, conditions: [Condition], rows: [Row]) {
    self.law = law
    self.conditions = conditions
    self.rows = rows
  }

  package var shown: Int { conditions.count { $0.verdict == .decides } }
  package var matched: Int { rows.count { $0.matches > 0 } }

  /// One line for each condition that is not shown to decide, and each row that never matched.
  package func gaps(in language: Language) -> [String] {
    let conditions = conditions.filter { $0.verdict != .decides }.map { condition in
      (condition.range, "'\(condition.words)' \(condition.verdict.words[language])", condition.provision)
    }
    let rows = rows.filter { $0.matches == 0 }.map { row in
      (row.range, Label(danish: "rækken passer aldrig", english: "the row never matches")[language], row.provision)
    }
    return (conditions + rows).sorted { $0.0 < $1.0 }.map { "\($0.0): \($0.1), \($0.2)" }
  }

  /// One sentence, with the numbers.
  package var words: Label {
    let share = "\(conditions.isEmpty ? 100 : shown * 100 / conditions.count) %"
    return Label(
      danish:
        "\(law): af \(conditions.count) betingelser er \(shown) vist at afgøre noget alene (\(share)); af \(rows.count) rækker i tabeller har \(matched) passet",
      english:
        "\(law): of \(conditions.count) conditions \(shown) are shown to decide by themselves (\(share)); of \(rows.count) rows of tables \(matched) matched")
  }
}

extension ConditionCoverage {
  static let columns = ["law", "provision", "file", "line", "column", "condition", "verdict", "holds", "fails"]

  /// A line of a table for each condition and each row.
  var cells: [[String]] {
    let conditions = conditions.map { condition in
      (condition.range, condition.provision, condition.words, condition.verdict.rawValue,
        "\(condition.holding)", "\(condition.failing)")
    }
    let rows = rows.map { row in
      (row.range, row.provision, "", row.matches > 0 ? "matches" : "never-matches", "\(row.matches)", "")
    }
    return (conditions + rows).sorted { $0.0 < $1.0 }.map { place, provision, words, verdict, holds, fails in
      [law, provision, place.file, "\(place.start.line)", "\(place.start.column)", words, verdict, holds, fails]
    }
  }

  var json: JSON {
    .members([
      "law": .string(law), "conditions": .number(conditions.count), "shown": .number(shown),
      "rows": .number(rows.count), "matched": .number(matched),
      "gaps": .array(
        conditions.filter { $0.verdict != .decides }.map { condition in
          .members([
            "provision": .string(condition.provision), "condition": .string(condition.words),
            "verdict": .string(condition.verdict.rawValue), "file": .string(condition.range.file),
            "line": .number(condition.range.start.line), "column": .number(condition.range.start.column),
          ])
        }),
      "unmatched": .array(
        rows.filter { $0.matches == 0 }.map { row in
          .members([
            "provision": .string(row.provision), "file": .string(row.range.file),
            "line": .number(row.range.start.line),
          ])
        }),
    ])
  }
}
