internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Vocabulary

/// Compiles the texts of a law, one stretch after the other.
///
/// What says nothing new is taken over as it was compiled for the stretch before; see `Novelty`.
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
  var texts: LawTexts
  var figures: Figures
  var dependencies: Dependencies
  /// The stretch that was compiled last; `nil` before the first.
  private var lastStretch: Int?
  /// What came of it.
  var last = Provisions()
  var slotsOfDutyText: [Int: [Int]] = [:]
  /// What the present stretch says otherwise than the last; `nil` in the first, where all is new.
  private var novelty: Novelty?

  /// Each provision compiled, in the law's order.
  struct Provisions {
    var definitions: [Int32] = []
    var episodes: [EpisodeCode] = []
    var coverage: Int32 = -1
    var benefits: [BenefitCode] = []
    var groups: [Int32] = []
    var units: [Int32] = []
    var clocks: [ClockCode] = []
    var profiles: [Int32] = []
    var duties: [DutyCode] = []
  }

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
    dependencies = Dependencies(law: plan.law, atoms: atoms, cells: cells)
  }

  mutating func compile(stretch index: Int) -> StretchCode {
    texts = plan.texts[index].texts
    figures = Figures(plan: plan, day: plan.texts[index].from)
    let code = provisions(of: index)
    last = code
    lastStretch = index
    return StretchCode(
      definitions: Frozen(code.definitions), episodes: Frozen(code.episodes), coverage: code.coverage,
      benefits: Frozen(code.benefits), groups: Frozen(code.groups), units: Frozen(code.units),
      clocks: Frozen(code.clocks), profiles: Frozen(code.profiles), duties: Frozen(code.duties),
      dutiesToAsk: Frozen(texts.dutiesToAsk.flatMap { places(of: $0) }),
      dutiesFor: Frozen(texts.dutyIsFor.flatMap { isFor in places(of: isFor.indices.filter { isFor[$0] }) }),
      readers: Frozen(dependencies.readers.flatMap(\.words)),
      elapsingCells: Frozen(dependencies.elapsing.members.map(Int32.init)),
      benefitCells: row(cells.benefits..<cells.groups), unitCells: row(cells.units..<cells.clocks),
      groupCells: row(cells.groups..<cells.units),
      limitedEpisodes: bits(code.episodes) { $0.longest.node >= 0 },
      episodesInForce: bits(code.episodes) { $0.isInForce })
  }

  private mutating func provisions(of stretch: Int) -> Provisions {
    let law = plan.law
    takeDefinitions(of: stretch)
    return Provisions(
      definitions: law.definitions.indices.map { Int32(expressions.definition($0)) },
      episodes: law.episodes.indices.map { episode($0) }, coverage: coverage(),
      benefits: law.benefits.indices.map { benefit($0) }, groups: law.groups.indices.map { group($0) },
      units: law.units.indices.map { unit($0) }, clocks: law.clocks.indices.map { clock($0) },
      profiles: law.vocabulary.profiles.indices.map { profile($0) },
      duties: law.duties.indices.map { duty($0) })
  }

  /// Goes on to the definitions of a stretch, which all others are read through.
  private mutating func takeDefinitions(of stretch: Int) {
    let law = plan.law
    let earlier = lastStretch.map { plan.texts[$0] }
    for index in law.definitions.indices
    where earlier?.texts.versions.definitions[index] != texts.versions.definitions[index] {
      dependencies.take(texts.definitions[index], ofDefinition: index)
    }
    novelty = earlier.map {
      Novelty(law, from: $0, to: plan.texts[stretch], slotsOfDefinition: dependencies.slotsOfDefinition)
    }
    let isNew = novelty?.isNewDefinition ?? law.definitions.map { _ in true }
    expressions.goOn(on: plan.texts[stretch].from, texts, isNewDefinition: isNew)
    let new = isNew.indices.filter { isNew[$0] }
    for index in new { dependencies.forget(definition: index, cell: cells.definitions + index) }
    for index in new {
      dependencies.note(cells.definitions + index, slots: dependencies.slotsOfDefinition[index])
    }
  }

  /// What a provision came to in the stretch before, if it comes to the same in this one. If not, nothing is
  /// known any longer of what its cells read.
  mutating func unchanged<Code>(
    _ index: Int, _ before: [Code], naming slots: [Int], cells: Int..., versions: (LawTexts.Versions) -> [Int]
  ) -> Code? {
    guard let novelty else { return nil }
    if !novelty.concerns(index, slots: slots, versions) { return before[index] }
    for cell in cells { dependencies.forget(cell) }
    return nil
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

  private mutating func coverage() -> Int32 {
    if let novelty, !novelty.concernsCoverage, !novelty.names(texts.coverage?.slots ?? []) {
      return last.coverage
    }
    dependencies.forget(cells.coverage)
    return condition(texts.coverage, cells.coverage)
  }

  private mutating func group(_ index: Int) -> Int32 {
    let (text, cell) = (texts.groups[index], cells.groups + index)
    let same = unchanged(
      index, last.groups, naming: text?.slots ?? [], cells: cell, versions: { $0.groups })
    return same ?? condition(text, cell)
  }

  private mutating func unit(_ index: Int) -> Int32 {
    let (text, cell) = (texts.units[index], cells.units + index)
    let same = unchanged(
      index, last.units, naming: text?.slots ?? [], cells: cell, versions: { $0.units })
    return same ?? condition(text, cell)
  }

  /// Profiles are the vocabulary's, and have no versions.
  private mutating func profile(_ index: Int) -> Int32 {
    let (text, cell) = (plan.law.vocabulary.profiles[index].condition, cells.profiles + index)
    if let novelty, !novelty.names(text.slots) { return last.profiles[index] }
    dependencies.forget(cell)
    return condition(text, cell)
  }

  private mutating func episode(_ index: Int) -> EpisodeCode {
    let text = texts.episodes[index]
    let (begins, ends) = (cells.episodeBegins + index, cells.episodeEnds + index)
    let slots = text.map { $0.begins.slots + $0.ends.slots + ($0.longest?.slots ?? []) } ?? []
    if let same = unchanged(
      index, last.episodes, naming: slots, cells: begins, ends, versions: { $0.episodes })
    {
      return same
    }
    guard let text else { return EpisodeCode(isInForce: false, begins: -1, ends: -1, longest: .none) }
    if let longest = text.longest { dependencies.note(ends, slots: longest.slots) }
    return EpisodeCode(
      isInForce: true, begins: condition(text.begins, begins), ends: condition(text.ends, ends),
      longest: text.longest.map { duration($0) } ?? .none)
  }

  private mutating func clock(_ index: Int) -> ClockCode {
    let text = texts.clocks[index]
    let (cell, reset) = (cells.clocks + index, cells.clockResets + index)
    let slots = text.map { $0.condition.slots + ($0.reset?.slots ?? []) } ?? []
    if let same = unchanged(
      index, last.clocks, naming: slots, cells: cell, reset, versions: { $0.clocks })
    {
      return same
    }
    return ClockCode(
      condition: condition(text?.condition, cell), reset: condition(text?.reset, reset),
      isUnbroken: text?.isUnbroken ?? false, hasWindow: text?.window != nil,
      window: text?.window ?? .zero)
  }

  private mutating func benefit(_ index: Int) -> BenefitCode {
    let text = texts.benefits[index]
    let slots = text.map { $0.condition.slots + ($0.amount?.slots ?? []) } ?? []
    if let same = unchanged(
      index, last.benefits, naming: slots, cells: cells.benefits + index, cells.amounts + index,
      versions: { $0.benefits }), !isFinancedOtherwise(text)
    {
      return same
    }
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

  /// Whether the ladder that shares a benefit has another text than in the stretch before.
  private func isFinancedOtherwise(_ text: Benefit.Text?) -> Bool {
    guard case .steps(let rule)? = text?.financing, let lastStretch else { return false }
    return plan.texts[lastStretch].texts.versions.financings[rule] != texts.versions.financings[rule]
  }
}
