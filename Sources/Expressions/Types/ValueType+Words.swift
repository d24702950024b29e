/// How types are called in findings: in the words of the rule's author, never by our names for them.
extension ValueType {
  package var words: String {
    switch self {
    case .boolean: "true or false"
    case .enumeration(let enumeration): "a member of '\(enumeration.name)'"
    case .number: "a number"
    case .money(let per, _): per.map { "money per \($0.rawValue)" } ?? "money"
    case .months: "a duration of months"
    case .days: "a duration of days"
    case .date: "a date"
    case .text: "a text"
    case .list(let element): element.map { "a list of \($0.plural)" } ?? "an empty list"
    case .optional(let type): "\(type.words), or unknown"
    }
  }

  private var plural: String {
    switch self {
    case .boolean: "conditions"
    case .enumeration(let enumeration): "members of '\(enumeration.name)'"
    case .number: "numbers"
    case .money: words
    case .months: "durations of months"
    case .days: "durations of days"
    case .date: "dates"
    case .text: "texts"
    case .list: "lists"
    case .optional(let type): type.plural
    }
  }

  /// Without the question whether it is known.
  package var known: ValueType { if case .optional(let type) = self { type } else { self } }
  package var isOptional: Bool { if case .optional = self { true } else { false } }
  package var isMoney: Bool { if case .money = self { true } else { false } }
  package var enumeration: Enumeration? { if case .enumeration(let found) = self { found } else { nil } }
  var isList: Bool { if case .list = self { true } else { false } }

  /// Whether values of the type have an order.
  var isOrdered: Bool {
    switch self {
    case .number, .money, .months, .days, .date, .text: true
    case .boolean, .enumeration, .list, .optional: false
    }
  }

  /// Whether money of this type may hold fractions of an øre.
  var isInexact: Bool { if case .money(_, isExact: false) = self { true } else { false } }
}
