internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

extension BearingReader {
  /// What an entry comes to in all its texts, and which of its own switches make it another.
  typealias Found = (meaning: Meaning, own: Switches)

  /// - Parameters:
  ///   - absentIsNothing: whether nobody asks for the entry where the law does not have it; else it is
  ///     then a condition that does not hold.
  ///   - text: what the entry comes to in one law.
  mutating func read(
    _ place: Int, absentIsNothing: Bool = false,
    _ text: (inout BearingReader, _ law: Int, _ index: Int) -> Meaning
  ) -> Found {
    let entry = switched.entries[place]
    var found: [(pattern: Switches, meaning: Meaning)] = []
    for one in entry.texts {
      if let index = one.index {
        found.append((one.pattern, text(&self, one.law, index)))
      } else if !absentIsNothing {
        found.append((one.pattern, residues.truth(false)))
      }
    }
    guard let first = found.first else { return (residues.constant(Residues.unknown), 0) }
    var all = first.meaning
    for (_, meaning) in found.dropFirst() {
      all.values = all.values.union(meaning.values)
      all.switches |= meaning.switches
    }
    let own = BearingReader.needed(entry.switches, found.map { ($0.pattern, $0.meaning.residue) })
    return (all, own)
  }

  /// The fewest switches, found one after another, by which it can be told what an entry reads.
  private static func needed(_ switches: Switches, _ texts: [(pattern: Switches, residue: Int)]) -> Switches {
    var needed = switches
    for bit in 0..<64 where switches & (1 << UInt64(bit)) != 0 {
      let fewer = needed & ~(1 << UInt64(bit))
      var seen: [Switches: Int] = [:]
      let isEnough = texts.allSatisfy { pattern, residue in
        let known = seen[pattern & fewer]
        seen[pattern & fewer] = residue
        return known == nil || known == residue
      }
      if isEnough { needed = fewer }
    }
    return needed
  }

  /// A condition that does not hold where no text of it is in force.
  mutating func condition(
    _ place: Int, absentIsNothing: Bool = false, _ list: (Law, Int) -> [Dated<CheckedExpression>]
  ) -> Found {
    read(place, absentIsNothing: absentIsNothing) { reader, law, index in
      reader.versions(list(reader.switched.laws[law], index), law) { $0.meaning(of: $1.root, law) }
    }
  }

  /// What an entry comes to in one law, on any day that is looked at.
  mutating func versions<Text>(
    _ list: [Dated<Text>], _ law: Int, _ read: (inout BearingReader, Text) -> Meaning
  ) -> Meaning {
    let begins = switched.frozen ?? switched.laws[law].begins
    var days: [String] = []
    var parts: [Meaning] = []
    for version in list {
      if let from = version.force.from, from >= switched.horizon { continue }
      if let until = version.force.until, until <= begins { continue }
      let from = version.force.from.flatMap { $0 > begins ? $0 : nil }
      let until = version.force.until.flatMap { $0 < switched.horizon ? $0 : nil }
      days.append("\(from.map { "\($0)" } ?? "")..\(until.map { "\($0)" } ?? "")")
      parts.append(read(&self, version.text))
    }
    guard !parts.isEmpty else { return residues.truth(false) }
    if parts.count == 1, days[0] == ".." { return parts[0] }
    // On days between its texts a condition does not hold.
    var all = joined(.versions(days), [], parts)
    guard all.values.only != Residues.no else { return all }
    all.values = all.values.union(.some([Residues.no]))
    all.switches = parts.reduce(0) { $0 | $1.switches }
    all.residue = residues.number(of: .versions(days), parts.map(\.residue))
    return all
  }

  // MARK: Definitions

  mutating func definition(_ place: Int) -> Meaning {
    if let known = definitions[place] { return known }
    // No law has definitions that name one another in a circle; texts of several laws together may.
    let name = residues.number(of: .name(.definition(place)))
    definitions[place] = Meaning(values: .any, switches: .max, residue: name)
    let found = read(place, absentIsNothing: true) { reader, law, index in
      reader.versions(reader.switched.laws[law].definitions[index].versions, law) { reader, body in
        switch body {
        case .branches(let rule):
          reader.branch(
            rule, { $0.meaning(of: $1.root, law) }, asking: { $0.meaning(of: $1.root, law) })
        case .table(let table): reader.table(table, law)
        }
      }
    }
    let meaning = residues.settled(
      Meaning(
        values: found.meaning.values, switches: found.meaning.switches | found.own,
        residue: name))
    definitions[place] = meaning
    return meaning
  }

