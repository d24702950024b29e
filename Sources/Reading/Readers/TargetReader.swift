internal import Attribution
internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Vocabulary

/// Reads `Rules/target.yaml`.
struct TargetReader {
  private let vocabulary: Vocabulary
  private let laws: [String]
  private var findings = Findings()

  /// - Parameter laws: the names of the laws that a published saving can be for.
  static func read(
    _ node: YAMLNode, vocabulary: Vocabulary, laws: [String]
  ) -> Checked<Target> {
    var reader = TargetReader(vocabulary: vocabulary, laws: laws)
    let target = reader.target(node)
    return Checked(target, reader.findings)
  }

  private init(vocabulary: Vocabulary, laws: [String]) {
    self.vocabulary = vocabulary
    self.laws = laws
  }

  private mutating func target(_ node: YAMLNode) -> Target? {
    guard let fields = Fields(node, .target, &findings) else { return nil }
    let name = YAMLScalar(MarkedText("target", range: node.range), style: .plain)
    let label = LabelReader.read(fields[.label], of: name, &findings)
    let amount = money(fields, what: "a target")
    let year = self.year(fields, .year)
    let level = self.year(fields, .priceLevel)
    let range = node.mapping?.first?.key.marked.range ?? node.range
    let citation = ProvisionReader.sourced(fields, what: "the target", at: range, &findings)
    let counts = fields.required(.counts, &findings).flatMap { scope($0, .costScope) }
    let boxes = fields.entries(.boxes, &findings).compactMap { box($0) }
    let flowBack = fields[.flowBack].flatMap { self.flowBack($0, boxes: boxes.map(\.name)) }
    let indices = fields.entries(.index, &findings).compactMap { self.index($0) }
    let used = fields.text(.indexedBy, &findings).flatMap { self.used($0, of: indices) }
    let published = fields.entries(.published, &findings).compactMap { self.published($0) }
    let outOfScope = fields.items(.outOfScope, &findings)
      .compactMap { NoteReader.read($0, &findings) }
    guard let amount, let year, let level, let counts, !findings.hasErrors else { return nil }
    return Target(
      label: label, amount: amount, year: year, level: level, citation: citation, range: range,
      counts: counts, boxes: boxes, flowBack: flowBack, indices: indices, index: used,
      published: published, outOfScope: outOfScope)
  }

  private mutating func money(_ fields: Fields, what: String) -> Money? {
    RangeReader.value(fields, .amount, what: what, .money(per: nil, isExact: true), &findings)?
      .money
  }

  private mutating func year(_ fields: Fields, _ word: Word) -> Int? {
    fields.requiredText(word, &findings).flatMap { year($0) }
  }

  private mutating func year(_ text: YAMLScalar) -> Int? {
    if text.text.count == 4, let year = Int(text.text), year > 0 { return year }
    findings.add(
      Diagnostic(
        .error, "whole-number-needed", "'\(text.text)' is no year", at: text.marked.range,
        hint: "write four digits, as 2030"))
    return nil
  }

  // MARK: What counts, and what does not

  private mutating func scope(_ node: YAMLNode, _ shape: Shape) -> CostScope? {
    guard let fields = Fields(node, shape, &findings),
      fields.required(.accounts, &findings) != nil
    else { return nil }
    if shape.words.contains(.source) {
      let place = node.mapping?.first?.key.marked.range ?? node.range
      _ = ProvisionReader.sourced(fields, what: "what counts", at: place, &findings)
    }
    let accounts = fields.texts(.accounts, &findings) ?? []
    for account in accounts
    where !vocabulary.accounts.contains(where: { $0.name == account.text }) {
      findings.add(
        Complaint.unknownName(
          account, what: "an account of the vocabulary", known: vocabulary.accounts.map(\.name)))
    }
    var payers: Set<Payer>?
    for text in fields.texts(.payers, &findings) ?? [] {
      guard let payer = Payer(rawValue: text.text) else {
        findings.add(
          Complaint.unknownName(text, what: "a payer", known: Payer.allCases.map(\.rawValue)))
        continue
      }
      payers = (payers ?? []).union([payer])
    }
    let benefits = fields.texts(.benefits, &findings)
    return CostScope(
      accounts: Set(accounts.map(\.text)), payers: payers,
      benefits: benefits.map { Set($0.map(\.text)) })
  }

