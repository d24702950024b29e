package import Expressions
package import Quantities
package import Vocabulary

/// A law: everything that decides what citizens live on, who holds their case and what is demanded.
///
/// - Complexity: names are resolved to indices when the law is read; nothing here is looked up by text
///   while people are replayed.
///
/// Invariant: every expression refers only to slots of `slots`, every index points into its list, no
/// definition names itself, directly or through others. `LawReader` upholds it; a law that breaks it
/// is a finding and never comes into being.
package struct Law: Sendable {
  package let id: String
  package let title: Label
  /// The first day that the rule set describes.
  package let begins: Day
  package let coverage: Coverage
  package let vocabulary: Vocabulary
  /// What stands behind each slot of the expressions.
  package let slots: [Slot]
  package let names: Names

  package let definitions: [Definition]
  package let parameters: [Parameter]
  package let practices: [Practice]
  package let clocks: [Clock]
  package let episodes: [Episode]
  package let benefits: [Benefit]
  package let financings: [Financing]
  package let groups: [TargetGroup]
  package let units: [Unit]
  package let duties: [Duty]
  /// What the law undertakes for everybody.
  package let promises: [Promise]

  /// The law this one amends, its measures and what they changed; `nil` for a law of its own.
  package let reform: Reform?

  package init(
    id: String, title: Label, begins: Day, coverage: Coverage, vocabulary: Vocabulary,
    slots: [Slot], names: Names, definitions: [Definition], parameters: [Parameter],
    practices: [Practice], clocks: [Clock], episodes: [Episode], benefits: [Benefit],
    financings: [Financing], groups: [TargetGroup], units: [Unit], duties: [Duty],
    promises: [Promise] = [], reform: Reform?
  ) {
    self.id = id
    self.title = title
    self.begins = begins
    self.coverage = coverage
    self.vocabulary = vocabulary
    self.slots = slots
    self.names = names
    self.definitions = definitions
    self.parameters = parameters
    self.practices = practices
    self.clocks = clocks
    self.episodes = episodes
    self.benefits = benefits
    self.financings = financings
    self.groups = groups
    self.units = units
    self.duties = duties
    self.promises = promises
    self.reform = reform
  }
}

/// Who the law covers: whoever has a case.
package struct Coverage: Sendable {
  package let provision: Provision
  package let versions: [Dated<CheckedExpression>]

  package init(provision: Provision, versions: [Dated<CheckedExpression>]) {
    self.provision = provision
    self.versions = versions
  }
}

/// One text of a provision and when it is in force.
///
/// Invariant: the versions of one provision do not overlap; the reader upholds it.
package struct Dated<Text: Sendable>: Sendable {
  package let force: Force
  package let citation: Citation
  package let text: Text

  package init(force: Force, citation: Citation, text: Text) {
    self.force = force
    self.citation = citation
    self.text = text
  }
}

extension Array {
  /// The version in force on a day.
  ///
  /// - Complexity: O(*n*) in the number of versions, which is one for most provisions.
  package func inForce<Text>(on day: Day) -> Dated<Text>? where Element == Dated<Text> {
    first { $0.force.contains(day) }
  }
}

/// What an expression's slot stands for.
///
/// The whole state that a rule can see, in one list: bound to indices when the law is read, as planners
/// of expression languages do, so that no name travels into the replay.
package enum Slot: Hashable, Sendable {
  case today, lawDay, age
  case fact(Int), factSince(Int), eventLast(Int)
  case definition(Int), parameter(Int), practice(Int), clock(Int)
  case benefit, benefitSince, benefitBefore
  case group, groupSince
  case unit, unitSince
  case caseSince
  case episodeOpen(Int), episodeBegan(Int), episodeEnded(Int), episodeTimes(Int)
}
