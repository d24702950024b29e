internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

extension Encoding {
  /// A fact's value at the present instant: whatever its type allows.
  mutating func fact(_ index: Int) -> Term { fact(index, at: instant) }

  private mutating func fact(_ index: Int, at instant: Int) -> Term {
    let key = Input.fact(index, instant: instant)
    if let known = inputs[key] { return known }
    let fact = law.vocabulary.facts[index]
    // Nobody is born twice.
    if fact.name == "born", instant > 0 {
      let born = self.fact(index, at: 0)
      inputs[key] = born
      return born
    }
    var sort = Encoding.sort(of: fact.type)
    if fact.isWhole { sort = .int }
    let name = "\(Encoding.symbol(fact.name)).\(instant)"
    write("(declare-const \(name) \(sort.rawValue))")
    var term = Term(name, sort)
    if fact.type.isOptional {
      write("(declare-const \(name).known Bool)")
      term = term.with(known: "\(name).known")
    }
    assertDomain(of: fact, term)
    inputs[key] = term
    return term
  }

  /// In a course that is looked for, everybody is born on a 15 June: the age is then the number of years since
  /// that have had theirs, which needs no calendar.
  static let birthday = (month: 6, day: 15)
  private static let year = Term("year-of-birth", .int)

  func ageOfCourse() -> Term {
    let first = day.parts.year
    var passed = Term(first - 1)
    for year in first..<(first + 12) {
      guard let date = Day(year: year, month: Encoding.birthday.month, day: Encoding.birthday.day) else { continue }
      passed = Logic.choice(Logic.compare(">=", today, Term(date.sinceEpoch)), Term(year), passed)
    }
    return Logic.combine("-", passed, Encoding.year)
  }

  private mutating func assertBirth(_ born: Term) {
    // From 1901 to 2099 every fourth year is a leap year.
    let start = Day(year: 1969, month: Encoding.birthday.month, day: Encoding.birthday.day)?.sinceEpoch ?? 0
    write("(declare-const \(Encoding.year.text) Int)")
    assert("(<= 1901 \(Encoding.year.text) 2099)")
    assert(
      "(= \(born.text) (+ \(Term(start).text) (* 365 (- \(Encoding.year.text) 1969)) (div (- \(Encoding.year.text) 1969) 4)))")
  }

  private mutating func assertDomain(of fact: Fact, _ term: Term) {
    switch fact.type.known {
    case .enumeration(let enumeration): assert("(<= 0 \(term.text) \(enumeration.members.count - 1))", about: term.text)
    case .number, .money, .days, .months: assert(Logic.compare(">=", term, Term(0)), about: term.text)
    case .date where fact.name == "born":
      assert(Logic.compare("<=", term, today), about: term.text)
      assert("(<= (- \(today.text) \(term.text)) 40000)", about: term.text)
      if !isAnywhere { assertBirth(term) }
    case .date: assert("(<= (- 25567) \(term.text) 84005)", about: term.text)
    default: break
    }
  }

  /// The day the fact took its present value.
  mutating func since(_ index: Int) -> Term { since(index, at: instant) }

  private mutating func since(_ index: Int, at instant: Int) -> Term {
    guard instant > 0 else {
      guard isAnywhere else { return days[0] }
      if let known = inputs[.since(index)] { return known }
      let term = Term("\(Encoding.symbol(law.vocabulary.facts[index].name)).since", .int)
      write("(declare-const \(term.text) Int)")
      assert(Logic.and(Logic.compare("<=", term, days[0]), "(<= (- 25567) \(term.text))"), about: term.text)
      inputs[.since(index)] = term
      return term
    }
    let (now, before) = (fact(index, at: instant), fact(index, at: instant - 1))
    var isSame = Logic.compare("=", now, before)
    if now.known != "true" {
      isSame = Logic.and(
        Logic.compare("=", .bool(now.known), .bool(before.known)),
        Logic.or(Logic.not(now.known), isSame))
    }
    return Logic.choice(isSame, since(index, at: instant - 1), days[instant])
  }

  /// The day an event happened last.
  mutating func last(_ index: Int) -> Term { last(index, at: instant) }

  private mutating func last(_ index: Int, at instant: Int) -> Term {
    let name = Encoding.symbol(law.vocabulary.events[index].name)
    guard instant > 0 || !isAnywhere else {
      if let known = inputs[.last(index)] { return known }
      write("(declare-const \(name).last Int)")
      write("(declare-const \(name).happened Bool)")
      let term = Term("\(name).last", .int, known: "\(name).happened")
      assert(Logic.and(Logic.compare("<=", term, days[0]), "(<= (- 25567) \(term.text))"), about: term.text)
      inputs[.last(index)] = term
      return term
    }
    let happens = happens(index, at: instant)
    let earlier = instant > 0 ? last(index, at: instant - 1) : Term(0).with(known: "false")
    return Logic.choice(happens, days[instant], earlier)
  }

  private mutating func happens(_ index: Int, at instant: Int) -> String {
    // On the first day of a course nothing has happened yet: its facts are where it begins.
    if instant == 0 { return "false" }
    let key = Input.event(index, instant: instant)
    if let known = inputs[key] { return known.text }
    let term = Term("\(Encoding.symbol(law.vocabulary.events[index].name))!\(instant)", .bool)
    write("(declare-const \(term.text) Bool)")
    inputs[key] = term
    return term.text
  }

  /// Letters that the solver's symbols may have.
  static func symbol(_ name: String) -> String {
    var symbol = ""
    for character in name {
      switch character {
      case "æ": symbol += "ae"
      case "ø": symbol += "oe"
      case "å": symbol += "aa"
      case let letter where letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-"):
        symbol.append(letter)
      default: symbol += "_"
      }
    }
    // No word of the solver's own.
    return "\(symbol)_"
  }
}
