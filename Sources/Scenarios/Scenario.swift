package import Diagnostics
package import Expressions
package import Quantities
package import Vocabulary

/// One citizen's course as law-neutral facts over time.
///
/// Never a benefit, a group or a duty: those are what a law makes of it. So one scenario runs under
/// every law.
///
/// Invariant: changes are sorted by day, and those of one day by the order of the vocabulary, so that
/// the order in which an author lists events cannot matter; upheld by the initializer.
package struct Scenario: Sendable {
  package let id: String
  package let title: Label
  /// One sentence on what it is there to show.
  package let shows: Label
  package let period: Stretch
  /// The value of each fact on the first day, by the fact's index in the vocabulary.
  package let initial: [Value]
  package let changes: [Change]
  package let source: String?
  /// Facts that no source gives, with the reason each had to be assumed.
  package let assumed: [Assumption]
  package let range: SourceRange

  package init(
    id: String, title: Label, shows: Label, period: Stretch, initial: [Value], changes: [Change],
    source: String?, assumed: [Assumption], range: SourceRange
  ) {
    self.id = id
    self.title = title
    self.shows = shows
    self.period = period
    self.initial = initial
    var changes = changes
    Change.order(&changes)
    self.changes = changes
    self.source = source
    self.assumed = assumed
    self.range = range
  }

  /// Something that happens on a day.
  package struct Change: Hashable, Sendable {
    package enum What: Hashable, Sendable {
      /// A fact takes a value.
      case fact(Int, Value)
      /// A momentary event.
      case event(Int)

      fileprivate var order: Int {
        switch self {
        case .fact(let index, _): 2 * index
        case .event(let index): 2 * index + 1
        }
      }
    }

    package let day: Day
    package let what: What

    package init(day: Day, what: What) {
      self.day = day
      self.what = what
    }

    fileprivate static func precedes(_ one: Change, _ other: Change) -> Bool {
      one.day == other.day
        ? one.what.order < other.what.order : one.day < other.day
    }

    /// By day, those of one day by the order of the vocabulary, and otherwise as they are.
    fileprivate static func order(_ changes: inout [Change]) {
      let isOutOfOrder = changes.indices.dropFirst().contains { precedes(changes[$0], changes[$0 - 1]) }
      if isOutOfOrder { changes.sort(by: precedes) }
    }
  }

  package struct Assumption: Hashable, Sendable {
    package let fact: String
    package let reason: Label

    package init(fact: String, reason: Label) {
      self.fact = fact
      self.reason = reason
    }
  }
}
