internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Pricing
internal import Quantities
internal import Vocabulary

/// Reads `Rules/prices.yaml`.
struct PriceReader {
  private let vocabulary: Vocabulary
  private var findings = Findings()

  static func read(_ node: YAMLNode, vocabulary: Vocabulary) -> Checked<PriceList> {
    var reader = PriceReader(vocabulary: vocabulary)
    let prices = reader.prices(node)
    return Checked(prices, reader.findings)
  }

  private init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  private mutating func prices(_ node: YAMLNode) -> PriceList? {
    guard let fields = Fields(node, .prices, &findings),
      let level = fields.requiredText(.priceLevel, &findings)
    else { return nil }
    if !vocabulary.accounts.contains(where: { $0.name == Costing.benefitAccount }) {
      findings.add(
        Diagnostic(
          .error, "missing-account",
          "the vocabulary has no account '\(Costing.benefitAccount)', where benefits are booked",
          at: level.marked.range, hint: "add '\(Costing.benefitAccount):' below 'accounts:'"))
    }
    var work: [String: Price<Minutes>] = [:]
    for entry in fields.entries(.work, &findings) {
      work[entry.name] = minutes(entry)
    }
    for entry in fields[.hours]?.mapping ?? [] { checkAuthority(entry.key) }
    return PriceList(
      level: level.text, work: work, hours: charges(fields, .hours),
      expenses: charges(fields, .expenses), weeks: charges(fields, .weeks), labels: labels(fields))
  }

  /// An entry's own words, else the vocabulary's for the kind of work or the authority of that name. What is
  /// priced in several tables needs words in one of them: the first that has any.
  private mutating func labels(_ fields: Fields) -> [String: Label] {
    let known = vocabulary.kinds + vocabulary.authorities + vocabulary.performers
    var labels = Dictionary(known.map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
    var own: Set<String> = []
    for word in [Word.work, .hours, .expenses, .weeks] {
      for entry in fields[word]?.mapping ?? [] {
        guard let label = entry.value[Word.label.rawValue], own.insert(entry.name).inserted else { continue }
        labels[entry.name] = LabelReader.read(label, of: entry.key, &findings)
      }
    }
    return labels
  }

  private mutating func checkAuthority(_ name: YAMLScalar) {
    let known = vocabulary.authorities + vocabulary.performers
    if !known.contains(where: { $0.name == name.text }) {
      findings.add(
        Complaint.unknownName(
          name, what: "an authority or a performer of the vocabulary", known: known.map(\.name)))
    }
  }

  private mutating func charges(_ fields: Fields, _ word: Word) -> [String: Charge] {
    var charges: [String: Charge] = [:]
    for entry in fields.entries(word, &findings) { charges[entry.name] = charge(entry) }
    return charges
  }

  private mutating func minutes(_ entry: YAMLEntry) -> Price<Minutes>? {
    guard let fields = Fields(entry.value, .workPrice, &findings),
      let range = range(fields, .minutes, entry, type: .number)
    else { return nil }
    func whole(_ value: Value) -> Minutes? { value.number?.whole.map(Minutes.init) }
    guard let low = whole(range.low), let base = whole(range.base), let high = whole(range.high)
    else {
      findings.add(
        Diagnostic(.error, "whole-number-needed", "minutes are whole", at: entry.key.marked.range))
      return nil
    }
    return Price(
      low: low, base: base, high: high, citation: range.citation, range: entry.key.marked.range)
  }

  private mutating func charge(_ entry: YAMLEntry) -> Charge? {
    guard let fields = Fields(entry.value, .charge, &findings),
      let range = range(fields, .amount, entry, type: .money(per: nil, isExact: true)),
      let low = range.low.money, let base = range.base.money, let high = range.high.money,
      let payerText = fields.requiredText(.payer, &findings),
      let accountText = fields.requiredText(.account, &findings)
    else { return nil }
    guard let payer = Payer(rawValue: payerText.text) else {
      findings.add(
        Complaint.unknownName(payerText, what: "a payer", known: Payer.allCases.map(\.rawValue)))
      return nil
    }
    guard vocabulary.accounts.contains(where: { $0.name == accountText.text }) else {
      findings.add(
        Complaint.unknownName(
          accountText, what: "an account of the vocabulary", known: vocabulary.accounts.map(\.name)))
      return nil
    }
    let price = Price(
      low: low, base: base, high: high, citation: range.citation, range: entry.key.marked.range)
    return Charge(price: price, payer: payer, account: accountText.text)
  }

  private struct ValueRange {
    let low: Value
    let base: Value
    let high: Value
    let citation: Citation
  }

  private mutating func range(
    _ fields: Fields, _ word: Word, _ entry: YAMLEntry, type: ValueType
  ) -> ValueRange? {
    guard
      let range = RangeReader.read(
        fields, word, of: entry.name, what: "a price", type: type, &findings)
    else { return nil }
    return ValueRange(
      low: range.low, base: range.base, high: range.high,
      citation: ProvisionReader.sourced(
        fields, what: "the price '\(entry.name)'", at: entry.key.marked.range, &findings))
  }
}
