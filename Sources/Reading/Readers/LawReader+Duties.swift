internal import Diagnostics
internal import Expressions
internal import Legislation
internal import MarkedYAML
internal import Quantities
internal import Vocabulary

extension LawReader {
  mutating func duty(_ entry: RawEntry) -> Duty? {
    let provision = provision(entry, .duties)
    let versions: [Dated<Duty.Text>] = versions(of: entry, .duty, provision: provision) {
      reader, fields in
      reader.dutyText(fields, provision)
    }
    return Duty(provision: provision, versions: versions)
  }

  private mutating func dutyText(_ fields: Fields, _ provision: Provision) -> Duty.Text? {
    guard let kindText = fields.requiredText(.kind, &findings),
      let kind = term(kindText, in: vocabulary.kinds, what: "a kind of the vocabulary"),
      let by = fields.requiredText(.by, &findings), let performer = performer(by),
      fields.required(.for, &findings) != nil, fields.required(.due, &findings) != nil
    else { return nil }
    let groups = groups(fields)
    let schedule = schedule(fields, label: nil, citation: provision.citation, range: provision.range)
    var clock: Int?
    if let text = fields.text(.countedOn, &findings) {
      clock = index(of: text, in: .clocks, what: "a clock of this law")
    }
    guard let schedule, let groups, let anchor = anchor(fields) else { return nil }
    return Duty.Text(
      kind: kind, groups: groups.list,
      condition: expression(fields, .when, .boolean, "the condition of a duty"), anchor: anchor,
      clock: clock, schedule: schedule, performer: performer,
      channel: fields.text(.channel, &findings).flatMap {
        term($0, in: vocabulary.channels, what: "a channel of the vocabulary")
      },
      includes: (fields.texts(.includes, &findings) ?? []).compactMap {
        index(of: $0, in: .duties, what: "a duty of this law")
      },
      suspension: expression(fields, .suspendedWhile, .boolean, "'suspended while'"),
      restart: expression(fields, .restartsWhen, .boolean, "'restarts when'"),
      lasts: duration(fields, .lasts, "how long an occurrence lasts"),
      priceKey: fields.text(.price, &findings)?.text ?? kind,
      share: share(fields), basis: basis(fields),
      consequence: fields.text(.consequence, &findings).flatMap {
        index(of: $0, in: .duties, what: "a duty of this law")
      },
      monthRounding: rounding(fields))
  }

  private mutating func share(_ fields: Fields) -> CheckedExpression? {
    guard let share = expression(fields, .share, .number, "a share") else { return nil }
    if let value = share.constantValue?.number, value < .zero || value > .one {
      findings.add(
        Diagnostic(
          .error, "range-out-of-order", "a share lies between 0 % and 100 %, this is \(value)",
          at: share.source.range, hint: "write it with '%'"))
    }
    return share
  }

  private mutating func rounding(_ fields: Fields) -> Day.MonthRounding {
    guard let text = fields.text(.round, &findings) else { return .down }
    if text.text != "up", text.text != "down" {
      findings.add(Complaint.unknownName(text, what: "a way to round", known: ["up", "down"]))
    }
    return text.text == "up" ? .up : .down
  }

  /// The groups a duty is for; a `nil` list means everyone covered.
  private struct Groups { let list: [Int]? }

  private mutating func groups(_ fields: Fields) -> Groups? {
    guard let texts = fields.texts(.for, &findings) else { return nil }
    if texts.count == 1, texts[0].text == "everyone" { return Groups(list: nil) }
    if texts.isEmpty {
      findings.add(
        Diagnostic(
          .error, "for-nobody", "this duty is for nobody", at: fields.node.range,
          hint: "name groups, or write 'for: everyone'"))
      return nil
    }
    let list = texts.compactMap { index(of: $0, in: .groups, what: "a group of this law") }
    return list.count == texts.count ? Groups(list: list) : nil
  }

