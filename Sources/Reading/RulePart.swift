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
  }

  package let kind: Kind
  package let section: Section
  /// The entry it belongs to.
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
        for measure in entry.value.mapping ?? [] {
          for enacted in measure.value[Word.enacts.rawValue]?.mapping ?? [] {
            RulePart.collect(enacted, into: &parts)
          }
        }
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
  fileprivate static func collect(_ section: YAMLEntry, into parts: inout [RulePart]) {
    guard let kind = Section(rawValue: section.name) else { return }
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

  fileprivate static func walk(
    _ node: YAMLNode, key: String?, section: Section, name: String, into parts: inout [RulePart]
  ) {
    switch node.content {
    case .scalar(let scalar):
      guard !scalar.isNull else { return }
      parts.append(
        RulePart(kind: .expression, section: section, name: name, text: scalar.marked, siblings: 1))
    case .sequence(let items):
      if key == Word.for.rawValue {
        for item in items {
          guard let scalar = item.scalar else { continue }
          parts.append(
            RulePart(
              kind: .group, section: section, name: name, text: scalar.marked, siblings: items.count))
        }
        return
      }
      for item in items { walk(item, key: key, section: section, name: name, into: &parts) }
    case .mapping(let entries):
      for entry in entries {
        if let word = Word(rawValue: entry.name), silent.contains(word) { continue }
        // The days of a parameter's values and of versions are read as they stand.
        walk(entry.value, key: entry.name, section: section, name: name, into: &parts)
      }
    }
  }
}
