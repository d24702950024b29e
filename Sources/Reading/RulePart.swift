package import Diagnostics
internal import MarkedYAML
package import Vocabulary

/// A piece of a rule's text that decides something, and where it stands: what a mutation may change.
package struct RulePart: Sendable {
  package enum Kind: Hashable, Sendable {
    /// An expression: a condition, a value, a schedule's duration.
    case expression
    /// One group among those a duty is for.
    case group
    /// One pattern among those a measure repeals.
    case repeal
    /// How long, how often or how many times a schedule or an episode says: the text of an expression too.
    case deadline
  }

  package let kind: Kind
  package let section: Section
  /// The entry it belongs to; for a repeal, the measure.
  package let name: String
  package let text: MarkedText
  /// How many siblings a member of a list has, itself included.
  package let siblings: Int
}

extension RuleLibrary {
  /// Every deciding part of a file of rules.
  package mutating func parts(of path: String) -> [RulePart] {
    var files = self.files
    guard let node = files.document(at: path) else { return [] }
    var parts: [RulePart] = []
    for entry in node.mapping ?? [] {
      if entry.name == Word.measures.rawValue {
        for measure in entry.value.mapping ?? [] { RulePart.collect(measure: measure, into: &parts) }
      } else if entry.name == Word.covers.rawValue {
        RulePart.walk(entry.value, key: nil, section: .law, name: entry.name, into: &parts)
      } else {
        RulePart.collect(entry, into: &parts)
      }
    }
    return parts
  }
}

extension RulePart {
  fileprivate static func collect(measure: YAMLEntry, into parts: inout [RulePart]) {
    members(
      of: measure.value[Word.repeals.rawValue], .repeal, section: .measures, name: measure.name, into: &parts)
    for amended in measure.value[Word.amends.rawValue]?.mapping ?? [] {
      let path = amended.name.split(separator: "/", maxSplits: 1).map(String.init)
      guard path.count == 2, let section = Section(rawValue: path[0]) else { continue }
      walk(amended.value, key: nil, section: section, name: path[1], into: &parts)
    }
    for enacted in measure.value[Word.enacts.rawValue]?.mapping ?? [] { collect(enacted, into: &parts) }
  }

  fileprivate static func collect(_ section: YAMLEntry, into parts: inout [RulePart]) {
    // A promise decides nothing, so no test could notice another.
    guard let kind = Section(rawValue: section.name), kind != .promises else { return }
    for entry in section.value.mapping ?? [] {
      walk(entry.value, key: nil, section: kind, name: entry.name, into: &parts)
    }
  }

  /// The keys whose texts decide nothing.
  private static let silent: Set<Word> = [
    .label, .cite, .status, .source, .note, .reviewBy, .evidence, .unit, .type, .kind, .channel, .by, .price,
    .number, .authority, .paidBy, .financing, .countedOn, .countedFrom, .consequence, .includes,
    .low, .high, .floor, .ceiling, .because, .hit, .stage, .orderedBy, .round, .on,
  ]

  /// One part for each text in a list.
  private static func members(
    of node: YAMLNode?, _ kind: Kind, section: Section, name: String, into parts: inout [RulePart]
  ) {
    let items = node?.sequence ?? []
    for scalar in items.compactMap(\.scalar) {
      parts.append(
        RulePart(kind: kind, section: section, name: name, text: scalar.marked, siblings: items.count))
    }
  }

  fileprivate static func walk(
    _ node: YAMLNode, key: String?, inSchedule: Bool = false, section: Section, name: String,
    into parts: inout [RulePart]
  ) {
    switch node.content {
    case .scalar(let scalar):
      guard !scalar.isNull else { return }
      parts.append(
        RulePart(kind: .expression, section: section, name: name, text: scalar.marked, siblings: 1))
      if inSchedule || key == Word.atMost.rawValue {
        parts.append(
          RulePart(kind: .deadline, section: section, name: name, text: scalar.marked, siblings: 1))
      }
    case .sequence(let items):
      if key == Word.for.rawValue {
        members(of: node, .group, section: section, name: name, into: &parts)
        return
      }
      for item in items { walk(item, key: key, section: section, name: name, into: &parts) }
    case .mapping(let entries):
      for entry in entries {
        if let word = Word(rawValue: entry.name), silent.contains(word) { continue }
        // The days of a parameter's values and of versions are read as they stand.
        walk(
          entry.value, key: entry.name, inSchedule: key == Word.due.rawValue, section: section, name: name,
          into: &parts)
      }
    }
  }
}
