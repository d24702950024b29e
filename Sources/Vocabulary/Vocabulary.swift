package import Diagnostics
package import Expressions

/// The words that laws and people share.
///
/// A law asks about circumstances; a scenario states them. Neither knows the other, so the words stand
/// here: the facts with their types, what can happen in a moment, the kinds of work, and who pays. They
/// are read from `Rules/vocabulary.yaml` and hold nothing that any law decides.
///
/// Invariant: names are unique within each list; the order is the author's.
package struct Vocabulary: Sendable {
  package let facts: [Fact]
  package let events: [Term]
  package let kinds: [Term]
  package let channels: [Term]
  package let authorities: [Term]
  package let payers: [Term]
  package let accounts: [Term]
  package let performers: [Term]
  package let profiles: [Profile]

  package init(
    facts: [Fact], events: [Term], kinds: [Term], channels: [Term], authorities: [Term],
    payers: [Term], accounts: [Term], performers: [Term], profiles: [Profile]
  ) {
    self.facts = facts
    self.events = events
    self.kinds = kinds
    self.channels = channels
    self.authorities = authorities
    self.payers = payers
    self.accounts = accounts
    self.performers = performers
    self.profiles = profiles
  }

  package func fact(named name: String) -> Int? { facts.firstIndex { $0.name == name } }
  package func event(named name: String) -> Int? { events.firstIndex { $0.name == name } }
}

/// A circumstance of a citizen that no law decides.
package struct Fact: Sendable {
  package let name: String
  package let label: Label
  /// One sentence for whoever writes a scenario.
  package let meaning: String
  /// `.optional` when the circumstance may be unknown.
  package let type: ValueType
  /// Whether a number must be whole.
  package let isWhole: Bool
  /// The value of a citizen whose scenario says nothing; `nil` when every scenario must say.
  package let standard: Value?
  /// Where it is declared; nowhere for a fact that no file declares.
  package let range: SourceRange

  package init(
    name: String, label: Label, meaning: String, type: ValueType, isWhole: Bool = false,
    standard: Value?, range: SourceRange = .start(of: "")
  ) {
    self.name = name
    self.label = label
    self.meaning = meaning
    self.type = type
    self.isWhole = isWhole
    self.standard = standard
    self.range = range
  }
}

/// A named thing with its two labels: an event, a kind of duty, a payer.
package struct Term: Hashable, Sendable {
  package let name: String
  package let label: Label

  package init(name: String, label: Label) {
    self.name = name
    self.label = label
  }
}

/// A law-neutral description of people by their circumstances, such as being far from work.
package struct Profile: Sendable {
  package let name: String
  package let label: Label
  package let condition: CheckedExpression

  package init(name: String, label: Label, condition: CheckedExpression) {
    self.name = name
    self.label = label
    self.condition = condition
  }
}

/// Who bears a cost. Fixed by the design, since every report has a column for each.
package enum Payer: String, Hashable, CaseIterable, Comparable, Sendable {
  case municipality, state
  case unemploymentFund = "a-kasse"
  case region, employer, citizen

  package static func < (left: Payer, right: Payer) -> Bool { left.order < right.order }
  private var order: Int { Payer.allCases.firstIndex(of: self) ?? 0 }
}
