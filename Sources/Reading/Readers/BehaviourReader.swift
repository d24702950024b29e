internal import Attribution
internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Vocabulary

/// Reads `Rules/behaviour.yaml`.
struct BehaviourReader {
  private let vocabulary: Vocabulary
  private var findings = Findings()

  static func read(_ node: YAMLNode, vocabulary: Vocabulary) -> Checked<Behaviour> {
    var reader = BehaviourReader(vocabulary: vocabulary)
    let behaviour = reader.behaviour(node)
    return Checked(behaviour, reader.findings)
  }

  private init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  private mutating func behaviour(_ node: YAMLNode) -> Behaviour? {
    guard let fields = Fields(node, .behaviour, &findings),
      fields.required(.effects, &findings) != nil
    else { return nil }
    let effects = fields.entries(.effects, &findings).compactMap { effect($0) }
    let notModelled = fields.items(.notModelled, &findings)
      .compactMap { NoteReader.read($0, &findings) }
    return findings.hasErrors ? nil : Behaviour(effects: effects, notModelled: notModelled)
  }

  private mutating func effect(_ entry: YAMLEntry) -> Behaviour.Effect? {
    let place = entry.key.marked.range
    guard let fields = Fields(entry.value, .effect, &findings),
      let cause: Behaviour.Effect.Cause = member(
        fields, .hangsOn, what: "what an effect can hang on"),
      let hazard: Behaviour.Effect.Hazard = member(
        fields, .hazard, what: "a hazard that behaviour can change"),
      let population = fields.requiredRemark(.foundFor, &findings),
      let range = RangeReader.read(
        fields, .factor, of: entry.name, what: "an effect", type: .number, &findings),
      let low = range.low.number, let base = range.base.number, let high = range.high.number
    else { return nil }
    if low <= .zero {
      findings.add(
        Diagnostic(
          .error, "out-of-range", "a factor on a hazard is above zero, and this is \(low)", at: place,
          hint: "write 0.78 for a chance that is 22 % lower"))
    }
    let profile = fields.text(.profile, &findings)
    if let profile, !vocabulary.profiles.contains(where: { $0.name == profile.text }) {
      findings.add(
        Complaint.unknownName(
          profile, what: "a profile of the vocabulary", known: vocabulary.profiles.map(\.name)))
    }
    let citation = ProvisionReader.sourced(
      fields, what: "the effect '\(entry.name)'", at: place, &findings)
    return Behaviour.Effect(
      name: entry.name, label: LabelReader.read(fields[.label], of: entry.key, &findings),
      cause: cause, package: fields[.package].flatMap { package($0) }, hazard: hazard,
      profile: profile?.text,
      factor: RangedFigure(low: low, base: base, high: high, citation: citation),
      population: population, range: place)
  }

  private mutating func member<Member: CaseIterable & RawRepresentable>(
    _ fields: Fields, _ word: Word, what: String
  ) -> Member? where Member.RawValue == String {
    guard let text = fields.requiredText(word, &findings) else { return nil }
    if let member = Member(rawValue: text.text) { return member }
    findings.add(
      Complaint.unknownName(text, what: what, known: Member.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func package(_ node: YAMLNode) -> Behaviour.Effect.Package? {
    guard let fields = Fields(node, .package, &findings),
      let count = RangeReader.value(fields, .atLeast, what: "a package", .number, &findings),
      let length = RangeReader.value(fields, .in, what: "a package", .days, &findings)
    else { return nil }
    guard let count = count.number?.whole, count > 0, let whole = length.period?.days, whole > 0
    else {
      findings.add(
        Diagnostic(
          .error, "whole-number-needed", "a package is a whole number of times in whole days",
          at: node.range, hint: "write '{at least: 13, in: 26 weeks}'"))
      return nil
    }
    return Behaviour.Effect.Package(count: count, length: whole)
  }
}
