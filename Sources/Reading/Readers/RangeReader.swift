internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Vocabulary

/// Reads `{low: …, base: …, high: …}`, the same in every file that has ranges.
struct RangeReader {
  let low: Value
  let base: Value
  let high: Value

  /// - Parameters:
  ///   - name: the entry whose range it is, for messages.
  ///   - what: "a price", "an effect".
  static func read(
    _ fields: Fields, _ word: Word, of name: String, what: String, type: ValueType,
    _ findings: inout Findings
  ) -> RangeReader? {
    guard let node = fields.required(word, &findings),
      let range = Fields(node, .priceRange, &findings)
    else { return nil }
    let values = [Word.low, .base, .high].map { value(range, $0, what: what, type, &findings) }
    guard let low = values[0], let base = values[1], let high = values[2] else { return nil }
    guard low <= base, base <= high else {
      findings.add(
        Diagnostic(
          .error, "range-out-of-order", "'\(name)' does not rise from low over base to high",
          at: node.range, hint: "order the values: low, base, high"))
      return nil
    }
    return RangeReader(low: low, base: base, high: high)
  }

  /// A plain value, without names.
  static func value(
    _ fields: Fields, _ word: Word, what: String, _ type: ValueType, _ findings: inout Findings
  ) -> Value? {
    guard let text = fields.requiredText(word, &findings) else { return nil }
    return value(text, "'\(word.rawValue)' of \(what)", type, &findings)
  }

  static func value(
    _ text: YAMLScalar, _ subject: String, _ type: ValueType, _ findings: inout Findings
  ) -> Value? {
    let read = ExpressionReader.read(
      text.marked, names: Names(), expecting: Expectation(type, reason: subject, declaredAt: nil))
    findings.merge(read.findings)
    if let expression = read.value, expression.constantValue == nil {
      findings.add(Complaint.notConstant(text, subject))
    }
    return read.value?.constantValue
  }
}

extension ProvisionReader {
  /// The citation of a figure, which needs a source rather than an act; tells when there is none.
  ///
  /// - Parameter what: "the price 'interview'".
  static func sourced(
    _ fields: Fields, what: String, at place: SourceRange, _ findings: inout Findings
  ) -> Citation {
    if fields[.source] == nil {
      findings.add(
        Diagnostic(
          .error, "missing-source", "\(what) names no source", at: place,
          hint: "add 'source:', and 'status: assumption' where no source gives the figure"))
    }
    return citation(fields, fallback: nil, &findings) ?? Citation(text: "", status: .unverified)
  }
}
