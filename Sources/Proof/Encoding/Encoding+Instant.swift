internal import Expressions
internal import Legislation
internal import Quantities
internal import Vocabulary

/// What an instant can come to, when all of it is resolved.
struct Resolution {
  var twoBenefits = "false"
  var noGroup = "false"
  var twoGroups = "false"
  var noUnit = "false"
  var twoUnits = "false"
  /// When something of the state changed: an episode, a benefit, a group, a unit.
  var changes = "false"
  var benefits: [String] = []
  var groups: [String] = []
  var units: [String] = []
  /// Of each episode: when it begins.
  var begins: [String] = []

  /// A replay goes on beyond the instant only when none of these holds.
  var stops: String { Logic.or(twoBenefits, noGroup, twoGroups, noUnit, twoUnits) }
}

/// How far a clock has come in the course that is unrolled.
struct ClockTrace {
  /// Whether it runs from each instant on.
  var runs: [String] = []
  /// Days before this one no longer count.
  var zero = Term(Day.first.sinceEpoch)
  var isHeld = "false"
}

extension Encoding {
  /// Begins a new instant on a day of its own.
  mutating func begin(_ day: Term) {
    today = day
    days.append(day)
    instant = days.count - 1
    forget()
  }

  /// The order of `CourseSimulator`: episodes end, begin, benefit, coverage, group, unit.
  mutating func resolve() -> Resolution {
    var resolution = Resolution()
    var changed: [String] = []
    endEpisodes(&changed)
    beginEpisodes(&changed, &resolution)

    resolution.benefits = law.benefits.map { benefit in
      benefit.versions.inForce(on: day).map { naming(condition($0.text.condition), "benefit") } ?? "false"
    }
    resolution.twoBenefits = naming(Logic.severalOf(resolution.benefits), "two-benefits")
    let before = self[.benefit]
    changed.append(assign(resolution.benefits, .benefit, .benefitSince))
    let isNew = Logic.not(Logic.compare("=", self[.benefit], before))
    self[.benefitBefore] = naming(Logic.choice(isNew, before, self[.benefitBefore]), "benefit-before")

    let wasCovered = isCovered
    let covers = law.coverage.versions.inForce(on: day)?.text
    isCovered = covers.map { naming(condition($0), "covered") } ?? "false"
    let opens = Logic.and(isCovered, Logic.not(wasCovered))
    self[.caseSince] = naming(Logic.choice(opens, today, self[.caseSince]), "case-since")
    changed.append(Logic.not(Logic.compare("=", .bool(isCovered), .bool(wasCovered))))

    resolution.groups = law.groups.map { group in
      group.versions.inForce(on: day).map {
        naming(Logic.and(isCovered, condition($0.text)), "group")
      } ?? "false"
    }
    resolution.noGroup = naming(Logic.and(isCovered, Logic.not(Logic.or(resolution.groups))), "no-group")
    resolution.twoGroups = naming(Logic.severalOf(resolution.groups), "two-groups")
    changed.append(assign(resolution.groups, .group, .groupSince))

    resolution.units = law.units.map { unit in
      unit.versions.inForce(on: day).map {
        naming(Logic.and(isCovered, condition($0.text)), "unit")
      } ?? "false"
    }
    resolution.noUnit = naming(Logic.and(isCovered, Logic.not(Logic.or(resolution.units))), "no-unit")
    resolution.twoUnits = naming(Logic.severalOf(resolution.units), "two-units")
    changed.append(assign(resolution.units, .unit, .unitSince))
    resolution.changes = naming(Logic.or(changed), "changes")
    return resolution
  }

  private mutating func endEpisodes(_ changed: inout [String]) {
    for (index, episode) in law.episodes.enumerated() {
      let open = self[.episodeOpen(index)].text
      guard open != "false" else { continue }
      var over = "true"
      if let text = episode.versions.inForce(on: day)?.text {
        over = condition(text.ends)
        if let longest = text.longest {
          let last = adding(longest, to: self[.episodeBegan(index)])
          over = Logic.or(over, Logic.compare(">=", today, last))
        }
      }
      let name = Encoding.symbol(episode.provision.id.name)
      let closes = naming(Logic.and(open, over), "ends-\(name)")
      changed.append(closes)
      let ended = self[.episodeEnded(index)]
      self[.episodeEnded(index)] = naming(Logic.choice(closes, today, ended), "ended-\(name)")
      self[.episodeOpen(index)] = naming(.bool(Logic.and(open, Logic.not(closes))), "stays-\(name)")
    }
  }

