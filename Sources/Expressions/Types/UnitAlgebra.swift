/// What type comes out of an operation, and which types go together.
///
///     money per month ± money per month  money per month
///     money per month × number           money per month (exact only for a whole constant)
///     money per month ÷ money per month  number
///     date ± duration                    date            (months or days; they never mix)
///     date - date                        duration of days
///     duration ± duration                the same kind   × ÷ number too; ÷ the same kind is a number
///     text + text                        text
enum UnitAlgebra {
  /// - Parameter isWhole: whether the factor is known to be whole, so that exact money stays exact.
  /// - Returns: `nil` when there is no such operation.
  static func result(
    _ left: ValueType, _ operation: Arithmetic, _ right: ValueType, isWhole: Bool
  ) -> ValueType? {
    switch (left, operation, right) {
    case (.number, _, .number): .number
    case (.text, .plus, .text): .text
    case (.money(let per, let leftExact), .plus, .money(let other, let rightExact)) where per == other,
      (.money(let per, let leftExact), .minus, .money(let other, let rightExact)) where per == other:
      .money(per: per, isExact: leftExact && rightExact)
    case (.money(let per, let isExact), .times, .number), (.number, .times, .money(let per, let isExact)):
      .money(per: per, isExact: isExact && isWhole)
    case (.money(let per, _), .divide, .number): .money(per: per, isExact: false)
    case (.money(let per, _), .divide, .money(let other, _)) where per == other: .number
    case (.months, .plus, .months), (.months, .minus, .months): .months
    case (.days, .plus, .days), (.days, .minus, .days): .days
    case (.months, .times, .number), (.number, .times, .months), (.months, .divide, .number): .months
    case (.days, .times, .number), (.number, .times, .days), (.days, .divide, .number): .days
    case (.months, .divide, .months), (.days, .divide, .days): .number
    case (.date, .plus, .months), (.date, .plus, .days), (.months, .plus, .date), (.days, .plus, .date),
      (.date, .minus, .months), (.date, .minus, .days):
      .date
    case (.date, .minus, .date): .days
    default: nil
    }
  }

  /// The type both belong to, or `nil`: what `if`, lists and `min` ask.
  static func join(_ left: ValueType, _ right: ValueType) -> ValueType? {
    switch (left, right) {
    case (.optional(let inner), let other), (let other, .optional(let inner)):
      join(inner, other.known).map { .optional($0) }
    case (.money(let per, let leftExact), .money(let other, let rightExact)) where per == other:
      .money(per: per, isExact: leftExact && rightExact)
    case (.list(nil), .list(let element)), (.list(let element), .list(nil)): .list(of: element)
    case (.list(let first?), .list(let second?)): join(first, second).map { .list(of: $0) }
    default: left == right ? left : nil
    }
  }

  /// How many of `shorter` make one `longer`, where the calendar fixes it. A month is no fixed number
  /// of weeks or days, so months and weeks know no factor.
  static func factor(from shorter: TimeUnit, to longer: TimeUnit) -> Int? {
    switch (shorter, longer) {
    case (.month, .year): 12
    case (.day, .week): 7
    case (.hour, .day): 24
    case (.hour, .week): 168
    default: nil
    }
  }
}