  private mutating func basis(_ fields: Fields) -> Duty.Basis {
    guard let text = fields.text(.orderedBy, &findings) else { return .law }
    if let basis = Duty.Basis(rawValue: text.text) { return basis }
    findings.add(
      Complaint.unknownName(
        text, what: "who can order a duty", known: Duty.Basis.allCases.map(\.rawValue)))
    return .law
  }

  private mutating func performer(_ text: YAMLScalar) -> Performer? {
    if text.text == "holding unit" { return .holdingUnit }
    if let index = names[.units]?.firstIndex(of: text.text) { return .unit(index) }
    if vocabulary.authorities.contains(where: { $0.name == text.text }) { return .authority(text.text) }
    if vocabulary.performers.contains(where: { $0.name == text.text }) { return .other(text.text) }
    let known =
      ["holding unit"] + (names[.units] ?? []) + vocabulary.authorities.map(\.name)
      + vocabulary.performers.map(\.name)
    findings.add(
      Complaint.unknownName(text, what: "a unit, an authority or a performer", known: known))
    return nil
  }

  private mutating func anchor(_ fields: Fields) -> Anchor? {
    guard let text = fields.text(.countedFrom, &findings) else { return .caseOpening }
    switch text.text {
    case "case": return .caseOpening
    case "benefit": return .benefit
    case "group": return .group
    case "unit": return .unit
    default: break
    }
    if let name = text.dropping("episode ") {
      return index(of: name, in: .episodes, what: "an episode of this law").map(Anchor.episode)
    }
    if let name = text.dropping("event ") { return event(name).map(Anchor.event) }
    if let name = text.dropping("fact ") { return fact(name).map(Anchor.fact) }
    if let source = text.dropping("day ") {
      guard let value = read(source.marked, expecting: nil) else { return nil }
      // A day that may be unknown is allowed: while it is, there is nothing to count from.
      if value.type == .date || value.type == .optional(.date) { return .day(value) }
      findings.add(
        Diagnostic(
          .error, "day-expected", "a duty counts from a day, this is \(value.type.words)",
          at: source.marked.range))
      return nil
    }
    findings.add(
      Complaint.unknownName(
        text, what: "something to count from",
        known: [
          "case", "benefit", "group", "unit", "episode NAME", "event NAME", "fact NAME", "day EXPRESSION",
        ]))
    return nil
  }

  private mutating func event(_ name: YAMLScalar) -> Int? {
    if let index = vocabulary.event(named: name.text) { return index }
    findings.add(
      Complaint.unknownName(
        name, what: "an event of the vocabulary", known: vocabulary.events.map(\.name)))
    return nil
  }

  private mutating func fact(_ name: YAMLScalar) -> Int? {
    if let index = vocabulary.fact(named: name.text) { return index }
    findings.add(
      Complaint.unknownName(
        name, what: "a fact of the vocabulary", known: vocabulary.facts.map(\.name)))
    return nil
  }

  // MARK: Schedules

  private mutating func schedule(
    _ fields: Fields, label: String?, citation: Citation, range: SourceRange
  ) -> Branch<Schedule>? {
    let citation = ProvisionReader.citation(fields, fallback: citation, &findings) ?? citation
    var condition: CheckedExpression?
    if label != nil {
      condition = requiredExpression(fields, .when, .boolean, "the condition of an exception")
      guard condition != nil else { return nil }
    }
    var outcome: Schedule?
    if let due = fields[.due] {
      outcome = schedule(due)
      guard outcome != nil else { return nil }
    }
    var exceptions: [Branch<Schedule>] = []
    for node in fields.items(.exceptions, &findings) {
      guard let inner = Fields(node, .dutyException, &findings) else { continue }
      let label = inner.requiredText(.label, &findings)
      if let branch = schedule(inner, label: label?.text ?? "", citation: citation, range: node.range) {
        exceptions.append(branch)
      }
    }
    if outcome == nil, exceptions.isEmpty {
      // An exception that reads badly has been told; one that says nothing has not.
      if fields.items(.exceptions, &findings).isEmpty { _ = fields.required(.due, &findings) }
      return nil
    }
    return Branch(
      label: label ?? "base", condition: condition, outcome: outcome, citation: citation, range: range,
      exceptions: exceptions)
  }

