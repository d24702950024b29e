internal import Diagnostics
internal import MarkedYAML

/// All events of a text, and what libyaml refused.
func events(of text: String) -> (events: [YAMLEvent], refusal: Diagnostic?) {
  var events: [YAMLEvent] = []
  do throws(Diagnostic) {
    let reader = try YAMLEventReader(Array(text.utf8), file: "rules.yaml")
    while let event = try reader.next() { events.append(event) }
    return (events, nil)
  } catch {
    return (events, error)
  }
}

func scalars(of text: String) -> [YAMLScalar] {
  events(of: text).events.compactMap { event in
    if case .scalar(let scalar) = event.kind { scalar } else { nil }
  }
}

/// The lines of a file as libyaml counts them, without the byte order mark.
func fileLines(_ text: String) -> [[Unicode.Scalar]] {
  var lines: [[Unicode.Scalar]] = [[]]
  var scalars = Array(text.unicodeScalars)
  if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
  for (index, scalar) in scalars.enumerated() {
    lines[lines.count - 1].append(scalar)
    let isFirstOfTwo = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
    if "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar), !isFirstOfTwo { lines.append([]) }
  }
  return lines
}

/// What is wrong with the places of a scalar's characters: nothing, when each visible one that is not
/// written as an escape stands where it is said to, and no two share a place.
func misplaced(_ scalar: YAMLScalar, in lines: [[Unicode.Scalar]]) -> [String] {
  var problems: [String] = []
  var last: SourcePosition?
  for (offset, wanted) in scalar.text.unicodeScalars.enumerated() {
    let position = scalar.marked.position(at: offset)
    if let last, position <= last { problems.append("\(offset): \(position) is not after \(last)") }
    last = position
    guard position.line <= lines.count, position.column <= lines[position.line - 1].count else {
      problems.append("\(offset): \(position) is outside the file")
      continue
    }
    let found = lines[position.line - 1][position.column - 1]
    let isEscape = scalar.style == .doubleQuoted && found == "\\"
    if !wanted.properties.isWhitespace, !isEscape, found != wanted {
      problems.append("\(offset): '\(found)' stands at \(position), expected '\(wanted)'")
    }
  }
  return problems
}
