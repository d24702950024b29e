extension Reports {
  /// Two texts of a file as a unified difference, for reading and for `patch`.
  ///
  /// - Returns: nothing when the texts are the same.
  package static func unifiedDifference(of file: String, from old: String, to new: String) -> String {
    UnifiedDifference(old, new).print(file: file)
  }
}

/// The lines that differ between two texts, with three lines around them.
///
/// - Source: POSIX.1-2024, `diff`, "Diff -u or -U Output Format".
struct UnifiedDifference {
  private enum Line {
    case kept(Substring), removed(Substring), added(Substring)
  }

  private static let context = 3
  private let lines: [Line]
  private let endsWithoutFeed: (old: Bool, new: Bool)

  init(_ old: String, _ new: String) {
    let (before, after) = (Self.lines(of: old), Self.lines(of: new))
    endsWithoutFeed = (Self.endsWithoutFeed(old), Self.endsWithoutFeed(new))
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for step in after.difference(from: before) {
      switch step {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left), left < before.count {
        lines.append(.removed(before[left]))
        left += 1
      } else if added.contains(right), right < after.count {
        lines.append(.added(after[right]))
        right += 1
      } else {
        lines.append(.kept(before[left]))
        left += 1
        right += 1
      }
    }
    self.lines = lines
  }

  func print(file: String) -> String {
    let hunks = hunks()
    guard !hunks.isEmpty else { return "" }
    let place = file.hasPrefix("/") ? file : "/\(file)"
    return "--- a\(place)\n+++ b\(place)\n" + hunks.map(print).joined()
  }

  /// Stretches of lines around what differs; those that touch are one.
  private func hunks() -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if case .kept = line { continue }
      let around = max(0, index - Self.context)..<min(lines.count, index + Self.context + 1)
      if let last = hunks.last, last.upperBound >= around.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }

  private func print(_ hunk: Range<Int>) -> String {
    let before = counts(lines[..<hunk.lowerBound])
    let inside = counts(lines[hunk])
    let all = counts(lines[...])
    var (left, right) = before
    var text = "@@ -\(Self.span(left, inside.old)) +\(Self.span(right, inside.new)) @@\n"
    for line in lines[hunk] {
      switch line {
      case .kept(let words):
        (left, right) = (left + 1, right + 1)
        text += " \(words)\n" + mark(left == all.old && endsWithoutFeed.old)
      case .removed(let words):
        left += 1
        text += "-\(words)\n" + mark(left == all.old && endsWithoutFeed.old)
      case .added(let words):
        right += 1
        text += "+\(words)\n" + mark(right == all.new && endsWithoutFeed.new)
      }
    }
    return text
  }

  private func mark(_ isLast: Bool) -> String { isLast ? "\\ No newline at end of file\n" : "" }

  private func counts(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
    lines.reduce((0, 0)) { sum, line in
      switch line {
      case .kept: (sum.0 + 1, sum.1 + 1)
      case .removed: (sum.0 + 1, sum.1)
      case .added: (sum.0, sum.1 + 1)
      }
    }
  }

  /// The first line and how many; a stretch of none stands behind a line, and one of one needs no count.
  private static func span(_ before: Int, _ count: Int) -> String {
    count == 0 ? "\(before),0" : count == 1 ? "\(before + 1)" : "\(before + 1),\(count)"
  }

  private static func endsWithoutFeed(_ text: String) -> Bool {
    text.unicodeScalars.last.map { $0 != "\n" } ?? false
  }

  private static func lines(of text: String) -> [Substring] {
    // Scalars, not characters: a carriage return and a line feed are one character.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Substring($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