  private mutating func beginEpisodes(_ changed: inout [String], _ resolution: inout Resolution) {
    for (index, episode) in law.episodes.enumerated() {
      guard let text = episode.versions.inForce(on: day)?.text else {
        resolution.begins.append("false")
        continue
      }
      let open = self[.episodeOpen(index)].text
      let name = Encoding.symbol(episode.provision.id.name)
      let opens = naming(Logic.and(Logic.not(open), condition(text.begins)), "begins-\(name)")
      resolution.begins.append(opens)
      changed.append(opens)
      guard opens != "false" else { continue }
      let times = self[.episodeTimes(index)]
      self[.episodeBegan(index)] = naming(Logic.choice(opens, today, self[.episodeBegan(index)]), "began-\(name)")
      self[.episodeTimes(index)] = naming(
        Logic.choice(opens, Logic.combine("+", times, Term(1)), times), "times-\(name)")
      self[.episodeOpen(index)] = naming(.bool(Logic.or(open, opens)), "open-\(name)")
    }
  }

  /// A day and a length of days or months.
  mutating func adding(_ length: CheckedExpression, to start: Term) -> Term {
    let term = term(length)
    return length.type.known == .months
      ? calendar(.addingMonths, start.with(known: "true"), term)
      : Logic.combine("+", start.with(known: "true"), term)
  }

  /// - Returns: when it changes.
  private mutating func assign(_ conditions: [String], _ slot: Slot, _ since: Slot) -> String {
    var member = Term(0)
    for (index, condition) in conditions.enumerated().reversed() {
      member = Logic.choice(condition, Term(index + 1), member)
    }
    let old = self[slot]
    let new = naming(member, "member")
    let isNew = naming(Logic.not(Logic.compare("=", new, old)), "shifts")
    self[slot] = new
    self[since] = naming(Logic.choice(isNew, today, self[since]), "since")
    return isNew
  }

  // MARK: Where a course is

  /// Any state that a course can be in before an instant: nothing is known of it but what holds for all.
  mutating func beginAnywhere() {
    for (index, episode) in law.episodes.enumerated() {
      let name = Encoding.symbol(episode.provision.id.name)
      let open = unknown(.bool, "was-open-\(name)").text
      let times = unknown(.int, "was-times-\(name)")
      let began = unknown(.int, "was-began-\(name)")
      let ended = unknown(.int, "was-ended-\(name)")
      let hasEnded = unknown(.bool, "has-ended-\(name)").text
      let once = Logic.compare(">=", times, Term(1))
      assert("(>= \(times.text) 0)", about: times.text)
      assert("(=> \(open) \(once))", about: open, times.text)
      assert("(< (- 25567) \(began.text) \(today.text))", about: began.text)
      assert("(< (- 25567) \(ended.text) \(today.text))", about: ended.text)
      // Who never began has not ended; who is not open has ended all that began.
      assert("(= \(hasEnded) (or (>= \(times.text) 2) (and (= \(times.text) 1) (not \(open)))))", about: hasEnded, times.text)
      assert("(=> \(hasEnded) (ite \(open) (<= \(ended.text) \(began.text)) (<= \(began.text) \(ended.text))))", about: ended.text)
      self[.episodeOpen(index)] = .bool(open)
      self[.episodeTimes(index)] = times
      self[.episodeBegan(index)] = began.with(known: once)
      self[.episodeEnded(index)] = ended.with(known: hasEnded)
    }
    for (slot, since, count, name) in [
      (Slot.benefit, Slot.benefitSince, law.benefits.count, "benefit"),
      (.group, .groupSince, law.groups.count, "group"), (.unit, .unitSince, law.units.count, "unit"),
    ] {
      self[slot] = unknown(.int, "was-\(name)")
      self[since] = unknown(.int, "was-\(name)-since")
      assert("(<= 0 \(self[slot].text) \(count))", about: self[slot].text)
      assert("(< \(self[since].text) \(today.text))", about: self[since].text)
    }
    self[.benefitBefore] = unknown(.int, "was-benefit-before")
    assert("(<= 0 \(self[.benefitBefore].text) \(law.benefits.count))", about: self[.benefitBefore].text)
    let wasCovered = unknown(.bool, "was-covered").text
    isCovered = wasCovered
    // Whoever had no case had no group and nobody who held it.
    assert("(= \(wasCovered) (> \(self[.group].text) 0))", about: wasCovered, self[.group].text)
    assert("(= \(wasCovered) (> \(self[.unit].text) 0))", about: wasCovered, self[.unit].text)
    self[.caseSince] = unknown(.int, "was-case-since")
    assert("(<= \(self[.caseSince].text) \(today.text))", about: self[.caseSince].text)
    for (index, clock) in law.clocks.enumerated() {
      let reading = unknown(.int, "clock-\(Encoding.symbol(clock.provision.id.name))")
      assert("(<= 0 \(reading.text) 40000)", about: reading.text)
      self[.clock(index)] = reading
    }
  }

