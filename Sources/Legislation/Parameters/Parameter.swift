package import Diagnostics
package import Expressions
package import Quantities
package import Vocabulary

/// A figure of the law and the values it has taken, by the first day each was in force.
///
/// - Source: every step carries the act that set it.
///
/// Invariant: steps are sorted by day and no two share one; upheld by the reader.
package struct Parameter: Sendable {
  package struct Step: Sendable {
    package let from: Day
    /// `nil` ends the parameter: from here on it has no value.
    package let value: Value?
    package let citation: Citation
    package let stage: Stage
    package let range: SourceRange

    package init(from: Day, value: Value?, citation: Citation, stage: Stage, range: SourceRange) {
      self.from = from
      self.value = value
      self.citation = citation
      self.stage = stage
      self.range = range
    }
  }

  /// How far a figure has come on its way into law.
  package enum Stage: String, CaseIterable, Sendable { case enacted, announced, proposed }

  package let provision: Provision
  package let type: ValueType
  package let steps: [Step]

  package init(provision: Provision, type: ValueType, steps: [Step]) {
    self.provision = provision
    self.type = type
    self.steps = steps
  }

  /// The step in force on `day`, or `nil` before the first.
  package func step(on day: Day) -> Step? { steps.last { $0.from <= day } }
}

/// A use of discretion: where a law leaves the authority free, what it is taken to do.
///
/// Invariant: `floor <= low <= base <= high <= ceiling`, as far as floor and ceiling exist; upheld by the
/// reader. Low and high are the ends of the value, not of the cost.
package struct Practice: Sendable {
  package let provision: Provision
  package let kind: String
  package let type: ValueType
  /// What the law demands at least; `nil` where it sets no limit.
  package let floor: Value?
  package let ceiling: Value?
  package let low: Value
  package let base: Value
  package let high: Value
  package let evidence: Label

  package init(
    provision: Provision, kind: String, type: ValueType, floor: Value?, ceiling: Value?,
    low: Value, base: Value, high: Value, evidence: Label
  ) {
    self.provision = provision
    self.kind = kind
    self.type = type
    self.floor = floor
    self.ceiling = ceiling
    self.low = low
    self.base = base
    self.high = high
    self.evidence = evidence
  }

  package subscript(_ level: PracticeLevel) -> Value {
    switch level {
    case .low: low
    case .base: base
    case .high: high
    }
  }
}

/// Which end of every range a run uses.
package enum PracticeLevel: String, CaseIterable, Hashable, Sendable { case low, base, high }

/// A name for an expression over the state.
package struct Definition: Sendable {
  package enum Body: Sendable {
    case branches(Branch<CheckedExpression>)
    case table(DecisionTable)
  }

  package let provision: Provision
  package let type: ValueType
  package let versions: [Dated<Body>]

  package init(provision: Provision, type: ValueType, versions: [Dated<Body>]) {
    self.provision = provision
    self.type = type
    self.versions = versions
  }
}
