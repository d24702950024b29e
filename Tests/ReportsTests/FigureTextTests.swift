internal import Comparison
internal import Outcomes
internal import Quantities
internal import Testing
internal import Vocabulary

@testable internal import Reports

@Suite("The text of a figure")
struct FigureTextTests {
  private let danish = FigureText(language: .danish)
  private let english = FigureText(language: .english)

  @Test(
    "groups money in the language's style",
    arguments: [
      (0, "0,00 kr.", "DKK 0.00"), (5, "0,05 kr.", "DKK 0.05"), (-5, "-0,05 kr.", "DKK -0.05"),
      (99_999, "999,99 kr.", "DKK 999.99"), (123_456, "1.234,56 kr.", "DKK 1,234.56"),
      (-100_000_000, "-1.000.000,00 kr.", "DKK -1,000,000.00"),
      (Int.min, "-92.233.720.368.547.758,08 kr.", "DKK -92,233,720,368,547,758.08"),
    ])
  func money(øre: Int, inDanish: String, inEnglish: String) {
    #expect(danish.money(Money(øre: øre)) == inDanish)
    #expect(english.money(Money(øre: øre)) == inEnglish)
  }

  @Test("writes days as each language does")
  func days() throws {
    let day = try #require(Day(year: 2023, month: 3, day: 8))

    #expect(danish.day(day) == "08.03.2023")
    #expect(english.day(day) == "2023-03-08")
  }

  @Test("names the first and the last day of a stretch")
  func stretches() {
    #expect(danish.stretch(Sample.stretch("2023-01-01", "2023-03-01")) == "01.01.2023 – 28.02.2023")
    #expect(danish.stretch(Sample.stretch("2023-01-01", "2023-01-02")) == "01.01.2023")
    #expect(english.stretch(Sample.stretch("2023-01-01", "2023-01-01")) == "2023-01-01")
  }

  @Test("tells minutes as hours and minutes, and shares to a tenth of a per cent")
  func timeAndShares() {
    #expect(danish.time(Minutes(65)) == "1:05")
    #expect(english.time(Minutes(60 * 1_234)) == "1,234:00")
    #expect(danish.share(permille: 452) == "45,2 %")
    #expect(english.share(permille: 1_000) == "100.0%")
  }

  @Test("writes exact shares as decimals where there are any")
  func fractions() throws {
    #expect(danish.fraction(try #require(Rational(3, 10))) == "0,3")
    #expect(english.fraction(try #require(Rational(2, 3))) == "2/3")
  }

  @Test("says how well a citation is known unless it was read in the law")
  func citations() {
    #expect(danish.citation(Citation(text: "LAB § 6", status: .verified)) == "LAB § 6")
    #expect(
      danish.citation(Citation(text: "LAB § 6", status: .old)) == "LAB § 6 [ældre udgave]")
    #expect(english.citation(Citation(text: "", status: .assumption)) == "[assumption]")
  }

  @Test("has a share of hours only where there are hours")
  func shareOfNothing() {
    #expect(CourseFigures().permille(on: "far-from-work") == nil)
    #expect(Sample.current.figures.permille(on: "far-from-work") == 452)
    #expect(danish.value(nil, .permille) == "–")
  }

  @Test("shows the first three days and the last of a duty that falls due often")
  func condensedDays() throws {
    let duties = DutyDays.all(of: Sample.current.course)

    #expect(duties.map(\.days.count) == [1, 1, 5])
    #expect(
      duties.last?.shown.map { $0?.description ?? "…" }
        == ["2023-03-08", "2023-04-08", "2023-05-08", "…", "2023-07-08"])
  }
}
