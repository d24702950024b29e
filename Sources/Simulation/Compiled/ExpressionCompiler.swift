internal import Expressions
internal import Legislation
internal import Quantities

/// Turns checked expressions into nodes, for one stretch of a law in which every figure is fixed.
///
/// The order in which parts are asked is that of the plain evaluator, since which comparisons are met
/// decides which days are looked at.
struct ExpressionCompiler {
  /// What has no compiled form.
  private struct Unsupported: Error {}

  let plan: SimulationPlan
  let layout: WordLayout
  let lawDay: Day
  private(set) var nodes: [Node] = []
  private(set) var branches: [BranchNode] = []
  private(set) var sites: [CrossingSite] = []
  private(set) var plainExpressions: [CheckedExpression] = []
  private(set) var plainTables: [DecisionTable] = []

  init(plan: SimulationPlan, layout: WordLayout, lawDay: Day) {
    self.plan = plan
    self.layout = layout
    self.lawDay = lawDay
  }

  mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  mutating func add(_ site: CrossingSite) -> Int {
    sites.append(site)
    return sites.count - 1
  }

  /// Goes on with the law of another day, beside what has been compiled.
  func continued(on day: Day) -> ExpressionCompiler {
    var next = ExpressionCompiler(plan: plan, layout: layout, lawDay: day)
    next.nodes = nodes
    next.branches = branches
    next.sites = sites
    next.plainExpressions = plainExpressions
    next.plainTables = plainTables
    return next
  }

  /// The node that computes an expression.
  mutating func compile(_ expression: CheckedExpression) -> Int {
    let before = (nodes.count, sites.count)
    do { return try compile(expression.root) } catch {
      nodes.removeSubrange(before.0...)
      sites.removeSubrange(before.1...)
      plainExpressions.append(expression)
      return add(Node(.plain, plainExpressions.count - 1))
    }
  }

