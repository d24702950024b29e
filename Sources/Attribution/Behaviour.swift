package import Diagnostics
package import Quantities
package import Vocabulary

/// Assumptions on how citizens answer to the process itself.
///
/// Off unless a run asks for them. The country's lengths are those observed under today's law, so what
/// today's law does to people is in them already: an effect changes a course only by what a law does more
/// or less than the baseline.
package struct Behaviour: Sendable {
  /// What the vocabulary calls an interview.
  package static let interviewKind = "interview"

  package let effects: [Effect]
  package let notModelled: [Target.Note]

  package init(effects: [Effect], notModelled: [Target.Note]) {
    self.effects = effects
    self.notModelled = notModelled
  }

  /// One assumed effect on the chance of work.
  package struct Effect: Hashable, Sendable {
    /// What of a course it hangs on.
    package enum Cause: String, CaseIterable, Hashable, Sendable {
      case handOvers = "hand-overs"
      case interviews
    }

    /// Which hazard is scaled.
    package enum Hazard: String, CaseIterable, Hashable, Sendable { case work }

    /// So many within so long: what was studied as a whole and says nothing of a part.
    package struct Package: Hashable, Sendable {
      package let count: Int
      /// - Unit: days from the day the case opens.
      package let length: Int

      package init(count: Int, length: Int) {
        self.count = count
        self.length = length
      }
    }

    package let name: String
    package let label: Label
    package let cause: Cause
    /// `nil`: each occurrence counts by itself.
    package let package: Package?
    package let hazard: Hazard
    /// The profile of those it was found for; `nil` for everybody.
    package let profile: String?
    /// What the hazard is multiplied by, for each occurrence or for the package.
    package let factor: RangedFigure<Rational>
    /// Whom it was found for, in the study's own terms.
    package let population: Label
    package let range: SourceRange

    package init(
      name: String, label: Label, cause: Cause, package: Package?, hazard: Hazard, profile: String?,
      factor: RangedFigure<Rational>, population: Label, range: SourceRange
    ) {
      self.name = name
      self.label = label
      self.cause = cause
      self.package = package
      self.hazard = hazard
      self.profile = profile
      self.factor = factor
      self.population = population
      self.range = range
    }

    /// What the hazard is multiplied by when a law has it `times` more often than the baseline.
    ///
    /// A negative count divides. The factor is kept within a thousandfold either way, where a chance is
    /// none or certain.
    ///
    /// - Rounding: to thousandths, half up: finer than any estimate, and small enough for exact hazards.
    package func factor(_ end: RangeEnd, times: Int) -> Rational {
      var product = Rational.one
      for _ in 0..<min(times.magnitude, 64) {
        let next = times < 0 ? product.divided(by: factor[end]) : product.multiplied(by: factor[end])
        guard let next, Effect.step <= next, next <= Effect.most else {
          let falls = (factor[end] < .one) == (times > 0)
          return falls ? Effect.step : Effect.most
        }
        product = next
      }
      return max(Effect.step, product.rounded(.halfUp, toMultipleOf: Effect.step) ?? product)
    }

    /// The same effect with another factor, and no range.
    package func fixed(at value: Rational) -> Effect {
      Effect(
        name: name, label: label, cause: cause, package: package, hazard: hazard, profile: profile,
        factor: RangedFigure(low: value, base: value, high: value, citation: factor.citation),
        population: population, range: range)
    }

    /// The factor that a draw gives it, between its ends and likeliest at its base.
    ///
    /// - Rounding: to thousandths, as estimates are told.
    package func factor(at bits: UInt64) -> Rational {
      func whole(_ value: Rational) -> Int? {
        value.multiplied(by: Rational(1_000))?.rounded(.halfUp)?.whole
      }
      guard let low = whole(factor.low), let base = whole(factor.base), let high = whole(factor.high)
      else { return factor.base }
      let drawn = TriangularDraw(low: low, base: base, high: high).value(at: bits)
      return Rational(Int128(drawn), 1_000) ?? factor.base
    }

    private static let step = Rational(1, 1_000) ?? .one
    private static let most = Rational(1_000)
  }
}
