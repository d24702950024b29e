internal import Quantities

/// A term of SMT-LIB 2, and whether the value it stands for is known.
///
/// Constants are folded while terms are made, so that what is plain to a reader never reaches the solver.
struct Term: Hashable {
  enum Sort: String, Hashable { case bool = "Bool", int = "Int", real = "Real" }

  let text: String
  let sort: Sort
  /// The condition under which an optional value is known; what the term says otherwise means nothing.
  var known = "true"
  /// The number, when the term is one.
  var constant: Rational?

  init(_ text: String, _ sort: Sort, known: String = "true") {
    self.text = text
    self.sort = sort
    self.known = known
  }

  init(_ whole: Int) { self.init(Rational(whole)) }

  init(_ number: Rational) {
    sort = number.isWhole ? .int : .real
    text = number.isWhole ? Term.numeral(number.numerator) : Term.fraction(number)
    constant = number
  }

  static let yes = Term("true", .bool)
  static let no = Term("false", .bool)

  static func bool(_ text: String) -> Term { Term(text, .bool) }

  var whole: Int? { constant?.whole }

  func with(known: String) -> Term {
    var copy = self
    copy.known = known
    return copy
  }

  /// The text as a fraction, for arithmetic with one.
  var real: String {
    if let constant { return Term.fraction(constant) }
    return sort == .int ? "(to_real \(text))" : text
  }

  private static func numeral(_ number: Int128) -> String { number < 0 ? "(- \(-number))" : "\(number)" }

  private static func fraction(_ number: Rational) -> String {
    let size = number.magnitude
    let text = size.isWhole ? "\(size.numerator).0" : "(/ \(size.numerator).0 \(size.denominator).0)"
    return number.isNegative ? "(- \(text))" : text
  }
}

/// Conditions, made as short as they can be.
enum Logic {
  static func not(_ condition: String) -> String {
    switch condition {
    case "true": "false"
    case "false": "true"
    default:
      condition.hasPrefix("(not ") ? String(condition.dropFirst(5).dropLast()) : "(not \(condition))"
    }
  }

  static func and(_ conditions: [String]) -> String {
    join(conditions, "and", neutral: "true", settling: "false")
  }

  static func or(_ conditions: [String]) -> String {
    join(conditions, "or", neutral: "false", settling: "true")
  }

  static func and(_ conditions: String...) -> String { and(conditions) }
  static func or(_ conditions: String...) -> String { or(conditions) }

  /// Whether more than one holds.
  static func severalOf(_ conditions: [String]) -> String {
    var pairs: [String] = []
    for (index, first) in conditions.enumerated() {
      for second in conditions.dropFirst(index + 1) { pairs.append(and(first, second)) }
    }
    return or(pairs)
  }

  private static func join(
    _ conditions: [String], _ name: String, neutral: String, settling: String
  ) -> String {
    var parts: [String] = []
    for condition in conditions where condition != neutral && !parts.contains(condition) {
      if condition == settling { return settling }
      parts.append(condition)
    }
    if parts.isEmpty { return neutral }
    return parts.count == 1 ? parts[0] : "(\(name) \(parts.joined(separator: " ")))"
  }

  static func choice(_ condition: String, _ first: Term, _ second: Term) -> Term {
    if condition == "true" { return first }
    if condition == "false" || first == second { return second }
    let known =
      first.known == second.known
      ? first.known : choice(condition, .bool(first.known), .bool(second.known)).text
    if first.sort == .bool {
      switch (first.text, second.text) {
      case ("true", _): return .bool(or(condition, second.text)).with(known: known)
      case ("false", _): return .bool(and(not(condition), second.text)).with(known: known)
      case (_, "false"): return .bool(and(condition, first.text)).with(known: known)
      case (_, "true"): return .bool(or(not(condition), first.text)).with(known: known)
      default: break
      }
    }
    if first.text == second.text, first.sort == second.sort {
      var same = first.with(known: known)
      same.constant = first.constant
      return same
    }
    let isReal = first.sort != second.sort
    return Term(
      "(ite \(condition) \(isReal ? first.real : first.text) \(isReal ? second.real : second.text))",
      isReal ? .real : first.sort, known: known)
  }

  /// `=`, `<`, `<=`, `>` or `>=`.
  static func compare(_ name: String, _ first: Term, _ second: Term) -> String {
    if let left = first.constant, let right = second.constant {
      let holds =
        switch name {
        case "<": left < right
        case "<=": left <= right
        case ">": right < left
        case ">=": right <= left
        default: left == right
        }
      return holds ? "true" : "false"
    }
    if first.sort == .bool, name == "=" {
      if first.text == second.text { return "true" }
      if first.text == "true" { return second.text }
      if second.text == "true" { return first.text }
      if first.text == "false" { return not(second.text) }
      if second.text == "false" { return not(first.text) }
    }
    if first.sort == second.sort {
      return first.text == second.text && name.contains("=") ? "true" : "(\(name) \(first.text) \(second.text))"
    }
    return "(\(name) \(first.real) \(second.real))"
  }

  /// `+`, `-` or `*`; whoever multiplies sees to it that one side is a constant.
  static func combine(_ name: String, _ first: Term, _ second: Term) -> Term {
    if let left = first.constant, let right = second.constant {
      let folded =
        switch name {
        case "+": left.adding(right)
        case "-": left.subtracting(right)
        default: left.multiplied(by: right)
        }
      if let folded { return Term(folded) }
    }
    if name == "+", first.constant == .zero { return second }
    if name != "*", second.constant == .zero { return first }
    let isReal = first.sort == .real || second.sort == .real
    return Term(
      "(\(name) \(isReal ? first.real : first.text) \(isReal ? second.real : second.text))",
      isReal ? .real : .int)
  }
}
