internal import Diagnostics
internal import Expressions
internal import Legislation
internal import MarkedYAML
internal import Quantities
internal import Vocabulary

extension LawReader {
  mutating func clock(_ entry: RawEntry) -> Clock? {
    let provision = provision(entry, .clocks)
    let versions: [Dated<Clock.Text>] = versions(of: entry, .clock, provision: provision) {
      reader, fields in
      guard
        let condition = reader.requiredExpression(
          fields, .counts, .boolean, "what a clock counts")
      else { return nil }
      var window: Period?
      if let text = fields.text(.within, &reader.findings) {
        window = reader.constant(text, .days, "the window of a clock")?.period
      }
      return Clock.Text(
        condition: condition, window: window,
        reset: reader.expression(fields, .resetsWhen, .boolean, "'resets when'"),
        isUnbroken: fields.flag(.unbroken, &reader.findings))
    }
    return Clock(provision: provision, versions: versions)
  }

  mutating func episode(_ entry: RawEntry) -> Episode? {
    let provision = provision(entry, .episodes)
    let versions: [Dated<Episode.Text>] = versions(of: entry, .episode, provision: provision) {
      reader, fields in
      guard
        let begins = reader.requiredExpression(fields, .beginsWhen, .boolean, "'begins when'"),
        let ends = reader.requiredExpression(fields, .endsWhen, .boolean, "'ends when'")
      else { return nil }
      return Episode.Text(
        begins: begins, ends: ends,
        longest: reader.duration(fields, .atMost, "the longest duration of an episode"))
    }
    return Episode(provision: provision, versions: versions)
  }

  mutating func benefit(_ entry: RawEntry) -> Benefit? {
    let provision = provision(entry, .benefits)
    let versions: [Dated<Benefit.Text>] = versions(of: entry, .benefit, provision: provision) {
      reader, fields in
      guard
        let condition = reader.requiredExpression(
          fields, .when, .boolean, "the condition of a benefit"),
        let paidBy = fields.requiredText(.paidBy, &reader.findings),
        let payer = reader.term(
          paidBy, in: reader.vocabulary.authorities, what: "an authority of the vocabulary"),
        let source = fields.requiredText(.financing, &reader.findings),
        let financing = reader.source(source)
      else { return nil }
      return Benefit.Text(
        condition: condition, amount: reader.amount(fields), paidBy: payer, financing: financing)
    }
    return Benefit(provision: provision, versions: versions)
  }

  private mutating func amount(_ fields: Fields) -> CheckedExpression? {
    guard let text = fields.text(.amount, &findings),
      let amount = expression(text, nil, "the amount of a benefit")
    else { return nil }
    guard case .money(let per, let isExact) = amount.type, let per,
      per == .month || per == .week || per == .day
    else {
      findings.add(
        Diagnostic(
          .error, "amount-expected",
          "a benefit is money per month, week or day, this is \(amount.type.words)",
          at: text.marked.range, hint: "write an amount such as '12_326 kr per month'"))
      return nil
    }
    if !isExact {
      findings.add(
        Diagnostic(
          .error, "rounding-needed", "a benefit is paid in whole øre, this may have parts of one",
          at: text.marked.range, hint: "write 'round half up(\(text.text), 1 kr)'"))
      return nil
    }
    return amount
  }

  private mutating func source(_ scalar: YAMLScalar) -> Benefit.Source? {
    if let payer = Payer(rawValue: scalar.text) { return .payer(payer) }
    let known = (names[.financing] ?? []) + Payer.allCases.map(\.rawValue)
    if let index = names[.financing]?.firstIndex(of: scalar.text) { return .steps(index) }
    findings.add(Complaint.unknownName(scalar, what: "a financing rule or a payer", known: known))
    return nil
  }

  mutating func financing(_ entry: RawEntry) -> Financing? {
    let provision = provision(entry, .financing)
    let versions: [Dated<Financing.Text>] = versions(of: entry, .financing, provision: provision) {
      reader, fields in
      guard let counted = fields.requiredText(.countedOn, &reader.findings),
        let clock = reader.index(of: counted, in: .clocks, what: "a clock of this law"),
        let list = fields.required(.steps, &reader.findings)
      else { return nil }
      let items = fields.items(.steps, &reader.findings)
      let steps = items.compactMap { reader.step($0) }
      // Of steps that read badly nothing can be said together.
      guard steps.count == items.count else { return nil }
      reader.checkOrder(steps, at: list.range)
      return Financing.Text(clock: clock, steps: steps)
    }
    return Financing(provision: provision, versions: versions)
  }

