internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// When a duty falls due, in words: the only room that says a schedule in a language.
///
///     {at least: 4, in: 6 months}     mindst 4 inden for 6 måneder     at least 4 within 6 months
struct ScheduleWords {
  let law: Law

  func words(_ schedule: Schedule) -> Label {
    switch schedule {
    case .nothing: return Label(danish: "intet krav", english: "nothing is due")
    case .within(let length):
      let length = duration(length)
      return Label(danish: "inden for \(length.danish)", english: "within \(length.english)")
    case .byEndOfWeek(let number):
      let number = count(number)
      return Label(
        danish: "senest ved udgangen af uge \(number.danish)",
        english: "by the end of week \(number.english)")
    case .atLeast(let number, let length):
      let (number, length) = (count(number), duration(length))
      return Label(
        danish: "mindst \(number.danish) inden for \(length.danish)",
        english: "at least \(number.english) within \(length.english)")
    case .every(let period, let bound):
      let period = ScheduleWords.withoutOne(duration(period))
      let bound = bound.map(duration)
      return Label(
        danish: "én gang for hver \(period.danish)" + (bound.map { " i \($0.danish)" } ?? ""),
        english: "once in every \(period.english)" + (bound.map { " for \($0.english)" } ?? ""))
    case .at(let length):
      let length = duration(length)
      return Label(
        danish: "på dagen \(length.danish) efter", english: "on the very day \(length.english) later")
    case .on(let change, let length):
      let change = words(change)
      let length = length.map(duration)
      return Label(
        danish: change.danish + (length.map { ", inden for \($0.danish)" } ?? ""),
        english: change.english + (length.map { ", within \($0.english)" } ?? ""))
    case .after(let delay, let rest):
      let (delay, rest) = (duration(delay), words(rest))
      return Label(
        danish: "\(rest.danish), regnet fra \(delay.danish) senere",
        english: "\(rest.english), counted from \(delay.english) later")
    }
  }

  private func words(_ change: Schedule.Change) -> Label {
    switch change {
    case .caseOpening: return Label(danish: "når sagen åbnes", english: "when the case opens")
    case .benefit: return Label(danish: "når ydelsen skifter", english: "when the benefit changes")
    case .group: return Label(danish: "når målgruppen skifter", english: "when the target group changes")
    case .unit: return Label(danish: "når enheden skifter", english: "when the unit changes")
    case .episodeBegins(let index):
      let name = law.episodes[index].provision.label
      return Label(danish: "når forløbet \(name.danish) begynder", english: "when the episode \(name.english) begins")
    case .episodeEnds(let index):
      let name = law.episodes[index].provision.label
      return Label(danish: "når forløbet \(name.danish) slutter", english: "when the episode \(name.english) ends")
    case .event(let index):
      let name = law.vocabulary.events[index].label
      return Label(danish: "når det sker: \(name.danish)", english: "when it happens: \(name.english)")
    case .fact(let index):
      let name = law.vocabulary.facts[index].label
      return Label(danish: "når det ændres: \(name.danish)", english: "when it changes: \(name.english)")
    }
  }

  /// The day that a duty counts from, and the clock it counts on.
  func anchor(_ text: Duty.Text) -> Label {
    let from = words(text.anchor)
    guard let clock = text.clock else { return from }
    let name = law.clocks[clock].provision.label
    return Label(
      danish: "\(from.danish), på uret \(name.danish)",
      english: "\(from.english), on the clock \(name.english)")
  }

  private func words(_ anchor: Anchor) -> Label {
    switch anchor {
    case .caseOpening: return Label(danish: "fra sagens åbning", english: "from the opening of the case")
    case .benefit: return Label(danish: "fra ydelsens begyndelse", english: "from the beginning of the benefit")
    case .group:
      return Label(danish: "fra målgruppens begyndelse", english: "from the beginning of the target group")
    case .unit: return Label(danish: "fra enhedens overtagelse", english: "from the day the unit took over")
    case .episode(let index):
      let name = law.episodes[index].provision.label
      return Label(
        danish: "fra forløbets begyndelse: \(name.danish)",
        english: "from the beginning of the episode: \(name.english)")
    case .event(let index):
      let name = law.vocabulary.events[index].label
      return Label(danish: "fra hændelsen: \(name.danish)", english: "from the event: \(name.english)")
    case .fact(let index):
      let name = law.vocabulary.facts[index].label
      return Label(
        danish: "fra omstændigheden indtrådte: \(name.danish)",
        english: "from the day the circumstance came about: \(name.english)")
    case .day(let expression):
      return Label(
        danish: "fra dagen \(expression.inOneLine)", english: "from the day \(expression.inOneLine)")
    }
  }

  // MARK: Lengths and counts

  /// A length as its author wrote it; a name with the value it has at its base.
  func duration(_ expression: CheckedExpression) -> Label {
    if let written = ScheduleWords.written(expression.source.text) { return written }
    guard let value = base(of: expression), let period = value.period else {
      return Label(danish: expression.inOneLine, english: expression.inOneLine)
    }
    let words = ScheduleWords.words(period)
    return Label(
      danish: "\(words.danish) (\(expression.inOneLine))",
      english: "\(words.english) (\(expression.inOneLine))")
  }

  private func count(_ expression: CheckedExpression) -> Label {
    let text = expression.inOneLine
    guard let number = base(of: expression)?.number else { return Label(danish: text, english: text) }
    return Label(danish: "\(number) (\(text))", english: "\(number) (\(text))")
  }

  /// The value of a practice value, or the last of a parameter, that an expression names.
  private func base(of expression: CheckedExpression) -> Value? {
    guard case .name(let slot, _) = expression.root.operation else { return nil }
    return switch law.slots[slot] {
    case .practice(let index): law.practices[index].base
    case .parameter(let index): law.parameters[index].steps.last?.value
    default: nil
    }
  }

  /// `week` of `1 week`: once in every week.
  private static func withoutOne(_ length: Label) -> Label {
    func dropped(_ text: String) -> String { text.hasPrefix("1 ") ? String(text.dropFirst(2)) : text }
    return Label(danish: dropped(length.danish), english: dropped(length.english))
  }

  /// `6 months`
  private static func written(_ text: String) -> Label? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let number = Int(parts[0]) else { return nil }
    let unit = parts[1].hasSuffix("s") ? parts[1].dropLast() : parts[1]
    return words(number, String(unit))
  }

  static func words(_ period: Period) -> Label {
    let parts = [
      period.months == 0 ? nil : words(period.months, "month"),
      period.days == 0 && period.months != 0
        ? nil : period.days % 7 == 0 && period.days > 0 ? words(period.days / 7, "week") : words(period.days, "day"),
    ].compactMap { $0 }
    return Label(
      danish: parts.map(\.danish).joined(separator: " og "),
      english: parts.map(\.english).joined(separator: " and "))
  }

  private static func words(_ number: Int, _ unit: String) -> Label? {
    let known: [String: (one: String, many: String)] = [
      "day": ("dag", "dage"), "week": ("uge", "uger"), "month": ("måned", "måneder"), "year": ("år", "år"),
    ]
    guard let danish = known[unit] else { return nil }
    return Label(
      danish: "\(number) \(number == 1 ? danish.one : danish.many)",
      english: "\(number) \(unit)\(number == 1 ? "" : "s")")
  }
}

extension CheckedExpression {
  /// The author's text on one line.
  var inOneLine: String { source.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
