internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// Watches conditions being evaluated and remembers what decided, as a tree.
///
/// A definition opens a branch; the comparison that asked for it takes the branch as its part. It never
/// alters a result: it is told of values, and gives none.
struct ExplanationRecorder: Sendable {
  private struct Frame: Sendable {
    var parts: [Explanation] = []
    /// Definitions that were evaluated for a comparison not yet told.
    var waiting: [Explanation] = []
    var provision: Provision?
  }

  private var frames: [Frame] = [Frame()]

  mutating func enter(_ provision: Provision) {
    var frame = Frame()
    frame.provision = provision
    frames.append(frame)
  }

  mutating func leave(with value: Value, type: ValueType) {
    guard frames.count > 1, let frame = frames.popLast(), let provision = frame.provision else { return }
    frames[frames.count - 1].waiting.append(
      Explanation(
        subject: provision.id.name, label: provision.label,
        outcome: valueInWords(value, type: type), holds: value.boolean,
        citation: provision.citation, provision: provision.id, parts: frame.parts + frame.waiting))
  }

  /// - Parameter facts: the names that the condition read, with their values.
  mutating func record(condition: String, holds: Bool, facts: [Explanation]) {
    let last = frames.count - 1
    let known = Set(frames[last].waiting.map(\.subject))
    // `benefit = dagpenge` that holds need not be told that the benefit is dagpenge.
    let parts =
      frames[last].waiting
      + facts.filter { !known.contains($0.subject) && "\($0.subject) = \($0.outcome)" != condition }
    frames[last].waiting = []
    frames[last].parts.append(
      Explanation(
        subject: condition, outcome: holds ? "true" : "false", holds: holds, parts: parts))
  }

  /// A boolean definition standing as a condition by itself.
  mutating func settle() {
    let last = frames.count - 1
    frames[last].parts += frames[last].waiting
    frames[last].waiting = []
  }

  /// What was recorded since the beginning.
  var parts: [Explanation] { frames[0].parts + frames[0].waiting }
}

/// A value as the rule language writes it.
func valueInWords(_ value: Value, type: ValueType) -> String {
  switch value {
  case .boolean(let holds): return holds ? "true" : "false"
  case .member(let index):
    if case .enumeration(let enumeration)? = Optional(type.known), enumeration.members.indices.contains(index) {
      return enumeration.members[index]
    }
    return "\(index)"
  case .number(let number): return "\(number)"
  case .money(let øre):
    let kroner = øre.divided(by: Rational(100)) ?? øre
    guard case .money(let per?, _) = type.known else { return "\(kroner) kr" }
    return "\(kroner) kr per \(per.rawValue)"
  case .months(let months):
    return months % 12 == 0 ? "\(months / 12) years" : "\(months) months"
  case .time:
    guard let days = value.period?.days else { return "part of a day" }
    return days % 7 == 0 && days != 0 ? "\(days / 7) weeks" : "\(days) days"
  case .date(let day): return "\(day)"
  case .text(let text): return "\"\(text)\""
  case .list(let items):
    return "[" + items.map { valueInWords($0, type: type) }.joined(separator: ", ") + "]"
  case .unknown: return "unknown"
  }
}
