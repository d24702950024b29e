internal import Quantities

/// What the operators compute. Types have been checked: a pair of kinds without a case cannot occur.
extension Arithmetic {
  func value(_ left: Value, _ right: Value) throws(EvaluationFailure) -> Value {
    switch (left, right) {
    case (.number(let first), .number(let second)): .number(try number(first, second))
    case (.money(let first), .money(let second)) where self == .divide:
      .number(try number(first, second))
    case (.money(let first), .money(let second)), (.money(let first), .number(let second)),
      (.number(let first), .money(let second)):
      .money(try number(first, second))
    case (.months(let first), .months(let second)):
      self == .divide
        ? .number(try number(Rational(first), Rational(second)))
        : .months(try months(try number(Rational(first), Rational(second))))
    case (.months(let count), .number(let factor)), (.number(let factor), .months(let count)):
      .months(try months(try number(Rational(count), factor)))
    case (.time(let first), .time(let second)):
      self == .divide
        ? .number(try number(try ticks(first), try ticks(second)))
        : .time(nanoseconds: try nanoseconds(try number(try ticks(first), try ticks(second))))
    case (.time(let ticks), .number(let factor)), (.number(let factor), .time(let ticks)):
      .time(nanoseconds: try nanoseconds(try number(try self.ticks(ticks), factor)))
    case (.date(let day), .date(let other)): .days(other.days(until: day))
    case (.date(let day), .months(let count)), (.months(let count), .date(let day)):
      .date(try adding(months: self == .minus ? -count : count, to: day))
    case (.date(let day), .time(let ticks)), (.time(let ticks), .date(let day)):
      .date(try adding(nanoseconds: self == .minus ? -ticks : ticks, to: day))
    case (.text(let first), .text(let second)): .text(first + second)
    default: throw .outOfRange
    }
  }

  private func number(_ left: Rational, _ right: Rational) throws(EvaluationFailure) -> Rational {
    if self == .divide, right.isZero { throw .divisionByZero }
    let result: Rational? =
      switch self {
      case .plus: left.adding(right)
      case .minus: left.subtracting(right)
      case .times: left.multiplied(by: right)
      case .divide: left.divided(by: right)
      case .power: try Numbers.power(left, right)
      }
    guard let result else { throw .outOfRange }
    return result
  }

  private func ticks(_ nanoseconds: Int128) throws(EvaluationFailure) -> Rational {
    guard let ticks = Rational(nanoseconds, 1) else { throw .outOfRange }
    return ticks
  }

  /// A part of a month is dropped, as FEEL has it: no calendar can count half a month.
  private func months(_ count: Rational) throws(EvaluationFailure) -> Int {
    guard count.magnitude <= Rational(12 * ISODuration.limit) else { throw .outOfRange }
    return Int(Numbers.integerPart(count))
  }

  private func nanoseconds(_ ticks: Rational) throws(EvaluationFailure) -> Int128 {
    guard ticks.isWhole else { throw .fractionOfATick }
    guard ticks.numerator.magnitude <= (ISODuration.longest * Value.nanosecondsPerDay).magnitude else {
      throw .outOfRange
    }
    return ticks.numerator
  }

  private func adding(months: Int, to day: Day) throws(EvaluationFailure) -> Day {
    let (year, month, _) = day.parts
    let total = year * 12 + month - 1 + months
    guard (12..<120_000).contains(total) else { throw .dateOutOfRange }
    return day.adding(months: months)
  }

  /// From midnight, and the time of day that comes out is dropped, as FEEL has it.
  private func adding(nanoseconds: Int128, to day: Day) throws(EvaluationFailure) -> Day {
    let perDay = Value.nanosecondsPerDay
    let days = nanoseconds / perDay - (nanoseconds % perDay < 0 ? 1 : 0)
    guard let count = Int(exactly: days), abs(count) < 4_000_000,
      (Day.first.sinceEpoch...Day.last.sinceEpoch).contains(day.sinceEpoch + count)
    else { throw .dateOutOfRange }
    return day.adding(days: count)
  }
}
