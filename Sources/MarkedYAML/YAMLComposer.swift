internal import Diagnostics

/// Builds the nodes of a file from its events: resolves aliases, refuses what the rule language has no
/// use for, and keeps on reading where a problem leaves the rest readable.
///
/// Aliases are resolved by copying. A copy keeps the places of the original, so that a finding in it
/// points at the text that is wrong.
struct YAMLComposer {
  /// A finished node with what copying it costs.
  private struct Composed {
    let node: YAMLNode
    /// Nodes in it, itself included.
    var size = 1
    /// Collections inside one another, itself included; a scalar has none.
    var height = 0
  }

  private enum Anchor {
    /// Its node is still being read.
    case open(SourceRange)
    case closed(Composed)
  }

  private let reader: YAMLEventReader
  private let limits: YAMLLimits
  private var anchors: [String: Anchor] = [:]
  private var nodes = 0
  private var aliasedNodes = 0
  private(set) var findings = Findings()

  init(_ reader: YAMLEventReader, limits: YAMLLimits) {
    self.reader = reader
    self.limits = limits
  }

  mutating func documents() -> [YAMLNode] {
    var documents: [YAMLNode] = []
    do throws(Diagnostic) {
      while let event = try reader.next() {
        switch event.kind {
        case .documentStart: anchors = [:]
        case .documentEnd: continue
        default: documents.append(try compose(event, depth: 0).node)
        }
      }
    } catch {
      findings.add(error)
    }
    return documents
  }

  /// The node that begins with `event`.
  ///
  /// - Parameter depth: collections around it; checked before going deeper, so recursion is bounded.
  /// - Throws: only what ends the file.
  private mutating func compose(_ event: YAMLEvent, depth: Int) throws(Diagnostic) -> Composed {
    nodes += 1
    guard nodes <= limits.nodes else { throw YAMLMessages.tooMany(limits.nodes, at: event.range) }
    if case .alias(let name) = event.kind { return try resolve(name, at: event.range, depth: depth) }
    checkTag(of: event)
    let composed: Composed
    switch event.kind {
    case .sequenceStart(let isFlow):
      try enter(event, depth: depth)
      composed = try composeSequence(event, isFlow: isFlow, depth: depth + 1)
    case .mappingStart(let isFlow):
      try enter(event, depth: depth)
      composed = try composeMapping(event, isFlow: isFlow, depth: depth + 1)
    case .scalar(let scalar):
      composed = Composed(node: YAMLNode(.scalar(tagged(scalar, event.tag)), range: event.range))
    default:
      composed = Composed(node: .nothing(at: event.range))
    }
    if let anchor = event.anchor { anchors[anchor] = .closed(composed) }
    return composed
  }

  private mutating func enter(_ event: YAMLEvent, depth: Int) throws(Diagnostic) {
    guard depth < limits.nesting else { throw YAMLMessages.tooDeep(limits.nesting, at: event.range) }
    if let anchor = event.anchor { anchors[anchor] = .open(event.range) }
  }

  private mutating func composeSequence(
    _ start: YAMLEvent, isFlow: Bool, depth: Int
  ) throws(Diagnostic) -> Composed {
    var items: [YAMLNode] = []
    var (size, height) = (1, 0)
    var lastEnd: SourcePosition?
    while let event = try reader.next() {
      if event.kind == .sequenceEnd {
        let end = isFlow ? event.range.end : lastEnd
        return Composed(
          node: YAMLNode(.sequence(items), range: start.range.extended(to: end)),
          size: size, height: height + 1)
      }
      let item = try compose(event, depth: depth)
      size += item.size
      height = max(height, item.height)
      lastEnd = event.isAlias ? event.range.end : item.node.range.end
      items.append(item.node)
    }
    return Composed(node: .nothing(at: start.range))
  }

