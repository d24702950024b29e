internal import Expressions
internal import Legislation
internal import Vocabulary

extension BearingReader {
  /// What every duty and benefit hangs on, once it is known what can be.
  mutating func found() -> Bearing {
    var duties: [String: Switches] = [:]
    var included: [String: Set<String>] = [:]
    for place in switched.sections[.duties] ?? [] {
      let entry = switched.entries[place]
      let found = read(place) { reader, law, index in
        reader.versions(reader.switched.laws[law].duties[index].versions, law) { $0.duty($1, law) }
      }
      guard found.meaning.values.contains(Residues.yes) else { continue }
      duties[entry.name.name] = found.meaning.switches | found.own
      for text in entry.texts {
        guard let index = text.index else { continue }
        let law = switched.laws[text.law]
        for version in law.duties[index].versions {
          included[entry.name.name, default: []].formUnion(
            version.text.includes.map { law.duties[$0].provision.id.name })
        }
      }
    }
    // A duty that others take places from hangs on what they hang on, and so on.
    var isMore = true
    while isMore {
      isMore = false
      for (name, others) in included {
        let all = others.reduce(duties[name] ?? 0) { $0 | (duties[$1] ?? 0) }
        if all != duties[name] {
          duties[name] = all
          isMore = true
        }
      }
    }
    var benefits: [String: Switches] = [:]
    for place in switched.sections[.benefits] ?? [] {
      let name = switched.entries[place].name.name
      guard benefit.values.contains(residues.number(of: .text(name))) else { continue }
      let found = read(place) { reader, law, index in
        reader.versions(reader.switched.laws[law].benefits[index].versions, law) { $0.payment($1, law) }
      }
      benefits[name] = found.meaning.switches | found.own | hanging(benefit)
    }
    return Bearing(duties: duties, benefits: benefits)
  }

  // MARK: Duties

  /// What one text of a duty demands: false where it is certain to demand nothing.
  private mutating func duty(_ text: Duty.Text, _ law: Int) -> Meaning {
    let nothing = residues.truth(false)
    guard coverage.values.contains(Residues.yes), let members = members(text, law) else { return nothing }
    var parts: [Meaning] = [members]
    if let condition = text.condition {
      let meaning = meaning(of: condition.root, law)
      if meaning.values.only == Residues.no { return nothing }
      parts.append(meaning)
    }
    guard let anchor = anchor(text.anchor, law) else { return nothing }
    parts.append(anchor)
    var isDemanding = false
    let schedule = branch(
      text.schedule,
      { reader, schedule in
        guard let meaning = reader.schedule(schedule, law) else { return reader.other("nothing", []) }
        isDemanding = true
        return meaning
      }, asking: { $0.meaning(of: $1.root, law) })
    guard isDemanding else { return nothing }
    parts.append(schedule)
    if let clock = text.clock, let place = place(of: switched.laws[law].clocks[clock].provision) {
      parts.append(state(.clock(place)))
    }
    for expression in [text.suspension, text.restart, text.lasts, text.share] {
      parts.append(expression.map { meaning(of: $0.root, law) } ?? residues.constant(Residues.unknown))
    }
    parts.append(performer(text.performer, law))
    let lasts = text.lasts.map { "\($0.type.words)" } ?? ""
    let included = text.includes.map { switched.laws[law].duties[$0].provision.id.name }.sorted()
    return Meaning(
      values: .some([Residues.no, Residues.yes]), switches: parts.reduce(0) { $0 | $1.switches },
      residue: residues.number(
        of: .entry(
          [text.kind, text.priceKey, text.basis.rawValue, "\(text.monthRounding)", lasts, "\(text.clock == nil)"]
            + included),
        parts.map(\.residue)))
  }

  /// Whom it is for: those of some groups that there can be, or everybody covered.
  private mutating func members(_ text: Duty.Text, _ law: Int) -> Meaning? {
    guard let groups = text.groups, case .some(let possible) = group.values else {
      var meaning = other("everybody", [])
      meaning.switches = hanging(coverage) | (text.groups == nil ? 0 : hanging(group))
      if let groups = text.groups {
        let names = groups.map { switched.laws[law].groups[$0].provision.id.name }.sorted()
        meaning.residue = residues.number(of: .entry(names))
      }
      return meaning
    }
    let names = Set(groups.map { residues.number(of: .text(switched.laws[law].groups[$0].provision.id.name)) })
    let members = possible.filter(names.contains)
    guard !members.isEmpty else { return nil }
    var meaning = open(.passes(members), [state(.group)])
    meaning.switches = hanging(group) | hanging(coverage)
    return meaning
  }

