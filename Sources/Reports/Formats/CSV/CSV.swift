/// Rows of comma-separated values.
///
/// - Source: RFC 4180: lines end in CR LF, and a field with a comma, a quote or a line end is quoted.
struct CSV {
  private var text = ""

  init(_ headings: String...) { self.init(headings: headings) }

  init(headings: [String]) { add(headings) }

  mutating func add(_ fields: [String]) {
    text += fields.map(CSV.field).joined(separator: ",") + "\r\n"
  }

  func print() -> String { text }

  private static func field(_ text: String) -> String {
    // Scalars, not characters: a carriage return and a line feed are one character.
    let needsQuotes =
      text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }
      || text.first == " " || text.last == " "
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