  mutating func compile(_ table: DecisionTable) -> Int {
    let before = (nodes.count, sites.count)
    do { return try rows(of: table) } catch {
      nodes.removeSubrange(before.0...)
      sites.removeSubrange(before.1...)
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
    let index = branches.count
    branches.append(BranchNode(condition: -1, outcome: -1, firstChild: 0, count: 0))
    fill(index, rule, make)
    return index
  }

  private mutating func fill<Outcome>(
    _ index: Int, _ rule: Branch<Outcome>, _ make: (inout ExpressionCompiler, Outcome) -> Int
  ) {
    // An exception without a condition never applies.
    let children = rule.exceptions.filter { $0.condition != nil }
    let condition = rule.condition.map { compile($0) } ?? -1
    let outcome = rule.outcome.map { make(&self, $0) } ?? -1
    let first = branches.count
    for _ in children {
      branches.append(BranchNode(condition: -1, outcome: -1, firstChild: 0, count: 0))
    }
    branches[index] = BranchNode(
      condition: Int32(condition), outcome: Int32(outcome), firstChild: Int32(first),
      count: Int32(children.count))
    for (offset, child) in children.enumerated() { fill(first + offset, child, make) }
  }

  private mutating func compile(_ node: CheckedExpression.Node) throws(Unsupported) -> Int {
    switch node.operation {
    case .constant(let value): return add(Node(.constant, word: try encoding(value)))
    case .name(let slot, _): return try name(plan.law.slots[slot])
    // Alone, it would be compared by what asks for it; see `crossing`.
    case .elapsing: throw Unsupported()
    case .variable, .quantified, .list, .property: throw Unsupported()
    case .call(let call, let arguments):
      switch call.name {
      case "min": return try fold(.least, arguments)
      case "max": return try fold(.greatest, arguments)
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
    case .definition(let index): return add(Node(.definition, index))
    case .today, .lawDay, .age, .clock: throw Unsupported()
    default: return add(Node(.word, layout.word(of: slot)))
    }
  }

  private func operation(_ comparison: Comparison) -> Node.Operation {
    switch comparison {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .atMost: .atMost
    case .greater: .greater
    case .atLeast: .atLeast
    }
  }

  private mutating func crossing(
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
    return add(Node(.crossing, add(CrossingSite(subject: what, comparison: comparison)), bound))
  }

  // MARK: Tests

  private mutating func membership(
    _ subject: CheckedExpression.Node, _ tests: [CheckedExpression.Test]
  ) throws(Unsupported) -> Int {
    if let bits = bits(of: subject.type, tests) {
      return add(Node(.isMember, try compile(subject), word: bits))
    }
    return try any(subject, tests)
  }

  /// The tests as a set of members, when they are nothing but that.
  private func bits(of type: ValueType, _ tests: [CheckedExpression.Test]) -> Int? {
    guard case .enumeration(let enumeration) = type, enumeration.members.count < 62 else { return nil }
    var bits = 0
    for test in tests {
      switch test {
      case .comparison(.equal, let node):
        guard case .constant(.member(let member)) = node.operation else { return nil }
        bits |= 1 << member
      default: return nil
      }
    }
    return bits
  }

  private mutating func any(
    _ subject: CheckedExpression.Node, _ tests: [CheckedExpression.Test]
  ) throws(Unsupported) -> Int {
    var all: Int?
    for test in tests {
      let next = try compile(test, of: subject)
      all = all.map { add(Node(.or, $0, next)) } ?? next
    }
    return all ?? add(Node(.constant, word: 0))
  }

  private mutating func compile(
    _ test: CheckedExpression.Test, of subject: CheckedExpression.Node
  ) throws(Unsupported) -> Int {
    switch test {
    case .anything: return add(Node(.constant, word: 1))
    case .any(let tests): return try any(subject, tests)
    case .none(let tests): return add(Node(.not, try any(subject, tests)))
    case .comparison(let comparison, let bound): return try compare(subject, comparison, bound)
    case .range(let low, let high):
      let from = try compare(subject, low.isIncluded ? .atLeast : .greater, low.node)
      let to = try compare(subject, high.isIncluded ? .atMost : .less, high.node)
      return add(Node(.and, from, to))
    case .member: throw Unsupported()
    }
  }

  private mutating func compare(
    _ subject: CheckedExpression.Node, _ comparison: Comparison, _ bound: CheckedExpression.Node
  ) throws(Unsupported) -> Int {
    if subject.elapsingSlot != nil { return try crossing(subject, comparison, bound) }
    return add(Node(operation(comparison), try compile(subject), try compile(bound)))
  }

  // MARK: Tables

  /// A table with one output, of which the first row that matches decides, or the only one.
  private mutating func rows(of table: DecisionTable) throws(Unsupported) -> Int {
    guard table.hit == .first || table.hit == .unique, table.outputs.count == 1,
      table.outputs[0].allowed == nil, table.columns.allSatisfy({ $0.allowed == nil })
    else { throw Unsupported() }
    var rows: [(match: Int, outcome: Int)] = []
    for row in table.rows {
      var match: Int?
      for (column, cell) in zip(table.columns, row.when) where !cell.isAnything {
        let next = try membership(column.expression.root, cell.tests)
        match = match.map { add(Node(.and, $0, next)) } ?? next
      }
      rows.append((match ?? add(Node(.constant, word: 1)), try compile(row.then[0].root)))
    }
    let otherwise = try table.outputs[0].otherwise.map { other throws(Unsupported) in try compile(other.root) }
    if table.hit == .first {
      var rest = otherwise ?? add(Node(.stop))
      for row in rows.reversed() { rest = add(Node(.condition, row.match, row.outcome, rest)) }
      return rest
    }
    let index = branches.count
    branches.append(
      BranchNode(
        condition: -1, outcome: Int32(otherwise ?? add(Node(.stop))), firstChild: Int32(index + 1),
        count: Int32(rows.count)))
    branches += rows.map { row in
      BranchNode(condition: Int32(row.match), outcome: Int32(row.outcome), firstChild: 0, count: 0)
    }
    return add(Node(.rows, index))
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
