internal import Expressions
internal import Legislation
internal import Quantities

/// Turns checked expressions into nodes, for one stretch of a law in which every figure is fixed.
///
/// The order in which parts are asked is that of the plain evaluator, since which comparisons are met
/// decides which days are looked at.
///
/// What is the same is one node: a law says many things more than once, and from one stretch to the next
/// little of it changes. So two nodes mean the same exactly when they are the same node.
struct ExpressionCompiler {
  /// What has no compiled form.
  struct Unsupported: Error {}

  let plan: SimulationPlan
  let layout: WordLayout
  private var lawDay: Day
  private(set) var nodes: [Node] = []
  private(set) var branches: [BranchNode] = []
  private(set) var sites: [CrossingSite] = []
  /// The nodes that are asked by themselves, and not by others alone.
  private(set) var wholes: Set<Int> = []
  private(set) var plainExpressions: [CheckedExpression] = []
  private(set) var plainTables: [DecisionTable] = []
  private var known: [Node: Int] = [:]
  private var knownBranches: [[BranchNode]: Int] = [:]
  private var knownSites: [SiteKey: Int] = [:]
  /// The texts of the definitions on the day of the law, and the nodes of those that have been compiled.
  private var definitions: [Definition.Body?] = []
  private var definitionNodes: [Int?] = []

  /// A comparison with one bound: whoever asks it again can share what was found.
  private struct SiteKey: Hashable {
    let site: CrossingSite
    let bound: Int
  }

  init(plan: SimulationPlan, layout: WordLayout) {
    self.plan = plan
    self.layout = layout
    lawDay = plan.texts[0].from
  }

