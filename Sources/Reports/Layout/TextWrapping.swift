/// Text broken into lines that fit a width.
///
/// - Unit: a width counts characters as people see them; each takes one column, Danish letters too.
enum TextWrapping {
  /// Columns of a report on a terminal.
  static let pageWidth = 100

  /// The words of `text` on lines of at most `width`; a word that is too long is cut, and a number
  /// stays with its unit.
  ///
  /// Line breaks and control characters of the text become spaces: a label cannot steer a terminal.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in words(text) {
      // Counting characters is slow, so each word is counted once and lines add up their words.
      var rest = word[...]
      var size = columns(of: word)
      if length > 0, length + 1 + size > width {
        lines.append(line)
        (line, length) = ("", 0)
      }
      while size > width {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
        size -= width
      }
      if length > 0 {
        line += " "
        length += 1
      }
      line += rest
      length += size
    }
    if length > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The length of the longest word: a column narrower than this cuts words.
  static func longestWord(_ text: String) -> Int { words(text).map(columns).max() ?? 0 }

  /// How many characters a text has.
  ///
  /// Up to U+02FF, where every Danish letter stands, each code point is a character, save a line break of two.
  static func columns(of text: String) -> Int {
    var points = 0
    for byte in text.utf8 {
      guard byte <= 0xCB, byte != 0x0D else { return text.count }
      if byte & 0xC0 != 0x80 { points += 1 }
    }
    return points
  }

  static func spaces(_ count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { buffer in
      buffer.initialize(repeating: UInt8(ascii: " "))
      return count
    }
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var start: String.Index?
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      let control = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      // A no-break space is left alone: what it joins stays on one line.
      if control || scalar == " " || scalar == "\u{2028}" || scalar == "\u{2029}" {
        if let start { words.append(String(text.unicodeScalars[start..<index])) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let start { words.append(String(text.unicodeScalars[start...])) }
    return joined(words)
  }

  /// Words that make no sense at the end of a line, and those that make none at its start.
  private static let leading: Set<String> = ["§", "§§", "stk.", "nr.", "DKK"]
  private static let trailing: Set<String> = ["kr.", "kr.,", "%", "timer", "hours", "·", "–", "→"]

  /// `§ 31` and `12,50 kr.` count as one word.
  private static func joined(_ words: [String]) -> [String] {
    var joined: [String] = []
    var glues = false
    for word in words {
      if let last = joined.last, glues || trailing.contains(word) {
        joined[joined.count - 1] = "\(last) \(word)"
      } else {
        joined.append(word)
      }
      glues = leading.contains(word)
    }
    return joined
  }
}
