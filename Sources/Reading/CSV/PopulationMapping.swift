package import Diagnostics
internal import Expressions
internal import MarkedYAML
package import Quantities
internal import Scenarios
package import Vocabulary

/// What the columns of a file of citizens mean.
///
/// Two forms: *long*, where a row names a fact and its value; and *wide*, where facts have columns of
/// their own and an empty cell leaves the fact as it is. In both, a row is about one citizen on one day.
package struct PopulationMapping: Sendable {
  package let name: String
  package let title: Label
  /// The days that figures are counted in.
  package let window: Stretch
  /// The file, as it is written.
  package let file: String
  /// How many bad rows are let pass.
  package let tolerated: Int
  let separator: UInt8
  let citizen: YAMLScalar
  let day: YAMLScalar
  let weight: YAMLScalar?
  let form: Form
  let vocabulary: Vocabulary
  package let range: SourceRange

  enum Form: Sendable {
    case long(fact: YAMLScalar, value: YAMLScalar, readings: [(name: [UInt8], content: Content)])
    case wide([(column: YAMLScalar, content: Content)])
  }

  enum Content: Sendable {
    case fact(CellReading)
    /// - Parameter when: what a cell of a wide file says when it happened.
    case event(Int, when: [UInt8])
  }
}

/// Reads a mapping.
struct PopulationMappingReader {
  private let vocabulary: Vocabulary
  private var findings = Findings()
  private var facts: ScenarioReader

  static func read(_ node: YAMLNode, vocabulary: Vocabulary) -> Checked<PopulationMapping> {
    var reader = PopulationMappingReader(vocabulary: vocabulary)
    let mapping = reader.mapping(node)
    reader.findings.merge(reader.facts.findings)
    return Checked(reader.findings.hasErrors ? nil : mapping, reader.findings)
  }

  /// Whether a document is a mapping, by its first word.
  static func isMapping(_ node: YAMLNode) -> Bool { node[Word.mapping.rawValue] != nil }