  /// - Returns: `nil` for a day that never comes.
  private mutating func anchor(_ anchor: Anchor, _ law: Int) -> Meaning? {
    func free(_ words: String, _ switches: Switches) -> Meaning {
      var meaning = other(words, [])
      meaning.switches = switches
      return meaning
    }
    switch anchor {
    case .caseOpening: return free("case", hanging(coverage))
    case .benefit: return benefit.values.only == nil ? free("benefit", benefit.switches) : nil
    case .group: return free("group", hanging(group))
    case .unit: return free("unit", hanging(unit))
    case .episode(let index):
      guard let place = place(of: switched.laws[law].episodes[index].provision), opens(place).opens
      else { return nil }
      return free("episode \(place)", opens(place).switches)
    case .event(let index): return quiet.events.contains(index) ? nil : free("event \(index)", 0)
    case .fact(let index): return free("fact \(index)", 0)
    case .day(let expression):
      let meaning = meaning(of: expression.root, law)
      return meaning.values.only == Residues.unknown ? nil : other("day", [meaning])
    }
  }

  /// Whose work it is, as far as it costs: whose hours.
  private mutating func performer(_ performer: Performer, _ law: Int) -> Meaning {
    switch performer {
    case .holdingUnit:
      // Every unit that can hold the case may be of the same authority: then it does not matter which.
      guard let authorities = authorities, authorities.count == 1, let only = authorities.first else {
        var meaning = other("holder", [])
        meaning.switches = hanging(unit)
        return meaning
      }
      return other("hours of \(only)", [])
    case .unit(let index): return other("hours of \(switched.laws[law].units[index].authority)", [])
    case .authority(let name): return other("hours of \(name)", [])
    case .other(let name): return other("work of \(name)", [])
    }
  }

  /// The authorities of all units that can hold the case; `nil` when those are not known.
  private var authorities: Set<String>? {
    mutating get {
      guard case .some(let possible) = unit.values else { return nil }
      var found: Set<String> = []
      for place in switched.sections[.units] ?? []
      where possible.contains(residues.number(of: .text(switched.entries[place].name.name))) {
        for text in switched.entries[place].texts {
          guard let index = text.index else { continue }
          found.insert(switched.laws[text.law].units[index].authority)
        }
      }
      return found
    }
  }

  private func place(of provision: Provision) -> Int? { switched.places[SwitchedLaw.Name(provision.id)] }

  // MARK: Benefits

  /// What a benefit pays, and out of whose pocket.
  private mutating func payment(_ text: Benefit.Text, _ law: Int) -> Meaning {
    var parts = [text.amount.map { meaning(of: $0.root, law) } ?? residues.constant(Residues.unknown)]
    var words = ["\(text.amount.map { "\($0.type.words)" } ?? "")"]
    switch text.financing {
    case .payer(let payer): words.append(payer.rawValue)
    case .steps(let index):
      if let place = place(of: switched.laws[law].financings[index].provision) { parts.append(financing(place)) }
    }
    return Meaning(
      values: .any, switches: parts.reduce(0) { $0 | $1.switches },
      residue: residues.number(of: .entry(words), parts.map(\.residue)))
  }

  private mutating func financing(_ place: Int) -> Meaning {
    let found = read(place, absentIsNothing: true) { reader, law, index in
      reader.versions(reader.switched.laws[law].financings[index].versions, law) { reader, text in
        let steps = text.steps.map { step in
          let shares = step.shares.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }
          return "\(step.upTo.map { "\($0)" } ?? "") \(shares.joined(separator: " "))"
        }
        let clock = reader.switched.laws[law].clocks[text.clock].provision
        let showing = reader.place(of: clock).map { reader.state(.clock($0)) }
        return reader.other("steps \(steps.joined(separator: "; "))", [showing].compactMap { $0 })
      }
    }
    var meaning = found.meaning
    meaning.switches |= found.own
    meaning.residue = residues.number(of: .other("financing \(place)"))
    return meaning
  }
}
