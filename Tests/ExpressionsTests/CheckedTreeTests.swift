import Diagnostics
import Expressions
import Testing

@Suite("A checked tree")
struct CheckedTreeTests {
  @Test(
    "shows what the checker decided",
    arguments: [
      ("sick or qualified and sick", "(or sick~condition (and qualified~condition sick~condition))"),
      ("not sick and qualified", "(and (not sick~condition) qualified~condition)"),
      ("a - b - 1", "(- (- a~number b~number)~number 1~number)~number"),
      ("2 ** 3 ** a", "(** (** 2~number 3~number)~number a~number)~number"),
      ("-a ** 2", "(** (- a~number)~number 2~number)~number"),
      ("30 > age", "(> 30~number age…~number)"),
      ("benefit = dagpenge", "(= benefit~benefit member 0~benefit)"),
      ("dagpenge > 3 weeks", "(> dagpenge…~days 21 days~days)"),
      ("age in [18..30)", "(in age…~number [18~number..30~number))"),
      ("a in absences", "(in a~number of:absences~[number])"),
      ("time-to-job ?? 0 days", "(?? time-to-job~days? 0 days~days)~days"),
      (
        "known(time-to-job) and time-to-job > 1 week",
        "(and (known time-to-job~days?) (> time-to-job~days 7 days~days))"
      ),
      ("income * 12 <= threshold", "(<= (* income~kr/month 12~number)~kr/year threshold~kr/year)"),
      ("income * share", "(* income~kr/month share~number)~≈kr/month"),
      ("some n in absences satisfies n > a", "(some absences~[number] (> n^0~number a~number))"),
      ("benefit.since.year", "(.year benefit.since~date)~number"),
      ("max(a, b)", "(max (list a~number b~number)~[number])~number"),
      (
        "if sick then dagpenge else benefit", "(if sick~condition member 0~benefit benefit~benefit)~benefit"
      ),
    ])
  func shows(expression: String, outline: String) throws {
    let checked = try #require(RuleBench().read(expression).value)

    #expect(checked.outline == outline)
  }

  @Test("knows the author's words for each of its parts")
  func words() throws {
    let checked = try #require(RuleBench().read("(a + b) > 3 and  sick").value)
    guard case .and(let left, let right) = checked.root.operation,
      case .comparison(_, let sum, _) = left.operation
    else {
      Issue.record("not a conjunction of a comparison")
      return
    }

    #expect(checked.text(of: left) == "(a + b) > 3")
    #expect(checked.text(of: sum) == "(a + b)")
    #expect(checked.text(of: right) == "sick")
  }
}
