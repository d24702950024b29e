package import Quantities

/// A value of the rule language.
///
/// Which case a value has follows from the expression's `ValueType`; the evaluator never asks twice.
package enum Value: Hashable, Sendable {
  case boolean(Bool)
  /// A member of an enumeration, by its index among the members.
  case member(Int)
  case number(Rational)
  /// - Unit: øre. Fractions occur only between operations; see `ValueType.money`.
  case money(Rational)
  /// - Unit: calendar months.
  case months(Int)
  /// A duration of days and parts of days.
  /// - Unit: nanoseconds, as FEEL allows `PT0.999S`; the rules of Hegn use whole days only.
  case time(nanoseconds: Int128)
  case date(Day)
  case text(String)
  case list([Value])
  /// An optional value that is not known.
  case unknown

  package static let nanosecondsPerDay: Int128 = 86_400_000_000_000

  package static func days(_ count: Int) -> Value {
    .time(nanoseconds: Int128(count) * nanosecondsPerDay)
  }

  package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  package var member: Int? { if case .member(let value) = self { value } else { nil } }
  package var number: Rational? { if case .number(let value) = self { value } else { nil } }
  package var date: Day? { if case .date(let value) = self { value } else { nil } }

  /// An amount of whole øre.
  package var money: Money? {
    if case .money(let øre) = self { øre.whole.map(Money.init(øre:)) } else { nil }
  }

  /// A duration as calendar time; `nil` for other values and for parts of days.
  package var period: Period? {
    switch self {
    case .months(let months): Period(months: months)
    case .time(let nanoseconds) where nanoseconds % Value.nanosecondsPerDay == 0:
      Int(exactly: nanoseconds / Value.nanosecondsPerDay).map { Period(days: $0) }
    default: nil
    }
  }
}
