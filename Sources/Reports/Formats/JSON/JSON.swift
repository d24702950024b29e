/// A JSON document in the making.
///
/// Members keep the order they are given in, and numbers are whole: an amount is in øre, a time in
/// minutes, so that no reader meets a rounded figure.
indirect enum JSON: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Int)
  case string(String)
  case array([JSON])
  case object([Member])

  struct Member: Hashable, Sendable {
    let key: String
    let value: JSON
  }

  /// An object whose keys stand in the order written.
  static func members(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  static func string(_ text: String?) -> JSON { text.map { JSON.string($0) } ?? .null }

  /// The document as text: what fits on a line of 100 columns stands on one, the rest is indented.
  ///
  /// - Complexity: O(*n*) for *n* characters: no line is tried farther than a page is wide.
  func print() -> String {
    // Bytes, since a document is long and made of pieces that are short.
    var text: [UInt8] = []
    write(to: &text, depth: 0, used: 0)
    text.append(UInt8(ascii: "\n"))
    return String(decoding: text, as: UTF8.self)
  }

  private func write(to text: inout [UInt8], depth: Int, used: Int) {
    let start = text.count
    var room = depth > 0 ? TextWrapping.pageWidth - used : 0
    if writeOnOneLine(to: &text, room: &room) { return }
    text.removeLast(text.count - start)
    let margin = 2 * (depth + 1)
    func newLine(_ before: StaticString, _ spaces: Int) {
      before.withUTF8Buffer { text += $0 }
      text.append(UInt8(ascii: "\n"))
      text += repeatElement(UInt8(ascii: " "), count: spaces)
    }
    switch self {
    case .array(let values) where !values.isEmpty:
      for (index, value) in values.enumerated() {
        newLine(index == 0 ? "[" : ",", margin)
        value.write(to: &text, depth: depth + 1, used: margin)
      }
      newLine("", margin - 2)
      text.append(UInt8(ascii: "]"))
    case .object(let members) where !members.isEmpty:
      for (index, member) in members.enumerated() {
        newLine(index == 0 ? "{" : ",", margin)
        let width = JSON.write(member.key, to: &text)
        text += ": ".utf8
        member.value.write(to: &text, depth: depth + 1, used: margin + width + 2)
      }
      newLine("", margin - 2)
      text.append(UInt8(ascii: "}"))
    default:
      var room = Int.max
      _ = writeOnOneLine(to: &text, room: &room)
    }
  }

  /// - Parameter room: how many characters still fit; one must be left over.
  /// - Returns: whether all of it was written.
  private func writeOnOneLine(to text: inout [UInt8], room: inout Int) -> Bool {
    func add(_ piece: StaticString) -> Bool {
      piece.withUTF8Buffer { text += $0 }
      room -= piece.utf8CodeUnitCount
      return room > 0
    }
    switch self {
    case .null: return add("null")
    case .boolean(let value): return add(value ? "true" : "false")
    case .number(let value):
      let digits = String(value).utf8
      text += digits
      room -= digits.count
      return room > 0
    case .string(let value):
      room -= JSON.write(value, to: &text)
      return room > 0
    case .array(let values):
      for (index, value) in values.enumerated() {
        guard add(index == 0 ? "[" : ", "), value.writeOnOneLine(to: &text, room: &room) else {
          return false
        }
      }
      return add(values.isEmpty ? "[]" : "]")
    case .object(let members):
      for (index, member) in members.enumerated() {
        guard add(index == 0 ? "{" : ", ") else { return false }
        room -= JSON.write(member.key, to: &text)
        guard add(": "), member.value.writeOnOneLine(to: &text, room: &room) else { return false }
      }
      return add(members.isEmpty ? "{}" : "}")
    }
  }

  /// Writes a text in quotes.
  ///
  /// - Returns: how many characters were written.
  /// - Source: RFC 8259, section 7.
  private static func write(_ value: String, to text: inout [UInt8]) -> Int {
    text.append(UInt8(ascii: "\""))
    // Nearly every text stands in quotes as it is.
    let isPlain = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    if isPlain {
      text += value.utf8
      text.append(UInt8(ascii: "\""))
      return TextWrapping.columns(of: value) + 2
    }
    let start = text.count
    // Scalars, not characters: a carriage return and a line feed are one character.
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\"".utf8
      case "\\": text += "\\\\".utf8
      case "\n": text += "\\n".utf8
      case "\r": text += "\\r".utf8
      case "\t": text += "\\t".utf8
      case "\u{8}": text += "\\b".utf8
      case "\u{C}": text += "\\f".utf8
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    let written = TextWrapping.columns(of: String(decoding: text[start...], as: UTF8.self))
    text.append(UInt8(ascii: "\""))
    return written + 2
  }
}

extension JSON {
  /// A map from names to numbers, sorted by name.
  static func counts(_ counts: [String: Int]) -> JSON {
    .object(counts.sorted { $0.key < $1.key }.map { Member(key: $0.key, value: .number($0.value)) })
  }
}