  private mutating func schedule(_ node: YAMLNode) -> Schedule? {
    if node.scalar?.text == "none" { return .nothing }
    guard let fields = Fields(node, .due, &findings) else { return nil }
    let forms: [Word] = [.within, .byEndOfWeek, .atLeast, .every, .at, .on].filter { fields[$0] != nil }
    // `on … within D` is one form.
    let isOnWithin = forms == [.within, .on]
    guard forms.count == 1 || isOnWithin, let form = forms.last else {
      findings.add(
        Diagnostic(
          .error, "one-schedule-needed",
          forms.isEmpty
            ? "this says nothing about when a demand falls due"
            : "these schedules exclude one another: \(forms.map { "'\($0.rawValue)'" }.joined(separator: ", "))",
          at: node.range,
          hint:
            "write one of {within: D}, {by end of week: N}, {at least: N, in: D}, {every: D}, {at: D}, {on: …}"
        ))
      return nil
    }
    guard let schedule = schedule(fields, form) else { return nil }
    guard fields[.after] != nil else { return schedule }
    guard let delay = duration(fields, .after, "'after'") else { return nil }
    return .after(delay, schedule)
  }

  private mutating func schedule(_ fields: Fields, _ form: Word) -> Schedule? {
    switch form {
    case .within: return duration(fields, .within, "'within'").map(Schedule.within)
    case .at: return duration(fields, .at, "'at'").map(Schedule.at)
    case .byEndOfWeek:
      return expression(fields, .byEndOfWeek, .number, "a week's number").map(Schedule.byEndOfWeek)
    case .atLeast:
      guard fields.required(.in, &findings) != nil,
        let count = expression(fields, .atLeast, .number, "a count of demands"),
        let length = duration(fields, .in, "'in'")
      else { return nil }
      return .atLeast(count, in: length)
    case .every:
      guard let period = duration(fields, .every, "'every'") else { return nil }
      return .every(period, until: duration(fields, .for, "'for'"))
    default:
      guard let text = fields.requiredText(.on, &findings), let change = change(text) else { return nil }
      return .on(change, within: duration(fields, .within, "'within'"))
    }
  }

  private mutating func change(_ text: YAMLScalar) -> Schedule.Change? {
    switch text.text {
    case "case": return .caseOpening
    case "benefit": return .benefit
    case "group": return .group
    case "unit": return .unit
    default: break
    }
    if let name = text.dropping("end of episode ") {
      return index(of: name, in: .episodes, what: "an episode of this law").map(Schedule.Change.episodeEnds)
    }
    if let name = text.dropping("episode ") {
      return index(of: name, in: .episodes, what: "an episode of this law").map(Schedule.Change.episodeBegins)
    }
    if let name = text.dropping("event ") { return event(name).map(Schedule.Change.event) }
    if let name = text.dropping("fact ") { return fact(name).map(Schedule.Change.fact) }
    findings.add(
      Complaint.unknownName(
        text, what: "a change to wait for",
        known: [
          "case", "benefit", "group", "unit", "episode NAME", "end of episode NAME", "event NAME",
          "fact NAME",
        ]))
    return nil
  }
}

extension YAMLScalar {
  /// The text behind a prefix, still knowing where it stands.
  func dropping(_ prefix: String) -> YAMLScalar? {
    guard text.hasPrefix(prefix) else { return nil }
    let count = prefix.unicodeScalars.count
    let rest = String(text.dropFirst(prefix.count))
    let range = marked.range(of: count..<(count + rest.unicodeScalars.count))
    return YAMLScalar(MarkedText(rest, range: range), style: style)
  }
}
