internal import ArgumentParser
internal import Attribution
internal import Quantities
internal import Workspace

extension RangeEnd: ExpressibleByArgument {}

/// What is asked of a saving beside the figures of a country.
struct AttributionOptions: ParsableArguments {
  @Flag(help: "With --population: what a reform saves against the target, by rule and practice, and where the rest lands.")
  var target = false

  @Flag(help: "Price each measure of the reform: its Shapley share over all orders, exactly; left out, and by itself.")
  var shapley = false

  @Option(help: "With --shapley: draw this many orders of the measures in place of taking all, and replay everybody for each set; with a standard error.")
  var orders: Int?

  @Flag(help: "With --shapley: take each measure apart, provision by provision.")
  var byProvision = false

  @Option(help: "Draw this many sets of prices, and tell which assumptions drive the spread; 1000 with --full.")
  var draws: Int?

  @Option(help: "Draw this many sets of practice, and of behaviour where it is asked for; each is replayed.")
  var practiceDraws: Int?

  @Option(help: "On how many citizens practice and behaviour are replayed for the ranges; 2000 when no number is given.")
  var practiceSample: Int?

  @Flag(help: "With --population: everything that its page has, in the format asked for. HTML always has it.")
  var full = false

  @Option(help: "Let people answer to the process, at this end of the assumptions of behaviour.yaml: low, base or high.")
  var behaviour: RangeEnd?

  @Option(help: "Let a share of changed benefits return as taxes and duties: low, base or high.")
  var flowBack: RangeEnd?

  @Option(help: "What a budget moved, in whole kroner: how much of it rule and practice explain.")
  var budgetCut: Int?

  /// Whether anything of it was asked.
  var isAsked: Bool {
    target || shapley || draws != nil || practiceDraws != nil || practiceSample != nil || behaviour != nil || flowBack != nil || budgetCut != nil
  }

  func validate() throws {
    if orders != nil || byProvision, !shapley {
      throw ValidationError("'--orders' and '--by-provision' say how measures are priced; add '--shapley'")
    }
    if let orders, orders < 2 { throw ValidationError("'--orders' must be at least 2") }
    if let draws, !(1...1_000_000).contains(draws) {
      throw ValidationError("'--draws' must lie between 1 and 1000000")
    }
    if let practiceDraws, !(0...100_000).contains(practiceDraws) {
      throw ValidationError("'--practice-draws' must lie between 0 and 100000")
    }
    if let practiceSample, !(1...10_000_000).contains(practiceSample) {
      throw ValidationError("'--practice-sample' must lie between 1 and 10000000")
    }
    if let budgetCut, abs(budgetCut) > 1_000_000_000_000 {
      throw ValidationError("'--budget-cut' is in whole kroner, up to a million million")
    }
  }

  /// Whether it is said who is replayed for ranges, and no ranges are asked for.
  var lacksDraws: Bool { practiceSample != nil && !full && draws == nil && practiceDraws == nil }

  /// How many sets of prices a report on everything draws: it costs no replay.
  private static let usualDraws = 1_000

  /// - Parameter isFull: whether it is a part of a report on everything, which tells ranges in any case.
  func question(_ settings: Workspace.Settings, isFull: Bool = false) -> AttributionQuestion {
    var question = AttributionQuestion()
    question.settings = settings
    question.draws = draws ?? (isFull ? AttributionOptions.usualDraws : 0)
    question.practiceDraws = practiceDraws ?? 0
    question.practiceSample = practiceSample ?? question.practiceSample
    question.behaviour = behaviour
    question.flowBack = flowBack
    question.budgetCut = budgetCut.map { Money(øre: $0 * 100) }
    guard shapley else { return question }
    question.prices = AttributionQuestion.Pricing()
    question.prices?.orders = orders
    question.prices?.byProvision = byProvision
    return question
  }

  /// What was asked, as somebody would type it.
  func arguments(isFull: Bool) -> [String] {
    let question = question(Workspace.Settings(), isFull: isFull)
    func option(_ name: String, _ value: Int?) -> [String] { value.map { [name, String($0)] } ?? [] }
    return (isFull ? ["--full"] : ["--target"]) + (shapley ? ["--shapley"] : []) + option("--orders", orders)
      + (byProvision ? ["--by-provision"] : []) + option("--draws", question.draws == 0 ? nil : question.draws)
      + option("--practice-draws", practiceDraws)
      + (question.draws > 0 || question.practiceDraws > 0
        ? ["--practice-sample", String(question.practiceSample)] : [])
      + (behaviour.map { ["--behaviour", $0.rawValue] } ?? [])
      + (flowBack.map { ["--flow-back", $0.rawValue] } ?? []) + option("--budget-cut", budgetCut)
  }
}
