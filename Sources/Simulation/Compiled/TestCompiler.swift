internal import Expressions

/// Makes graphs of tests from the nodes of conditions.
///
/// Nothing is asked in another order than the nodes ask it, nor oftener, nor less often: which comparisons
/// are met decides which days are looked at.
struct TestCompiler {
  private let sites: [CrossingSite]
  /// The nodes as the law has them.
  private let given: [Node]
  /// The same, those that are asked as conditions made into graphs.
  private(set) var nodes: [Node]
  private(set) var tests: [Test] = []
  private var known: [Test: Int32] = [:]
  private var made: [Place: Int32] = [:]

  /// A node with where to go on after it.
  private struct Place: Hashable {
    let node: Int
    let yes: Int32
    let no: Int32
  }

  /// - Parameter conditions: the nodes that are asked as wholes, besides those that others ask for a value.
  init(nodes: [Node], conditions: Set<Int>, sites: [CrossingSite]) {
    given = nodes
    self.nodes = nodes
    self.sites = sites
    var isAsked = [Bool](repeating: false, count: nodes.count)
    for node in conditions { isAsked[node] = true }
    for node in nodes where !node.isCondition {
      for child in node.children { isAsked[child] = true }
    }
    for node in nodes where node.isCondition {
      switch node.operation {
      case .and, .or, .not: break
      default: for child in node.children { isAsked[child] = true }
      }
    }
    for (index, node) in nodes.enumerated() where isAsked[index] && node.isCondition {
      let entry = graph(index, yes: Test.holds, no: Test.fails)
      // What is always so has no question.
      self.nodes[index] =
        entry >= 0
        ? Node(.decision, Int(entry)) : Node(.constant, word: entry == Test.holds ? 1 : 0)
    }
  }

  /// Where to begin asking what a node asks.
  private mutating func graph(_ index: Int, yes: Int32, no: Int32) -> Int32 {
    let place = Place(node: index, yes: yes, no: no)
    if let entry = made[place] { return entry }
    let entry = make(index, yes: yes, no: no)
    made[place] = entry
    return entry
  }

  private mutating func make(_ index: Int, yes: Int32, no: Int32) -> Int32 {
    let node = given[index]
    let (first, second) = (Int(node.first), Int(node.second))
    switch node.operation {
    case .and: return graph(first, yes: graph(second, yes: yes, no: no), no: no)
    case .or: return graph(first, yes: yes, no: graph(second, yes: yes, no: no))
    case .not: return graph(first, yes: no, no: yes)
    case .condition:
      return graph(
        first, yes: graph(second, yes: yes, no: no), no: graph(Int(node.third), yes: yes, no: no))
    case .constant: return node.word != 0 ? yes : no
    case .word: return add(Test(.isTrue, first), yes, no)
    case .definition: return add(Test(.definitionIsTrue, first), yes, no)
    case .equal: return equal(first, second, yes, no)
    case .notEqual: return equal(first, second, no, yes)
    case .less: return less(first, second, yes, no)
    case .atLeast: return less(first, second, no, yes)
    case .atMost: return atMost(first, second, yes, no)
    case .greater: return atMost(first, second, no, yes)
    case .isMember: return member(first, node.word, yes, no)
    case .known: return equal(first, to: Word.unknown, no, yes)
    case .crossing: return crossing(first, second, yes, no)
    default: return add(Test(.nodeIsTrue, index), yes, no)
    }
  }

  // MARK: Questions

  private mutating func add(_ test: Test, _ yes: Int32, _ no: Int32) -> Int32 {
    var test = test
    test.yes = yes
    test.no = no
    if let index = known[test] { return index }
    let index = Int32(tests.count)
    known[test] = index
    tests.append(test)
    return index
  }

  private mutating func equal(_ first: Int, _ second: Int, _ yes: Int32, _ no: Int32) -> Int32 {
    let (one, other) = (given[first], given[second])
    // Neither a constant nor a word can tell whether it was asked first.
    if other.operation == .constant { return equal(first, to: other.word, yes, no) }
    if one.operation == .constant { return equal(second, to: one.word, yes, no) }
    if one.operation == .word, other.operation == .word {
      return add(Test(.areEqual, Int(one.first), Int(other.first)), yes, no)
    }
    return add(Test(.nodesAreEqual, first, second), yes, no)
  }

  private mutating func equal(_ index: Int, to word: Int, _ yes: Int32, _ no: Int32) -> Int32 {
    of(index, word, (.equals, .definitionEquals, .nodeEquals), yes, no)
  }

  /// A question of one value, by where the value is had from: the state, a definition, or a node that computes it.
  private mutating func of(
    _ index: Int, _ word: Int,
    _ operations: (state: Test.Operation, definition: Test.Operation, node: Test.Operation), _ yes: Int32, _ no: Int32
  ) -> Int32 {
    let node = given[index]
    return switch node.operation {
    case .word: add(Test(operations.state, Int(node.first), word), yes, no)
    case .definition: add(Test(operations.definition, Int(node.first), word), yes, no)
    default: add(Test(operations.node, index, word), yes, no)
    }
  }

  private mutating func less(_ first: Int, _ second: Int, _ yes: Int32, _ no: Int32) -> Int32 {
    let (one, other) = (given[first], given[second])
    switch (one.operation, other.operation) {
    case (.word, .constant): return add(Test(.isLess, Int(one.first), other.word), yes, no)
    case (.definition, .constant): return add(Test(.definitionIsLess, Int(one.first), other.word), yes, no)
    case (.word, .word): return add(Test(.isLessThanOther, Int(one.first), Int(other.first)), yes, no)
    default: return add(Test(.nodeIsLess, first, second), yes, no)
    }
  }

  private mutating func atMost(_ first: Int, _ second: Int, _ yes: Int32, _ no: Int32) -> Int32 {
    let (one, other) = (given[first], given[second])
    switch (one.operation, other.operation) {
    // Words stay far below the greatest integer; see `Word.limit`.
    case (.word, .constant): return add(Test(.isLess, Int(one.first), other.word + 1), yes, no)
    case (.definition, .constant):
      return add(Test(.definitionIsLess, Int(one.first), other.word + 1), yes, no)
    case (.word, .word): return add(Test(.isLessThanOther, Int(other.first), Int(one.first)), no, yes)
    default: return add(Test(.nodeIsAtMost, first, second), yes, no)
    }
  }

  private mutating func member(_ index: Int, _ bits: Int, _ yes: Int32, _ no: Int32) -> Int32 {
    of(index, bits, (.isOneOf, .definitionIsOneOf, .nodeIsOneOf), yes, no)
  }

  private mutating func crossing(_ site: Int, _ bound: Int, _ yes: Int32, _ no: Int32) -> Int32 {
    let node = given[bound]
    guard node.operation == .constant else { return add(Test(.crossingOfNode, site, bound), yes, no) }
    let before: Test.Operation
    switch sites[site].subject {
    case .today: before = .isBeforeDay
    case .lawDay: before = .isBeforeLawDay
    case .age, .clock: return add(Test(.crossing, site, node.word), yes, no)
    }
    switch sites[site].comparison {
    case .less: return add(Test(before, site, node.word), yes, no)
    case .atMost: return add(Test(before, site, node.word + 1), yes, no)
    case .atLeast: return add(Test(before, site, node.word), no, yes)
    case .greater: return add(Test(before, site, node.word + 1), no, yes)
    case .equal, .notEqual: return add(Test(.crossing, site, node.word), yes, no)
    }
  }
}
