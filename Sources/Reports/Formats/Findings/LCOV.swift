internal import Diagnostics

/// Conditions as an LCOV trace file, which servers that show coverage beside lines read.
///
/// Every line of a file of rules that holds a condition or a row is a line (`DA`); every condition is two
/// branches (`BRDA`): it held, it did not; and where it stands in a decision, the two senses in which it was
/// shown to decide (`MCDC`, which lcov reads since 2.2 and others pass over).
///
/// A condition of a law stands in the files of another where a reform keeps its words. Files are told once: what
/// was seen is added up, and a condition counts as shown when the tests of any law show it.
///
/// - Source: `man geninfo` of lcov 2.3, *Tracefile format*.
struct LCOV {
  private struct Branch {
    var words: String
    var holding: Int
    var failing: Int
    var isShown: Bool
  }

  private var branches: [String: [SourceRange: Branch]] = [:]
  private var rows: [String: [SourceRange: Int]] = [:]

  init(_ laws: [ConditionCoverage]) {
    for law in laws {
      for condition in law.conditions {
        let new = Branch(words: condition.words, holding: 0, failing: 0, isShown: false)
        var branch = branches[condition.range.file, default: [:]][condition.range] ?? new
        branch.holding += condition.holding
        branch.failing += condition.failing
        branch.isShown = branch.isShown || condition.verdict == .decides
        branches[condition.range.file, default: [:]][condition.range] = branch
      }
      for row in law.rows {
        rows[row.range.file, default: [:]][row.range, default: 0] += row.matches
      }
    }
  }

  func print() -> String {
    let files = Set(branches.keys).union(rows.keys).sorted()
    return files.map(record).joined()
  }

  private func record(of file: String) -> String {
    let branches = (branches[file] ?? [:]).sorted { $0.key < $1.key }
    let byLine = Dictionary(grouping: branches) { $0.key.start.line }
    var times: [Int: Int] = [:]
    for (place, matches) in rows[file] ?? [:] { times[place.start.line, default: 0] += matches }
    for (place, branch) in branches {
      times[place.start.line] = max(times[place.start.line] ?? 0, branch.holding + branch.failing)
    }
    var text = "TN:hegn\nSF:\(file)\n"
    for (line, group) in byLine.sorted(by: { $0.key < $1.key }) {
      for (index, (_, branch)) in group.enumerated() {
        let asked = branch.holding + branch.failing > 0
        text += "BRDA:\(line),\(index),0,\(asked ? "\(branch.holding)" : "-")\n"
        text += "BRDA:\(line),\(index),1,\(asked ? "\(branch.failing)" : "-")\n"
      }
    }
    text += "BRF:\(branches.count * 2)\n"
    text += "BRH:\(branches.reduce(0) { $0 + ($1.value.holding > 0 ? 1 : 0) + ($1.value.failing > 0 ? 1 : 0) })\n"
    for (line, group) in byLine.sorted(by: { $0.key < $1.key }) {
      for (index, (_, branch)) in group.enumerated() {
        for sense in ["t", "f"] {
          text += "MCDC:\(line),\(group.count),\(sense),\(branch.isShown ? 1 : 0),\(index),\(LCOV.oneLine(branch.words))\n"
        }
      }
    }
    text += "MCF:\(branches.count * 2)\nMCH:\(branches.count { $0.value.isShown } * 2)\n"
    for (line, count) in times.sorted(by: { $0.key < $1.key }) { text += "DA:\(line),\(count)\n" }
    text += "LF:\(times.count)\nLH:\(times.count { $0.value > 0 })\nend_of_record\n"
    return text
  }

  /// A record ends where its line does.
  private static func oneLine(_ words: String) -> String {
    words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
