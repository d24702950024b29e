package import Diagnostics

/// An expression that has passed the checker: well typed, its names resolved, its cost known.
///
/// Invariant: only the checker makes one, so whatever holds a `CheckedExpression` can be evaluated.
package struct CheckedExpression: Sendable {
  package let root: Node
  /// The author's text, for explanations and for pointing.
  package let source: MarkedText
  /// The slots of all names it reads, in ascending order.
  package let slots: [Int]
  /// An upper bound on the steps that one evaluation takes, definitions it names not counted.
  package let cost: Int

  package var type: ValueType { root.type }

  /// The longest list a name may hold. Together with the absence of loops it makes `cost` a bound.
  package static let longestList = 1_000

  init(root: Node, source: MarkedText, slots: some Sequence<Int>) {
    self.root = root
    self.source = source
    self.slots = Set(slots).sorted()
    cost = root.cost
  }

  /// What one node of the tree computes.
  package indirect enum Operation: Sendable {
    case constant(Value)
    case name(slot: Int, name: String)
    /// A name whose value changes as days pass. Stands only as an operand of `comparison` (on either
    /// side, never on both) or as the subject of `membership`.
    case elapsing(slot: Int, name: String)
    /// The element that `quantified` is looking at; `index` counts the enclosing ones from outside.
    case variable(index: Int, name: String)
    case negative(Node)
    case not(Node)
    case and(Node, Node)
    case or(Node, Node)
    case comparison(Comparison, Node, Node)
    case arithmetic(Arithmetic, Node, Node)
    /// Whether the subject passes any of the tests.
    case membership(Node, [Test])
    case condition(Node, then: Node, else: Node)
    case quantified(isEvery: Bool, variable: Int, in: Node, satisfies: Node)
    case list([Node])
    case call(FunctionCall, [Node])
    case property(Property, Node)
    case known(Node)
    /// `left ?? right`
    case otherwise(Node, Node)
  }

  package struct Node: Sendable {
    package let operation: Operation
    package let type: ValueType
    /// Stretch of `source.text`, in Unicode scalars.
    package let stretch: Range<Int>

    /// The slot when the node is a name that changes by itself.
    package var elapsingSlot: Int? {
      if case .elapsing(let slot, _) = operation { slot } else { nil }
    }

    func retyped(_ type: ValueType) -> Node { Node(operation: operation, type: type, stretch: stretch) }
  }

  /// One thing a value is tested against, after `in` or in a cell of a decision table.
  package indirect enum Test: Sendable {
    case anything
    case comparison(Comparison, Node)
    case range(Bound, Bound)
    case member(of: Node)
    case any([Test])
    case none([Test])
  }

  package struct Bound: Sendable {
    package let node: Node
    package let isIncluded: Bool
  }

  /// A function in one of its shapes, chosen by the checker.
  package struct FunctionCall: Sendable {
    package let name: String
    let shape: StandardFunction.Shape
  }

  /// A part of a date or duration.
  package enum Property: String, Sendable, CaseIterable {
    case year, month, day, weekday
    case years, months
    case days, hours, minutes, seconds
  }

  /// The author's words for a part of the expression.
  package func text(of node: Node) -> Substring { source.stretch(node.stretch) }
}

extension MarkedText {
  /// The words of a part, given in Unicode scalars.
  package func stretch(_ stretch: Range<Int>) -> Substring {
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: stretch.lowerBound, limitedBy: scalars.endIndex)
    let from = start ?? scalars.endIndex
    let end = scalars.index(from, offsetBy: stretch.count, limitedBy: scalars.endIndex)
    return text[from..<(end ?? scalars.endIndex)]
  }
}
