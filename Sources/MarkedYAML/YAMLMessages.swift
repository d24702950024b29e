internal import Diagnostics

/// Every word the composer says.
enum YAMLMessages {
  static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-key", "'\(key)' is given twice in one mapping", at: range,
      hint: "remove or rename one of the two", notes: [.init("first given here", at: first)])
  }

  static func keyNotText(_ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "key-not-text", "the key is \(kind), expected text", at: range,
      hint: "put quotes around a key that begins with '[' or '{'")
  }

  static func tooMany(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "file-too-large", "the file holds more than \(limit) keys, texts, lists and mappings", at: range,
      hint: "divide the file")
  }

  static func mergeKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "merge-key", "merge keys ('<<') are not part of the rule language", at: range,
      hint: "write the entries out, or use an alias for a whole value")
  }

  static func unknownTag(_ tag: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "unknown-tag", "'\(tag)' is not a tag of the rule language", at: range,
      hint: "remove the tag, or put quotes around a text that begins with '!'")
  }

  static func tagMismatch(_ tag: String, _ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "tag-mismatch", "'\(tag)' does not fit: this is \(kind)", at: range,
      hint: "remove the tag")
  }

  static func undefinedAlias(
    _ name: String, among anchors: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    let nearest = nearestName(to: name, among: anchors)
    return Diagnostic(
      .error, "undefined-alias", "'*\(name)' has no anchor '&\(name)' before it", at: range,
      hint: nearest.map { "write '*\($0)'" } ?? "put quotes around a text that begins with '*'")
  }

  static func recursiveAlias(
    _ name: String, at range: SourceRange, anchor: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "recursive-alias", "'*\(name)' stands inside what it repeats", at: range,
      hint: "write the value out", notes: [.init("'&\(name)' begins here", at: anchor)])
  }

  static func aliasExpansion(
    _ name: String, limit: Int, at range: SourceRange, anchor: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "alias-expansion",
      "with '*\(name)' the aliases of the file stand for more than \(limit) values", at: range,
      hint: "write the values out", notes: [.init("'&\(name)' is here", at: anchor)])
  }

  static func tooDeep(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "nesting-too-deep", "lists and mappings nest more than \(limit) deep", at: range,
      hint: "divide the value")
  }
}
