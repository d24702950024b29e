internal import Outcomes
internal import Quantities
internal import Vocabulary

/// How a language writes numbers, money, days and working time.
///
///     Danish    1.234   1.234,56 kr.   08.03.2023   12:30   24,5 %
///     English   1,234   DKK 1,234.56   2023-03-08   12:30   24.5%
///
/// - Rounding: none; every figure is printed to its last øre and minute.
struct FigureText: Hashable, Sendable {
  let language: Language

  func count(_ number: Int) -> String { sign(number) + grouped(number.magnitude) }

  func money(_ amount: Money) -> String {
    let magnitude = amount.øre.magnitude
    let digits =
      sign(amount.øre) + grouped(magnitude / 100) + decimalMark + padded(magnitude % 100, 2)
    return switch language {
    case .danish: "\(digits) kr."
    case .english: "DKK \(digits)"
    }
  }

  /// Millions of kroner with one decimal, half up: `12.700,0 mio. kr.`
  ///
  /// - Rounding: only here and only for people; programs get every øre.
  func millions(_ amount: Money) -> String {
    let tenths = Rational(Int128(amount.øre), 10_000_000)?.rounded(.halfUp)?.whole ?? 0
    let digits = decimal(tenths: tenths)
    return switch language {
    case .danish: "\(digits) mio. kr."
    case .english: "DKK \(digits) m"
    }
  }

  /// A number with two decimals.
  func hundredths(_ number: Int) -> String {
    sign(number) + grouped(number.magnitude / 100) + decimalMark + padded(number.magnitude % 100, 2)
  }

  /// A number with one decimal.
  func decimal(tenths: Int) -> String {
    sign(tenths) + grouped(tenths.magnitude / 10) + decimalMark + String(tenths.magnitude % 10)
  }

  /// Whole hours, half up, for sums of a country.
  func hours(_ minutes: Minutes) -> String {
    let hours = Rational(Int128(minutes.count), 60)?.rounded(.halfUp)?.whole ?? 0
    return switch language {
    case .danish: "\(count(hours)) t."
    case .english: "\(count(hours)) h"
    }
  }

  /// Hours and minutes, `12:30`.
  func time(_ minutes: Minutes) -> String {
    let magnitude = minutes.count.magnitude
    return sign(minutes.count) + grouped(magnitude / 60) + ":" + padded(magnitude % 60, 2)
  }

  /// - Parameter permille: tenths of a per cent.
  func share(permille: Int) -> String {
    let magnitude = permille.magnitude
    let digits = sign(permille) + grouped(magnitude / 10) + decimalMark + String(magnitude % 10)
    return switch language {
    case .danish: "\(digits) %"
    case .english: "\(digits)%"
    }
  }

  func day(_ day: Day) -> String {
    switch language {
    case .english: return day.description
    case .danish:
      let (year, month, number) = day.parts
      return
        "\(padded(number.magnitude, 2)).\(padded(month.magnitude, 2)).\(padded(year.magnitude, 4))"
    }
  }

  /// The first and the last day, as people say it; the machine formats keep the half-open stretch.
  func stretch(_ stretch: Stretch) -> String {
    guard stretch.length > 1 else { return day(stretch.from) }
    return "\(day(stretch.from)) – \(day(stretch.until.adding(days: -1)))"
  }

  /// An exact share: a decimal in the language's style, or the fraction where there is no decimal.
  func fraction(_ value: Rational) -> String {
    let text = value.description
    return language == .danish ? text.replacingPoint() : text
  }

  /// The citation, and how well it is known unless it was read in the law.
  func citation(_ citation: Citation) -> String {
    guard citation.status != .verified else { return citation.text }
    let status = citation.status.label[language]
    return citation.text.isEmpty ? "[\(status)]" : "\(citation.text) [\(status)]"
  }

  func value(_ value: Int?, _ unit: FigureRow.Unit) -> String {
    guard let value else { return "–" }
    return switch unit {
    case .count: count(value)
    case .minutes: time(Minutes(value))
    case .øre, .kroner: money(Money(øre: value))
    case .permille: share(permille: value)
    }
  }

  /// A difference, with its sign; a dash for none. Between shares it is told in percentage points.
  func change(_ difference: Int?, _ unit: FigureRow.Unit) -> String {
    guard let difference, difference != 0 else { return "–" }
    let sign = difference > 0 ? "+" : ""
    guard unit == .permille else { return sign + value(difference, unit) }
    let points = Wording.percentagePoints(share(permille: difference).filter { !" %".contains($0) })
    return sign + points[language]
  }

  private var decimalMark: String { language == .danish ? "," : "." }
  private var groupMark: Character { language == .danish ? "." : "," }

  private func sign(_ number: Int) -> String { number < 0 ? "-" : "" }

  private func grouped(_ number: UInt) -> String {
    var text = ""
    let digits = String(number)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(groupMark) }
      text.append(digit)
    }
    return text
  }

  private func padded(_ number: UInt, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension String {
  fileprivate func replacingPoint() -> String { String(map { $0 == "." ? "," : $0 }) }
}
