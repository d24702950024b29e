internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// Compiles the texts of a law that are in force throughout one stretch.
struct StretchCompiler {
  let plan: SimulationPlan
  let cells: Cells
  let atoms: Atoms
  var expressions: ExpressionCompiler
  var schedules: [ScheduleCode] = []
  var knownSchedules: [ScheduleCode: Int] = [:]
  var durations: [DurationCode] = []
  var steps: [StepCode] = []
  var included: [Int32] = []
  /// Shares that are drawn by lot, as expressions that name only figures.
  var shares: [CheckedExpression] = []
  /// The place of each duty in the order in which they are carried out.
  let dutyPlace: [Int]
  private var texts: LawTexts
  private var figures: Figures
  private var dependencies: Dependencies

  init(plan: SimulationPlan, layout: WordLayout) {
    self.plan = plan
    cells = Cells(plan.law)
    atoms = Atoms(plan.law)
    var places = [Int](repeating: 0, count: plan.dutyOrder.count)
    for (place, index) in plan.dutyOrder.enumerated() { places[index] = place }
    dutyPlace = places
    texts = plan.texts[0].texts
    figures = Figures(plan: plan, day: plan.texts[0].from)
    expressions = ExpressionCompiler(plan: plan, layout: layout)
    dependencies = Dependencies(law: plan.law, texts: texts, atoms: atoms, cells: cells)
  }

  mutating func compile(stretch index: Int) -> StretchCode {
    texts = plan.texts[index].texts
    figures = Figures(plan: plan, day: plan.texts[index].from)
    expressions.goOn(on: plan.texts[index].from, texts)
    dependencies = Dependencies(law: plan.law, texts: texts, atoms: atoms, cells: cells)
    let law = plan.law
    let definitions = law.definitions.indices.map { Int32(expressions.definition($0)) }
    let episodes = law.episodes.indices.map { episode($0) }
    let coverage = condition(texts.coverage, cells.coverage)
    let benefits = law.benefits.indices.map { benefit($0) }
    let groups = law.groups.indices.map { condition(texts.groups[$0], cells.groups + $0) }
    let units = law.units.indices.map { condition(texts.units[$0], cells.units + $0) }
    let clocks = law.clocks.indices.map { clock($0) }
    let profiles = law.vocabulary.profiles.indices.map {
      condition(law.vocabulary.profiles[$0].condition, cells.profiles + $0)
    }
    let duties = law.duties.indices.map { duty($0) }
    return StretchCode(
      definitions: Frozen(definitions), episodes: Frozen(episodes), coverage: coverage,
      benefits: Frozen(benefits), groups: Frozen(groups), units: Frozen(units),
      clocks: Frozen(clocks), profiles: Frozen(profiles), duties: Frozen(duties),
      dutiesToAsk: Frozen(texts.dutiesToAsk.flatMap { places(of: $0) }),
      dutiesFor: Frozen(texts.dutyIsFor.flatMap { isFor in places(of: isFor.indices.filter { isFor[$0] }) }),
      readers: Frozen(dependencies.readers.flatMap(\.words)),
      elapsingCells: Frozen(dependencies.elapsing.members.map(Int32.init)),
      benefitCells: row(cells.benefits..<cells.groups), unitCells: row(cells.units..<cells.clocks),
      groupCells: row(cells.groups..<cells.units),
      limitedEpisodes: bits(episodes) { $0.longest.node >= 0 },
      episodesInForce: bits(episodes) { $0.isInForce })
  }

  /// A bit for each episode of which something is so.
  private func bits(_ episodes: [EpisodeCode], where isSo: (EpisodeCode) -> Bool) -> Frozen<UInt64> {
    var row = BitRow(width: cells.episodeWidth)
    for index in episodes.indices where isSo(episodes[index]) { row.insert(index) }
    return Frozen(row.words)
  }

  /// A bit for each of these duties, by its place.
  private func places(of duties: [Int]) -> [UInt64] {
    var row = BitRow(width: cells.dutyWidth)
    for index in duties { row.insert(dutyPlace[index]) }
    return row.words
  }

  private func row(_ members: some Sequence<Int>) -> Frozen<UInt64> {
    var row = BitRow(width: cells.width)
    for cell in members { row.insert(cell) }
    return Frozen(row.words)
  }

  private mutating func condition(_ expression: CheckedExpression?, _ cell: Int) -> Int32 {
    guard let expression else { return -1 }
    dependencies.note(cell, slots: expression.slots)
    return Int32(expressions.compile(expression))
  }

  private mutating func episode(_ index: Int) -> EpisodeCode {
    guard let text = texts.episodes[index] else {
      return EpisodeCode(isInForce: false, begins: -1, ends: -1, longest: .none)
    }
    if let longest = text.longest {
      dependencies.note(cells.episodeEnds + index, slots: longest.slots)
    }
    return EpisodeCode(
      isInForce: true, begins: condition(text.begins, cells.episodeBegins + index),
      ends: condition(text.ends, cells.episodeEnds + index),
      longest: text.longest.map { duration($0) } ?? .none)
  }

  private mutating func clock(_ index: Int) -> ClockCode {
    let text = texts.clocks[index]
    return ClockCode(
      condition: condition(text?.condition, cells.clocks + index),
      reset: condition(text?.reset, cells.clockResets + index),
      isUnbroken: text?.isUnbroken ?? false, hasWindow: text?.window != nil,
      window: text?.window ?? .zero)
  }

