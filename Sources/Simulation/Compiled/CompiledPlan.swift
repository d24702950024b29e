internal import Expressions
internal import Legislation
package import Outcomes
internal import Quantities
internal import Vocabulary

/// A plan made into tables for many citizens: names are words of a state, figures constants, rules nodes.
///
/// Compiled once, read by every worker. What a replay under it gives is what `CourseSimulator` gives, bit
/// for bit; it only never says why, so whatever cannot be decided is left to the plain evaluator.
/// - Complexity: of making one, O(stretches of the law × size of the law).
package final class CompiledPlan: Sendable {
  package let plan: SimulationPlan
  package var codebook: Codebook { plan.codebook }
  let layout: WordLayout
  let cells: Cells
  let atoms: Atoms
  let stretches: [StretchCode]
  /// For each stretch a row of bits: the cells that may come out otherwise than under the stretch before.
  let changes: Frozen<UInt64>
  let nodes: Frozen<Node>
  let tests: Frozen<Test>
  let branches: Frozen<BranchNode>
  let sites: Frozen<CrossingSite>
  let schedules: Frozen<ScheduleCode>
  let durations: Frozen<DurationCode>
  let steps: Frozen<StepCode>
  let included: Frozen<Int32>
  /// Whether other duties count a duty's demands, by the duty's index.
  let isIncluded: Frozen<Bool>
  let dutyOrder: Frozen<Int32>
  /// The place of each duty in `dutyOrder`.
  let dutyPlace: Frozen<Int32>
  /// The authority of each unit, as a number.
  let authorities: Frozen<Int32>
  let lawDays: Frozen<Int>
  let shares: [CheckedExpression]
  let plainExpressions: [CheckedExpression]
  let plainTables: [DecisionTable]
  let bornFact: Int

  package init(_ plan: SimulationPlan) {
    self.plan = plan
    let law = plan.law
    let layout = WordLayout(
      facts: law.vocabulary.facts.count, events: law.vocabulary.events.count,
      definitions: law.definitions.count, episodes: law.episodes.count)
    self.layout = layout
    var compiler = StretchCompiler(plan: plan, layout: layout)
    let stretches = plan.texts.indices.map { compiler.compile(stretch: $0) }
    let (cells, atoms) = (compiler.cells, compiler.atoms)
    self.stretches = stretches
    self.cells = cells
    self.atoms = atoms
    changes = Frozen(
      stretches.indices.flatMap { index in
        index == 0
          ? BitRow(width: cells.width).words
          : stretches[index].changes(
            since: stretches[index - 1], cells: cells, atoms: atoms, dutyPlace: compiler.dutyPlace
          ).words
      })
    let graphs = TestCompiler(
      nodes: compiler.expressions.nodes, conditions: compiler.expressions.wholes,
      sites: compiler.expressions.sites)
    nodes = Frozen(graphs.nodes)
    tests = Frozen(graphs.tests)
    branches = Frozen(compiler.expressions.branches)
    sites = Frozen(compiler.expressions.sites)
    schedules = Frozen(compiler.schedules)
    durations = Frozen(compiler.durations)
    steps = Frozen(compiler.steps)
    included = Frozen(compiler.included)
    let counted = Set(compiler.included)
    isIncluded = Frozen(law.duties.indices.map { counted.contains(Int32($0)) })
    dutyOrder = Frozen(plan.dutyOrder.map(Int32.init))
    dutyPlace = Frozen(compiler.dutyPlace.map(Int32.init))
    var names: [String] = []
    authorities = Frozen(
      law.units.map { unit in
        if let known = names.firstIndex(of: unit.authority) { return Int32(known) }
        names.append(unit.authority)
        return Int32(names.count - 1)
      })
    lawDays = Frozen(plan.lawDays.map(\.sinceEpoch))
    shares = compiler.shares
    plainExpressions = compiler.expressions.plainExpressions
    plainTables = compiler.expressions.plainTables
    bornFact = law.vocabulary.fact(named: "born") ?? -1
  }

  deinit {
    stretches.forEach { $0.free() }
    changes.free()
    nodes.free()
    tests.free()
    branches.free()
    sites.free()
    schedules.free()
    durations.free()
    steps.free()
    included.free()
    isIncluded.free()
    dutyOrder.free()
    dutyPlace.free()
    authorities.free()
    lawDays.free()
  }

  /// How many expressions have no compiled form and are asked of the plain evaluator.
  package var plainCount: Int { plainExpressions.count + plainTables.count }
}
