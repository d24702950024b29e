internal import Expressions
internal import Quantities
internal import Vocabulary

/// How the text of a cell becomes the value of a fact: by the translations of a mapping, else by the
/// fact's type. Bytes are compared and counted; no text is made.
///
/// A class, since it is met with every row, and a copy would count its tables.
final class CellReading: Sendable {
  let fact: Int
  /// What the file's own words mean.
  private let translations: [(text: [UInt8], value: Value)]
  private let form: Form
  /// Every word that stands for a value: the file's own, then those of the fact's type.
  private let words: WordTable<Value>

  enum Form: Sendable {
    case flag
    case members([[UInt8]])
    /// - Parameter whole: only whole numbers.
    case number(whole: Bool)
    /// - Parameter øre: how many make one of the file's unit.
    case money(øre: Int)
    case days(each: Int)
    case months(each: Int)
    case date
    /// Only translations.
    case text
  }

  init(fact: Int, translations: [(text: [UInt8], value: Value)], form: Form, isOptional: Bool) {
    self.fact = fact
    self.translations = translations
    self.form = form
    var words: [(word: [UInt8], meaning: Value)] = translations.map { ($0.text, $0.value) }
    if isOptional { words += [([], .unknown), (Array("unknown".utf8), .unknown)] }
    switch form {
    case .flag: words += [(Array("true".utf8), .boolean(true)), (Array("false".utf8), .boolean(false))]
    case .members(let members): words += members.enumerated().map { ($1, .member($0)) }
    default: break
    }
    self.words = WordTable(words)
  }

  /// - Returns: `nil` when the cell cannot be such a value.
  func value(of cell: UnsafeBufferPointer<UInt8>) -> Value? {
    if let value = words[cell] { return value }
    switch form {
    case .flag, .members, .text: return nil
    case .number(let isWhole):
      guard let number = CellReading.decimal(cell, places: 9) else { return nil }
      return isWhole && !number.isWhole ? nil : .number(number)
    case .money(let øre):
      guard let number = CellReading.decimal(cell, places: 9), let amount = number.multiplied(by: Rational(øre))
      else { return nil }
      return amount.isWhole ? .money(amount) : nil
    case .days(let each):
      return CellReading.whole(cell).flatMap { $0 <= 36_600 ? .days($0 * each) : nil }
    case .months(let each):
      return CellReading.whole(cell).flatMap { $0 <= 1_200 ? .months($0 * each) : nil }
    case .date: return CellReading.day(cell).map { .date($0) }
    }
  }

  /// `2023-07-01`, and nothing else.
  static func day(_ cell: UnsafeBufferPointer<UInt8>) -> Day? {
    guard cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-"),
      let year = whole(UnsafeBufferPointer(rebasing: cell[0..<4])),
      let month = whole(UnsafeBufferPointer(rebasing: cell[5..<7])),
      let day = whole(UnsafeBufferPointer(rebasing: cell[8..<10]))
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Digits, up to eighteen of them.
  static func whole(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...18).contains(cell.count) else { return nil }
    var number = 0
    for byte in cell {
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }

  /// `12`, `12.5`: no sign, no exponent, no thousands.
  static func decimal(_ cell: UnsafeBufferPointer<UInt8>, places: Int) -> Rational? {
    guard let point = cell.firstIndex(of: UInt8(ascii: ".")) else { return whole(cell).map { Rational($0) } }
    let digits = cell.count - point - 1
    guard (1...places).contains(digits), let before = whole(UnsafeBufferPointer(rebasing: cell[..<point])),
      let after = whole(UnsafeBufferPointer(rebasing: cell[(point + 1)...]))
    else { return nil }
    let scale = powerOfTen(digits)
    return Rational(Int128(before) * scale + Int128(after), scale)
  }

  /// For messages: what was expected.
  var expected: String {
    let words = translations.prefix(6).map { "'\(String(decoding: $0.text, as: UTF8.self))'" }.joined(separator: ", ")
    let own: String =
      switch form {
      case .flag: "'true' or 'false'"
      case .members(let members): "one of " + members.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
      case .number(let isWhole): isWhole ? "a whole number" : "a number such as 12.5"
      case .money: "an amount that comes out in whole øre"
      case .days: "a whole number of days or weeks, up to 100 years"
      case .months: "a whole number of months or years, up to 100 years"
      case .date: "a day such as 2023-07-01"
      case .text: "a word that the mapping translates"
      }
    return words.isEmpty ? own : "\(words) or \(own)"
  }
}
