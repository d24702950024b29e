import Diagnostics
import Expressions
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  @Test(
    "nested too deep is refused, not followed",
    arguments: [
      "(", "[", "-", "not ", "not(", "if ", "if sick then ", "some x in ", "a in (", "a in (((", "abs(",
      "a = ", "a + ", "a and ", "a ?? ", "a between ", "a.", "1 ** ", "known(", "[1..", "a in [", "a in ]",
      "not not(", "if sick then sick else ", "a in (a, ", "@", "\"", "/*", "kr", "1 kr per ",
    ])
  func nestedTooDeep(piece: String) {
    let bench = RuleBench()

    for count in [200, 15_000 / piece.unicodeScalars.count] {
      let text = String(repeating: piece, count: count)
      #expect(bench.read(text + "a").value == nil)
    }
  }

  @Test("closed properly is read up to the limit of depth")
  func nestedWithinLimit() {
    var bench = RuleBench()
    let deep = String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100)

    #expect(bench.value(deep) == "1")
    #expect(bench.value(Array(repeating: "1", count: 100).joined(separator: " + ")) == "100")
    #expect(
      bench.codes(Array(repeating: "sick", count: 200).joined(separator: " or ")) == ["expression-too-deep"]
    )
  }

  @Test("longer than anybody can read is refused")
  func tooLong() {
    #expect(RuleBench().codes(String(repeating: "a ", count: 20_000)) == ["expression-too-long"])
  }

  @Test("of random words has findings or a value, and never brings anything down", arguments: 0..<8)
  func randomWords(seed: Int) {
    var random = Scrambler(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var bench = RuleBench()
    var valued = 0

    for _ in 0..<1_000 {
      let count = Int(random.next() % 12) + 1
      let text = (0..<count).map { _ in
        HostileInputTests.words[Int(random.next()) % HostileInputTests.words.count]
      }
      .joined(separator: random.next() % 3 == 0 ? "" : " ")
      let read = bench.read(text)
      #expect((read.value == nil) == read.findings.hasErrors, "\(text)")
      for finding in read.findings.all { #expect(finding.range.start <= finding.range.end, "\(text)") }
      if let checked = read.value {
        valued += 1
        _ = try? checked.value(in: &bench)
        #expect(checked.text(of: checked.root).isEmpty == false)
      }
      _ = DecisionTableReader.read(
        DecisionTableSource(
          hit: nil, columns: [.init(RuleBench.marked("a"))], outputs: [.init("result")],
          rows: [
            .init(
              when: [RuleBench.marked(text)], then: [RuleBench.marked("1")],
              range: RuleBench.declared(line: 1))
          ],
          range: RuleBench.declared(line: 1)), names: bench.names)
    }

    // The words must make some sense now and then, or the test tests only the first error.
    #expect(valued > 10)
  }

  private static let words = [
    "a", "b", "sick", "age", "today", "benefit", "dagpenge", "income", "time-to-job", "absences", "x",
    "and",
    "or", "not", "if", "then", "else", "in", "between", "some", "every", "satisfies", "true", "null", "1",
    "0", "2.5", "99999999999999999999999999999999999", "1e38", "2023-07-01", "2023-02-30", "\"t\"", "\"",
    "3 weeks", "6 months", "10 kr", "5 kr per month", "80 %", "+", "-", "*", "/", "**", "(", ")", "[", "]",
    ",", ":", "..", ".", "<", "<=", "=", "!=", "??", "@", "%", "{", "}", "\\", "æ", "🐎", "\u{301}", "//",
    "/*",
    "known(", "min(", "round half up(", "duration(", "substring(", "date(", "\n", "==", "&&", "\u{0}",
  ]

  /// Any sequence will do, as long as it is the same each time.
  private struct Scrambler {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33)
    }
  }
}
