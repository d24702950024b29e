internal import Diagnostics
internal import Expressions
internal import Legislation
internal import Outcomes
internal import Quantities
internal import Vocabulary

extension CourseSimulator {
  mutating func logProfiles() throws(Diagnostic) {
    for (index, profile) in state.plan.law.vocabulary.profiles.enumerated() {
      log.setProfile(index, holds: try state.holds(profile.condition), on: state.today)
    }
  }

  /// What is paid from today on: the benefit's rate and who bears it.
  mutating func logPayment() throws(Diagnostic) {
    let law = state.plan.law
    guard let index = state.benefit.index,
      let text = state.texts.benefits[index],
      let amount = text.amount, case .money(let per?, _) = amount.type,
      let unit = Course.Payment.Unit(rawValue: per.rawValue)
    else {
      log.setPayment(nil, on: state.today)
      return
    }
    guard let rate = try amount.value(in: &state).money else {
      throw Diagnostic(
        .error, "rounding-needed", "a benefit is paid in whole øre, this amount has a part of one",
        at: amount.source.range, hint: "round it: round half up(…, 1 kr)")
    }
    let terms = CourseRecord.PaymentTerms(
      benefit: index, rate: rate, unit: unit,
      shares: try shares(of: text.financing, benefit: law.benefits[index].provision))
    log.setPayment(rate == .zero ? nil : terms, on: state.today)
  }

  /// Who bears a benefit's cost today, as an index of the codebook's shares.
  mutating func shares(
    of source: Benefit.Source, benefit: Provision
  ) throws(Diagnostic) -> Int {
    switch source {
    case .payer(let payer): return state.plan.sharesIndex([payer: .one])
    case .steps(let index):
      let financing = state.plan.law.financings[index]
      guard let text = state.texts.financings[index] else {
        throw Diagnostic(
          .error, "not-in-force",
          "'\(financing.provision.id.name)' pays for '\(benefit.id.name)' but is not in force on \(state.lawDay)",
          at: financing.provision.range)
      }
      let days = state.reading(ofClock: text.clock)
      for step in text.steps {
        guard let bound = step.upTo else { return state.plan.sharesIndex(step.shares) }
        if days < bound {
          // The day the step is passed is a day of interest, as if a condition had asked.
          state.noteClock(text.clock, below: bound)
          return state.plan.sharesIndex(step.shares)
        }
        state.noteClock(text.clock, atLeast: bound)
      }
      return state.plan.sharesIndex(text.steps.last?.shares ?? [:])
    }
  }
}

extension CourseState {
  mutating func noteClock(_ clock: Int, below days: Int) {
    note(clock, .less, days)
  }

  mutating func noteClock(_ clock: Int, atLeast days: Int) {
    note(clock, .atLeast, days)
  }

  private mutating func note(_ clock: Int, _ comparison: Comparison, _ days: Int) {
    guard let slot = plan.law.slots.firstIndex(of: .clock(clock)) else { return }
    didCompare(elapsing: slot, comparison, .days(days), outcome: true)
  }
}
