internal import Expressions

/// One step of a compiled expression. Children stand in the same table, by index.
struct Node: Hashable, Sendable {
  enum Operation: UInt8, Sendable {
    /// `word`.
    case constant
    /// The state's word at `first`.
    case word
    /// The definition `first`, from memory if nothing it reads has changed; `word` is its node.
    case definition
    case not, negative
    case and, or
    /// `first` if, `second` then, `third` else.
    case condition
    case equal, notEqual, less, atMost, greater, atLeast
    /// Whether the member `first` is one of the bits of `word`.
    case isMember
    /// A comparison of what changes by itself with a bound: the site `first`, the bound `second`.
    case crossing
    case known, otherwise
    /// `third` is 1 for durations, whose range is narrower.
    case plus, minus, times
    case least, greatest
    /// A date and a number of months; `third` is 1 to subtract.
    case addMonths
    /// A date and a number of days; `third` is 1 to subtract.
    case addDays
    /// A rule with exceptions: the branch `first`.
    case branch
    /// A table of which only one row may match: the rows are the children of the branch `first`.
    case rows
    /// The year (0), month (1) or day (2) of the date `first`, by `word`.
    case part
    /// The number `first` to the nearest multiple of `word`, halves away from zero.
    case roundHalfUp
    /// What has no compiled form: the expression `first`, or the table `first`, of the plan.
    case plain, plainTable
    /// A condition, by the first of its tests.
    case decision
    /// A rule that must not be asked: nothing is in force. The plain evaluator says what is wrong.
    case stop
  }

  var operation: Operation
  var first: Int32 = 0
  var second: Int32 = 0
  var third: Int32 = 0
  var word = 0

  init(_ operation: Operation, _ first: Int = 0, _ second: Int = 0, _ third: Int = 0, word: Int = 0) {
    self.operation = operation
    self.first = Int32(truncatingIfNeeded: first)
    self.second = Int32(truncatingIfNeeded: second)
    self.third = Int32(truncatingIfNeeded: third)
    self.word = word
  }
}

extension Node {
  /// Whether it says only that something is so, and can be made a graph of tests.
  var isCondition: Bool {
    switch operation {
    case .not, .and, .or, .equal, .notEqual, .less, .atMost, .greater, .atLeast, .isMember, .crossing, .known: true
    default: false
    }
  }

  /// The nodes that it asks itself.
  var children: [Int] {
    switch operation {
    case .constant, .word, .definition, .branch, .rows, .plain, .plainTable, .decision, .stop: []
    case .not, .negative, .known, .isMember, .part, .roundHalfUp: [Int(first)]
    case .crossing: [Int(second)]
    case .condition: [Int(first), Int(second), Int(third)]
    case .and, .or, .equal, .notEqual, .less, .atMost, .greater, .atLeast, .otherwise, .plus, .minus, .times,
      .least, .greatest, .addMonths, .addDays:
      [Int(first), Int(second)]
    }
  }
}

/// A place where a rule compares something that changes by itself.
struct CrossingSite: Hashable, Sendable {
  enum Subject: Hashable, Sendable { case today, lawDay, age, clock(Int) }
  let subject: Subject
  let comparison: Comparison
}

/// A rule or schedule with its exceptions, flattened: `first child` to `first child + count`.
struct BranchNode: Hashable, Sendable {
  /// -1 for the base.
  let condition: Int32
  /// A node, or an index into the schedules; -1 when the branch says nothing by itself.
  let outcome: Int32
  let firstChild: Int32
  let count: Int32

  static let empty = BranchNode(condition: -1, outcome: -1, firstChild: 0, count: 0)
}