  private init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    facts = ScenarioReader(vocabulary: vocabulary)
  }

  private mutating func mapping(_ node: YAMLNode) -> PopulationMapping? {
    guard let fields = Fields(node, .mapping, &findings),
      let id = fields.requiredText(.mapping, &findings),
      let windowText = fields.requiredText(.window, &findings), let window = facts.period(windowText),
      let file = fields.requiredText(.file, &findings),
      let columnsNode = fields.required(.columns, &findings),
      let columns = Fields(columnsNode, .mappedColumns, &findings),
      let citizen = columns.requiredText(.citizen, &findings), let day = columns.requiredText(.on, &findings)
    else { return nil }
    let title = LabelReader.read(fields.required(.title, &findings), of: id, &findings)
    var separator = UInt8(ascii: ",")
    if let text = fields.text(.separator, &findings) {
      let bytes = Array(text.text.utf8)
      if bytes.count == 1, bytes[0] != UInt8(ascii: "\""), bytes[0] != UInt8(ascii: "\n"), bytes[0] != UInt8(ascii: "\r") {
        separator = bytes[0]
      } else {
        findings.add(Complaint.unknownName(text, what: "a separator", known: [",", ";", "|"]))
      }
    }
    var tolerated = 0
    if let text = fields.text(.tolerates, &findings) {
      guard let number = Int(text.text), number >= 0 else {
        findings.add(
          Diagnostic(
            .error, "out-of-range", "'tolerates' is a number of rows, not '\(text.text)'", at: text.marked.range,
            hint: "write 0 to stop at the first bad row"))
        return nil
      }
      tolerated = number
    }
    guard let form = form(fields, columns) else { return nil }
    return PopulationMapping(
      name: id.text, title: title, window: window, file: file.text, tolerated: tolerated, separator: separator,
      citizen: citizen, day: day, weight: columns.text(.weight, &findings), form: form, vocabulary: vocabulary,
      range: id.marked.range)
  }

  private mutating func form(_ fields: Fields, _ columns: Fields) -> PopulationMapping.Form? {
    if columns[.fact] != nil || columns[.value] != nil {
      guard let fact = columns.requiredText(.fact, &findings), let value = columns.requiredText(.value, &findings)
      else { return nil }
      // A fact or event that is not mapped is called in the file as it is here.
      var readings = contents(fields, isWide: false)
      for (index, fact) in vocabulary.facts.enumerated() where !readings.contains(where: { $0.0 == "f\(index)" }) {
        guard let form = plainForm(of: fact) else { continue }
        readings.append((
          "f\(index)", nil, Array(fact.name.utf8),
          .fact(CellReading(fact: index, translations: [], form: form, isOptional: fact.type.isOptional))))
      }
      for (index, event) in vocabulary.events.enumerated() where !readings.contains(where: { $0.0 == "e\(index)" }) {
        readings.append(("e\(index)", nil, Array(event.name.utf8), .event(index, when: [])))
      }
      return .long(fact: fact, value: value, readings: readings.map { ($0.2, $0.3) })
    }
    let own = contents(fields, isWide: true)
    guard !own.isEmpty else {
      findings.add(
        Diagnostic(
          .error, "missing-key", "a mapping needs the columns 'fact' and 'value', or columns for facts",
          at: columns.node.range, hint: "add 'fact:' and 'value:' below 'columns:', or 'column:' to facts"))
      return nil
    }
    return .wide(own.compactMap { entry in entry.1.map { ($0, entry.3) } })
  }

  /// Facts and events as they are mapped: a key for each, the column, the name in the file, the content.
  private mutating func contents(
    _ fields: Fields, isWide: Bool
  ) -> [(String, YAMLScalar?, [UInt8], PopulationMapping.Content)] {
    var contents: [(String, YAMLScalar?, [UInt8], PopulationMapping.Content)] = []
    for entry in fields.entries(.facts, &findings) {
      guard let index = facts.fact(entry.key), let own = Fields(entry.value, .mappedFact, &findings) else { continue }
      let column = isWide ? own.requiredText(.column, &findings) : own.text(.column, &findings)
      if let column, !isWide { refuseColumn(column) }
      let called = own.text(.called, &findings)?.text ?? entry.name
      guard let reading = reading(own, of: index, entry.key) else { continue }
      contents.append(("f\(index)", column, Array(called.utf8), .fact(reading)))
    }
    for entry in fields.entries(.events, &findings) {
      guard let index = vocabulary.event(named: entry.name) else {
        findings.add(
          Complaint.unknownName(
            entry.key, what: "an event of the vocabulary", known: vocabulary.events.map(\.name)))
        continue
      }
      guard let own = Fields(entry.value, .mappedEvent, &findings) else { continue }
      let column = isWide ? own.requiredText(.column, &findings) : own.text(.column, &findings)
      if let column, !isWide { refuseColumn(column) }
      let called = own.text(.called, &findings)?.text ?? entry.name
      let when = own.text(.when, &findings)?.text ?? "true"
      contents.append(("e\(index)", column, Array(called.utf8), .event(index, when: Array(when.utf8))))
    }
    return contents
  }

  private mutating func refuseColumn(_ column: YAMLScalar) {
    findings.add(
      Diagnostic(
        .error, "one-way-needed", "rows name their fact, so it has no column of its own", at: column.marked.range,
        hint: "write 'called:' with the fact's name in the file"))
  }

  private mutating func reading(_ fields: Fields, of index: Int, _ key: YAMLScalar) -> CellReading? {
    let fact = vocabulary.facts[index]
    var translations: [(text: [UInt8], value: Value)] = []
    for entry in fields.entries(.values, &findings) {
      guard let value = facts.value(entry.value, of: fact) else { continue }
      translations.append((Array(entry.name.utf8), value))
    }
    guard let plain = plainForm(of: fact) else { return nil }
    var form = plain
    if let unit = fields.text(.unit, &findings) {
      switch (plain, unit.text) {
      case (.days, "days"): form = .days(each: 1)
      case (.days, "weeks"): form = .days(each: 7)
      case (.months, "months"): form = .months(each: 1)
      case (.months, "years"): form = .months(each: 12)
      case (.money, "øre"): form = .money(øre: 1)
      case (.money, "kr"): form = .money(øre: 100)
      default:
        let known =
          switch plain {
          case .days: ["days", "weeks"]
          case .months: ["months", "years"]
          case .money: ["kr", "øre"]
          default: [String]()
          }
        findings.add(
          known.isEmpty
            ? Diagnostic(
              .error, "unknown-unit", "'\(key.text)' has no unit", at: unit.marked.range, hint: "remove 'unit:'")
            : Complaint.unknownName(unit, what: "a unit of '\(key.text)'", known: known))
      }
    }
    return CellReading(fact: index, translations: translations, form: form, isOptional: fact.type.isOptional)
  }

  private func plainForm(of fact: Fact) -> CellReading.Form? {
    switch fact.type.known {
    case .boolean: .flag
    case .enumeration(let enumeration): .members(enumeration.members.map { Array($0.utf8) })
    case .number: .number(whole: fact.isWhole)
    case .money: .money(øre: 100)
    case .days: .days(each: 1)
    case .months: .months(each: 1)
    case .date: .date
    case .text, .list, .optional: .text
    }
  }
}
