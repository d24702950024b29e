package import Diagnostics
package import Expressions
package import Vocabulary

/// A rule with its exceptions, as acts are written: a base, and labelled departures that nest.
///
/// The most specific branch that applies wins. Two that apply side by side must say the same, otherwise
/// they are in conflict; if nothing applies there is a gap. There are no priorities.
///
/// - Source: default logic as Catala uses it (Merigoux, Chataing, Protzenko, ICFP 2021).
package struct Branch<Outcome: Sendable>: Sendable {
  /// "base" for the rule itself.
  package let label: String
  /// `nil` for the base, which applies whenever no exception does.
  package let condition: CheckedExpression?
  /// `nil` when the rule says nothing by itself and leaves everything to its exceptions.
  package let outcome: Outcome?
  package let citation: Citation
  package let range: SourceRange
  package let exceptions: [Branch<Outcome>]

  package init(
    label: String, condition: CheckedExpression?, outcome: Outcome?, citation: Citation,
    range: SourceRange, exceptions: [Branch<Outcome>]
  ) {
    self.label = label
    self.condition = condition
    self.outcome = outcome
    self.citation = citation
    self.range = range
    self.exceptions = exceptions
  }

  /// The most specific branches that apply, given that this one does: one in a sound rule.
  ///
  /// - Throws: what evaluating a condition throws.
  package func applicable<C: EvaluationContext>(
    in context: inout C
  ) throws(Diagnostic) -> [Branch<Outcome>] {
    var found: [Branch<Outcome>] = []
    for exception in exceptions {
      guard let condition = exception.condition else { continue }
      guard try condition.value(in: &context) == .boolean(true) else { continue }
      found += try exception.applicable(in: &context)
    }
    if found.isEmpty, outcome != nil { return [self] }
    return found
  }

  /// Visits this branch and all below it.
  package func forEach(_ body: (Branch<Outcome>) -> Void) {
    body(self)
    for exception in exceptions { exception.forEach(body) }
  }
}