  private mutating func benefit(_ index: Int) -> BenefitCode {
    let text = texts.benefits[index]
    var amount: Int32 = -1
    var unit = BenefitCode.PaymentUnit.day
    if let paid = text?.amount, case .money(let per?, _) = paid.type {
      switch per {
      case .day, .week, .month:
        amount = condition(paid, cells.amounts + index)
        unit = per == .day ? .day : per == .week ? .week : .month
      case .hour, .year: break
      }
    }
    var (shares, clock, first, count) = (Int32(-1), Int32(-1), steps.count, 0)
    switch text?.financing {
    case .payer(let payer)?: shares = Int32(plan.sharesIndex([payer: .one]))
    case .steps(let rule)?:
      if let ladder = texts.financings[rule] {
        clock = Int32(ladder.clock)
        count = ladder.steps.count
        let isNamed = plan.law.slots.contains(.clock(ladder.clock))
        for step in ladder.steps {
          let bound = expressions.add(Node(.constant, word: step.upTo ?? -1))
          func site(_ comparison: Comparison) -> Int32 {
            guard isNamed else { return -1 }
            return Int32(
              expressions.add(CrossingSite(subject: .clock(ladder.clock), comparison: comparison), bound: bound))
          }
          steps.append(
            StepCode(
              upTo: step.upTo ?? -1, shares: Int32(plan.sharesIndex(step.shares)),
              below: site(.less), atLeast: site(.atLeast)))
        }
      }
    case nil: break
    }
    return BenefitCode(
      condition: condition(text?.condition, cells.benefits + index), amount: amount, unit: unit,
      shares: shares, clock: clock, firstStep: Int32(first), steps: Int32(count))
  }

  private mutating func duty(_ index: Int) -> DutyCode {
    let cell = cells.duties + dutyPlace[index]
    guard let text = texts.duties[index] else {
      return DutyCode(
        text: -1, condition: -1, anchor: .caseOpening, anchorIndex: 0, clock: -1, branch: -1,
        schedule: -1, suspension: -1, restart: -1, lasts: .none, share: -1, drawnBelow: DutyCode.isAsked, purpose: 0,
        firstIncluded: 0, includes: 0, roundsUp: false)
    }
    dependencies.note(cell, slots: StretchCompiler.slots(of: text))
    let (form, anchorIndex, atom) = anchor(text.anchor)
    if let atom { dependencies.note(cell, atom: atom) }
    if let clock = text.clock { dependencies.note(cell, atom: atoms.clocks + clock) }
    text.schedule.forEach { part in
      guard let schedule = part.outcome,
        let change = StretchCompiler.change(awaitedBy: schedule)
      else { return }
      dependencies.note(cell, atom: atoms.change(change).atom)
    }
    var (branch, schedule) = (-1, -1)
    if text.schedule.exceptions.isEmpty, let only = text.schedule.outcome {
      schedule = compile(only)
    } else {
      branch = chooser(of: text.schedule)
    }
    let first = StretchCompiler.place(of: text.includes.map(Int32.init), in: &included)
    if let share = text.share { shares.append(share) }
    return DutyCode(
      text: Int32(texts.dutyTextIDs[index]),
      condition: Int32(text.condition.map { expressions.compile($0) } ?? -1), anchor: form,
      anchorIndex: Int32(anchorIndex), clock: Int32(text.clock ?? -1), branch: Int32(branch),
      schedule: Int32(schedule),
      suspension: Int32(text.suspension.map { expressions.compile($0) } ?? -1),
      restart: Int32(text.restart.map { expressions.compile($0) } ?? -1),
      lasts: text.lasts.map { duration($0) } ?? .none,
      share: text.share == nil ? -1 : Int32(shares.count - 1),
      drawnBelow: text.share.flatMap { figures.bound(of: $0) } ?? DutyCode.isAsked,
      purpose: Lot.fingerprint(text.kind), firstIncluded: Int32(first),
      includes: Int32(text.includes.count), roundsUp: text.monthRounding == .up)
  }

  private mutating func chooser(of rule: Branch<Schedule>) -> Int {
    // The compiler of expressions lays out the branches, and asks for outcomes in this order.
    let outcomes = StretchCompiler.outcomes(of: rule).map { compile($0) }
    var next = 0
    return expressions.compile(rule) { _, _ in
      defer { next += 1 }
      return outcomes[next]
    }
  }

  private static func outcomes(of rule: Branch<Schedule>) -> [Schedule] {
    (rule.outcome.map { [$0] } ?? [])
      + rule.exceptions.filter { $0.condition != nil }.flatMap { outcomes(of: $0) }
  }

  private mutating func anchor(_ anchor: Anchor) -> (DutyCode.AnchorForm, index: Int, atom: Int?) {
    switch anchor {
    case .caseOpening: (.caseOpening, 0, atoms.openCase)
    case .benefit: (.benefit, 0, atoms.benefit)
    case .group: (.group, 0, atoms.group)
    case .unit: (.unit, 0, atoms.unit)
    case .episode(let index): (.episode, index, atoms.episodes + index)
    case .event(let index): (.event, index, atoms.events + index)
    case .fact(let index): (.fact, index, atoms.facts + index)
    case .day(let expression): (.day, expressions.compile(expression), nil)
    }
  }

  private static func slots(of text: Duty.Text) -> [Int] {
    var slots = [text.condition, text.suspension, text.restart].flatMap { $0?.slots ?? [] }
    if case .day(let expression) = text.anchor { slots += expression.slots }
    return slots + Dependencies.slots(of: text.schedule) { Self.slots(of: $0) }
  }
}
