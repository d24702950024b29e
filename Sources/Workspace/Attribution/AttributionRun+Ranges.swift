internal import Attribution
internal import Diagnostics
internal import Legislation
internal import Pricing
internal import Quantities
internal import Simulation
internal import Vocabulary

extension AttributionRun {
  /// Low, base and high of what is told first: over prices without any replay; over practice and
  /// behaviour by replaying some of the citizens, of whom only the difference is taken.
  func ranges(
    _ before: Replayed, _ after: Replayed, _ behaved: PriceMatrix.Side?, _ effects: CountryEffects
  ) throws(Diagnostic) -> CountryAttribution.Ranges {
    let matrix = matrix(before.whole, after.whole)
    let ends = (
      low: matrix.costs(matrix.values(.low)).saving, high: matrix.costs(matrix.values(.high)).saving
    )
    guard question.draws > 0 || question.practiceDraws > 0 else {
      return CountryAttribution.Ranges(prices: ends)
    }
    let whole = quantities(before, after, behaved)
    let base = whole.figures(nil, seed: question.settings.seed)
    let draws = whole.figures(of: 0..<question.draws, seed: question.settings.seed)
    var practice = try PracticeRanges(
      self, whole: whole, base: base, draws: draws, saving: effects.saving)
    let found = try practice.found()
    let bars =
      matrix.bars { slot in
        Label(danish: "\(slot.table)/\(slot.key)", english: "\(slot.table)/\(slot.key)")
      } + (try practice.practiceBars()) + (try practice.behaviourBars())
    return CountryAttribution.Ranges(
      prices: ends, draws: Percentiles(sorted: draws.map { $0[0] }.sorted()), drawn: question.draws,
      practice: found.practice,
      headlines: HeadlineRange.all(
        whole.headlines, base: base, draws: found.draws.isEmpty ? draws : found.draws),
      spread: Spread(base: effects.saving, bars: bars))
  }

  /// The headlines of two laws at any prices.
  func quantities(
    _ before: Replayed, _ after: Replayed, _ behaved: PriceMatrix.Side?
  ) -> PricedQuantities {
    PricedQuantities(
      matrix(before.whole, after.whole), before: before.whole, after: after.whole,
      behaved: behaved.map { matrix(before.whole, $0) }, places: target.places, years: years)
  }
}
