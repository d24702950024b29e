/// What an entry of the rules says, key by key, as its author wrote it.
///
/// Comments and layout are left out, and so is the place in a file: two entries with the same text say
/// the same, wherever they stand. That is what a comparison of two states of the rules goes by.
package struct RuleText: Hashable, Sendable {
  /// One key with its words. A key inside another is told with its path, `due/within`; an item of a list
  /// by its label or day where it has one, and otherwise as a whole under the list's own key.
  package struct Line: Hashable, Sendable {
    package let key: String
    package let words: String

    package init(key: String, words: String) {
      self.key = key
      self.words = words
    }
  }

  /// `current/duties/first-interview`, `prices/work/interview`, `vocabulary/facts/sick`.
  package let name: String
  package let label: Label
  /// Empty where the entry cites nothing.
  package let citation: String
  package let lines: [Line]

  package init(name: String, label: Label, citation: String, lines: [Line]) {
    self.name = name
    self.label = label
    self.citation = citation
    self.lines = lines
  }
}
