package import Vocabulary

/// What became of one entry of the rules: added, removed, or saying something else.
package struct RuleChange: Hashable, Sendable {
  package enum Kind: String, Hashable, CaseIterable, Sendable { case added, removed, changed }

  /// A key whose words are others now; `nil` on the side that does not have them.
  package struct Words: Hashable, Sendable {
    package let key: String
    package let old: String?
    package let new: String?

    package init(key: String, old: String?, new: String?) {
      self.key = key
      self.old = old
      self.new = new
    }
  }

  package let kind: Kind
  /// `current/duties/first-interview`, `prices/work/interview`.
  package let name: String
  package let label: Label
  package let citation: String
  /// The laws it is a part of, in the order they were compared; empty for what all laws share.
  package let laws: [String]
  package let words: [Words]

  package init(
    kind: Kind, name: String, label: Label, citation: String, laws: [String], words: [Words]
  ) {
    self.kind = kind
    self.name = name
    self.label = label
    self.citation = citation
    self.laws = laws
    self.words = words
  }

  /// What differs between two states of the same rules, in the order of their names.
  ///
  /// - Parameter law: whose text it is; `nil` for what all laws share.
  /// - Complexity: O(*n* log *n*) in the number of entries.
  package static func changes(from old: [RuleText], to new: [RuleText], of law: String?) -> [RuleChange] {
    let before = Dictionary(old.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(before.keys).union(after.keys).sorted().compactMap { name in
      RuleChange(from: before[name], to: after[name], laws: law.map { [$0] } ?? [])
    }
  }

  /// - Returns: `nil` when both say the same.
  private init?(from old: RuleText?, to new: RuleText?, laws: [String]) {
    guard let present = new ?? old else { return nil }
    let words = RuleChange.words(from: old?.lines ?? [], to: new?.lines ?? [])
    if old != nil, new != nil, words.isEmpty { return nil }
    self.init(
      kind: old == nil ? .added : new == nil ? .removed : .changed, name: present.name,
      label: present.label, citation: present.citation, laws: laws, words: words)
  }

  /// Changes that several laws share, once, each with all its laws.
  ///
  /// A reform keeps what it does not touch, so most changes of a law are changes of its reforms too.
  package static func merging(_ changes: [RuleChange]) -> [RuleChange] {
    var merged: [RuleChange] = []
    for change in changes.sorted(by: { $0.name < $1.name }) {
      let same = merged.lastIndex {
        $0.name == change.name && $0.kind == change.kind && $0.words == change.words
      }
      guard let same else {
        merged.append(change)
        continue
      }
      let other = merged[same]
      merged[same] = RuleChange(
        kind: other.kind, name: other.name, label: other.label, citation: other.citation,
        laws: other.laws + change.laws, words: other.words)
    }
    return merged
  }

  /// The keys with other words. Keys keep the author's order, those of the new text first; the order of a
  /// list's items counts, for it may decide.
  private static func words(from old: [RuleText.Line], to new: [RuleText.Line]) -> [Words] {
    var keys: [String] = []
    var seen: Set<String> = []
    for line in new + old where seen.insert(line.key).inserted { keys.append(line.key) }
    let before = Dictionary(grouping: old, by: \.key).mapValues { $0.map(\.words) }
    let after = Dictionary(grouping: new, by: \.key).mapValues { $0.map(\.words) }
    return keys.flatMap { key -> [Words] in
      let (left, right) = (before[key] ?? [], after[key] ?? [])
      guard left != right else { return [] }
      if left.count <= 1, right.count <= 1 {
        return [Words(key: key, old: left.first, new: right.first)]
      }
      return right.difference(from: left).map { step in
        switch step {
        case .remove(_, let words, _): Words(key: key, old: words, new: nil)
        case .insert(_, let words, _): Words(key: key, old: nil, new: words)
        }
      }
    }
  }
}
