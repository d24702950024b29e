/// One question of a condition, with where to go on: the conditions of a law are graphs of such questions.
///
/// `and`, `or` and `not` leave no trace in a graph but its arrows. What two conditions ask alike from some
/// question on, they share.
struct Test: Hashable, Sendable {
  enum Operation: UInt8, Sendable {
    /// Of the state's word at `first`: whether it is true, is `word`, is less, is one of the bits.
    case isTrue, equals, isLess, isOneOf
    /// Of the state's words at `first` and at `word`: whether they are equal, the first less.
    case areEqual, isLessThanOther
    /// Of the definition `first`, as of a word.
    case definitionIsTrue, definitionEquals, definitionIsLess, definitionIsOneOf
    /// Whether today, or the law's day, lies before the day `word`.
    case isBeforeDay, isBeforeLawDay
    /// The site `first` with the bound `word`, or with that of the node `word`.
    case crossing, crossingOfNode
    /// Of the nodes `first` and `word`, asked in this order: whether they are equal, the first less, not more.
    case nodesAreEqual, nodeIsLess, nodeIsAtMost
    /// Of the node `first`, as of a word.
    case nodeIsTrue, nodeEquals, nodeIsOneOf
  }

  /// Where a graph ends.
  static let holds: Int32 = -1
  static let fails: Int32 = -2

  var operation: Operation
  var first: Int32
  /// The next question, or an end.
  var yes: Int32
  var no: Int32
  var word: Int

  init(_ operation: Operation, _ first: Int, _ word: Int = 0) {
    self.operation = operation
    self.first = Int32(truncatingIfNeeded: first)
    self.word = word
    yes = Test.holds
    no = Test.fails
  }
}
