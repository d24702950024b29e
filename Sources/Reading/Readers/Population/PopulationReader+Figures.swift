internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// A value, or a range of them.
struct Ranged {
  let low: Rational
  let base: Rational
  let high: Rational
  let isRange: Bool
  let range: SourceRange
}

extension PopulationReader {
  /// One value, or `{low: …, base: …, high: …}` in that order.
  mutating func ranged(
    _ fields: Fields, _ word: Word,
    reading read: (inout PopulationReader, YAMLScalar) -> Rational?
  ) -> Ranged? {
    guard let node = fields.required(word, &findings) else { return nil }
    if let scalar = node.scalar, !scalar.isNull {
      return read(&self, scalar).map {
        Ranged(low: $0, base: $0, high: $0, isRange: false, range: node.range)
      }
    }
    guard let range = Fields(node, .priceRange, &findings) else { return nil }
    var values: [Rational] = []
    for word in [Word.low, .base, .high] {
      if let text = range.requiredText(word, &findings), let value = read(&self, text) { values.append(value) }
    }
    guard values.count == 3 else { return nil }
    guard values[0] <= values[1], values[1] <= values[2] else {
      findings.add(
        Diagnostic(
          .error, "range-out-of-order", "'\(word.rawValue)' does not rise from low over base to high",
          at: node.range, hint: "order the values: low, base, high"))
      return nil
    }
    return Ranged(low: values[0], base: values[1], high: values[2], isRange: true, range: node.range)
  }

  /// Where a figure comes from, and that an assumption has a range and a reason.
  ///
  /// - Parameter isRanged: whether anything of the entry has a range.
  mutating func citation(_ fields: Fields, isRanged: Bool, of what: String) -> Citation {
    let place = fields.node.range
    if fields[.source] == nil {
      findings.add(
        Diagnostic(
          .error, "missing-source", "'\(what)' names no source", at: place,
          hint: "add 'source:', and 'status: assumption' where no source gives the figure"))
    }
    let citation =
      ProvisionReader.citation(fields, fallback: nil, &findings)
      ?? Citation(text: "", status: .unverified)
    guard citation.status == .assumption else { return citation }
    let status = fields[.status]?.range ?? place
    if !isRanged {
      findings.add(
        Diagnostic(
          .error, "missing-range", "'\(what)' is an assumption without a range", at: status,
          hint: "write '{low: …, base: …, high: …}' for what is assumed"))
    }
    if citation.note == nil {
      findings.add(
        Diagnostic(
          .error, "reason-missing", "'\(what)' is an assumption without a reason", at: status,
          hint: "add 'note:' with the reason"))
    }
    return citation
  }

  /// Reads the citation of one figure and keeps both.
  mutating func figure(
    _ fields: Fields, _ value: Ranged, _ name: String, isRanged: Bool, at node: YAMLNode
  ) -> PopulationFigure? {
    let citation = citation(fields, isRanged: isRanged, of: name)
    let figure = PopulationFigure(
      name: name, low: value.low, base: value.base, high: value.high, citation: citation,
      feeds: fields.text(.feeds, &findings)?.text, range: node.range)
    figures.append(figure)
    return figure
  }

