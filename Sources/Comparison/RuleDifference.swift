internal import Outcomes
package import Vocabulary

/// What a change of the rules does: to their text, and to the courses of citizens.
///
/// Invariant: comparing rules with themselves moves nothing; the courses of a law are those of the
/// scenarios that both sides could read, in the order they were given.
package struct RuleDifference: Sendable {
  package let old: String
  package let new: String
  package let changes: [RuleChange]
  /// The laws that both sides have.
  package let laws: [LawDifference]
  /// The laws that only one side has.
  package let removed: [String]
  package let added: [String]
  /// Scenarios that only one side could read: a fact that the other does not know.
  package let uncompared: [Uncompared]

  package init(
    old: String, new: String, changes: [RuleChange], laws: [LawDifference], removed: [String],
    added: [String], uncompared: [Uncompared]
  ) {
    self.old = old
    self.new = new
    self.changes = changes
    self.laws = laws
    self.removed = removed
    self.added = added
    self.uncompared = uncompared
  }

  package struct Uncompared: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable { case old, new }

    package let file: String
    /// The side that could not read it.
    package let side: Side
    package let reason: String

    package init(file: String, side: Side, reason: String) {
      self.file = file
      self.side = side
      self.reason = reason
    }
  }

  /// Whether anything says something else, or comes out differently.
  package var hasMoved: Bool {
    !changes.isEmpty || !removed.isEmpty || !added.isEmpty || laws.contains { !$0.moved.isEmpty }
  }
}

/// What a change of the rules does to the courses under one law.
package struct LawDifference: Sendable {
  package let id: String
  package let title: Label
  /// How many scenarios were replayed on both sides.
  package let compared: Int
  package let moved: [MovedCourse]
  /// Over all scenarios that were replayed.
  package let before: CourseFigures
  package let after: CourseFigures

  package init(
    id: String, title: Label, compared: Int, moved: [MovedCourse], before: CourseFigures,
    after: CourseFigures
  ) {
    self.id = id
    self.title = title
    self.compared = compared
    self.moved = moved
    self.before = before
    self.after = after
  }

  /// The courses that moved, by what moved them: the cause of most first, those without one last.
  package var groups: [(cause: Cause?, courses: [MovedCourse])] {
    let grouped = Dictionary(grouping: moved, by: \.cause)
    return grouped.map { (cause: $0.key, courses: $0.value) }.sorted { left, right in
      guard let first = left.cause else { return false }
      guard let second = right.cause else { return true }
      if left.courses.count != right.courses.count { return left.courses.count > right.courses.count }
      return (first.name, first.isNamed ? 0 : 1) < (second.name, second.isNamed ? 0 : 1)
    }
  }
}

/// Why a course moved.
package struct Cause: Hashable, Sendable {
  /// The entry of the rules that changed.
  package let name: String
  package let label: Label
  /// Whether the divergence names it; otherwise what the divergence names rests on it.
  package let isNamed: Bool

  package init(name: String, label: Label, isNamed: Bool) {
    self.name = name
    self.label = label
    self.isNamed = isNamed
  }
}

/// A scenario that comes out differently.
package struct MovedCourse: Sendable {
  package let scenario: String
  package let title: Label
  /// Where the two courses first part; `nil` when only figures differ, as after a change of prices.
  package let divergence: Divergence?
  /// `nil` when no changed entry could be found behind it.
  package let cause: Cause?
  package let before: CourseFigures
  package let after: CourseFigures

  package init(
    scenario: String, title: Label, divergence: Divergence?, cause: Cause?, before: CourseFigures,
    after: CourseFigures
  ) {
    self.scenario = scenario
    self.title = title
    self.divergence = divergence
    self.cause = cause
    self.before = before
    self.after = after
  }

  /// - Parameter cause: what changed behind the first divergence, or behind the figures.
  /// - Returns: `nil` when a citizen and an authority notice no difference, and no figure is another.
  package init?(
    scenario: String, title: Label, from old: CourseResult, to new: CourseResult,
    cause: (Divergence?) -> Cause?
  ) {
    let divergence = Divergence.first(between: old.course, and: new.course)
    guard divergence != nil || old.figures != new.figures else { return nil }
    self.init(
      scenario: scenario, title: title, divergence: divergence, cause: cause(divergence),
      before: old.figures, after: new.figures)
  }
}
