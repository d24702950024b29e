internal import Diagnostics
internal import Expressions
internal import MarkedYAML
internal import Quantities
internal import Scenarios
internal import Vocabulary

extension PopulationReader {
  /// How a fact is called that is drawn from the length of its own state.
  private static let lengthOfState = "length of state"

  mutating func states(_ entries: [YAMLEntry], place: String, of archetype: YAMLScalar) -> [LifeState] {
    if entries.isEmpty {
      findings.add(
        Diagnostic(
          .error, "no-rows", "'\(archetype.text)' has no states", at: archetype.marked.range,
          hint: "add below 'states:' what such people live through"))
    }
    let names = entries.map(\.name)
    var reached: Set<Int> = [0]
    let told = findings.count(of: .error)
    let states = entries.map { entry -> LifeState in
      if let complaint = Complaint.notAName(entry.key) { findings.add(complaint) }
      let state = state(entry, among: names, place: "\(place)/states/\(entry.name)")
      state.exits.forEach { reached.insert($0.to) }
      return state
    }
    // Where a way out reads badly, nobody knows where it leads.
    guard findings.count(of: .error) == told else { return states }
    for (index, entry) in entries.enumerated() where !reached.contains(index) {
      findings.add(
        Diagnostic(
          .error, "never-begins", "no way leads to the state '\(entry.name)'", at: entry.key.marked.range,
          hint: "name it in 'then:' of another state, or remove it"))
    }
    return states
  }

  private mutating func state(_ entry: YAMLEntry, among names: [String], place: String) -> LifeState {
    let nothing = LifeState(name: entry.name, sets: [], lasts: nil, exits: [])
    // A state that changes nothing may be written with nothing behind it.
    if entry.value.isNull { return nothing }
    guard let fields = Fields(entry.value, .lifeState, &findings) else { return nothing }
    words.places[place] = LabelReader.read(fields[.label], of: entry.key, &findings)
    let sets = draws(fields, .sets, place: place)
    let happens = fields.entries(.happens, &findings).compactMap { happening($0) }
    let isOfStock = fields[.stock] == nil ? nil : fields.flag(.stock, &findings)
    guard fields[.lasts] != nil || fields[.then] != nil else {
      return LifeState(
        name: entry.name, sets: sets, happens: happens, lasts: nil, exits: [], isOfStock: isOfStock)
    }
    let lasts = fields.requiredText(.lasts, &findings).flatMap { lengths($0) }
    let exits = fields.required(.then, &findings).map { self.exits($0, among: names, "\(place)/then") } ?? []
    return LifeState(
      name: entry.name, sets: sets, happens: happens, lasts: lasts, exits: exits, isOfStock: isOfStock)
  }

  private mutating func happening(_ entry: YAMLEntry) -> LifeState.Happening? {
    guard let event = vocabulary.event(named: entry.name) else {
      findings.add(
        Complaint.unknownName(
          entry.key, what: "an event of the vocabulary", known: vocabulary.events.map(\.name)))
      return nil
    }
    guard let text = entry.value.scalar, !text.isNull else {
      findings.add(Complaint.wrongShape(entry.value, expected: "'\(entry.name)' names a distribution of lengths"))
      return nil
    }
    return lengths(text).map { LifeState.Happening(event: event, every: $0) }
  }

  /// The next state, or several with their shares.
  private mutating func exits(_ node: YAMLNode, among names: [String], _ place: String) -> [LifeState.Exit] {
    if let text = node.scalar, !text.isNull {
      return target(text, among: names).map { [.init(to: $0, share: .one, isWork: false)] } ?? []
    }
    guard let fields = Fields(node, .exits, &findings) else { return [] }
    let items = fields.items(.rows, &findings)
    let rows = items.compactMap { Fields($0, .exit, &findings) }
    guard fields.required(.rows, &findings) != nil, rows.count == items.count else { return [] }
    guard !rows.isEmpty else {
      findings.add(
        Diagnostic(
          .error, "no-rows", "no way leads out", at: node.range, hint: "add rows with 'to:' and 'share:'"))
      return []
    }
    let targets = rows.map { row in
      (to: row.requiredText(.to, &findings).flatMap { target($0, among: names) }, isWork: row.flag(.work, &findings))
    }
    guard let shares = shares(rows, place, of: fields) else { return [] }
    return zip(targets, shares).compactMap { target, share in
      target.to.map { LifeState.Exit(to: $0, share: share, isWork: target.isWork) }
    }
  }

  private mutating func target(_ text: YAMLScalar, among names: [String]) -> Int? {
    if let index = names.firstIndex(of: text.text) { return index }
    findings.add(Complaint.unknownName(text, what: "a state of this archetype", known: names))
    return nil
  }