  private mutating func step(_ node: YAMLNode) -> Financing.Step? {
    guard let fields = Fields(node, .financingStep, &findings),
      let list = fields.required(.shares, &findings)
    else { return nil }
    var bound: Int?
    if let text = fields.text(.upTo, &findings) {
      guard let period = constant(text, .days, "the bound of a step")?.period, period.months == 0
      else {
        findings.add(
          Diagnostic(
            .error, "duration-expected", "a clock counts days, so the bound of a step is days or weeks",
            at: text.marked.range, hint: "write it in weeks"))
        return nil
      }
      bound = period.days
    }
    var shares: [Payer: Rational] = [:]
    let listed = fields.entries(.shares, &findings)
    guard list.mapping != nil else { return nil }
    for entry in listed {
      guard let payer = Payer(rawValue: entry.name) else {
        findings.add(
          Complaint.unknownName(
            entry.key, what: "a payer", known: Payer.allCases.map(\.rawValue)))
        continue
      }
      guard let scalar = entry.value.scalar else {
        findings.add(Complaint.wrongShape(entry.value, expected: "a share is a number"))
        continue
      }
      shares[payer] = constant(scalar, .number, "a share")?.number
    }
    guard shares.count == listed.count else { return nil }
    if let least = shares.values.min(), least < .zero {
      findings.add(
        Diagnostic(
          .error, "shares-unbalanced", "a share is \(least), and nobody pays less than nothing",
          at: list.range, hint: "let every share lie between 0 % and 100 %"))
      return nil
    }
    let sum = shares.values.reduce(Rational.zero) { $0.adding($1) ?? $0 }
    if sum != .one {
      findings.add(
        Diagnostic(
          .error, "shares-unbalanced", "the shares of a step add up to \(sum), not to 1",
          at: list.range, hint: "let them add up to 100 %"))
    }
    return Financing.Step(upTo: bound, shares: shares)
  }

  private mutating func checkOrder(_ steps: [Financing.Step], at range: SourceRange) {
    let bounds = steps.map(\.upTo)
    let inner = bounds.dropLast().compactMap { $0 }
    let ascends = zip(inner, inner.dropFirst()).allSatisfy { $0 < $1 }
    if steps.isEmpty || bounds.last != .some(nil) || inner.count != bounds.count - 1 || !ascends {
      findings.add(
        Diagnostic(
          .error, "steps-out-of-order",
          "the steps do not rise from the first to a last one without a bound", at: range,
          hint: "give every step but the last an 'up to' greater than the one before"))
    }
  }

  mutating func group(_ entry: RawEntry) -> TargetGroup? {
    let provision = provision(entry, .groups)
    let number = entry.node[Word.number.rawValue].flatMap { groupNumber($0) }
    let versions = versions(of: entry, .group, provision: provision) { reader, fields in
      reader.requiredExpression(fields, .when, .boolean, "the condition of a group")
    }
    return TargetGroup(provision: provision, number: number, versions: versions)
  }

  private mutating func groupNumber(_ node: YAMLNode) -> Int? {
    if let number = node.scalar.flatMap({ Int($0.text) }) { return number }
    findings.add(
      Diagnostic(
        .error, "whole-number-needed", "the number of a group is whole", at: node.range,
        hint: "write the number that the act gives the group, or leave 'number' out"))
    return nil
  }

  mutating func unit(_ entry: RawEntry) -> Unit? {
    let provision = provision(entry, .units)
    guard let node = entry.node[Word.authority.rawValue]?.scalar else {
      findings.add(
        Diagnostic(
          .error, "missing-key", "a unit needs 'authority'", at: provision.range,
          hint: "add 'authority:'"))
      return nil
    }
    guard
      let authority = term(
        node, in: vocabulary.authorities, what: "an authority of the vocabulary")
    else { return nil }
    let versions = versions(of: entry, .unit, provision: provision) { reader, fields in
      reader.requiredExpression(fields, .holdsWhen, .boolean, "'holds when'")
    }
    return Unit(provision: provision, authority: authority, versions: versions)
  }
}
