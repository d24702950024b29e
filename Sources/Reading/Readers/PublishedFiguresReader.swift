internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// Reads `Rules/figures.yaml`: what is measured of citizens, and what has been published to hold it against.
struct PublishedFiguresReader {
  private let vocabulary: Vocabulary
  private var findings = Findings()

  static func read(_ node: YAMLNode, vocabulary: Vocabulary) -> Checked<PublishedFigures> {
    var reader = PublishedFiguresReader(vocabulary: vocabulary)
    let figures = reader.figures(node)
    return Checked(figures, reader.findings)
  }

  private init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  private mutating func figures(_ node: YAMLNode) -> PublishedFigures? {
    guard let fields = Fields(node, .figures, &findings),
      let place = fields.required(.measures, &findings),
      let measures = measures(place)
    else { return nil }
    return PublishedFigures(
      measures: measures, figures: fields.entries(.published, &findings).compactMap { figure($0) })
  }

  // MARK: What is measured

  private mutating func measures(_ node: YAMLNode) -> CitizenMeasures? {
    guard let fields = Fields(node, .citizenMeasures, &findings) else { return nil }
    for word in Shape.citizenMeasures.needed { _ = fields.required(word, &findings) }
    let contacts = names(fields, .contacts, "a kind of duty", vocabulary.kinds.map(\.name))
    let lasting = fields.texts(.lasting, &findings)?.map(\.text) ?? []
    let ages = (fields.texts(.ages, &findings) ?? []).compactMap { whole($0) }
    // Each is read before any is asked for, so that all mistakes are told at once.
    let read = (
      clarity: clarity(fields), education: fact(fields, .education, .boolean),
      born: fact(fields, .born, .date),
      distance: name(fields, .distance, "a profile", vocabulary.profiles.map(\.name))
    )
    guard let clarity = read.clarity, let education = read.education, let born = read.born,
      let distance = read.distance
    else { return nil }
    return CitizenMeasures(
      contactKinds: Set(contacts), clarity: clarity, lastingBenefits: Set(lasting),
      education: education, born: born, ages: ages, distance: distance)
  }

  private mutating func clarity(_ fields: Fields) -> CitizenMeasures.Clarity? {
    guard
      let index = name(fields, .inQuestion, "a fact", vocabulary.facts.map(\.name))
    else { return nil }
    guard let members = vocabulary.facts[index].type.enumeration?.members else {
      wrongFact(fields, .inQuestion, "has members to choose from")
      return nil
    }
    let settled = names(fields, .settled, "a member of '\(vocabulary.facts[index].name)'", members)
    return CitizenMeasures.Clarity(
      fact: index, settled: Set(settled.compactMap { members.firstIndex(of: $0) }))
  }

  private mutating func fact(_ fields: Fields, _ word: Word, _ type: ValueType) -> Int? {
    guard let index = name(fields, word, "a fact", vocabulary.facts.map(\.name)) else { return nil }
    guard vocabulary.facts[index].type == type else {
      wrongFact(fields, word, "is \(type.words)")
      return nil
    }
    return index
  }

  private mutating func wrongFact(_ fields: Fields, _ word: Word, _ expected: String) {
    guard let node = fields[word] else { return }
    findings.add(Complaint.wrongShape(node, expected: "the fact of '\(word.rawValue)' \(expected)"))
  }

  // MARK: What is published

  private mutating func figure(_ entry: YAMLEntry) -> PublishedFigure? {
    guard let fields = Fields(entry.value, .publishedFigure, &findings) else { return nil }
    for word in Shape.publishedFigure.needed { _ = fields.required(word, &findings) }
    let label = LabelReader.read(fields[.label], of: entry.key, &findings)
    let citation = ProvisionReader.citation(fields, fallback: nil, &findings)
    let value = number(fields, .value)
    let unit: PublishedFigure.Unit? = member(fields, .unit, "a unit")
    let what: PublishedFigure.What? = member(fields, .kind, "something to count")
    let kinds: [(Word, Tally.Kind)] = [(.benefit, .benefit), (.group, .group), (.episodes, .episode)]
    let named = kinds.filter { fields[$0.0] != nil }
    if named.count > 1 {
      findings.add(
        Diagnostic(
          .error, "one-way-needed", "'\(entry.name)' counts more than one kind of thing",
          at: entry.key.marked.range, hint: "write one of 'benefit:', 'group:' and 'episodes:'"))
    }
    let (word, kind) = named.first ?? (.benefit, .openCase)
    let profile =
      fields[.profiles] == nil
      ? nil : name(fields, .profiles, "a profile", vocabulary.profiles.map(\.name))
    guard let value, let unit, let what else { return nil }
    return PublishedFigure(
      name: entry.name, label: label, value: value, unit: unit,
      citation: citation ?? Citation(text: "", status: .unverified),
      counted: PublishedFigure.Counted(
        what: what, kind: kind,
        names: named.isEmpty ? [] : fields.texts(word, &findings)?.map(\.text) ?? [],
        to: fields.texts(.to, &findings)?.map(\.text) ?? [], after: weeks(fields, .after),
        upTo: weeks(fields, .upTo),
        accounts: names(fields, .accounts, "an account", vocabulary.accounts.map(\.name)),
        payers: names(fields, .payers, "a payer", Payer.allCases.map(\.rawValue))
          .compactMap(Payer.init(rawValue:)),
        authorities: names(
          fields, .authorities, "an authority", vocabulary.authorities.map(\.name)),
        profile: profile),
      fedBy: fields.remark(.fedBy, &findings),
      restsOn: fields.remark(.restsOn, &findings), range: entry.key.marked.range)
  }

  // MARK: Values

  private mutating func names(
    _ fields: Fields, _ word: Word, _ what: String, _ known: [String]
  ) -> [String] {
    (fields.texts(word, &findings) ?? []).compactMap { text in
      if known.contains(text.text) { return text.text }
      findings.add(Complaint.unknownName(text, what: what, known: known))
      return nil
    }
  }

  private mutating func name(
    _ fields: Fields, _ word: Word, _ what: String, _ known: [String]
  ) -> Int? {
    guard let text = fields.text(word, &findings) else { return nil }
    if let index = known.firstIndex(of: text.text) { return index }
    findings.add(Complaint.unknownName(text, what: what, known: known))
    return nil
  }

  private mutating func member<Member: RawRepresentable & CaseIterable>(
    _ fields: Fields, _ word: Word, _ what: String
  ) -> Member? where Member.RawValue == String {
    guard let text = fields.text(word, &findings) else { return nil }
    if let member = Member(rawValue: text.text) { return member }
    findings.add(Complaint.unknownName(text, what: what, known: Member.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func number(_ fields: Fields, _ word: Word) -> Rational? {
    guard let text = fields.text(word, &findings) else { return nil }
    let digits = text.text.filter { $0 != "_" }
    if let number = Rational(decimal: digits) { return number }
    findings.add(Complaint.notConstant(text, "'\(word.rawValue)' of a published figure"))
    return nil
  }

  private mutating func weeks(_ fields: Fields, _ word: Word) -> Int? {
    fields.text(word, &findings).flatMap { whole($0) }
  }

  private mutating func whole(_ text: YAMLScalar) -> Int? {
    if let number = Int(text.text), number >= 0 { return number }
    findings.add(
      Diagnostic(
        .error, "not-a-whole-number", "'\(text.text)' is no whole number", at: text.marked.range,
        hint: "write digits only"))
    return nil
  }
}
