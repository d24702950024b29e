package import Diagnostics

/// An expression that has passed the checker: well typed, its names resolved, its cost known.
///
/// Invariant: only `Checker` makes one, so whatever holds a `CheckedExpression` can be evaluated.
package struct CheckedExpression: Sendable {
  package let root: Node
  /// The author's text, for explanations and for pointing.
  package let source: MarkedText
  /// The slots of all names it reads, in ascending order.
  package let slots: [Int]
  /// An upper bound on the steps that one evaluation takes, definitions it names not counted.
  package let cost: Int

  package var type: ValueType { root.type }

  /// One operation of the tree. (To be completed by the expression work.)
  package indirect enum Operation: Sendable {
    case constant(Value)
    case name(slot: Int, name: String)
  }

  package struct Node: Sendable {
    package let operation: Operation
    package let type: ValueType
    /// Stretch of `source.text`, in Unicode scalars.
    package let stretch: Range<Int>
  }
}
