package import Diagnostics

/// A piece of a YAML document that knows where it stands.
///
/// - Complexity: looking a key up is O(*n*) in the entries of its mapping; rule files have few.
///
/// Invariant: no two entries of a mapping have the same key, aliases are resolved, and every range is
/// 1-based; `YAMLComposer` is the only way in from text.
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package let content: Content
  package let range: SourceRange

  package init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// A scalar as the author wrote it.
package struct YAMLScalar: Hashable, Sendable {
  package enum Style: Hashable, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  package let marked: MarkedText
  package let style: Style

  package init(_ marked: MarkedText, style: Style) {
    self.marked = marked
    self.style = style
  }

  package var text: String { marked.text }

  /// Whether the author wrote nothing, `~` or `null`.
  package var isNull: Bool {
    guard style == .plain, text.utf8.count <= 4 else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }
}

/// One key of a mapping with its value.
package struct YAMLEntry: Hashable, Sendable {
  package let key: YAMLScalar
  package let value: YAMLNode

  package init(key: YAMLScalar, value: YAMLNode) {
    self.key = key
    self.value = value
  }

  package var name: String { key.text }
}

extension YAMLNode {
  package var scalar: YAMLScalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
  package var sequence: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }
  package var mapping: [YAMLEntry]? { if case .mapping(let entries) = content { entries } else { nil } }
  package var isNull: Bool { scalar?.isNull ?? false }

  /// The value of a key, or `nil` when this is no mapping or has no such key.
  package subscript(_ name: String) -> YAMLNode? {
    mapping?.first { $0.name == name }?.value
  }

  /// What the node is, for messages: "a mapping", "a list", "text".
  package var kindInWords: String {
    switch content {
    case .scalar: isNull ? "nothing" : "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
