package import Diagnostics

/// A name that an expression may use.
package struct NameDeclaration: Hashable, Sendable {
  /// Whether the value stays as it is until something happens, or changes by itself as days pass.
  package enum Timing: Hashable, Sendable {
    case fixed
    /// Like `today`, `age` and clocks. Such a name may only stand directly on one side of a comparison
    /// whose other side is fixed, so that the day of the crossing can be computed.
    case elapsing
  }

  package let name: String
  package let type: ValueType
  package let timing: Timing
  /// Whether a number is never a fraction, so that exact money times it stays exact.
  package let isWhole: Bool
  /// Where the evaluation context finds the value.
  package let slot: Int
  /// What it is, for messages: "fact", "parameter", "clock".
  package let kind: String
  package let declaredAt: SourceRange?

  package init(
    _ name: String, _ type: ValueType, slot: Int, timing: Timing = .fixed, kind: String,
    isWhole: Bool = false, declaredAt: SourceRange? = nil
  ) {
    self.name = name
    self.type = type
    self.timing = timing
    self.isWhole = isWhole
    self.slot = slot
    self.kind = kind
    self.declaredAt = declaredAt
  }
}

/// Every name in scope.
///
/// Invariant: a name is declared once; the bare members of the declared enumerations are found by the
/// type that is expected, not by name, so that two enumerations may share a member.
package struct Names: Sendable {
  private var declarations: [String: NameDeclaration] = [:]

  package init() {}

  /// - Returns: the earlier declaration when the name is taken; the new one is then not added.
  @discardableResult
  package mutating func declare(_ declaration: NameDeclaration) -> NameDeclaration? {
    if let earlier = declarations[declaration.name] { return earlier }
    declarations[declaration.name] = declaration
    return nil
  }

  package subscript(_ name: String) -> NameDeclaration? { declarations[name] }

  package var all: [String] { declarations.keys.sorted() }

  /// The enumerations with a member of that name, in alphabetical order.
  func enumerations(with member: String) -> [String] {
    let found = declarations.values.compactMap(\.type.known.enumeration)
    return Set(found.filter { $0.index(of: member) != nil }.map(\.name)).sorted()
  }
}
