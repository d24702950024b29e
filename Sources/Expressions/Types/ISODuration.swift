internal import Quantities

/// Durations in the notation of ISO 8601, which FEEL uses: `P1Y2M`, `-P10D`, `PT36H`.
enum ISODuration {
  /// The largest count of one unit. Far beyond any law, and far from where arithmetic overflows.
  static let limit = 10_000_000_000

  /// The largest duration of days, in days.
  static let longest = Int128(limit) * 7

  /// - Returns: `nil` for malformed text, and for months and days in one: no month is a fixed number
  ///   of days, so such a duration could be compared with nothing.
  static func value(of text: String) -> Value? {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    guard rest.first == "P" else { return nil }
    rest.removeFirst()
    let parts = rest.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = components(parts[0], "YMD"), parts.count == 1 || !parts[1].isEmpty,
      let time = parts.count == 2 ? components(parts[1], "HMS") : [:], !(date.isEmpty && time.isEmpty)
    else { return nil }
    let sign = isNegative ? -1 : 1
    if date["Y"] != nil || date["M"] != nil {
      guard date["D"] == nil, time.isEmpty, let years = (date["Y"] ?? .zero).whole,
        let months = (date["M"] ?? .zero).whole
      else { return nil }
      return .months(sign * (years * 12 + months))
    }
    let seconds: [(Rational?, Int)] = [
      (date["D"], 86_400), (time["H"], 3_600), (time["M"], 60), (time["S"], 1),
    ]
    var total = Rational.zero
    for (count, length) in seconds {
      guard let part = (count ?? .zero).multiplied(by: Rational(length * 1_000_000_000)),
        let sum = total.adding(part)
      else { return nil }
      total = sum
    }
    guard total.isWhole else { return nil }
    return .time(nanoseconds: isNegative ? -total.numerator : total.numerator)
  }

  /// The counts by their letter; the letters must come in the order given, each at most once.
  private static func components(_ text: Substring, _ letters: String) -> [Character: Rational]? {
    var found: [Character: Rational] = [:]
    var allowed = Substring(letters)
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber || character == "." {
        digits.append(character)
        continue
      }
      guard let index = allowed.firstIndex(of: character), digits.first != ".", digits.last != ".",
        let count = Rational(decimal: digits), count.isWhole || character == "S",
        count <= Rational(limit)
      else { return nil }
      found[character] = count
      allowed = allowed[allowed.index(after: index)...]
      digits = ""
    }
    return digits.isEmpty ? found : nil
  }
}

extension Value {
  var isMonths: Bool { if case .months = self { true } else { false } }
}
