internal import Diagnostics
internal import Quantities

/// Everything the checker can say, one method a finding; what it says about the shape of a text is in
/// `CheckerMessages+Syntax`, why a value could not be computed in `CheckerMessages+Evaluation`.
struct CheckerMessages: Sendable {
  let source: MarkedText

  // MARK: Names

  func unknownName(
    _ name: String, at stretch: Range<Int>, difference: String?, nearest: String?, enumerations: [String]
  ) -> Diagnostic {
    let hint: String? =
      if let difference {
        "write '\(difference)', with spaces around the minus"
      } else if let enumeration = enumerations.first {
        "write 'x = \(name)': '\(name)' is a member of '\(enumeration)' and means something only beside one"
      } else {
        nearest.map { "write '\($0)'" }
      }
    return error("unknown-name", "'\(name)' is not declared", stretch, hint: hint)
  }

  func unknownMember(
    _ name: String, of enumeration: Enumeration, _ wanted: Checker.Wanted, at stretch: Range<Int>
  ) -> Diagnostic {
    let nearest = nearestName(to: name, among: enumeration.members)
    let list = enumeration.members.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    let rest = enumeration.members.count > 8 ? " …" : ""
    let place = wanted.declaredAt.map {
      Diagnostic.Note("'\(wanted.name ?? enumeration.name)' is declared here", at: $0)
    }
    return error(
      "unknown-member", "'\(name)' is not a member of '\(enumeration.name)'", stretch,
      hint: nearest.map { "write '\($0)'" } ?? "write one of \(list)\(rest)",
      notes: [place].compactMap { $0 })
  }

  func ambiguousName(
    _ declaration: NameDeclaration, _ enumeration: Enumeration, at stretch: Range<Int>
  ) -> Diagnostic {
    error(
      "ambiguous-name",
      "'\(declaration.name)' is a \(declaration.kind) and also a member of '\(enumeration.name)'", stretch,
      hint: "rename the \(declaration.kind) '\(declaration.name)'", notes: declared([declaration]))
  }

  func nameTaken(_ name: String, at stretch: Range<Int>, _ declaredAt: SourceRange?) -> Diagnostic {
    error(
      "name-taken", "'\(name)' already means something here", stretch,
      hint: "choose another name for the elements",
      notes: declaredAt.map { [.init("'\(name)' is declared here", at: $0)] } ?? [])
  }

  func noSuchProperty(
    _ name: String, of type: ValueType, _ known: [String], at stretch: Range<Int>
  ) -> Diagnostic {
    let nearest = nearestName(to: name, among: known)
    let list = known.map { "'.\($0)'" }.joined(separator: ", ")
    let hint = nearest.map { "write '.\($0)'" } ?? (known.isEmpty ? nil : "write one of \(list)")
    return error("no-such-part", "\(type.words) has no part '\(name)'", stretch, hint: hint)
  }

  func elapsingName(_ declaration: NameDeclaration, at stretch: Range<Int>, hint: String?) -> Diagnostic {
    let name = declaration.name
    let example =
      switch declaration.type.known {
      case .date: "\(name) >= DATE + 8 weeks"
      case .days: "\(name) > 22 weeks"
      case .months: "\(name) > 6 months"
      default: "\(name) >= 30"
      }
    return error(
      "elapsing-name",
      "'\(name)' changes by itself as days pass, so it must stand alone on one side of a comparison", stretch,
      hint: hint ?? "compare it directly, as in '\(example)'", notes: declared([declaration]))
  }

  func bothElapse(_ left: Range<Int>, _ right: Range<Int>, at stretch: Range<Int>) -> Diagnostic {
    error(
      "elapsing-name", "'\(text(left))' and '\(text(right))' both change by themselves as days pass", stretch,
      hint: "compare each of them with something that stays as it is")
  }

  // MARK: Conditions and unknown values

