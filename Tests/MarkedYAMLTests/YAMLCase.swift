internal import MarkedYAML
internal import TestSupport

/// One case of the YAML suite, with what libyaml makes of it.
struct YAMLCase: Decodable, Sendable {
  struct Refusal: Decodable, Hashable, Sendable {
    let message: String
    let line: Int
    let column: Int
  }

  let id: String
  let yaml: String
  let libyaml: String
  let libyaml_error: Refusal?
  let libyaml_events_agree: Bool?
  let json: [JSONValue]?

  static func all() throws -> [YAMLCase] {
    try Conformance.cases(of: "yaml/yaml-cases.jsonl", as: YAMLCase.self)
  }
}

extension YAMLNode {
  /// Whether the node holds what the JSON does. Scalars have no types here: a plain one stands for the
  /// boolean, number or nothing that it spells.
  func spells(_ json: JSONValue) -> Bool {
    switch (content, json) {
    case (.sequence(let items), .array(let values)):
      return items.count == values.count && zip(items, values).allSatisfy { $0.spells($1) }
    case (.mapping(let entries), .object(let members)):
      return entries.count == members.count
        && entries.allSatisfy { entry in members[entry.name].map(entry.value.spells) ?? false }
    case (.scalar(let scalar), .string(let text)): return scalar.text == text
    case (.scalar(let scalar), .null): return scalar.isNull
    case (.scalar(let scalar), .boolean(let value)):
      return scalar.style == .plain && scalar.text.lowercased() == "\(value)"
    case (.scalar(let scalar), .number(let value)):
      return scalar.style == .plain && Double(scalar.text) == value
    default: return false
    }
  }
}
