internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// The words of descriptions that are no schedules, in both languages.
enum DescriptionWords {
  static func section(_ section: Section) -> Label {
    switch section {
    case .law: Label(danish: "Hvem loven omfatter", english: "Whom the law covers")
    case .definitions: Label(danish: "Definitioner", english: "Definitions")
    case .parameters: Label(danish: "Satser og grænser", english: "Rates and limits")
    case .practice: Label(danish: "Praksis", english: "Practice")
    case .clocks: Label(danish: "Ure", english: "Clocks")
    case .episodes: Label(danish: "Forløb", english: "Episodes")
    case .benefits: Label(danish: "Ydelser", english: "Benefits")
    case .financing: Label(danish: "Finansiering", english: "Financing")
    case .groups: Label(danish: "Målgrupper", english: "Target groups")
    case .units: Label(danish: "Enheder", english: "Units")
    case .duties: Label(danish: "Proceskrav", english: "Duties")
    case .promises: Label(danish: "Løfter", english: "Promises")
    case .measures: Label(danish: "Greb", english: "Measures")
    }
  }

  static func basis(_ basis: Duty.Basis) -> Label {
    switch basis {
    case .law: Label(danish: "ifølge loven", english: "by law")
    case .practice: Label(danish: "ifølge praksis", english: "by practice")
    }
  }

  static let everyone = Label(danish: "alle omfattede", english: "everyone covered")
  static let holdingUnit = Label(danish: "den enhed, der har sagen", english: "the unit that holds the case")
  static let always = Label(danish: "", english: "")

  static func force(_ force: Force) -> Label {
    switch (force.from, force.until) {
    case (nil, nil): always
    case (let from?, nil): Label(danish: "fra \(day(from))", english: "from \(from)")
    case (nil, let until?): Label(danish: "til \(day(until))", english: "until \(until)")
    case (let from?, let until?):
      Label(danish: "fra \(day(from)) til \(day(until))", english: "from \(from) until \(until)")
    }
  }

  static func day(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return "\(number < 10 ? "0" : "")\(number).\(month < 10 ? "0" : "")\(month).\(year)"
  }

  /// A day in a list of values, as each language writes it.
  static func since(_ from: Day, _ value: Label) -> Label {
    Label(danish: "\(day(from)): \(value.danish)", english: "\(from): \(value.english)")
  }

  /// A value as reports write it; exact.
  static func value(_ value: Value, _ type: ValueType) -> Label {
    switch value {
    case .boolean(let holds):
      return Label(danish: holds ? "ja" : "nej", english: holds ? "yes" : "no")
    case .member(let index):
      return plain(type.known.enumeration.map { $0.members[index] } ?? "\(index)")
    case .number(let number): return Label(danish: comma("\(number)"), english: "\(number)")
    case .money(let øre):
      let kroner = "\(øre.divided(by: Rational(100)) ?? øre)"
      guard case .money(let per?, _) = type.known else {
        return Label(danish: "\(comma(kroner)) kr.", english: "DKK \(kroner)")
      }
      return Label(
        danish: "\(comma(kroner)) kr. pr. \(units[per.rawValue] ?? per.rawValue)",
        english: "DKK \(kroner) per \(per.rawValue)")
    case .months, .time: return value.period.map(ScheduleWords.words) ?? plain("")
    case .date(let date): return Label(danish: day(date), english: "\(date)")
    case .text(let text): return plain(text)
    case .list(let values):
      let words = values.map { self.value($0, type) }
      return words.joined(", ")
    case .unknown: return Label(danish: "ukendt", english: "unknown")
    }
  }

  private static let units = ["month": "måned", "week": "uge", "day": "dag", "year": "år", "hour": "time"]
  private static func comma(_ text: String) -> String { String(text.map { $0 == "." ? "," : $0 }) }

  static func plain(_ text: String) -> Label { Label(danish: text, english: text) }

  static func named(_ danish: String, _ english: String, _ rest: Label) -> Label {
    Label(danish: "\(danish) \(rest.danish)", english: "\(english) \(rest.english)")
  }
}

extension [Label] {
  /// Those that say something, in one.
  func joined(_ separator: String) -> Label {
    Label(
      danish: map(\.danish).filter { !$0.isEmpty }.joined(separator: separator),
      english: map(\.english).filter { !$0.isEmpty }.joined(separator: separator))
  }
}
