internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// Finds which switches bear on what, for citizens to whom some things never happen.
///
///     what can the benefit, the groups, the units, the episodes and the clocks be? ──► until no more is found
///     what do they hang on? ──► every duty, every benefit
///
/// Begins with a citizen of whom nothing is so, and adds whatever any text in any law can make so, until
/// nothing is added: so nothing outside what it finds can ever be. What is then settled hangs on nothing;
/// a text that reads the same when all that is settled is left out is the same text.
package struct BearingReader {
  let switched: SwitchedLaw
  var residues = Residues()
  var quiet = Quiet()
  /// Values that could not be compared with those of another law.
  var strangers = 0

  // What is known so far, by entry.
  var definitions: [Meaning?]
  private var clocks: [Meaning]
  private var episodes: [Episode]
  private var figures: [Meaning?]
  var benefit: Meaning
  var group: Meaning
  var unit: Meaning
  var coverage: Meaning
  private let none: Int

  struct Episode: Hashable {
    var opens = false
    var switches: Switches = 0
  }

  package init(_ switched: SwitchedLaw) {
    self.switched = switched
    let count = switched.entries.count
    none = residues.number(of: .text("none"))
    let nothing = residues.constant(none)
    benefit = nothing
    group = nothing
    unit = nothing
    coverage = residues.truth(false)
    definitions = Array(repeating: nil, count: count)
    clocks = Array(repeating: nothing, count: count)
    episodes = Array(repeating: Episode(), count: count)
    figures = Array(repeating: nil, count: count)
  }

  /// - Parameter quiet: what never happens to those it is asked for.
  package mutating func bearing(on quiet: Quiet) -> Bearing {
    self.quiet = quiet
    begin()
    while look() {}
    return found()
  }

  private mutating func begin() {
    let nothing = residues.constant(none)
    (benefit, group, unit, coverage) = (nothing, nothing, nothing, residues.truth(false))
    let still = residues.constant(residues.number(of: .days(0)))
    for place in clocks.indices {
      clocks[place] = still
      episodes[place] = Episode()
    }
  }

  /// Adds what can be so, given what can be so already.
  ///
  /// - Returns: whether anything was added.
  private mutating func look() -> Bool {
    for place in definitions.indices { definitions[place] = nil }
    var isMore = false
    func add(_ new: Meaning, to old: inout Meaning) {
      let sum = Meaning(
        values: old.values.union(new.values), switches: old.switches | new.switches, residue: new.residue)
      if sum.values != old.values || sum.switches != old.switches { isMore = true }
      old = sum
    }
    if let place = switched.places[.coverage] {
      var found = condition(place) { law, _ in law.coverage.versions }
      found.meaning.switches |= found.own
      var next = coverage
      add(found.meaning, to: &next)
      coverage = next
    }
    for place in switched.sections[.episodes] ?? [] {
      let found = episode(place)
      if found != episodes[place] { isMore = true }
      episodes[place] = found
    }
    var nextBenefit = benefit
    add(
      one(of: .benefits, .benefit) { law, index in
        law.benefits[index].versions.map { $0.map(\.condition) }
      }, to: &nextBenefit)
    benefit = nextBenefit
    var (nextGroup, nextUnit) = (group, unit)
    if coverage.values.contains(Residues.yes) {
      add(one(of: .groups, .group) { law, index in law.groups[index].versions }, to: &nextGroup)
      add(one(of: .units, .unit) { law, index in law.units[index].versions }, to: &nextUnit)
      nextGroup.switches |= coverage.switches
      nextUnit.switches |= coverage.switches
      if nextGroup.switches != group.switches || nextUnit.switches != unit.switches { isMore = true }
    }
    (group, unit) = (nextGroup, nextUnit)
    for place in switched.sections[.clocks] ?? [] {
      var next = clocks[place]
      add(clock(place), to: &next)
      clocks[place] = next
    }
    return isMore
  }

  /// What decides which entry of a section a citizen has.
  private mutating func one(
    of section: Section, _ reference: SwitchedLaw.Reference,
    _ versions: (Law, Int) -> [Dated<CheckedExpression>]
  ) -> Meaning {
    var members = [none]
    var switches: Switches = 0
    for place in switched.sections[section] ?? [] {
      let (meaning, own) = condition(place, versions)
      guard meaning.values.contains(Residues.yes) else { continue }
      members.append(residues.number(of: .text(switched.entries[place].name.name)))
      switches |= meaning.switches | own
    }
    return Meaning(
      values: members.count > Possible.most ? .any : .some(members.sorted()), switches: switches,
      residue: residues.number(of: .name(reference)))
  }

  private mutating func episode(_ place: Int) -> Episode {
    let before = episodes[place]
    let begins = condition(place, absentIsNothing: true) { law, index in
      law.episodes[index].versions.map { $0.map(\.begins) }
    }
    guard begins.meaning.values.contains(Residues.yes) else { return before }
    let found = read(place, absentIsNothing: true) { reader, law, index in
      reader.versions(reader.switched.laws[law].episodes[index].versions, law) { reader, text in
        let ends = reader.meaning(of: text.ends.root, law)
        let begins = reader.meaning(of: text.begins.root, law)
        let longest = text.longest.map { [reader.meaning(of: $0.root, law)] } ?? []
        return reader.other("episode", [begins, ends] + longest)
      }
    }
    return Episode(opens: true, switches: before.switches | found.meaning.switches | found.own)
  }

  private mutating func clock(_ place: Int) -> Meaning {
    let runs = condition(place, absentIsNothing: true) { law, index in
      law.clocks[index].versions.map { $0.map(\.condition) }
    }
    guard runs.meaning.values.contains(Residues.yes) else { return clocks[place] }
    let found = read(place, absentIsNothing: true) { reader, law, index in
      reader.versions(reader.switched.laws[law].clocks[index].versions, law) { reader, text in
        let parts = [text.condition, text.reset].compactMap { $0 }.map { reader.meaning(of: $0.root, law) }
        let window = text.window.map { "\($0)" } ?? ""
        return reader.other("clock \(window) \(text.isUnbroken) \(text.reset != nil)", parts)
      }
    }
    return Meaning(
      values: .any, switches: found.meaning.switches | found.own, residue: residues.number(of: .name(.clock(place))))
  }

  // MARK: The state

  /// What stands behind a slot.
  mutating func state(_ reference: SwitchedLaw.Reference) -> Meaning {
    switch reference {
    case .elapsing: return free(reference, 0)
    case .fact(let index):
      guard quiet.facts.contains(index), let standard = switched.vocabulary.facts[index].standard,
        let number = residues.number(of: standard, type: switched.vocabulary.facts[index].type)
      else { return free(reference, 0, of: switched.vocabulary.facts[index].type) }
      return residues.constant(number)
    case .factSince: return free(reference, 0)
    case .event(let index):
      return quiet.events.contains(index) ? residues.constant(Residues.unknown) : free(reference, 0)
    case .definition(let place): return definition(place)
    case .parameter(let place), .practice(let place):
      if let known = figures[place] { return known }
      let found = figure(place, reference)
      figures[place] = found
      return found
    case .clock(let place):
      return clocks[place].values.only == nil ? free(reference, clocks[place].switches) : clocks[place]
    case .benefit: return named(reference, benefit)
    case .benefitBefore: return named(reference, benefit)
    case .group: return named(reference, group)
    case .unit: return named(reference, unit)
    case .benefitSince: return free(reference, hanging(benefit))
    case .groupSince: return free(reference, hanging(group))
    case .unitSince: return free(reference, hanging(unit))
    case .caseSince: return free(reference, hanging(coverage))
    case .episodeOpen(let place):
      guard episodes[place].opens else { return residues.truth(false) }
      return Meaning(
        values: .some([Residues.no, Residues.yes]), switches: episodes[place].switches,
        residue: residues.number(of: .name(reference)))
    case .episodeBegan(let place), .episodeEnded(let place):
      return episodes[place].opens
        ? free(reference, episodes[place].switches) : residues.constant(Residues.unknown)
    case .episodeTimes(let place):
      return episodes[place].opens
        ? free(reference, episodes[place].switches)
        : residues.constant(residues.number(of: .number(.zero)))
    }
  }

  /// What something hangs on; what has one value hangs on nothing.
  func hanging(_ meaning: Meaning) -> Switches { meaning.values.only == nil ? meaning.switches : 0 }

  func opens(_ episode: Int) -> Episode { episodes[episode] }

  private mutating func named(_ reference: SwitchedLaw.Reference, _ meaning: Meaning) -> Meaning {
    residues.settled(
      Meaning(
        values: meaning.values, switches: meaning.switches, residue: residues.number(of: .name(reference))))
  }

  private mutating func free(
    _ reference: SwitchedLaw.Reference, _ switches: Switches, of type: ValueType? = nil
  ) -> Meaning {
    var values = Possible.any
    if type == .boolean { values = .some([Residues.no, Residues.yes]) }
    if let members = type?.enumeration?.members, members.count < Possible.most {
      values = .some(members.map { residues.number(of: .text($0)) }.sorted())
    }
    return Meaning(values: values, switches: switches, residue: residues.number(of: .name(reference)))
  }

  private mutating func figure(_ place: Int, _ reference: SwitchedLaw.Reference) -> Meaning {
    let bit = switched.practices[place]
    let found = read(place, absentIsNothing: true) { reader, law, index in
      if case .practice = reference {
        return reader.practice(reader.switched.laws[law].practices[index], isSwitch: bit != nil)
      }
      return reader.parameter(reader.switched.laws[law].parameters[index])
    }
    return residues.settled(
      Meaning(
        values: found.meaning.values, switches: found.meaning.switches | found.own | (bit ?? 0),
        residue: residues.number(of: .name(reference))))
  }

  private mutating func practice(_ practice: Practice, isSwitch: Bool) -> Meaning {
    let present = practice[switched.level]
    let values = isSwitch ? [practice.low, practice.base, practice.high, present] : [present]
    return one(of: values.map { (value: $0, words: "") }, practice.type)
  }

  private mutating func parameter(_ parameter: Parameter) -> Meaning {
    let steps = parameter.steps.filter { $0.from < switched.horizon }
    return one(of: steps.compactMap { step in step.value.map { ($0, "\(step.from)") } }, parameter.type)
  }

  private mutating func one(of values: [(value: Value, words: String)], _ type: ValueType) -> Meaning {
    let numbers = values.map { residues.number(of: $0.value, type: type) ?? -1 }
    let isComparable = !numbers.contains(-1) && numbers.count <= Possible.most && !numbers.isEmpty
    if !isComparable { strangers += 1 }
    return residues.settled(
      Meaning(
        values: isComparable ? .some(Set(numbers).sorted()) : .any, switches: 0,
        residue: residues.number(
          of: .versions(values.map(\.words) + (isComparable ? [] : ["stranger \(strangers)"])), numbers)))
  }
}

extension Dated {
  func map<Other: Sendable>(_ part: (Text) -> Other) -> Dated<Other> {
    Dated<Other>(force: force, citation: citation, text: part(text))
  }
}
