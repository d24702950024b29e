internal import Diagnostics
internal import Expressions
internal import Legislation
internal import MarkedYAML
internal import Quantities
internal import Vocabulary

extension LawReader {
  /// What a `unit:` or `type:` of one word means.
  mutating func valueType(_ scalar: YAMLScalar) -> ValueType? {
    switch scalar.text {
    case "boolean": return .boolean
    case "number", "share", "whole number", "decimal": return .number
    case "duration", "days": return .days
    case "months": return .months
    case "date": return .date
    case "money": return .money(per: nil, isExact: true)
    default:
      if scalar.text.hasPrefix("money per "),
        let unit = TimeUnit(rawValue: String(scalar.text.dropFirst("money per ".count)))
      {
        return .money(per: unit, isExact: true)
      }
      if case .enumeration(let enumeration)? = scope.names[scalar.text]?.type {
        return .enumeration(enumeration)
      }
      let known =
        ["boolean", "number", "share", "duration", "date", "money"]
        + TimeUnit.allCases.map { "money per \($0.rawValue)" }
      findings.add(Complaint.unknownName(scalar, what: "a type of values", known: known))
      return nil
    }
  }

  /// A value that needs no facts: a literal, or arithmetic with literals.
  mutating func constant(_ scalar: YAMLScalar, _ type: ValueType, _ reason: String) -> Value? {
    let expected: ValueType? = type == .days || type == .months ? nil : type
    let expectation = expected.map { Expectation($0, reason: reason, declaredAt: nil) }
    let read = ExpressionReader.read(scalar.marked, names: Names(), expecting: expectation)
    findings.merge(read.findings)
    guard let expression = read.value else { return nil }
    guard let value = expression.constantValue else {
      findings.add(Complaint.notConstant(scalar, reason))
      return nil
    }
    if expected == nil, value.period == nil {
      findings.add(
        Diagnostic(
          .error, "duration-expected", "\(reason) is a duration, this is \(expression.type.words)",
          at: scalar.marked.range, hint: "write a duration such as '6 months' or '2 weeks'"))
      return nil
    }
    return value
  }

  /// Durations of days and of months are different types; which one a parameter has, its values tell.
  private func settled(_ type: ValueType, _ values: [Value]) -> ValueType {
    guard type == .days else { return type }
    return values.contains { if case .months = $0 { true } else { false } } ? .months : .days
  }

  mutating func parameter(_ entry: RawEntry) -> Parameter? {
    guard let fields = Fields(entry.node, .parameter, &findings) else { return nil }
    let provision = provision(entry, .parameters)
    guard let unit = fields.requiredText(.unit, &findings), let type = valueType(unit),
      let values = fields.required(.values, &findings)
    else { return nil }
    var steps: [Parameter.Step] = []
    let items = fields.entries(.values, &findings)
    for item in items {
      guard let from = day(item.key) else { continue }
      guard let step = step(item, from: from, type: type, citation: provision.citation) else { continue }
      if let earlier = steps.last, earlier.from >= from {
        findings.add(
          Diagnostic(
            .error, "steps-out-of-order", "the values of '\(entry.name.text)' are not in order of time",
            at: item.key.marked.range, hint: "write earlier days first",
            notes: [.init("comes before this one", at: earlier.range)]))
      }
      steps.append(step)
    }
    guard !steps.isEmpty else {
      // Values that read badly have been told.
      guard items.isEmpty, values.mapping != nil || values.isNull else { return nil }
      findings.add(
        Diagnostic(
          .error, "no-values", "'\(entry.name.text)' has no values", at: provision.range,
          hint: "add 'values:' with a first day and a value"))
      return nil
    }
    return Parameter(
      provision: provision, type: settled(type, steps.compactMap(\.value)), steps: steps)
  }

  private mutating func step(
    _ item: YAMLEntry, from: Day, type: ValueType, citation: Citation
  ) -> Parameter.Step? {
    var citation = citation
    var stage = Parameter.Stage.enacted
    var node = item.value
    if node.mapping != nil {
      guard let fields = Fields(node, .step, &findings),
        let value = fields.required(.value, &findings)
      else { return nil }
      citation = ProvisionReader.citation(fields, fallback: citation, &findings) ?? citation
      if let text = fields.text(.stage, &findings) {
        guard let read = Parameter.Stage(rawValue: text.text) else {
          findings.add(
            Complaint.unknownName(
              text, what: "a stage", known: Parameter.Stage.allCases.map(\.rawValue)))
          return nil
        }
        stage = read
      }
      node = value
    }
    guard let scalar = node.scalar else {
      findings.add(Complaint.wrongShape(node, expected: "a value of a parameter is text"))
      return nil
    }
    var value: Value?
    if !scalar.isNull {
      value = constant(scalar, type, "a value of this parameter")
      guard value != nil else { return nil }
    }
    return Parameter.Step(
      from: from, value: value, citation: citation, stage: stage, range: item.key.marked.range)
  }

  mutating func practice(_ entry: RawEntry) -> Practice? {
    guard let fields = Fields(entry.node, .practice, &findings) else { return nil }
    let provision = provision(entry, .practice)
    guard let unit = fields.requiredText(.unit, &findings), let type = valueType(unit),
      let kind = fields.requiredText(.kind, &findings), let kind = practiceKind(kind),
      let low = value(fields, .low, type), let base = value(fields, .base, type),
      let high = value(fields, .high, type),
      let evidence = fields.requiredRemark(.evidence, &findings)
    else { return nil }
    let floor = limit(fields, .floor, type)
    let ceiling = limit(fields, .ceiling, type)
    let ladder = [floor, low, base, high, ceiling].compactMap { $0 }
    for (lesser, greater) in zip(ladder, ladder.dropFirst()) where !(lesser <= greater) {
      findings.add(
        Diagnostic(
          .error, "range-out-of-order",
          "'\(entry.name.text)' does not rise from floor over low, base and high to ceiling",
          at: provision.range, hint: "order the values: floor, low, base, high, ceiling"))
      return nil
    }
    return Practice(
      provision: provision, kind: kind, type: settled(type, [low, base, high]), floor: floor,
      ceiling: ceiling, low: low, base: base, high: high, evidence: evidence)
  }

  /// What a use of discretion decides.
  private static let practiceKinds = [
    "share", "count", "interval", "classification", "prognosis", "trigger", "organisation", "channel",
  ]

  private mutating func practiceKind(_ text: YAMLScalar) -> String? {
    if LawReader.practiceKinds.contains(text.text) { return text.text }
    findings.add(
      Complaint.unknownName(text, what: "a kind of practice", known: LawReader.practiceKinds))
    return nil
  }

  private mutating func value(_ fields: Fields, _ word: Word, _ type: ValueType) -> Value? {
    fields.requiredText(word, &findings).flatMap {
      constant($0, type, "'\(word.rawValue)' of a practice value")
    }
  }

  /// - Returns: `nil` for `none`: no legal limit.
  private mutating func limit(_ fields: Fields, _ word: Word, _ type: ValueType) -> Value? {
    guard let text = fields.requiredText(word, &findings), text.text != "none" else { return nil }
    return constant(text, type, "'\(word.rawValue)' of a practice value")
  }
}

extension Value {
  /// Order among the values that parameters and prices have; durations of unlike kinds by a month of
  /// thirty days, which is enough to order a range.
  static func <= (left: Value, right: Value) -> Bool {
    if let left = left.number, let right = right.number { return left <= right }
    if case .money(let left) = left, case .money(let right) = right { return left <= right }
    if let left = left.period, let right = right.period {
      return left.months * 30 + left.days <= right.months * 30 + right.days
    }
    return true
  }
}