  /// The first day of a course: nothing has begun.
  mutating func beginAtStart() {
    for index in law.episodes.indices {
      self[.episodeOpen(index)] = .no
      self[.episodeTimes(index)] = Term(0)
      self[.episodeBegan(index)] = Term(0).with(known: "false")
      self[.episodeEnded(index)] = Term(0).with(known: "false")
    }
    for slot in [Slot.benefit, .benefitBefore, .group, .unit] { self[slot] = Term(0) }
    for slot in [Slot.benefitSince, .groupSince, .unitSince] { self[slot] = Term(Day.first.sinceEpoch) }
    self[.caseSince] = today
    isCovered = "false"
    for index in law.clocks.indices { self[.clock(index)] = Term(0) }
  }

  // MARK: Clocks

  /// What each clock shows today, from when it ran.
  mutating func readClocks(_ traces: [ClockTrace]) {
    for (index, clock) in law.clocks.enumerated() {
      self[.clock(index)] = reading(
        traces[index], window: clock.versions.inForce(on: day)?.text.window,
        name: Encoding.symbol(clock.provision.id.name))
    }
  }

  private mutating func reading(_ trace: ClockTrace, window: Period?, name: String) -> Term {
    var lower = trace.zero
    if let window {
      var start = today
      if window.months != 0 { start = calendar(.addingMonths, start, Term(-window.months)) }
      start = Logic.combine("-", start, Term(window.days))
      lower = naming(Logic.choice(Logic.compare(">=", start, lower), start, lower), "lower-\(name)")
    }
    var sum = Term(0)
    for (index, runs) in trace.runs.enumerated() where runs != "false" {
      let from = days[index]
      let until = index + 1 < days.count && index + 1 <= instant ? days[index + 1] : today
      let start = Logic.choice(Logic.compare(">=", from, lower), from, lower)
      let length = Logic.choice(
        Logic.compare(">", until, start), Logic.combine("-", until, start), Term(0))
      sum = Logic.combine("+", sum, Logic.choice(runs, length, Term(0)))
    }
    return naming(Logic.choice(trace.isHeld, Term(0), sum), "clock-\(name)")
  }

  /// From here on the clocks run or stand; anywhere, a clock that is held at zero shows it.
  mutating func runClocks(_ traces: inout [ClockTrace]) {
    for (index, clock) in law.clocks.enumerated() {
      let name = Encoding.symbol(clock.provision.id.name)
      guard let text = clock.versions.inForce(on: day)?.text else {
        if !isAnywhere { traces[index].runs.append("false") }
        continue
      }
      let runs = naming(condition(text.condition), "runs-\(name)")
      var holds = text.reset.map { condition($0) } ?? "false"
      if text.isUnbroken { holds = Logic.or(holds, Logic.not(runs)) }
      holds = naming(holds, "held-\(name)")
      if isAnywhere {
        self[.clock(index)] = naming(Logic.choice(holds, Term(0), self[.clock(index)]), "clock-\(name)")
        continue
      }
      let returns = Logic.or(holds, traces[index].isHeld)
      traces[index].runs.append(runs)
      traces[index].zero = naming(Logic.choice(returns, today, traces[index].zero), "zero-\(name)")
      traces[index].isHeld = holds
      self[.clock(index)] = reading(traces[index], window: text.window, name: name)
    }
  }
}
