internal import Quantities

/// The meaning of the functions on lists.
enum Lists {
  static func least(_ values: [Value]) throws(EvaluationFailure) -> Value {
    guard var least = values.first else { throw .emptyList("min") }
    for value in values.dropFirst() where value.precedes(least) { least = value }
    return least
  }

  static func greatest(_ values: [Value]) throws(EvaluationFailure) -> Value {
    guard var greatest = values.first else { throw .emptyList("max") }
    for value in values.dropFirst() where greatest.precedes(value) { greatest = value }
    return greatest
  }

  static func sum(_ values: [Value], of name: String) throws(EvaluationFailure) -> Value {
    guard var sum = values.first else { throw .emptyList(name) }
    for value in values.dropFirst() { sum = try Arithmetic.plus.value(sum, value) }
    return sum
  }

  static func mean(_ values: [Value]) throws(EvaluationFailure) -> Value {
    try Arithmetic.divide.value(try sum(values, of: "mean"), .number(Rational(values.count)))
  }
}

/// The meaning of the functions on texts. Characters are Unicode scalars, as FEEL counts them.
enum Texts {
  static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  /// - Parameter position: from 1, or from -1 backwards.
  static func substring(
    _ text: String, _ position: Rational, _ length: Rational?
  ) throws(EvaluationFailure) -> String {
    let all = scalars(text)
    let place = Numbers.integerPart(position)
    guard place != 0 else { throw .positionZero }
    let start = max(0, place > 0 ? place - 1 : Int128(all.count) + place)
    let wanted = length.map { max(0, Numbers.integerPart($0)) } ?? Int128(all.count)
    let rest = all.dropFirst(Int(min(start, Int128(all.count))))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest.prefix(Int(min(wanted, Int128(all.count)))))
    return String(view)
  }

  static func contains(_ text: String, _ match: String) -> Bool {
    let (all, part) = (scalars(text), scalars(match))
    guard part.count <= all.count else { return false }
    return (0...(all.count - part.count)).contains { all[$0...].starts(with: part) }
  }
}

/// The meaning of the functions on dates.
enum Dates {
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  static func date(from text: String) throws(EvaluationFailure) -> Value {
    guard let day = Day(text) else { throw .malformed(text, "a date") }
    return .date(day)
  }

  static func date(
    year: Rational, month: Rational, day: Rational
  ) throws(EvaluationFailure) -> Value {
    guard let y = year.whole, let m = month.whole, let d = day.whole,
      let found = Day(year: y, month: m, day: d)
    else { throw .noSuchDay("\(year)-\(month)-\(day)") }
    return .date(found)
  }

  /// Whole months that fit between the days; negative when they stand in the other order.
  static func wholeMonths(from start: Day, to end: Day) -> Int {
    if end < start { return -wholeMonths(from: end, to: start) }
    let (first, last) = (start.parts, end.parts)
    let months = (last.year - first.year) * 12 + last.month - first.month
    return last.day < first.day ? months - 1 : months
  }

  static func dayOfYear(_ day: Day) -> Int {
    (Day(year: day.parts.year, month: 1, day: 1) ?? day).days(until: day) + 1
  }

  /// The ISO 8601 week: the one of that week's Thursday, whose year is the week's year.
  static func weekOfYear(_ day: Day) -> Int {
    (dayOfYear(day.adding(days: 4 - day.weekday)) - 1) / 7 + 1
  }
}

/// What the checker has already made sure of. A value of another kind gives the neutral value of the
/// kind asked for, since there is nothing sensible to say about it.
extension Value {
  var rational: Rational {
    switch self {
    case .number(let number), .money(let number): number
    default: .zero
    }
  }

  var elements: [Value] { if case .list(let values) = self { values } else { [] } }
  var characters: String { if case .text(let text) = self { text } else { "" } }
  var day: Day { date ?? .first }

  /// Order among values of one kind; values without order precede nothing.
  func precedes(_ other: Value) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)), (.money(let left), .money(let right)): left < right
    case (.months(let left), .months(let right)): left < right
    case (.time(let left), .time(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    case (.text(let left), .text(let right)):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    default: false
    }
  }
}