  func mayBeUnknown(_ stretch: Range<Int>, _ type: ValueType, _ declaration: NameDeclaration?) -> Diagnostic {
    let words = text(stretch)
    return error(
      "may-be-unknown", "'\(words)' may be unknown", stretch,
      hint: "write '(\(words) ?? \(sample(type)))', or ask 'known(\(words)) and …' first",
      notes: declared([declaration].compactMap { $0 }))
  }

  func alwaysKnown(_ stretch: Range<Int>) -> Diagnostic {
    Diagnostic(
      .warning, "always-known", "'\(text(stretch))' is always known here", at: source.range(of: stretch),
      hint: "leave the question out")
  }

  func notACondition(
    _ stretch: Range<Int>, _ type: ValueType, of word: String, _ declaration: NameDeclaration?
  ) -> Diagnostic {
    error(
      "not-a-condition", "'\(text(stretch))' is \(type.words), '\(word)' needs a condition", stretch,
      hint: "write a comparison, such as '\(text(stretch)) = \(sample(type))'",
      notes: declared([declaration].compactMap { $0 }))
  }

  // MARK: Types

  func unitMismatch(
    _ left: Range<Int>, _ leftPer: TimeUnit?, _ right: Range<Int>, _ rightPer: TimeUnit?,
    at stretch: Range<Int>, _ declarations: [NameDeclaration]
  ) -> Diagnostic {
    let units = [leftPer, rightPer].map { ValueType.money(per: $0, isExact: true).words }
    var hint: String?
    if let leftPer, let rightPer {
      if let factor = UnitAlgebra.factor(from: leftPer, to: rightPer) {
        hint = replacing(left, with: "\(factored(left)) * \(factor)", in: stretch)
      } else if let factor = UnitAlgebra.factor(from: rightPer, to: leftPer) {
        hint = replacing(right, with: "\(factored(right)) * \(factor)", in: stretch)
      }
    }
    // The second operand is the surprising one; a note at the first only when the second has none.
    return error(
      "unit-mismatch", "'\(text(left))' is \(units[0]), '\(text(right))' is \(units[1])", stretch,
      hint: hint.map { "write '\($0)'" } ?? "bring both to the same stretch of time",
      notes: declared(Array(declarations.suffix(1))))
  }

  func durationsDoNotMix(
    _ left: Range<Int>, _ leftType: ValueType, _ right: Range<Int>, _ rightType: ValueType,
    at stretch: Range<Int>
  ) -> Diagnostic {
    error(
      "durations-do-not-mix",
      "'\(text(left))' is \(leftType.words), '\(text(right))' is \(rightType.words), and no month is a fixed number of days",
      stretch, hint: "write both in months or both in days")
  }

  func typesDiffer(
    _ left: Range<Int>, _ leftType: ValueType, _ right: Range<Int>, _ rightType: ValueType,
    at stretch: Range<Int>, _ declarations: [NameDeclaration]
  ) -> Diagnostic {
    let hint = literalHint(left, leftType, rightType) ?? literalHint(right, rightType, leftType)
    return error(
      "type-mismatch", "'\(text(left))' is \(leftType.words), '\(text(right))' is \(rightType.words)", stretch,
      hint: hint, notes: declared(declarations))
  }

  func noOrder(
    _ left: Range<Int>, _ type: ValueType, _ comparison: Comparison, at stretch: Range<Int>
  ) -> Diagnostic {
    error(
      "no-order", "'\(text(left))' is \(type.words), which '\(comparison.rawValue)' cannot put in order",
      stretch, hint: "compare it with '=' or '!='")
  }

  func noSuchOperation(
    _ operation: Arithmetic, _ left: Range<Int>, _ leftType: ValueType, _ right: Range<Int>,
    _ rightType: ValueType, at stretch: Range<Int>
  ) -> Diagnostic {
    var hint = literalHint(left, leftType, rightType) ?? literalHint(right, rightType, leftType)
    if case (.date, .number) = (leftType, rightType) { hint = "write '\(text(right)) days'" }
    return error(
      "no-such-operation",
      "'\(text(left))' is \(leftType.words), '\(text(right))' is \(rightType.words): '\(operation.rawValue)' does not take these",
      stretch, hint: hint)
  }

