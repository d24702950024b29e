package import Diagnostics
internal import Reading

/// A rule with one thing changed: a number, a comparison, a group, a deadline, a repeal. A rule test should
/// notice.
package struct Mutant: Sendable {
  /// `current/duties/first-interview`-like place for people, and where in the file.
  package let provision: String
  package let range: SourceRange
  package let original: String
  /// Empty where the original is struck from its list.
  package let changed: String
}

/// Makes mutants of rule texts.
enum Mutator {
  /// Every mutant of a part: each number one up, each comparison turned to its neighbour, `and` to `or`, a
  /// truth to its opposite, a group struck from a list, a repeal struck from its measure, a deadline that a
  /// name gives doubled. One written as a number is among the numbers.
  static func mutants(of part: RulePart) -> [(offsets: Range<Int>, text: String)] {
    let scalars = Array(part.text.text.unicodeScalars)
    switch part.kind {
    case .group:
      // A duty for nobody is refused when it is read, so the only group stays.
      return part.siblings > 1 ? [(0..<scalars.count, "")] : []
    case .repeal:
      // A value that the law reads well without is read by nothing: to leave it standing changes nothing.
      let isValue = ["definitions/", "parameters/", "practice/", "clocks/"].contains { part.text.text.hasPrefix($0) }
      return isValue ? [] : [(0..<scalars.count, "")]
    case .deadline:
      // Doubled and not a day longer, since months and days do not add.
      let isName = scalars.first?.properties.isAlphabetic ?? false
      return isName ? [(0..<scalars.count, "(\(part.text.text)) * 2")] : []
    case .expression:
      return tokens(scalars).compactMap { token in
        replacement(of: token.text).map { (token.offsets, $0) }
      }
    }
  }

  private static let exchanged: [String: String] = [
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "=", "and": "or", "or": "and",
    "true": "false", "false": "true",
  ]

  private static func replacement(of token: String) -> String? {
    if let other = exchanged[token] { return other }
    guard let first = token.unicodeScalars.first, ("0"..."9").contains(first) else { return nil }
    // Dates move by a day, other numbers by one in their last place.
    if token.count == 10, token.contains("-") {
      return token.hasSuffix("01") ? String(token.dropLast(2)) + "02" : String(token.dropLast(2)) + "01"
    }
    guard let last = token.unicodeScalars.last, let digit = Int(String(last)) else { return nil }
    return String(token.dropLast()) + String(digit == 9 ? 8 : digit + 1)
  }

  /// Numbers, words and comparison signs, with their places; a number is never part of a name.
  private static func tokens(
    _ scalars: [Unicode.Scalar]
  ) -> [(offsets: Range<Int>, text: String)] {
    var tokens: [(offsets: Range<Int>, text: String)] = []
    var index = 0
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "_-.".unicodeScalars.contains(scalar)
    }
    while index < scalars.count {
      let start = index
      if scalars[index] == "\"" {
        index += 1
        while index < scalars.count, scalars[index] != "\"" { index += 1 }
        index += 1
        continue
      }
      if isWord(scalars[index]) {
        while index < scalars.count, isWord(scalars[index]) { index += 1 }
      } else if "<>=!".unicodeScalars.contains(scalars[index]) {
        while index < scalars.count, "<>=!".unicodeScalars.contains(scalars[index]) { index += 1 }
      } else {
        index += 1
        continue
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[start..<index])
      tokens.append((start..<index, text))
    }
    return tokens
  }
}