  mutating func add(_ node: Node) -> Int {
    if let index = known[node] { return index }
    known[node] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  mutating func whole(_ node: Int) -> Int {
    wholes.insert(node)
    return node
  }

  /// - Parameter bound: the node of what is compared with.
  mutating func add(_ site: CrossingSite, bound: Int) -> Int {
    let key = SiteKey(site: site, bound: bound)
    if let index = knownSites[key] { return index }
    knownSites[key] = sites.count
    sites.append(site)
    return sites.count - 1
  }

  /// Goes on with the law of another day, beside what has been compiled.
  ///
  /// - Parameter isNewDefinition: which definitions read otherwise than on the day before; the others keep
  ///   their nodes.
  mutating func goOn(on day: Day, _ texts: LawTexts, isNewDefinition: [Bool]) {
    lawDay = day
    definitions = texts.definitions
    if definitionNodes.isEmpty { definitionNodes = Array(repeating: nil, count: definitions.count) }
    for index in isNewDefinition.indices where isNewDefinition[index] { definitionNodes[index] = nil }
  }

  /// The node of a definition. Definitions never name one another in a circle.
  mutating func definition(_ index: Int) -> Int {
    if let node = definitionNodes[index] { return node }
    let node =
      switch definitions[index] {
      case .table(let table)?: compile(table)
      case .branches(let rule)?: compile(rule)
      case nil: add(Node(.stop))
      }
    definitionNodes[index] = node
    return node
  }

  /// The node that computes an expression.
  mutating func compile(_ expression: CheckedExpression) -> Int {
    do { return whole(try compile(expression.root)) } catch {
      plainExpressions.append(expression)
      return add(Node(.plain, plainExpressions.count - 1))
    }
  }

  mutating func compile(_ table: DecisionTable) -> Int {
    do { return whole(try rows(of: table)) } catch {
      plainTables.append(table)
      return add(Node(.plainTable, plainTables.count - 1))
    }
  }

  /// The node that computes a rule with exceptions.
  mutating func compile(_ rule: Branch<CheckedExpression>) -> Int {
    if rule.exceptions.isEmpty, let only = rule.outcome { return compile(only) }
    let branch = compile(rule) { compiler, outcome in compiler.compile(outcome) }
    return add(Node(.branch, branch))
  }

  /// The index of a rule among the branches, its exceptions after it.
  mutating func compile<Outcome>(
    _ rule: Branch<Outcome>, outcome make: (inout ExpressionCompiler, Outcome) -> Int
  ) -> Int {
    var made = [BranchNode.empty]
    fill(&made, 0, rule, make)
    return shared(made)
  }

  /// - Parameter made: the rule's branches alone; what its parts name may add others of its own meanwhile.
  private mutating func fill<Outcome>(
    _ made: inout [BranchNode], _ index: Int, _ rule: Branch<Outcome>,
    _ make: (inout ExpressionCompiler, Outcome) -> Int
  ) {
    // An exception without a condition never applies.
    let children = rule.exceptions.filter { $0.condition != nil }
    let condition = rule.condition.map { compile($0) } ?? -1
    let outcome = rule.outcome.map { make(&self, $0) } ?? -1
    let first = made.count
    made += children.map { _ in BranchNode.empty }
    made[index] = BranchNode(
      condition: Int32(condition), outcome: Int32(outcome), firstChild: Int32(first),
      count: Int32(children.count))
    for (offset, child) in children.enumerated() { fill(&made, first + offset, child, make) }
  }

  /// Where branches stand that are counted from 0: behind the others, or where the same ones stand already.
  mutating func shared(_ made: [BranchNode]) -> Int {
    if let index = knownBranches[made] { return index }
    let index = branches.count
    knownBranches[made] = index
    branches += made.map { branch in
      BranchNode(
        condition: branch.condition, outcome: branch.outcome, firstChild: branch.firstChild + Int32(index),
        count: branch.count)
    }
    return index
  }

  mutating func compile(_ node: CheckedExpression.Node) throws(Unsupported) -> Int {
    switch node.operation {
    case .constant(let value): return add(Node(.constant, word: try encoding(value)))
    case .name(let slot, _): return try name(plan.law.slots[slot])
    // Alone, it would be compared by what asks for it; see `crossing`.
    case .elapsing: throw Unsupported()
    case .variable, .quantified, .list: throw Unsupported()
    case .property(let property, let base):
      guard base.type == .date, let part = [.year, .month, .day].firstIndex(of: property) else {
        throw Unsupported()
      }
      return add(Node(.part, try compile(base), word: part))
    case .call(let call, let arguments):
      switch call.name {
      case "min": return try fold(.least, arguments)
      case "max": return try fold(.greatest, arguments)
      case "round half up": return try roundHalfUp(arguments)
      default: throw Unsupported()
      }
    case .negative(let operand):
      guard isWhole(operand.type) else { throw Unsupported() }
      return add(Node(.negative, try compile(operand)))
    case .not(let operand): return add(Node(.not, try compile(operand)))
    case .and(let left, let right): return add(Node(.and, try compile(left), try compile(right)))
    case .or(let left, let right): return add(Node(.or, try compile(left), try compile(right)))
    case .comparison(let comparison, let left, let right):
      if left.elapsingSlot != nil { return try crossing(left, comparison, right) }
      if right.elapsingSlot != nil { return try crossing(right, comparison.flipped, left) }
      return add(Node(operation(comparison), try compile(left), try compile(right)))
    case .membership(let subject, let tests): return try membership(subject, tests)
    case .condition(let condition, let consequence, let alternative):
      return add(
        Node(.condition, try compile(condition), try compile(consequence), try compile(alternative)))
    case .known(let operand): return add(Node(.known, try compile(operand)))
    case .otherwise(let left, let right):
      return add(Node(.otherwise, try compile(left), try compile(right)))
    case .arithmetic(let operation, let left, let right):
      return try arithmetic(operation, left, right)
    }
  }

  /// The least or greatest of several values that are given one by one.
  private mutating func fold(
    _ operation: Node.Operation, _ arguments: [CheckedExpression.Node]
  ) throws(Unsupported) -> Int {
    guard arguments.count >= 2, arguments.allSatisfy({ isWhole($0.type) }) else { throw Unsupported() }
    var all = try compile(arguments[0])
    for argument in arguments.dropFirst() { all = add(Node(operation, all, try compile(argument))) }
    return all
  }

  /// Money to the nearest multiple of a sum that stands there.
  private mutating func roundHalfUp(_ arguments: [CheckedExpression.Node]) throws(Unsupported) -> Int {
    guard arguments.count == 2, case .money = arguments[0].type, case .constant(let value) = arguments[1].operation,
      case .money = value
    else { throw Unsupported() }
    let step = try encoding(value)
    guard step > 0 else { throw Unsupported() }
    return add(Node(.roundHalfUp, try compile(arguments[0]), word: step))
  }

  private func encoding(_ value: Value) throws(Unsupported) -> Int {
    guard let word = Word.encoding(value) else { throw Unsupported() }
    return word
  }

  private mutating func name(_ slot: Slot) throws(Unsupported) -> Int {
    switch slot {
    case .parameter(let index):
      guard let value = plan.law.parameters[index].step(on: lawDay)?.value else { return add(Node(.stop)) }
      return add(Node(.constant, word: try encoding(value)))
    case .practice(let index):
      return add(Node(.constant, word: try encoding(plan.law.practices[index][plan.practice])))
    // With its node: what names a definition that has changed has changed too.
    case .definition(let index): return add(Node(.definition, index, word: definition(index)))
    case .today, .lawDay, .age, .clock: throw Unsupported()
    default: return add(Node(.word, layout.word(of: slot)))
    }
  }

  func operation(_ comparison: Comparison) -> Node.Operation {
    switch comparison {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .atMost: .atMost
    case .greater: .greater
    case .atLeast: .atLeast
    }
  }

  mutating func crossing(
    _ subject: CheckedExpression.Node, _ comparison: Comparison, _ bound: CheckedExpression.Node
  ) throws(Unsupported) -> Int {
    try crossing(subject, comparison, bound: try compile(bound))
  }

  private mutating func crossing(
    _ subject: CheckedExpression.Node, _ comparison: Comparison, bound: Int
  ) throws(Unsupported) -> Int {
    guard let slot = subject.elapsingSlot else { throw Unsupported() }
    let what: CrossingSite.Subject
    switch plan.law.slots[slot] {
    case .today: what = .today
    case .lawDay: what = .lawDay
    case .age: what = .age
    case .clock(let index): what = .clock(index)
    default: throw Unsupported()
    }
    let site = add(CrossingSite(subject: what, comparison: comparison), bound: bound)
    return add(Node(.crossing, site, bound))
  }

  // MARK: Arithmetic

  /// Types whose values are whole words, so that sums are too.
  private func isWhole(_ type: ValueType) -> Bool {
    switch type {
    case .number, .money, .months, .days: true
    default: false
    }
  }

  private mutating func arithmetic(
    _ operation: Arithmetic, _ left: CheckedExpression.Node, _ right: CheckedExpression.Node
  ) throws(Unsupported) -> Int {
    switch (operation, left.type, right.type) {
    case (.plus, .date, .months): return try date(.addMonths, left, right, subtracting: false)
    case (.plus, .months, .date): return try date(.addMonths, right, left, subtracting: false)
    case (.minus, .date, .months): return try date(.addMonths, left, right, subtracting: true)
    case (.plus, .date, .days): return try date(.addDays, left, right, subtracting: false)
    case (.plus, .days, .date): return try date(.addDays, right, left, subtracting: false)
    case (.minus, .date, .days): return try date(.addDays, left, right, subtracting: true)
    case (.minus, .date, .date): return add(Node(.minus, try compile(left), try compile(right)))
    case (.plus, let one, let other) where isWhole(one) && isWhole(other):
      return try whole(.plus, left, right)
    case (.minus, let one, let other) where isWhole(one) && isWhole(other):
      return try whole(.minus, left, right)
    case (.times, let one, let other) where isWhole(one) && isWhole(other):
      return try whole(.times, left, right)
    default: throw Unsupported()
    }
  }

  private mutating func whole(
    _ operation: Node.Operation, _ left: CheckedExpression.Node, _ right: CheckedExpression.Node
  ) throws(Unsupported) -> Int {
    let isDuration = [left.type, right.type].contains { $0 == .months || $0 == .days }
    return add(Node(operation, try compile(left), try compile(right), isDuration ? 1 : 0))
  }

  private mutating func date(
    _ operation: Node.Operation, _ date: CheckedExpression.Node, _ duration: CheckedExpression.Node,
    subtracting: Bool
  ) throws(Unsupported) -> Int {
    add(Node(operation, try compile(date), try compile(duration), subtracting ? 1 : 0))
  }
}
