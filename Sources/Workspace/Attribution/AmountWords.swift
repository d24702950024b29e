internal import Outcomes
internal import Quantities
internal import Vocabulary

/// Amounts of a country as people say them: millions of kroner with one decimal.
///
/// - Rounding: half up, only for people; programs get every øre.
enum AmountWords {
  static func cell(_ øre: Int) -> Sheet.Cell { Sheet.Cell(millions(øre), exact: øre) }

  /// What was not asked for.
  static let notAsked = Sheet.Cell("–")

  static func cell(_ øre: Int?) -> Sheet.Cell { øre.map { cell($0) } ?? notAsked }

  static func millions(_ øre: Int) -> Label {
    let tenths = Rational(Int128(øre), 10_000_000)?.rounded(.halfUp)?.whole ?? 0
    return Label(
      danish: "\(number(tenths: tenths, ".", ",")) mio. kr.",
      english: "DKK \(number(tenths: tenths, ",", ".")) m")
  }

  static func count(_ number: Int) -> Label {
    Label(
      danish: sign(number) + grouped(number.magnitude, "."),
      english: sign(number) + grouped(number.magnitude, ","))
  }

  /// Tenths of a per cent of a whole; `nil` of nothing.
  static func share(_ part: Int, of whole: Int) -> Label? {
    guard let permille = Rational(Int128(part) * 1_000, Int128(whole))?.rounded(.halfUp)?.whole
    else { return nil }
    return Label(
      danish: "\(number(tenths: permille, ".", ",")) %", english: "\(number(tenths: permille, ",", "."))%")
  }

  private static func number(tenths: Int, _ group: Character, _ mark: Character) -> String {
    sign(tenths) + grouped(tenths.magnitude / 10, group) + String(mark) + String(tenths.magnitude % 10)
  }

  private static func sign(_ number: Int) -> String { number < 0 ? "-" : "" }

  private static func grouped(_ number: UInt, _ mark: Character) -> String {
    var text = ""
    let digits = String(number)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(mark) }
      text.append(digit)
    }
    return text
  }
}
