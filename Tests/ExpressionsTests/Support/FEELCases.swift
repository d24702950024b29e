import Diagnostics
import Expressions
import Foundation
import Quantities
import Testing

/// Cases of the DMN Technology Compatibility Kit, one a line; they lie outside the package.
enum FEELCases {
  static let variable = "HEGN_CONFORMANCE"
  static var folder: String? { ProcessInfo.processInfo.environment[variable] }
  static var isPresent: Bool { folder != nil }

  static func lines(_ file: String) throws -> [[String: Any]] {
    let text = try String(contentsOfFile: "\(folder ?? "")/\(file)", encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed)
      return try #require(object as? [String: Any])
    }
  }

  static func marked(_ text: String) -> MarkedText {
    let start = SourcePosition(line: 1, column: 1)
    return MarkedText(text, range: SourceRange(file: "case", start: start, end: start))
  }
}

/// A field of a line that must be there.
func need<Field>(_ field: Any?, _ type: Field.Type) throws -> Field { try #require(field as? Field) }

/// What came of a case.
enum FEELOutcome: CustomStringConvertible {
  case value(Value)
  case error(String)

  var description: String {
    switch self {
    case .value(let value): "\(value)"
    case .error(let code): "error \(code)"
    }
  }

  func agrees(with expected: Value?) -> Bool {
    guard case .value(let found) = self, let expected else { return false }
    return found.isClose(to: expected)
  }
}

/// Names and values as a case gives them.
struct FEELInputs: EvaluationContext {
  var names = Names()
  private var values: [Value] = []

  /// - Returns: `nil` for a value that no `Value` can hold, such as a date in the year -2017.
  init?(_ inputs: [String: Any]) {
    for name in inputs.keys.sorted() {
      guard let input = inputs[name] as? [String: Any], let type = input["type"] as? String,
        let value = Value(feel: input), let valueType = ValueType(feel: type)
      else { return nil }
      names.declare(NameDeclaration(name, valueType, slot: values.count, kind: "input"))
      values.append(value)
    }
  }

  static func needed(_ inputs: Any?) throws -> FEELInputs {
    let typed = try need(inputs, [String: Any].self)
    return try #require(FEELInputs(typed))
  }

  func value(of slot: Int) throws(Diagnostic) -> Value { values[slot] }

  func outcome(of expression: String) -> FEELOutcome {
    let read = ExpressionReader.read(FEELCases.marked(expression), names: names, expecting: nil)
    guard let checked = read.value else { return .error(read.findings.all.first?.code ?? "nothing") }
    var context = self
    do { return .value(try checked.value(in: &context)) } catch { return .error(error.code) }
  }
}

extension ValueType {
  init?(feel name: String) {
    switch name {
    case "number": self = .number
    case "string": self = .text
    case "boolean": self = .boolean
    case "date": self = .date
    case "yearMonthDuration": self = .months
    case "dayTimeDuration": self = .days
    case let list where list.hasPrefix("list<"):
      guard let element = ValueType(feel: String(list.dropFirst(5).dropLast())) else { return nil }
      self = .list(of: element)
    default: return nil
    }
  }
}

extension Value {
  /// A typed value of the data. Durations are read here by other means than the code under test.
  init?(feel typed: [String: Any]) {
    guard let type = typed["type"] as? String, let value = typed["value"] else { return nil }
    if type.hasPrefix("list<"), let values = value as? [Any] {
      let element = String(type.dropFirst(5).dropLast())
      let elements = values.compactMap { Value(feel: ["type": element, "value": $0]) }
      guard elements.count == values.count else { return nil }
      self = .list(elements)
      return
    }
    switch (type, value) {
    case ("boolean", let flag as Bool): self = .boolean(flag)
    case ("string", let text as String): self = .text(text)
    case ("number", let text as String):
      guard let number = Rational(decimal: text) else { return nil }
      self = .number(number)
    case ("date", let text as String):
      guard let day = Day(text) else { return nil }
      self = .date(day)
    case ("yearMonthDuration", let text as String), ("dayTimeDuration", let text as String):
      guard let duration = Value.duration(text) else { return nil }
      self = duration
    default: return nil
    }
  }

  private static func duration(_ text: String) -> Value? {
    guard
      let match = text.wholeMatch(
        of: /(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?/)
    else { return nil }
    func number(_ part: Substring?) -> Int { part.flatMap { Int($0) } ?? 0 }
    let sign = match.1 == "-" ? -1 : 1
    if match.2 != nil || match.3 != nil { return .months(sign * (number(match.2) * 12 + number(match.3))) }
    let seconds = number(match.4) * 86_400 + number(match.5) * 3_600 + number(match.6) * 60 + number(match.7)
    let fraction = match.8.map { $0.padding(toLength: 9, withPad: "0", startingAt: 0) } ?? "0"
    return .time(nanoseconds: Int128(sign) * (Int128(seconds) * 1_000_000_000 + Int128(number(fraction[...]))))
  }

  /// Equal, or numbers as near as the kit's own runners ask for.
  func isClose(to other: Value) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)):
      (left.subtracting(right) ?? .one).magnitude < (Rational(1, 100_000_000) ?? .zero)
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isClose(to: $1) }
    default: self == other
    }
  }
}
