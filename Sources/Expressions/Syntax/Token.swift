internal import Quantities

/// A word of an expression.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(Rational)
    case date(Day)
    case text(String)
    /// A name or a word such as `and`: which of them is a matter of where it stands.
    case name
    case symbol(Symbol)
    /// Something the lexer has already complained about.
    case unreadable
    case end
  }

  enum Symbol: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case power = "**"
    case times = "*"
    case divide = "/"
    case open = "("
    case close = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case comma = ","
    case colon = ":"
    case range = ".."
    case dot = "."
    case atMost = "<="
    case less = "<"
    case atLeast = ">="
    case greater = ">"
    case notEqual = "!="
    case equal = "="
    case otherwise = "??"
    case at = "@"
    case percent = "%"

    /// Longest first, so that `**` is not read as two `*`.
    static let byLength = allCases.sorted { $0.rawValue.utf8.count > $1.rawValue.utf8.count }
  }

  let kind: Kind
  /// As the author wrote it.
  let spelling: String
  /// In Unicode scalars of the text.
  let stretch: Range<Int>

  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
  func isWord(_ word: String) -> Bool { kind == .name && spelling == word }

  /// Words that cannot be names, since the grammar needs them.
  static let reserved: Set<String> = [
    "and", "between", "else", "every", "false", "if", "in", "not", "null", "or", "satisfies", "some",
    "then", "true",
  ]

  var isReserved: Bool { kind == .name && Token.reserved.contains(spelling) }
}