  /// A rule with its exceptions, without those that never apply.
  mutating func branch<Outcome>(
    _ rule: Branch<Outcome>, _ outcome: (inout BearingReader, Outcome) -> Meaning,
    asking: (inout BearingReader, CheckedExpression) -> Meaning
  ) -> Meaning {
    var parts: [Meaning] = []
    var asked: [Meaning] = []
    for exception in rule.exceptions {
      guard let condition = exception.condition else { continue }
      let meaning = asking(&self, condition)
      if meaning.values.only == Residues.no { continue }
      asked.append(meaning)
      parts.append(branch(exception, outcome, asking: asking))
    }
    if let own = rule.outcome { parts.append(outcome(&self, own)) }
    guard !parts.isEmpty else { return residues.constant(Residues.unknown) }
    if asked.isEmpty { return parts[0] }
    return joined(.branch, asked, parts)
  }

  private mutating func table(_ table: DecisionTable, _ law: Int) -> Meaning {
    guard table.hit == .first || table.hit == .unique, table.outputs.count == 1 else {
      let all = table.columns.map { meaning(of: $0.expression.root, law) }
      let cells = table.rows.flatMap { row in
        zip(all, row.when).map { membership($0, $1.tests, law) } + row.then.map { meaning(of: $0.root, law) }
      }
      let rest = table.outputs.compactMap { $0.otherwise }.map { meaning(of: $0.root, law) }
      let counts = "\(table.columns.count) \(table.outputs.count) \(rest.count)"
      return other("table \(table.hit) \(counts)", all + cells + rest)
    }
    let columns = table.columns.map { meaning(of: $0.expression.root, law) }
    var asked: [Meaning] = []
    var outcomes: [Meaning] = []
    var isCertain = false
    for row in table.rows where !isCertain {
      var match = residues.truth(true)
      for (column, cell) in zip(columns, row.when) where !cell.isAnything {
        match = both(match, membership(column, cell.tests, law))
      }
      if match.values.only == Residues.no { continue }
      isCertain = match.values.only == Residues.yes && table.hit == .first
      asked.append(match)
      outcomes.append(meaning(of: row.then[0].root, law))
    }
    if !isCertain, let otherwise = table.outputs[0].otherwise {
      outcomes.append(meaning(of: otherwise.root, law))
    }
    guard let first = outcomes.first else { return residues.constant(Residues.unknown) }
    if outcomes.count == 1, asked.allSatisfy({ $0.values.only == Residues.yes }) { return first }
    return joined(.table("\(table.hit)"), asked, outcomes)
  }

  // MARK: Schedules

  /// - Returns: `nil` for one that demands nothing of those who are asked about.
  mutating func schedule(_ schedule: Schedule, _ law: Int) -> Meaning? {
    func all(_ words: String, _ expressions: [CheckedExpression?]) -> Meaning {
      let parts = expressions.compactMap { $0 }.map { meaning(of: $0.root, law) }
      let types = expressions.map { $0.map { "\($0.type.words)" } ?? "-" }.joined(separator: ",")
      return other("\(words) \(types)", parts)
    }
    switch schedule {
    case .nothing: return nil
    case .within(let length): return all("within", [length])
    case .at(let length): return all("at", [length])
    case .byEndOfWeek(let number): return all("week", [number])
    case .atLeast(let number, let length): return all("at least", [number, length])
    case .every(let length, let until): return all("every", [length, until])
    case .after(let delay, let rest):
      guard let rest = self.schedule(rest, law) else { return nil }
      return other("after", [all("delay", [delay]), rest])
    case .on(let change, let within):
      guard let changing = self.change(change, law) else { return nil }
      return other("on", [changing, all("within", [within])])
    }
  }

  /// - Returns: `nil` for a change that never comes.
  private mutating func change(_ change: Schedule.Change, _ law: Int) -> Meaning? {
    func free(_ words: String, _ switches: Switches) -> Meaning {
      var meaning = other(words, [])
      meaning.switches = switches
      return meaning
    }
    func episode(_ index: Int, _ edge: String) -> Meaning? {
      let name = SwitchedLaw.Name(switched.laws[law].episodes[index].provision.id)
      guard let place = switched.places[name], opens(place).opens else { return nil }
      return free("\(edge) \(place)", opens(place).switches)
    }
    switch change {
    case .caseOpening: return free("case", hanging(coverage))
    case .benefit: return benefit.values.only == nil ? free("benefit", benefit.switches) : nil
    case .group: return group.values.only == nil ? free("group", group.switches) : nil
    case .unit: return unit.values.only == nil ? free("unit", unit.switches) : nil
    case .episodeBegins(let index): return episode(index, "begins")
    case .episodeEnds(let index): return episode(index, "ends")
    case .event(let index): return quiet.events.contains(index) ? nil : free("event \(index)", 0)
    case .fact(let index): return quiet.facts.contains(index) ? nil : free("fact \(index)", 0)
    }
  }
}
