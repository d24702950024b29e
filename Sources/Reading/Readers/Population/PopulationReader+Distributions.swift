internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// What a population draws from, by name.
enum Distribution {
  case lengths(LengthTable)
  case ages(AgeTable)
  case choices(ShareTable, [[FactDraw.Assignment]])

  var kind: String {
    switch self {
    case .lengths: "lengths"
    case .ages: "ages"
    case .choices: "choices of facts"
    }
  }
}

extension PopulationReader {
  mutating func distribution(_ entry: YAMLEntry) -> Distribution? {
    guard let fields = Fields(entry.value, .distribution, &findings) else { return nil }
    let name = "distributions/\(entry.name)"
    words.places[name] = LabelReader.read(fields[.label], of: entry.key, &findings)
    let kinds = [Word.lengths, .ages, .choices].filter { fields[$0] != nil }
    guard kinds.count == 1, let kind = kinds.first else {
      findings.add(
        Diagnostic(
          .error, "one-way-needed",
          kinds.isEmpty
            ? "'\(entry.name)' says nothing to draw from" : "'\(entry.name)' says more than one thing to draw from",
          at: entry.key.marked.range, hint: "write one of 'lengths:', 'ages:' and 'choices:'"))
      return nil
    }
    if kind != .lengths, let stretch = fields[.stretch] {
      findings.add(
        Complaint.wrongShape(stretch, expected: "'stretch' is a factor on lengths, and these are \(kind.rawValue)"))
    }
    let items = fields.items(kind, &findings)
    guard !items.isEmpty else {
      findings.add(
        Diagnostic(
          .error, "no-rows", "'\(entry.name)' has no rows", at: entry.key.marked.range,
          hint: "add rows with their shares"))
      return nil
    }
    switch kind {
    case .lengths: return lengths(items, fields, name)
    case .ages: return ages(items, fields, name)
    default: return choices(items, fields, name)
    }
  }

  private mutating func rows(_ items: [YAMLNode], _ shape: Shape) -> [Fields]? {
    let rows = items.compactMap { Fields($0, shape, &findings) }
    return rows.count == items.count ? rows : nil
  }

  private mutating func lengths(_ items: [YAMLNode], _ fields: Fields, _ name: String) -> Distribution? {
    guard let rows = rows(items, .lengthRow) else { return nil }
    var factor = Rational.one
    var isStretched = false
    if fields[.stretch] != nil {
      guard let stretch = ranged(fields, .stretch, reading: { $0.factor($1) }) else { return nil }
      isStretched = stretch.isRange
      let figure = PopulationFigure(
        name: "\(name)/stretch", low: stretch.low, base: stretch.base, high: stretch.high,
        citation: ProvisionReader.citation(fields, fallback: nil, &findings)
          ?? Citation(text: "", status: .unverified),
        feeds: nil, range: stretch.range)
      figures.append(figure)
      factor = figure.at(levels.level(of: figure.name))
    }
    var bounds: [LengthTable.Bounds] = []
    var before = 0
    for row in rows {
      var from = before
      if row[.from] != nil {
        guard let own = row.text(.from, &findings).flatMap({ days($0) }) else { return nil }
        from = own
      }
      guard let text = row.requiredText(.to, &findings), let to = days(text) else { return nil }
      guard from >= before, to > from else {
        findings.add(
          Diagnostic(
            .error, "steps-out-of-order", "the lengths of '\(name)' do not rise", at: row.node.range,
            hint: "let each row end above the one before"))
        return nil
      }
      bounds.append(.init(over: stretched(from, factor), upTo: stretched(to, factor)))
      before = to
    }
    return shares(rows, name, of: fields, isRanged: isStretched).map {
      .lengths(LengthTable(shares: $0, bounds: bounds))
    }
  }

  /// - Rounding: to whole days, down.
  private func stretched(_ days: Int, _ factor: Rational) -> Int {
    guard factor != .one, let product = Rational(days).multiplied(by: factor) else { return days }
    return Int(exactly: product.floor) ?? days
  }

  private mutating func ages(_ items: [YAMLNode], _ fields: Fields, _ name: String) -> Distribution? {
    guard let rows = rows(items, .ageRow) else { return nil }
    var ages: [Range<Int>] = []
    for row in rows {
      guard let fromText = row.requiredText(.from, &findings), let from = whole(fromText, atLeast: 0),
        let toText = row.requiredText(.to, &findings), let to = whole(toText, atLeast: 0)
      else { return nil }
      guard from < to, to <= 120 else {
        findings.add(
          Diagnostic(
            .error, "steps-out-of-order", "there is no age from \(from) and below \(to)", at: row.node.range,
            hint: "write the first age and the first above it"))
        return nil
      }
      ages.append(from..<to)
    }
    return shares(rows, name, of: fields).map { .ages(AgeTable(shares: $0, ages: ages)) }
  }

  private mutating func choices(_ items: [YAMLNode], _ fields: Fields, _ name: String) -> Distribution? {
    guard let rows = rows(items, .choiceRow) else { return nil }
    let sets = rows.map { row in row.entries(.sets, &findings).compactMap { assignment($0) } }
    return shares(rows, name, of: fields).map { .choices(ShareTable($0), sets) }
  }

  private mutating func assignment(_ entry: YAMLEntry) -> FactDraw.Assignment? {
    guard let fact = facts.fact(entry.key),
      let value = facts.value(entry.value, of: vocabulary.facts[fact])
    else { return nil }
    return FactDraw.Assignment(fact: fact, value: value)
  }
}
