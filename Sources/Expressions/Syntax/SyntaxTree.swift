/// An expression as the author wrote it: shape and places, no types, no names looked up.
///
/// Invariant: `depth` is at most `Parser.depthLimit`; the parser, its only maker, upholds it. Whatever
/// walks a tree may therefore recurse.
struct SyntaxTree: Sendable {
  let kind: Kind
  /// In Unicode scalars of the text. Parentheses around an expression belong to it.
  let stretch: Range<Int>
  let depth: Int

  indirect enum Kind: Sendable {
    case constant(Value, ValueType)
    case null
    case name(String)
    /// `base.name`, which may also turn out to be a dotted name.
    case property(SyntaxTree, String)
    case negative(SyntaxTree)
    case not(SyntaxTree)
    case binary(BinaryOperator, SyntaxTree, SyntaxTree)
    case membership(SyntaxTree, [Test])
    case condition(SyntaxTree, then: SyntaxTree, else: SyntaxTree)
    case quantified(isEvery: Bool, variable: String, at: Range<Int>, in: SyntaxTree, satisfies: SyntaxTree)
    case list([SyntaxTree])
    case call(String, at: Range<Int>, [Argument])
    /// A range that stands where a value is expected.
    case strayRange
    /// Nothing usable stands here, and a finding says so.
    case missing
  }

  struct Argument: Sendable {
    let name: String?
    let nameStretch: Range<Int>
    let value: SyntaxTree
  }

  struct Bound: Sendable {
    let value: SyntaxTree
    let isIncluded: Bool
  }

  /// One thing a value is tested against: what stands after `in`, or in a cell of a decision table.
  struct Test: Sendable {
    indirect enum Kind: Sendable {
      /// `-`: every value passes.
      case anything
      case comparison(Comparison, SyntaxTree)
      case range(Bound, Bound)
      /// A value to be equal to, or a list to be in.
      case value(SyntaxTree)
      case any(of: [Test])
      case none(of: [Test])
    }

    let kind: Kind
    let stretch: Range<Int>

    var depth: Int {
      switch kind {
      case .anything: 1
      case .comparison(_, let value), .value(let value): value.depth + 1
      case .range(let low, let high): max(low.value.depth, high.value.depth) + 1
      case .any(let tests), .none(let tests): (tests.map(\.depth).max() ?? 0) + 1
      }
    }
  }

  init(_ kind: Kind, _ stretch: Range<Int>, above children: [SyntaxTree] = [], tests: [Test] = []) {
    self.kind = kind
    self.stretch = stretch
    depth = max(children.map(\.depth).max() ?? 0, tests.map(\.depth).max() ?? 0) + 1
  }

  private init(_ kind: Kind, _ stretch: Range<Int>, depth: Int) {
    self.kind = kind
    self.stretch = stretch
    self.depth = depth
  }

  /// The same expression with its parentheses.
  func stretching(over stretch: Range<Int>) -> SyntaxTree {
    SyntaxTree(kind, stretch, depth: depth)
  }

  /// The parts of a dotted name, when the tree is nothing else.
  var dottedName: [String]? {
    switch kind {
    case .name(let name): [name]
    case .property(let base, let name): base.dottedName.map { $0 + [name] }
    default: nil
    }
  }
}
