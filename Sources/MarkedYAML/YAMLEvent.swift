package import Diagnostics

/// One step of a YAML file as it is read from top to bottom.
package struct YAMLEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case documentStart
    case documentEnd
    case scalar(YAMLScalar)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
    case alias(String)
  }

  package let kind: Kind
  /// The name after `&`.
  package let anchor: String?
  /// The tag in full, as in `tag:yaml.org,2002:str`; `!` where the author wrote a lone exclamation mark.
  package let tag: String?
  /// Where the event stands. For a scalar this leaves out its anchor and tag.
  package let range: SourceRange

  package init(_ kind: Kind, anchor: String? = nil, tag: String? = nil, range: SourceRange) {
    self.kind = kind
    self.anchor = anchor
    self.tag = tag
    self.range = range
  }
}
