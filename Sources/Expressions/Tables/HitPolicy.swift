/// What a decision table makes of the rows that match.
///
/// - Source: DMN 1.5, 8.2.8. Of its policies Hegn leaves out `priority`, `output order` and `rule order`: there the
///   meaning hangs on the order in which values or rows happen to stand.
package enum HitPolicy: Hashable, Sendable {
  /// At most one row may match.
  case unique
  /// Several may match when they say the same.
  case any
  /// The first that matches. A table that needs it must say why.
  case first
  /// All that match, in the order of the rows.
  case collect
  case collectSum, collectCount, collectLeast, collectGreatest

  /// As rules write it, and as DMN abbreviates it.
  static let spellings: [String: HitPolicy] = [
    "unique": .unique, "U": .unique,
    "any": .any, "A": .any,
    "first": .first, "F": .first,
    "collect": .collect, "C": .collect,
    "collect sum": .collectSum, "C+": .collectSum,
    "collect count": .collectCount, "C#": .collectCount,
    "collect min": .collectLeast, "C<": .collectLeast,
    "collect max": .collectGreatest, "C>": .collectGreatest,
  ]

  static let refused: Set<String> = [
    "priority", "P", "output order", "O", "rule order", "R",
  ]

  /// Whether the outcome is made of the outputs of several rows.
  var aggregates: Bool {
    switch self {
    case .collectSum, .collectCount, .collectLeast, .collectGreatest: true
    case .unique, .any, .first, .collect: false
    }
  }
}
