internal import Quantities

/// A function of the calendar that no arithmetic of the solver can express: what a month is long depends on
/// which one it is.
///
/// The solver gets it as an unknown function with bounds that hold for every day, so whatever it refutes is
/// refuted. When it finds a situation instead, the calendar is asked whether the function's values there are
/// the true ones; where not, the truth about those days is added, and it must look again.
struct CalendarFunction: Hashable {
  enum Kind: String, Hashable {
    /// A day and a number of months: the day so much later.
    case addingMonths = "months-later"
    /// Day of birth and day: the age.
    case age
    case year, month, dayOfMonth = "day-of-month"
  }

  let kind: Kind
  /// The terms it is asked about; the second is the number of months, or the later day.
  let arguments: [Term]

  var text: String { "(\(kind.rawValue) \(arguments.map(\.text).joined(separator: " ")))" }

  static let declarations = """
    (declare-fun months-later (Int Int) Int)
    (declare-fun age (Int Int) Int)
    (declare-fun year (Int) Int)
    (declare-fun month (Int) Int)
    (declare-fun day-of-month (Int) Int)
    """

  /// What holds for all days.
  ///
  /// - Source: in the Gregorian calendar *n* months are 30.436875 *n* days, give or take three (two for the
  ///   lengths of months and leap days, one for a day that is rounded off).
  var bounds: [String] {
    let first = arguments[0].text
    switch kind {
    case .addingMonths:
      if let months = arguments[1].whole {
        let (least, most) = CalendarFunction.span(ofMonths: months)
        return [
          "(<= (+ \(first) \(Term(least).text)) \(text))", "(<= \(text) (+ \(first) \(Term(most).text)))",
        ]
      }
      let exact = "(* 30436875 \(arguments[1].text))"
      let found = "(* 1000000 (- \(text) \(first)))"
      return ["(<= (- \(exact) 4000000) \(found))", "(<= \(found) (+ \(exact) 4000000))"]
    case .age:
      let days = "(* 400 (- \(arguments[1].text) \(first)))"
      return [
        "(<= (* 146097 \(text)) (+ \(days) 1200))", "(< \(days) (+ (* 146097 (+ \(text) 1)) 1200))",
      ]
    case .year: return ["(<= 1 \(text) 9999)"]
    case .month: return ["(<= 1 \(text) 12)"]
    case .dayOfMonth: return ["(<= 1 \(text) 31)"]
    }
  }

  /// The least and the most days that so many months can be; 400 years have all there are.
  private static func span(ofMonths months: Int) -> (Int, Int) {
    let exact = Rational(30_436_875 * months, over: 1_000_000)
    return (exact - 4, exact + 4)
  }

  /// The value itself; `nil` for arguments outside the calendar.
  func value(_ arguments: [Int]) -> Int {
    let day = Day(sinceEpoch: arguments[0])
    return switch kind {
    case .addingMonths: day.adding(months: arguments[1]).sinceEpoch
    case .age: day.wholeYears(until: Day(sinceEpoch: arguments[1]))
    case .year: day.parts.year
    case .month: day.parts.month
    case .dayOfMonth: day.parts.day
    }
  }

  /// The truth about given arguments, and about as many others as follow from it: a later day is never
  /// later by less, nor anybody younger.
  func truth(about values: [Int]) -> [String] {
    let result = Term(value(values)).text
    let given = zip(arguments, values).map { ($0.text, Term($1).text) }
    let (first, at) = given[0]
    switch kind {
    case .addingMonths:
      let same = Logic.compare("=", arguments[1], Term(values[1]))
      // A month at a time: its days move on together, but for those that the later month does not have.
      let day = Day(sinceEpoch: values[0])
      let (from, until) = (day.firstOfMonth, day.firstOfNextMonth)
      let target = from.adding(months: values[1])
      let last = Term(target.days(until: target.firstOfNextMonth) - 1).text
      let into = "(- \(first) \(Term(from.sinceEpoch).text))"
      let within = "(and (<= \(Term(from.sinceEpoch).text) \(first)) (< \(first) \(Term(until.sinceEpoch).text)))"
      return [
        "(=> \(Logic.and(same, within)) (= \(text) (+ \(Term(target.sinceEpoch).text) (ite (<= \(into) \(last)) \(into) \(last)))))",
        "(=> \(Logic.and(same, "(<= \(first) \(at))")) (<= \(text) \(result)))",
        "(=> \(Logic.and(same, "(>= \(first) \(at))")) (>= \(text) \(result)))",
      ]
    case .age:
      let (second, on) = given[1]
      return [
        "(=> (and (<= \(first) \(at)) (>= \(second) \(on))) (>= \(text) \(result)))",
        "(=> (and (>= \(first) \(at)) (<= \(second) \(on))) (<= \(text) \(result)))",
      ]
    case .year, .month, .dayOfMonth:
      let day = Day(sinceEpoch: values[0])
      let (from, until) = (day.firstOfMonth.sinceEpoch, day.firstOfNextMonth.sinceEpoch)
      let within = "(and (<= \(Term(from).text) \(first)) (< \(first) \(Term(until).text)))"
      let truth =
        kind == .dayOfMonth ? "(= \(text) (+ 1 (- \(first) \(Term(from).text))))" : "(= \(text) \(result))"
      return ["(=> \(within) \(truth))"]
    }
  }
}

extension Rational {
  /// For spans of days: the nearest whole number below, a day more or less is in the margin.
  fileprivate init(_ numerator: Int, over denominator: Int) {
    self = Rational(Int128(numerator), Int128(denominator)) ?? .zero
  }

  fileprivate static func - (left: Rational, right: Int) -> Int { Int(clamping: left.floor) - right }
  fileprivate static func + (left: Rational, right: Int) -> Int { Int(clamping: left.floor) + right }
}
