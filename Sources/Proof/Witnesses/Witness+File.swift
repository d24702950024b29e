internal import Expressions
internal import Legislation
internal import Quantities
internal import Scenarios
package import Vocabulary

extension Witness {
  /// The citizen as a scenario file, ready to run.
  package func file(_ vocabulary: Vocabulary, named id: String, shows: Label) -> String {
    var lines = [
      "# hegn run \(law) \(id).yaml --practice \(practice.rawValue)",
      "scenario: \(id)",
      "title: {da: \(quoted("Et vidne mod \(law)")), en: \(quoted("A witness against \(law)"))}",
      "shows:",
      "  da: \(quoted(shows.danish))",
      "  en: \(quoted(shows.english))",
      "period: \(scenario.period.from)..\(scenario.period.until)",
      "citizen:",
    ]
    for (fact, value) in zip(vocabulary.facts, scenario.initial) where value != fact.standard {
      lines.append("  \(fact.name): \(value.words(as: fact.type))")
    }
    if !scenario.changes.isEmpty { lines.append("events:") }
    for change in scenario.changes {
      switch change.what {
      case .fact(let index, let value):
        let fact = vocabulary.facts[index]
        lines.append("  - {on: \(change.day), \(fact.name): \(value.words(as: fact.type))}")
      case .event(let index): lines.append("  - {on: \(change.day), event: \(vocabulary.events[index].name)}")
      }
    }
    lines.append("source: \(quoted("hegn verify"))")
    return lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

extension Value {
  /// As a scenario writes it.
  func words(as type: ValueType) -> String {
    switch self {
    case .boolean(let holds): return "\(holds)"
    case .member(let index):
      guard let members = type.known.enumeration?.members, members.indices.contains(index) else { return "\(index)" }
      return members[index]
    case .number(let number): return "\(number)"
    case .money(let øre):
      let kroner = "\(øre.divided(by: Rational(100)) ?? øre) kr"
      if case .money(let per?, _) = type.known { return "\(kroner) per \(per.rawValue)" }
      return kroner
    case .months(let months): return "\(months) months"
    case .time:
      let days = period?.days ?? 0
      return days != 0 && days % 7 == 0 ? "\(days / 7) weeks" : "\(days) days"
    case .date(let day): return "\(day)"
    case .unknown: return "unknown"
    case .text(let text): return "\"\(text)\""
    case .list: return "[]"
    }
  }
}