  func noNegative(_ operand: Range<Int>, _ type: ValueType, at stretch: Range<Int>) -> Diagnostic {
    error("no-such-operation", "'\(text(operand))' is \(type.words), which has no negative", stretch)
  }

  func notAList(_ stretch: Range<Int>, _ type: ValueType, _ declaration: NameDeclaration?) -> Diagnostic {
    error(
      "not-a-list", "'\(text(stretch))' is \(type.words), a list is needed here", stretch,
      notes: declared([declaration].compactMap { $0 }))
  }

  func mixedList(_ stretch: Range<Int>, _ type: ValueType, _ earlier: ValueType) -> Diagnostic {
    error(
      "mixed-list", "'\(text(stretch))' is \(type.words), an element before it is \(earlier.words)", stretch)
  }

  // MARK: Functions

  func unknownFunction(_ name: String, at stretch: Range<Int>, isName: Bool) -> Diagnostic {
    let nearest = nearestName(to: name, among: StandardFunctions.byName.keys.sorted() + ["known", "duration"])
    return error(
      "unknown-function", isName ? "'\(name)' is not a function" : "there is no function '\(name)'", stretch,
      hint: nearest.map { "write '\($0)('" })
  }

  func wrongArguments(
    _ function: StandardFunction, _ arguments: [SyntaxTree.Argument], at stretch: Range<Int>
  ) -> Diagnostic {
    let forms = function.shapes.map { shape in
      let list = shape.parameters.map { $0.isOptional ? "\($0.name)?" : $0.name }.joined(separator: ", ")
      return "'\(function.name)(\(list)\(shape.isVariadic ? ", …" : ""))'"
    }
    let known = Set(function.shapes.flatMap { $0.parameters.map(\.name) })
    if let stranger = arguments.compactMap(\.name).first(where: { !known.contains($0) }) {
      let nearest = nearestName(to: stranger, among: known)
      return error(
        "wrong-arguments", "'\(stranger)' is not a parameter of '\(function.name)'", stretch,
        hint: "write \(nearest.map { "'\($0)'" } ?? forms.joined(separator: " or "))")
    }
    return error(
      "wrong-arguments", "'\(function.name)' does not take \(counted(arguments.count)) like these", stretch,
      hint: "write \(forms.joined(separator: " or "))")
  }

  func wrongArguments(_ name: String, _ wanted: String, _ count: Int, at stretch: Range<Int>) -> Diagnostic {
    error("wrong-arguments", "'\(name)' takes \(wanted), found \(counted(count))", stretch)
  }

  func wrongArgument(
    _ name: String, _ stretch: Range<Int>, _ type: ValueType, wanted: String, _ declaration: NameDeclaration?
  ) -> Diagnostic {
    error(
      "wrong-argument", "'\(text(stretch))' is \(type.words), '\(name)' takes \(wanted) there", stretch,
      notes: declared([declaration].compactMap { $0 }))
  }

  func emptyListArgument(_ name: String, at stretch: Range<Int>) -> Diagnostic {
    error("empty-list", "'\(name)' of an empty list has no value", stretch)
  }

  func computedDuration(at stretch: Range<Int>) -> Diagnostic {
    error(
      "computed-duration",
      "'\(text(stretch))' is not written out, so it is open whether it counts months or days", stretch,
      hint: "write the duration itself, as in '6 months'")
  }

  // MARK: What the place expects

  func unitNotExpected(
    _ stretch: Range<Int>, _ type: ValueType, _ expectation: Expectation, _ declaration: NameDeclaration?
  ) -> Diagnostic {
    error(
      "unit-mismatch",
      "'\(text(stretch))' is \(type.words), \(expectation.reason) is \(expectation.type.words)", stretch,
      notes: expected(expectation) + declared([declaration].compactMap { $0 }))
  }

