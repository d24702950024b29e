internal import Expressions
package import Legislation
package import Quantities
package import Scenarios
package import Vocabulary

/// A citizen who shows that something is wrong: a course that was replayed, and showed it.
package struct Witness: Sendable {
  package let scenario: Scenario
  package let law: String
  /// Which end of the ranges of discretion the replay took.
  package let practice: PracticeLevel
  package let day: Day
  /// The citizen in words.
  package let words: Label

  /// - Parameter words: what of the citizen matters; all that is not as it usually is.
  init(scenario: Scenario, law: Law, practice: PracticeLevel, day: Day) {
    self.scenario = scenario
    self.law = law.id
    self.practice = practice
    self.day = day
    words = Witness.words(scenario, law.vocabulary)
  }

  private static func words(_ scenario: Scenario, _ vocabulary: Vocabulary) -> Label {
    func told(_ language: Language) -> String {
      var parts: [String] = []
      var initial: [String] = []
      for (fact, value) in zip(vocabulary.facts, scenario.initial) where value != fact.standard {
        initial.append(words(of: fact, value, language))
      }
      let from = language == .danish ? "fra" : "from"
      let on = language == .danish ? "den" : "on"
      parts.append("\(from) \(scenario.period.from): \(initial.joined(separator: ", "))")
      for change in scenario.changes {
        switch change.what {
        case .fact(let index, let value):
          parts.append("\(on) \(change.day): \(words(of: vocabulary.facts[index], value, language))")
        case .event(let index): parts.append("\(on) \(change.day): \(vocabulary.events[index].label[language])")
        }
      }
      return parts.joined(separator: "; ")
    }
    return Label(danish: told(.danish), english: told(.english))
  }

  private static func words(of fact: Fact, _ value: Value, _ language: Language) -> String {
    let label = fact.label[language]
    switch value {
    case .boolean(true): return label
    case .boolean(false): return language == .danish ? "ikke: \(label)" : "not: \(label)"
    case .unknown: return language == .danish ? "\(label): ukendt" : "\(label): not known"
    default: return "\(label): \(value.words(as: fact.type))"
    }
  }
}
