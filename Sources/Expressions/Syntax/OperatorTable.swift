/// An operator that stands between two operands.
package enum BinaryOperator: Hashable, Sendable {
  case or, and
  case comparison(Comparison)
  case otherwise
  case arithmetic(Arithmetic)
}

/// What can be computed from two operands.
package enum Arithmetic: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case power = "**"
}

/// Which operators there are and how tightly each binds: the grammar's one table.
///
///     loosest   or
///               and
///               not x (without parentheses)
///               = != < <= > >=   in   between      (do not chain)
///               ??
///               +  -
///               *  /
///               **                                 (groups to the left, as FEEL has it)
///     tightest  -x                                 (-5 ** 2 is 25, as FEEL has it)
enum OperatorTable {
  /// All operators group to the left; those of one level as well.
  struct Entry {
    let binary: BinaryOperator
    let level: Level
  }

  enum Level: Int, Comparable {
    case or = 1, and, comparison, otherwise, sum, product, power
    /// An operand alone: no operator is as tight.
    case operand

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }

    var tighter: Level { Level(rawValue: rawValue + 1) ?? .operand }
  }

  static let words: [String: Entry] = [
    "or": Entry(binary: .or, level: .or),
    "and": Entry(binary: .and, level: .and),
  ]

  static let symbols: [Token.Symbol: Entry] = [
    .equal: Entry(binary: .comparison(.equal), level: .comparison),
    .notEqual: Entry(binary: .comparison(.notEqual), level: .comparison),
    .less: Entry(binary: .comparison(.less), level: .comparison),
    .atMost: Entry(binary: .comparison(.atMost), level: .comparison),
    .greater: Entry(binary: .comparison(.greater), level: .comparison),
    .atLeast: Entry(binary: .comparison(.atLeast), level: .comparison),
    .otherwise: Entry(binary: .otherwise, level: .otherwise),
    .plus: Entry(binary: .arithmetic(.plus), level: .sum),
    .minus: Entry(binary: .arithmetic(.minus), level: .sum),
    .times: Entry(binary: .arithmetic(.times), level: .product),
    .divide: Entry(binary: .arithmetic(.divide), level: .product),
    .power: Entry(binary: .arithmetic(.power), level: .power),
  ]

  static func entry(for token: Token) -> Entry? {
    switch token.kind {
    case .name: words[token.spelling]
    case .symbol(let symbol): symbols[symbol]
    default: nil
    }
  }
}