  func typeNotExpected(
    _ stretch: Range<Int>, _ type: ValueType, _ expectation: Expectation, _ declaration: NameDeclaration?
  ) -> Diagnostic {
    error(
      "type-mismatch",
      "'\(text(stretch))' is \(type.words), \(expectation.reason) is \(expectation.type.words)", stretch,
      hint: literalHint(stretch, type, expectation.type.known),
      notes: expected(expectation) + declared([declaration].compactMap { $0 }))
  }

  func roundingNeeded(_ stretch: Range<Int>, _ expectation: Expectation) -> Diagnostic {
    error(
      "rounding-needed",
      "'\(text(stretch))' may hold fractions of an øre, \(expectation.reason) must be whole øre", stretch,
      hint: "write 'round half up(\(text(stretch)), 0.01 kr)'", notes: expected(expectation))
  }

  // MARK: Parts of messages

  func error(
    _ code: String, _ message: String, _ stretch: Range<Int>, hint: String? = nil,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(.error, code, message, at: source.range(of: stretch), hint: hint, notes: notes)
  }

  func text(_ stretch: Range<Int>) -> String { String(source.stretch(stretch)) }

  /// The text as an operand of a sum or product; parentheses where it would fall apart.
  func operand(_ stretch: Range<Int>) -> String {
    let words = text(stretch)
    let fallsApart = [" + ", " - ", " ?? ", "if "].contains { pattern in
      words.unicodeScalars.indices.contains { words[$0...].hasPrefix(pattern) }
    }
    return fallsApart && !words.hasPrefix("(") ? "(\(words))" : words
  }

  private func factored(_ stretch: Range<Int>) -> String { operand(stretch) }

  /// - Returns: `nil` when the part stands elsewhere, such as in the column above a cell.
  private func replacing(_ part: Range<Int>, with words: String, in whole: Range<Int>) -> String? {
    guard whole.lowerBound <= part.lowerBound, part.upperBound <= whole.upperBound else { return nil }
    return text(whole.lowerBound..<part.lowerBound) + words + text(part.upperBound..<whole.upperBound)
  }

  private func declared(_ declarations: [NameDeclaration]) -> [Diagnostic.Note] {
    declarations.compactMap { declaration in
      declaration.declaredAt.map { .init("'\(declaration.name)' is declared here", at: $0) }
    }
  }

  private func expected(_ expectation: Expectation) -> [Diagnostic.Note] {
    expectation.declaredAt.map { [.init("expected because of this", at: $0)] } ?? []
  }

  /// A bare number where money or a duration is meant.
  private func literalHint(_ stretch: Range<Int>, _ type: ValueType, _ other: ValueType) -> String? {
    let words = text(stretch)
    guard type == .number, words.allSatisfy({ $0.isNumber || $0 == "_" || $0 == "." }) else { return nil }
    switch other {
    case .money(let per, _): return "write '\(words) kr\(per.map { " per \($0.rawValue)" } ?? "")'"
    case .days: return "write '\(words) days'"
    case .months: return "write '\(words) months'"
    default: return nil
    }
  }

  private func sample(_ type: ValueType) -> String {
    switch type {
    case .boolean: "false"
    case .enumeration(let enumeration): enumeration.members.last ?? "none"
    case .number: "0"
    case .money(let per, _): "0 kr\(per.map { " per \($0.rawValue)" } ?? "")"
    case .months: "0 months"
    case .days: "0 days"
    case .date: "2023-01-01"
    case .text: "\"\""
    case .list: "[]"
    case .optional(let type): sample(type)
    }
  }

  private func counted(_ count: Int) -> String {
    switch count {
    case 0: "no arguments"
    case 1: "one argument"
    default: "\(count) arguments"
    }
  }
}