  private mutating func box(_ entry: YAMLEntry) -> Target.Box? {
    guard let scope = scope(entry.value, .box) else { return nil }
    return Target.Box(
      name: entry.name,
      label: LabelReader.read(entry.value[Word.label.rawValue], of: entry.key, &findings),
      scope: scope)
  }

  private mutating func flowBack(_ node: YAMLNode, boxes: [String]) -> Target.FlowBack? {
    let place = node.mapping?.first?.key.marked.range ?? node.range
    guard let fields = Fields(node, .flowBack, &findings),
      let range = RangeReader.read(
        fields, .share, of: "share", what: "flow-back", type: .number, &findings),
      let low = range.low.number, let base = range.base.number, let high = range.high.number
    else { return nil }
    if low.isNegative || .one < high {
      findings.add(
        Diagnostic(
          .error, "out-of-range", "a share lies between 0 % and 100 %", at: place,
          hint: "write what part returns, as '{low: 20 %, base: 25 %, high: 30 %}'"))
    }
    let named = fields.texts(.boxes, &findings) ?? []
    for box in named where !boxes.contains(box.text) {
      findings.add(Complaint.unknownName(box, what: "a box of the target", known: boxes))
    }
    let citation = ProvisionReader.sourced(fields, what: "flow-back", at: place, &findings)
    return Target.FlowBack(
      share: RangedFigure(low: low, base: base, high: high, citation: citation),
      boxes: named.map(\.text))
  }

  // MARK: Price levels and published figures

  private mutating func index(_ entry: YAMLEntry) -> PriceIndex? {
    guard let fields = Fields(entry.value, .priceIndex, &findings),
      fields.required(.values, &findings) != nil
    else { return nil }
    var values: [Int: Rational] = [:]
    for value in fields.entries(.values, &findings) {
      guard let year = self.year(value.key), let text = value.value.scalar,
        let number = RangeReader.value(text, "a value of an index", .number, &findings)?.number
      else { continue }
      if number <= .zero {
        findings.add(
          Diagnostic(
            .error, "out-of-range", "an index is above zero, and this is \(number)",
            at: text.marked.range, hint: "write what the same things cost that year"))
        continue
      }
      values[year] = number
    }
    return PriceIndex(
      name: entry.name, label: LabelReader.read(fields[.label], of: entry.key, &findings),
      values: values,
      citation: ProvisionReader.sourced(
        fields, what: "the index '\(entry.name)'", at: entry.key.marked.range, &findings))
  }

  private mutating func used(_ name: YAMLScalar, of indices: [PriceIndex]) -> Int? {
    if let index = indices.firstIndex(where: { $0.name == name.text }) { return index }
    findings.add(
      Complaint.unknownName(name, what: "an index of the target", known: indices.map(\.name)))
    return nil
  }

  private mutating func published(_ entry: YAMLEntry) -> Target.Published? {
    guard let fields = Fields(entry.value, .published, &findings),
      let law = fields.requiredText(.law, &findings),
      let amount = money(fields, what: "a published saving")
    else { return nil }
    if !laws.contains(law.text) {
      findings.add(Complaint.unknownName(law, what: "a law of these rules", known: laws))
    }
    return Target.Published(
      name: entry.name, label: LabelReader.read(fields[.label], of: entry.key, &findings),
      law: law.text, amount: amount,
      citation: ProvisionReader.sourced(
        fields, what: "the saving '\(entry.name)'", at: entry.key.marked.range, &findings))
  }
}

/// Reads what is said without a figure, and why.
enum NoteReader {
  static func read(_ node: YAMLNode, _ findings: inout Findings) -> Target.Note? {
    guard let fields = Fields(node, .statement, &findings),
      let id = fields.requiredText(.id, &findings),
      let cite = fields.requiredText(.cite, &findings),
      let reason = fields.requiredRemark(.because, &findings)
    else { return nil }
    let citation = ProvisionReader.citation(fields, fallback: nil, &findings)
    return Target.Note(
      name: id.text, label: LabelReader.read(fields[.label], of: id, &findings),
      citation: citation ?? Citation(text: cite.text, status: .unverified), reason: reason)
  }
}