  // MARK: Facts

  /// Facts with values, draws of one fact, and mixes of several.
  mutating func draws(_ fields: Fields, _ word: Word, place: String? = nil) -> [FactDraw] {
    var draws: [FactDraw] = []
    for entry in fields.entries(word, &findings) {
      if entry.name == Word.mix.rawValue {
        draws += mixes(entry.value)
        continue
      }
      guard let fact = facts.fact(entry.key) else { continue }
      if entry.value.mapping != nil {
        if let draw = draw(entry, fact: fact, place: place) { draws.append(draw) }
      } else if let value = facts.value(entry.value, of: vocabulary.facts[fact]) {
        draws.append(.constant(.init(fact: fact, value: value)))
      }
    }
    return draws
  }

  private mutating func mixes(_ node: YAMLNode) -> [FactDraw] {
    (node.sequence ?? [node]).compactMap { item in
      guard let text = item.scalar, !text.isNull else {
        findings.add(Complaint.wrongShape(item, expected: "'mix' names distributions of choices"))
        return nil
      }
      guard let distribution = named(text) else { return nil }
      guard case .choices(let shares, let sets) = distribution else {
        wrongKind(text, distribution, expected: "choices of facts")
        return nil
      }
      return .choice(shares, sets)
    }
  }

  private mutating func draw(_ entry: YAMLEntry, fact: Int, place: String?) -> FactDraw? {
    guard let fields = Fields(entry.value, .factDraw, &findings) else { return nil }
    let type = vocabulary.facts[fact].type.known
    if let text = fields.text(.ahead, &findings) {
      guard check(type == .date, entry, "a day") else { return nil }
      if text.text == PopulationReader.lengthOfState, place != nil { return .ownEnd(fact: fact) }
      return lengths(text).map { .day(fact: fact, $0) }
    }
    guard let text = fields.requiredText(.draw, &findings) else { return nil }
    if text.text == PopulationReader.lengthOfState {
      guard let place else {
        findings.add(
          Complaint.unknownName(text, what: "known before the course begins", known: distributions.keys.sorted()))
        return nil
      }
      guard check(type == .days, entry, "a length") else { return nil }
      return knownShare(fields, "\(place)/\(entry.name)/known").map { .ownLength(fact: fact, unknown: $0) }
    }
    guard let distribution = named(text) else { return nil }
    switch distribution {
    case .ages(let table): return check(type == .date, entry, "an age") ? .age(fact: fact, table) : nil
    case .lengths(let table): return check(type == .days, entry, "a length") ? .length(fact: fact, table) : nil
    case .choices:
      wrongKind(text, distribution, expected: "lengths or ages")
      return nil
    }
  }

  /// How many know, and how many do not.
  private mutating func knownShare(_ fields: Fields, _ name: String) -> ShareTable? {
    guard let node = fields[.known] else { return .certain }
    guard let own = Fields(node, .knownShare, &findings),
      let share = ranged(own, .share, reading: { $0.share($1) }),
      let figure = figure(own, share, name, isRanged: share.isRange, at: node)
    else { return nil }
    let known = figure.at(levels.level(of: name))
    return ShareTable([known, Rational.one.subtracting(known) ?? .zero])
  }

  private mutating func check(_ fits: Bool, _ entry: YAMLEntry, _ what: String) -> Bool {
    if !fits {
      findings.add(
        Diagnostic(
          .error, "type-mismatch", "'\(entry.name)' cannot be \(what)", at: entry.key.marked.range,
          hint: "write a value, or draw a mix of choices"))
    }
    return fits
  }

  private mutating func lengths(_ text: YAMLScalar) -> LengthTable? {
    guard let distribution = named(text) else { return nil }
    if case .lengths(let table) = distribution { return table }
    wrongKind(text, distribution, expected: "lengths")
    return nil
  }

  private mutating func named(_ text: YAMLScalar) -> Distribution? {
    if let known = distributions[text.text] { return known }
    // One that reads badly has been told.
    if declared.contains(text.text) { return nil }
    findings.add(
      Complaint.unknownName(text, what: "a distribution of this population", known: distributions.keys.sorted()))
    return nil
  }

  private mutating func wrongKind(_ text: YAMLScalar, _ found: Distribution, expected: String) {
    findings.add(
      Diagnostic(
        .error, "type-mismatch", "'\(text.text)' is a distribution of \(found.kind), and here \(expected) are drawn",
        at: text.marked.range, hint: "name a distribution of \(expected)"))
  }
}
