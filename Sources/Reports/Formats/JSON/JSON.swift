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
    var text = ""
    write(to: &text, depth: 0, used: 0)
    return text + "\n"
  }

  private func write(to text: inout String, depth: Int, used: Int) {
    var line = ""
    var room = depth > 0 ? TextWrapping.pageWidth - used : 0
    if writeOnOneLine(to: &line, room: &room) {
      text += line
      return
    }
    let margin = String(repeating: "  ", count: depth + 1)
    let end = "\n" + String(repeating: "  ", count: depth)
    switch self {
    case .array(let values) where !values.isEmpty:
      for (index, value) in values.enumerated() {
        text += index == 0 ? "[\n\(margin)" : ",\n\(margin)"
        value.write(to: &text, depth: depth + 1, used: margin.count)
      }
      text += end + "]"
    case .object(let members) where !members.isEmpty:
      for (index, member) in members.enumerated() {
        let key = JSON.quoted(member.key) + ": "
        text += (index == 0 ? "{\n\(margin)" : ",\n\(margin)") + key
        member.value.write(to: &text, depth: depth + 1, used: margin.count + key.count)
      }
      text += end + "}"
    default:
      var room = Int.max
      _ = writeOnOneLine(to: &text, room: &room)
    }
  }

  /// - Parameter room: how many characters still fit; one must be left over.
  /// - Returns: whether all of it was written.
  private func writeOnOneLine(to line: inout String, room: inout Int) -> Bool {
    func add(_ piece: String) -> Bool {
      line += piece
      room -= piece.count
      return room > 0
    }
    switch self {
    case .null: return add("null")
    case .boolean(let value): return add(value ? "true" : "false")
    case .number(let value): return add(String(value))
    case .string(let value): return add(JSON.quoted(value))
    case .array(let values):
      for (index, value) in values.enumerated() {
        guard add(index == 0 ? "[" : ", "), value.writeOnOneLine(to: &line, room: &room) else {
          return false
        }
      }
      return add(values.isEmpty ? "[]" : "]")
    case .object(let members):
      for (index, member) in members.enumerated() {
        guard add(index == 0 ? "{" : ", "), add(JSON.quoted(member.key)), add(": "),
          member.value.writeOnOneLine(to: &line, room: &room)
        else { return false }
      }
      return add(members.isEmpty ? "{}" : "}")
    }
  }

  /// - Source: RFC 8259, section 7.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    // Nearly every text stands in quotes as it is.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    if isPlain {
      quoted += text
      quoted += "\""
      return quoted
    }
    // Scalars, not characters: a carriage return and a line feed are one character.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{8}": quoted += "\\b"
      case "\u{C}": quoted += "\\f"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension JSON {
  /// A map from names to numbers, sorted by name.
  static func counts(_ counts: [String: Int]) -> JSON {
    .object(counts.sorted { $0.key < $1.key }.map { Member(key: $0.key, value: .number($0.value)) })
  }
}
