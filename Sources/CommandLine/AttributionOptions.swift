internal import ArgumentParser
internal import Attribution
internal import Quantities
internal import Workspace

extension RangeEnd: ExpressibleByArgument {}

/// What is asked of a saving beside the figures of a country.
struct AttributionOptions: ParsableArguments {
  @Flag(help: "With --population: what a reform saves against the target, by rule and practice, and where the rest lands.")
  var target = false

  @Flag(help: "Price each measure of the reform: its Shapley share, left out, and by itself.")
  var shapley = false

  @Option(help: "With --shapley: draw this many orders of the measures in place of taking all.")
  var orders: Int?

  @Flag(help: "With --shapley: take each measure apart, provision by provision.")
  var byProvision = false

  @Option(help: "Draw this many sets of prices, and tell which assumptions drive the spread.")
  var draws: Int?

  @Option(help: "Let people answer to the process, at this end of the assumptions of behaviour.yaml: low, base or high.")
  var behaviour: RangeEnd?

  @Option(help: "Let a share of changed benefits return as taxes and duties: low, base or high.")
  var flowBack: RangeEnd?

  @Option(help: "What a budget moved, in whole kroner: how much of it rule and practice explain.")
  var budgetCut: Int?

  /// Whether anything of it was asked.
  var isAsked: Bool {
    target || shapley || draws != nil || behaviour != nil || flowBack != nil || budgetCut != nil
  }

  func validate() throws {
    if orders != nil || byProvision, !shapley {
      throw ValidationError("'--orders' and '--by-provision' say how measures are priced; add '--shapley'")
    }
    if let orders, orders < 2 { throw ValidationError("'--orders' must be at least 2") }
    if let draws, !(1...1_000_000).contains(draws) {
      throw ValidationError("'--draws' must lie between 1 and 1000000")
    }
    if let budgetCut, abs(budgetCut) > 1_000_000_000_000 {
      throw ValidationError("'--budget-cut' is in whole kroner, up to a million million")
    }
  }

  func question(_ settings: Workspace.Settings) -> AttributionQuestion {
    var question = AttributionQuestion()
    question.settings = settings
    question.draws = draws ?? 0
    question.behaviour = behaviour
    question.flowBack = flowBack
    question.budgetCut = budgetCut.map { Money(øre: $0 * 100) }
    guard shapley else { return question }
    question.prices = AttributionQuestion.Pricing()
    question.prices?.orders = orders
    question.prices?.byProvision = byProvision
    return question
  }
}
