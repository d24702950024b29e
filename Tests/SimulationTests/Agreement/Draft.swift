/// The text of a law, or a part of it, as a tree that can be written out and made smaller.
indirect enum Draft: Hashable {
  case text(String)
  /// An expression that is true or false: made smaller, it says one of the two.
  case condition(String)
  case list([Draft])
  case mapping([Entry])

  struct Entry: Hashable {
    let key: String
    var value: Draft

    init(_ key: String, _ value: Draft) {
      self.key = key
      self.value = value
    }
  }

  /// How many texts there are in it.
  var size: Int {
    switch self {
    case .text, .condition: 1
    case .list(let items): items.reduce(1) { $0 + $1.size }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.size }
    }
  }

  // MARK: Written out

  /// As a file: a line for each entry of a section.
  var yaml: String {
    guard case .mapping(let entries) = self else { return flow + "\n" }
    return entries.map { entry in
      guard case .mapping(let inner) = entry.value, entry.key != "title", entry.key != "covers" else {
        return "\(entry.key): \(entry.value.flow)\n"
      }
      return "\(entry.key):\n" + inner.map { "  \($0.key): \($0.value.flow)\n" }.joined()
    }.joined()
  }

  private var flow: String {
    switch self {
    case .text(let text), .condition(let text): Draft.quoted(text)
    case .list(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
    case .mapping(let entries): "{\(entries.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", "))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber } ?? false
      && text.allSatisfy { ($0.isLetter || $0.isNumber || $0 == "-" || $0 == " " || $0 == "_") && $0.isASCII }
      && !["true", "false", "null", "yes", "no", "on", "off"].contains(text)
    if isPlain { return text }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  // MARK: Made smaller

  /// Every tree that one change makes smaller, the largest changes first.
  var smaller: [Draft] {
    var all: [(gain: Int, draft: Draft)] = []
    collect { gain, draft in all.append((gain, draft)) }
    return all.enumerated().sorted { ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset) }
      .map(\.element.draft)
  }

  private func collect(_ found: (Int, Draft) -> Void) {
    switch self {
    case .text: break
    case .condition(let text):
      if text.count > 5 { for truth in ["true", "false"] { found(0, .condition(truth)) } }
    case .list(let items):
      for index in items.indices {
        var fewer = items
        fewer.remove(at: index)
        found(items[index].size, .list(fewer))
        items[index].collect { gain, item in
          var changed = items
          changed[index] = item
          found(gain, .list(changed))
        }
      }
    case .mapping(let entries):
      for index in entries.indices {
        var fewer = entries
        fewer.remove(at: index)
        found(entries[index].value.size, .mapping(fewer))
        entries[index].value.collect { gain, value in
          var changed = entries
          changed[index].value = value
          found(gain, .mapping(changed))
        }
      }
    }
  }
}

extension Draft {
  /// A mapping of what there is.
  static func keys(_ pairs: (String, Draft?)...) -> Draft {
    .mapping(pairs.compactMap { key, value in value.map { Entry(key, $0) } })
  }

  static func texts(_ texts: [String]) -> Draft { .list(texts.map(Draft.text)) }
}
