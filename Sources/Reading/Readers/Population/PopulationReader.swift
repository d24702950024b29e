internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Scenarios
internal import Vocabulary

/// Reads a population: archetypes of courses with the chances in them.
struct PopulationReader {
  let vocabulary: Vocabulary
  let levels: PopulationLevels
  var findings = Findings()
  /// Reads facts, periods and events, and says what is wrong with them, as for a scenario.
  var facts: ScenarioReader
  var distributions: [String: Distribution] = [:]
  /// The names of all distributions, those that read badly too.
  var declared: Set<String> = []
  var figures: [PopulationFigure] = []
  var words: FigureWords

  static func read(
    _ node: YAMLNode, vocabulary: Vocabulary, levels: PopulationLevels = PopulationLevels(),
    seed: UInt64 = 1
  ) -> Checked<Population> {
    var reader = PopulationReader(vocabulary: vocabulary, levels: levels)
    let population = reader.population(node, seed: seed)
    reader.findings.merge(reader.facts.findings)
    return Checked(reader.findings.hasErrors ? nil : population, reader.findings)
  }

  private init(vocabulary: Vocabulary, levels: PopulationLevels) {
    self.vocabulary = vocabulary
    self.levels = levels
    facts = ScenarioReader(vocabulary: vocabulary)
    words = FigureWords(vocabulary: vocabulary)
  }

  /// Whether a document is a population, by its first word.
  static func isPopulation(_ node: YAMLNode) -> Bool { node[Word.population.rawValue] != nil }

  private mutating func population(_ node: YAMLNode, seed: UInt64) -> Population? {
    guard let fields = Fields(node, .population, &findings),
      let id = fields.requiredText(.population, &findings),
      let windowText = fields.requiredText(.window, &findings),
      let window = facts.period(windowText)
    else { return nil }
    let title = LabelReader.read(fields.required(.title, &findings), of: id, &findings)
    for entry in fields.entries(.distributions, &findings) {
      if let complaint = Complaint.notAName(entry.key) { findings.add(complaint) }
      declared.insert(entry.name)
      distributions[entry.name] = distribution(entry)
    }
    guard fields.required(.archetypes, &findings) != nil else { return nil }
    let archetypes = fields.entries(.archetypes, &findings).compactMap { archetype($0) }
    guard !findings.hasErrors, !facts.findings.hasErrors else { return nil }
    let population = Population(
      name: id.text, title: title, window: window, archetypes: archetypes, vocabulary: vocabulary,
      figures: figures.map { $0.called(words.label(of: $0.name)) }, seed: seed, range: id.marked.range)
    if population == nil {
      findings.add(
        Diagnostic(
          .error, "nobody", "the population '\(id.text)' has no people", at: id.marked.range,
          hint: "give an archetype an 'inflow' or a 'stock'"))
    }
    return population
  }

  private mutating func archetype(_ entry: YAMLEntry) -> Archetype? {
    if let complaint = Complaint.notAName(entry.key) { findings.add(complaint) }
    guard let fields = Fields(entry.value, .archetype, &findings) else { return nil }
    let place = "archetypes/\(entry.name)"
    let label = LabelReader.read(fields.required(.label, &findings), of: entry.key, &findings)
    words.places[place] = label
    let inflow = fields.required(.inflow, &findings) == nil ? 0 : headcount(fields, .inflow, place)
    let stock: Int? = fields[.stock] == nil ? nil : headcount(fields, .stock, place)
    var history = 1
    // Nobody of the stock, no history.
    if fields[.history] != nil || stock != 0 {
      history = fields.requiredText(.history, &findings).flatMap { days($0) } ?? 1
    }
    let limit = fields.text(.leavesAtAge, &findings).flatMap { whole($0, atLeast: 0) }
    let citizen = draws(fields, .citizen)
    checkBirth(citizen, in: fields, of: entry)
    guard fields.required(.citizen, &findings) != nil, fields.required(.states, &findings) != nil
    else { return nil }
    let states = states(fields.entries(.states, &findings), place: place, of: entry.key)
    return Archetype(
      name: entry.name, label: label, inflow: inflow, stock: stock, history: history,
      leavesAtAge: limit, citizen: citizen, states: states)
  }

  /// Every fact without a default must be given to every citizen.
  private mutating func checkBirth(_ draws: [FactDraw], in fields: Fields, of entry: YAMLEntry) {
    let given = draws.map(\.certainFacts).reduce(Set()) { $0.union($1) }
    let told = Set((fields[.citizen]?.mapping ?? []).compactMap { vocabulary.fact(named: $0.name) })
    for (index, fact) in vocabulary.facts.enumerated()
    where fact.standard == nil && !given.contains(index) && !told.contains(index) {
      let key = fields.node.mapping?.first { $0.name == Word.citizen.rawValue }?.key ?? entry.key
      findings.add(
        Diagnostic(
          .error, "fact-needed", "every citizen needs '\(fact.name)'", at: key.marked.range,
          hint: "add '\(fact.name):' below 'citizen:'"))
    }
  }

  /// People who come, or who are there; nobody when the key is not there.
  private mutating func headcount(_ fields: Fields, _ word: Word, _ place: String) -> Int {
    guard let node = fields[word], let own = Fields(node, .headcount, &findings),
      let range = ranged(own, .persons, reading: { $0.whole($1, atLeast: 0).map { Rational($0) } }),
      let figure = figure(own, range, "\(place)/\(word.rawValue)", isRanged: range.isRange, at: node)
    else { return 0 }
    return figure.at(levels.level(of: figure.name)).whole ?? 0
  }
}

extension FactDraw {
  /// The facts that it gives to everybody.
  fileprivate var certainFacts: Set<Int> {
    switch self {
    case .constant(let assignment): [assignment.fact]
    case .choice(_, let sets):
      sets.map { Set($0.map(\.fact)) }.reduce(nil) { $0?.intersection($1) ?? $1 } ?? []
    case .length(let fact, _), .day(let fact, _), .ownLength(let fact, _), .ownEnd(let fact), .age(let fact, _):
      [fact]
    }
  }
}
