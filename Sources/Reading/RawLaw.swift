internal import Diagnostics
internal import MarkedYAML
internal import Vocabulary

/// A law as text with structure: its entries by section, nothing resolved yet.
///
/// A reform is laid over a law here, on the text, since that is what an amending act does: it strikes
/// entries, replaces words in them and adds new ones. Only the law that results is read and checked.
struct RawLaw: Sendable {
  var id: String
  var title: YAMLNode?
  var begins: YAMLNode?
  var header: YAMLNode
  var covers: RawEntry?
  var sections: [Section: [RawEntry]] = [:]

  subscript(_ section: Section) -> [RawEntry] {
    get { sections[section] ?? [] }
    // In place: a section that is taken out and put back is copied with every amendment.
    _modify { yield &sections[section, default: []] }
  }
}

extension RawLaw {
  /// Whether two laws have the same entries with the same texts, wherever they stand.
  func saysTheSame(as other: RawLaw) -> Bool {
    guard title?.saysTheSame(asOptional: other.title) ?? (other.title == nil),
      begins?.saysTheSame(asOptional: other.begins) ?? (other.begins == nil),
      covers?.node.saysTheSame(asOptional: other.covers?.node) ?? (other.covers == nil)
    else { return false }
    return Section.allCases.allSatisfy { section in
      self[section].count == other[section].count
        && zip(self[section], other[section]).allSatisfy { here, there in
          here.name.text == there.name.text && here.node.saysTheSame(as: there.node)
        }
    }
  }
}

extension YAMLNode {
  fileprivate func saysTheSame(asOptional other: YAMLNode?) -> Bool { other.map(saysTheSame) ?? false }
}

/// One entry of a law as its author wrote it.
struct RawEntry: Sendable {
  let name: YAMLScalar
  var node: YAMLNode
  /// The law whose text it is; an amended entry keeps the law that first enacted it.
  let law: String
  /// The measure that enacted or last amended it.
  var measure: String?

  /// What an entry keeps while its text changes.
  private static let lasting: [Word] = [.label, .until, .number, .authority]

  /// The entry's texts in the course of time: the base, then each version laid over what came before.
  func texts(_ findings: inout Findings) -> [RawText] {
    guard let versions = node[Word.versions.rawValue] else {
      return [RawText(node: node, from: node[Word.from.rawValue], until: node[Word.until.rawValue])]
    }
    guard let items = versions.sequence, !items.isEmpty else {
      findings.add(Complaint.wrongShape(versions, expected: "'versions' is a list of mappings"))
      return []
    }
    let base = node.removing(Word.versions.rawValue)
    var texts: [RawText] = []
    var present = base
    var start = base[Word.from.rawValue]
    for item in items {
      guard item.mapping != nil, let from = item[Word.from.rawValue] else {
        findings.add(Complaint.wrongShape(item, expected: "a version is a mapping with 'from'"))
        continue
      }
      for word in RawEntry.lasting {
        guard let key = item.mapping?.first(where: { $0.name == word.rawValue })?.key else { continue }
        findings.add(
          Diagnostic(
            .error, "unknown-key", "'\(key.text)' is not a key of a version", at: key.marked.range,
            hint: "write '\(key.text)' beside 'versions'"))
      }
      texts.append(RawText(node: present, from: start, until: from))
      present = present.overlaid(by: item)
      start = from
    }
    texts.append(RawText(node: present, from: start, until: base[Word.until.rawValue]))
    return texts
  }
}

/// One text of an entry with the days that bound it.
struct RawText: Sendable {
  let node: YAMLNode
  let from: YAMLNode?
  let until: YAMLNode?
}

extension YAMLNode {
  /// Whether two nodes have the same keys and texts, wherever they stand.
  func saysTheSame(as other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left), .scalar(let right)): return left.text == right.text
    case (.sequence(let left), .sequence(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.saysTheSame(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      return left.count == right.count
        && left.allSatisfy { entry in other[entry.name].map { entry.value.saysTheSame(as: $0) } ?? false }
    default: return false
    }
  }

  /// The mapping without one key.
  func removing(_ name: String) -> YAMLNode {
    guard let entries = mapping else { return self }
    return YAMLNode(.mapping(entries.filter { $0.name != name }), range: range)
  }

  /// The mapping with another's keys replacing or joining its own; each part keeps its place.
  func overlaid(by other: YAMLNode) -> YAMLNode {
    guard var entries = mapping, let newer = other.mapping else { return other }
    for entry in newer {
      if let index = entries.firstIndex(where: { $0.name == entry.name }) {
        entries[index] = entry
      } else {
        entries.append(entry)
      }
    }
    return YAMLNode(.mapping(entries), range: range)
  }
}