  /// The shares of rows at the levels asked for; one row may take the rest.
  ///
  /// - Returns: `nil` after telling what is wrong.
  mutating func shares(
    _ rows: [Fields], _ name: String, of fields: Fields, isRanged: Bool = false
  ) -> [Rational]? {
    var given: [Ranged?] = []
    var rest: Int?
    for (index, row) in rows.enumerated() {
      if let text = row[.share]?.scalar, text.text == "rest" {
        if let rest {
          findings.add(
            Diagnostic(
              .error, "shares-unbalanced", "two rows take the rest", at: text.marked.range,
              hint: "give one of them its share",
              notes: [.init("the other is here", at: rows[rest].node.range)]))
          return nil
        }
        rest = index
        given.append(nil)
        continue
      }
      guard let share = ranged(row, .share, reading: { $0.share($1) }) else { return nil }
      given.append(share)
    }
    let citation = citation(fields, isRanged: isRanged || given.contains { $0?.isRange ?? false }, of: name)
    let feeds = fields.text(.feeds, &findings)?.text
    func sum(_ value: (Ranged) -> Rational) -> Rational {
      given.reduce(.zero) { sum, row in row.flatMap { sum.adding(value($0)) } ?? sum }
    }
    let sums = [sum(\.low), sum(\.base), sum(\.high)]
    let isBalanced = rest == nil ? sums == [.one, .one, .one] : sums.allSatisfy { $0 <= .one }
    guard isBalanced else {
      let wrong = sums.first { rest == nil ? $0 != .one : $0 > .one } ?? .one
      findings.add(
        Diagnostic(
          .error, "shares-unbalanced",
          "the shares of '\(name)' add up to \(percent(wrong)), not to 100 %", at: fields.node.range,
          hint: rest == nil
            ? "let one row have 'share: rest'" : "lower shares until something is left for the rest"))
      return nil
    }
    var shares: [Rational] = []
    for (index, share) in given.enumerated() {
      let name = "\(name)/rows/\(index + 1)"
      guard let share else {
        shares.append(.zero)
        continue
      }
      let figure = PopulationFigure(
        name: name, low: share.low, base: share.base, high: share.high, citation: citation,
        feeds: feeds, range: share.range)
      figures.append(figure)
      shares.append(figure.at(levels.level(of: name)))
    }
    guard let rest else { return shares }
    // A mix of levels by name may leave less than nothing; then the others give way in their order.
    var left = Rational.one
    for index in shares.indices {
      shares[index] = min(shares[index], left)
      left = left.subtracting(shares[index]) ?? .zero
    }
    shares[rest] = left
    return shares
  }

  private func percent(_ share: Rational) -> String {
    "\(share.multiplied(by: Rational(100)) ?? share) %"
  }

  mutating func share(_ scalar: YAMLScalar) -> Rational? {
    guard let share = number(scalar, "a share") else { return nil }
    if share >= .zero, share <= .one { return share }
    findings.add(
      Diagnostic(
        .error, "out-of-range", "a share is \(percent(share)), and lies between 0 % and 100 %",
        at: scalar.marked.range, hint: "write a share as '12.5 %'"))
    return nil
  }

  mutating func factor(_ scalar: YAMLScalar) -> Rational? {
    guard let factor = number(scalar, "a factor") else { return nil }
    if factor > .zero { return factor }
    findings.add(
      Diagnostic(
        .error, "out-of-range", "a factor on lengths is \(factor), and must be above 0",
        at: scalar.marked.range, hint: "write 1 for lengths as they stand"))
    return nil
  }

  mutating func whole(_ scalar: YAMLScalar, atLeast least: Int) -> Int? {
    guard let number = number(scalar, "a whole number") else { return nil }
    guard let whole = number.whole else {
      findings.add(
        Diagnostic(
          .error, "whole-number-needed", "this is \(number), and only whole numbers make sense here",
          at: scalar.marked.range))
      return nil
    }
    // Beyond it, weights in millionths of a person would leave their range.
    if (least...1_000_000_000).contains(whole) { return whole }
    findings.add(
      Diagnostic(
        .error, "out-of-range", "this is \(whole), and can only be from \(least) to 1000000000",
        at: scalar.marked.range, hint: "write the number of people or years"))
    return nil
  }

  /// A duration of whole days: `26 weeks`.
  mutating func days(_ scalar: YAMLScalar) -> Int? {
    guard let value = constant(scalar, .days, "a length"), let days = value.period?.days else { return nil }
    if (0...36_600).contains(days) { return days }
    findings.add(
      Diagnostic(
        .error, "out-of-range", "a length is \(days) days, and can only be from 0 days to 100 years",
        at: scalar.marked.range, hint: "write a length as '26 weeks'"))
    return nil
  }

  private mutating func number(_ scalar: YAMLScalar, _ what: String) -> Rational? {
    constant(scalar, .number, what)?.number
  }

  private mutating func constant(_ scalar: YAMLScalar, _ type: ValueType, _ what: String) -> Value? {
    let read = ExpressionReader.read(
      scalar.marked, names: Names(),
      expecting: Expectation(type, reason: "\(what) of a population", declaredAt: nil))
    findings.merge(read.findings)
    guard let expression = read.value else { return nil }
    if let value = expression.constantValue { return value }
    findings.add(Complaint.notConstant(scalar, "\(what) of a population"))
    return nil
  }
}
