internal import Attribution
internal import Diagnostics
internal import Legislation
internal import Pricing
internal import Quantities
internal import Simulation
internal import Vocabulary

extension AttributionRun {
  /// Low, base and high of the saving, over prices without any replay and over practice with one for
  /// each end of each value.
  func ranges(
    _ matrix: PriceMatrix, _ before: SimulationPlan, _ after: SimulationPlan,
    _ effects: CountryEffects
  ) throws(Diagnostic) -> CountryAttribution.Ranges {
    let ends = (
      low: matrix.costs(matrix.values(.low)).saving, high: matrix.costs(matrix.values(.high)).saving
    )
    guard question.draws > 0 else {
      return CountryAttribution.Ranges(
        prices: ends, practice: nil, draws: nil, drawn: 0, spread: nil)
    }
    let draws = PriceDraws(matrix, count: question.draws, seed: question.settings.seed)
    let bars = matrix.bars { slot in
      Label(danish: "\(slot.table)/\(slot.key)", english: "\(slot.table)/\(slot.key)")
    }
    return try CountryAttribution.Ranges(
      prices: ends, practice: (try saving(at: .low), try saving(at: .high)),
      draws: Percentiles(sorted: draws.savings), drawn: question.draws,
      spread: Spread(
        base: effects.saving,
        bars: bars + practiceBars() + behaviourBars(before, after, effects)))
  }

  /// What each assumption on behaviour by itself makes of the saving; none unless behaviour was asked for.
  private func behaviourBars(
    _ before: SimulationPlan, _ after: SimulationPlan, _ effects: CountryEffects
  ) throws(Diagnostic) -> [Spread.Bar] {
    guard question.behaviour != nil, let behaviour else { return [] }
    var bars: [Spread.Bar] = []
    for effect in behaviour.effects {
      let ends = (
        try behaving([effect], .low, before, after, effects).0.saving,
        try behaving([effect], .high, before, after, effects).0.saving
      )
      bars.append(
        Spread.Bar(
          kind: .behaviour, name: effect.name, label: effect.label,
          status: effect.factor.citation.status, low: ends.0, high: ends.1))
    }
    return bars
  }

  /// The saving with all practice at one end of its ranges.
  private func saving(at level: PracticeLevel) throws(Diagnostic) -> Int {
    CountryEffects(
      baseline: try outlay(of: side(plan(baseline, level))),
      reform: try outlay(of: side(plan(reform, level)))
    ).saving
  }

  /// What each use of discretion by itself makes of the saving; the same use under both laws, where both
  /// know it.
  private func practiceBars() throws(Diagnostic) -> [Spread.Bar] {
    var practices: [ProvisionID: Practice] = [:]
    for practice in baseline.practices + reform.practices { practices[practice.provision.id] = practice }
    var bars: [Spread.Bar] = []
    for practice in practices.values.sorted(by: { $0.provision.id < $1.provision.id }) {
      bars.append(
        Spread.Bar(
          kind: .practice, name: practice.provision.id.description, label: practice.provision.label,
          status: practice.provision.citation.status, low: try saving(with: practice, at: .low),
          high: try saving(with: practice, at: .high)))
    }
    return bars
  }

  private func saving(
    with practice: Practice, at level: PracticeLevel
  ) throws(Diagnostic) -> Int {
    let id = practice.provision.id
    return CountryEffects(
      baseline: try outlay(of: side(plan(baseline.setting(id, to: level)))),
      reform: try outlay(of: side(plan(reform.setting(id, to: level))))
    ).saving
  }
}