  private mutating func composeMapping(
    _ start: YAMLEvent, isFlow: Bool, depth: Int
  ) throws(Diagnostic) -> Composed {
    var entries: [YAMLEntry] = []
    var places: [String: SourceRange] = [:]
    var (size, height) = (1, 0)
    var lastEnd: SourcePosition?
    while let event = try reader.next() {
      if event.kind == .mappingEnd {
        let end = isFlow ? event.range.end : lastEnd
        return Composed(
          node: YAMLNode(.mapping(entries), range: start.range.extended(to: end)),
          size: size, height: height + 1)
      }
      let key = try compose(event, depth: depth)
      guard let valueEvent = try reader.next() else { break }
      let value = try compose(valueEvent, depth: depth)
      size += key.size + value.size
      height = max(height, key.height, value.height)
      lastEnd = valueEvent.isAlias ? valueEvent.range.end : value.node.range.end
      guard let scalar = key.node.scalar else {
        findings.add(YAMLMessages.keyNotText(key.node.kindInWords, at: event.range))
        continue
      }
      if scalar.style == .plain, scalar.text == "<<" {
        findings.add(YAMLMessages.mergeKey(at: event.range))
        continue
      }
      if let first = places[scalar.text] {
        findings.add(YAMLMessages.duplicateKey(scalar.text, at: event.range, first: first))
        continue
      }
      places[scalar.text] = event.range
      entries.append(YAMLEntry(key: scalar, value: value.node))
    }
    return Composed(node: .nothing(at: start.range))
  }
}

// MARK: Aliases

extension YAMLComposer {
  private mutating func resolve(
    _ name: String, at range: SourceRange, depth: Int
  ) throws(Diagnostic) -> Composed {
    switch anchors[name] {
    case nil:
      // Suggestions cost a look at every anchor. Nobody reads the hundredth, and a file of nothing but
      // anchors and wrong aliases must not take the square of its length.
      let candidates = findings.all.count < 100 ? Array(anchors.keys) : []
      findings.add(YAMLMessages.undefinedAlias(name, among: candidates, at: range))
    case .open(let place):
      findings.add(YAMLMessages.recursiveAlias(name, at: range, anchor: place))
    case .closed(let original):
      aliasedNodes += original.size
      guard aliasedNodes <= limits.aliasedNodes else {
        throw YAMLMessages.aliasExpansion(
          name, limit: limits.aliasedNodes, at: range, anchor: original.node.range)
      }
      // Aliases of aliases nest without any line being indented.
      guard depth + original.height <= limits.nesting else {
        throw YAMLMessages.tooDeep(limits.nesting, at: range)
      }
      return original
    }
    return Composed(node: .nothing(at: range))
  }
}

// MARK: Tags

extension YAMLComposer {
  private static let core = "tag:yaml.org,2002:"
  private static let scalarTags: Set<String> = ["str", "int", "float", "bool", "null"]

  private mutating func checkTag(of event: YAMLEvent) {
    guard let tag = event.tag, tag != "!" else { return }
    let name = tag.hasPrefix(Self.core) ? String(tag.dropFirst(Self.core.count)) : nil
    let written = name.map { "!!\($0)" } ?? tag
    guard let name, Self.scalarTags.contains(name) || name == "seq" || name == "map" else {
      findings.add(YAMLMessages.unknownTag(written, at: event.range))
      return
    }
    let (fits, kind) =
      switch event.kind {
      case .sequenceStart: (name == "seq", "a list")
      case .mappingStart: (name == "map", "a mapping")
      default: (Self.scalarTags.contains(name), "text")
      }
    if !fits { findings.add(YAMLMessages.tagMismatch(written, kind, at: event.range)) }
  }

  /// A tag that makes text of a plain scalar does what quotes do, so it is handed on as if quoted:
  /// `!!str null` is a text of four letters.
  private func tagged(_ scalar: YAMLScalar, _ tag: String?) -> YAMLScalar {
    guard scalar.style == .plain, tag == "!" || tag == Self.core + "str" else { return scalar }
    return YAMLScalar(scalar.marked, style: .singleQuoted)
  }
}

extension YAMLNode {
  /// What stands where nothing could be read.
  fileprivate static func nothing(at range: SourceRange) -> YAMLNode {
    YAMLNode(.scalar(YAMLScalar(MarkedText("", range: range), style: .plain)), range: range)
  }
}

extension YAMLEvent {
  fileprivate var isAlias: Bool { if case .alias = kind { true } else { false } }
}

extension SourceRange {
  /// A block collection ends, for libyaml, where the next thing begins, comments and blank lines
  /// included; its last item tells better.
  fileprivate func extended(to end: SourcePosition?) -> SourceRange {
    guard let end, start <= end else { return self }
    return SourceRange(file: file, start: start, end: end)
  }
}
