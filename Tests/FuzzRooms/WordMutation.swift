internal import Foundation

/// Changes lines of YAML as an author would get them wrong: word by word and line by line.
///
/// A byte changed at random mostly makes text that is no YAML, and the reader of rules never sees it. A word
/// in place of another, a line that is gone, doubled, moved or indented otherwise leaves a file that reads,
/// and says something that nobody thought of.
package struct WordMutation: Sendable {
  /// Words that rules and courses are made of.
  private let words: [[UInt8]]

  /// - Parameter texts: where the words are taken from.
  package init(wordsOf texts: [String]) {
    var seen: Set<[UInt8]> = []
    for text in texts {
      for word in WordMutation.stretches(of: Array(text.utf8)) { seen.insert(Array(Array(text.utf8)[word])) }
    }
    seen.formUnion(WordMutation.oddities.map { Array($0.utf8) })
    words = seen.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The words of the fixtures that read well, and such as lie at the edges.
  package static func shipped() -> WordMutation {
    let good = RuleBench.fixtures.appendingPathComponent("good")
    let files = FileManager.default.enumerator(atPath: good.path)?.compactMap { $0 as? String } ?? []
    return WordMutation(
      wordsOf: files.filter { $0.hasSuffix(".yaml") }.sorted().compactMap {
        try? String(contentsOf: good.appendingPathComponent($0), encoding: .utf8)
      })
  }

  private static let oddities = [
    "-1", "0", "1", "99999999999999999999", "170141183460469231731687303715884105727", "1e38", "0001-01-01",
    "9999-12-31", "2024-02-29", "0001-01-01..9999-12-31", "1 day", "0 days", "9999 years", "119988 months",
    "1_000_000_000_000 kr", "100 %", "-5 %", "\"true\"", "null", "~", "*a", "&a", "<<", "[]", "{}", "\"", "'",
    "|", ">", "---", "...", "!!str", "true", "false", "unknown", "today", "?", "- ", ": ", "#", "\t", "\u{85}",
    "../../etc/passwd", "🐎", "e\u{301}",
  ]

  /// Lower-case stretches between spaces and the signs of YAML.
  private static func stretches(of text: [UInt8]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start: Int?
    for (index, byte) in text.enumerated() {
      let isSign = " \n\r\t,:[]{}()\"'#".utf8.contains(byte)
      if isSign, let from = start {
        stretches.append(from..<index)
        start = nil
      } else if !isSign, start == nil {
        start = index
      }
    }
    if let start { stretches.append(start..<text.count) }
    return stretches
  }

  /// - Parameter seed: the same seed changes the same text in the same way.
  package func changed(_ text: [UInt8], seed: UInt64) -> [UInt8] {
    var draws = Draws(state: seed &+ 0x9E37_79B9_7F4A_7C15)
    var text = text
    for _ in 0...draws.below(3) { text = once(text, &draws) }
    return text
  }

  private func once(_ text: [UInt8], _ draws: inout Draws) -> [UInt8] {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    guard !lines.isEmpty else { return text }
    let line = draws.below(lines.count)
    switch draws.below(10) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: draws.below(lines.count + 1))
    case 2: lines.swapAt(line, draws.below(lines.count))
    case 3: lines[line].insert(contentsOf: Array("  ".utf8), at: 0)
    case 4: lines[line].removeFirst(min(2, lines[line].prefix { $0 == UInt8(ascii: " ") }.count))
    case 5:
      let from = lines[draws.below(lines.count)]
      lines.insert(from.prefix { $0 == UInt8(ascii: " ") } + word(&draws) + Array(": ".utf8) + word(&draws), at: line)
    default:
      let stretches = WordMutation.stretches(of: lines[line])
      guard !stretches.isEmpty else { return text + word(&draws) }
      let stretch = stretches[draws.below(stretches.count)]
      let other =
        draws.below(3) == 0
        ? Array(lines[line][stretches[draws.below(stretches.count)]]) : word(&draws)
      if draws.below(4) == 0 {
        lines[line].insert(contentsOf: [UInt8(ascii: " ")] + other, at: stretch.upperBound)
      } else {
        lines[line].replaceSubrange(stretch, with: other)
      }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private func word(_ draws: inout Draws) -> [UInt8] { words[draws.below(words.count)] }

  /// Any sequence will do, as long as it is the same each time.
  private struct Draws {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, limit)))
    }
  }
}
