package import Foundation

/// Holds a document against the parts of JSON Schema that the schemas here use.
package struct SchemaCheck {
  private let root: JSONValue

  package init(_ schema: JSONValue) { root = schema }

  package static func parse(_ data: Data) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: data)
  }

  /// What is wrong with the document, each told with its place.
  package func problems(in text: String) throws -> [String] {
    check(try Self.parse(Data(text.utf8)), against: root, at: "")
  }

  /// What is wrong with a document that has been read, each told with its place.
  package func problems(in value: JSONValue) -> [String] { check(value, against: root, at: "") }

  /// The properties that the schema does not describe.
  package var undescribed: [String] { Self.undescribed(in: root, at: "") }

  private static func undescribed(in schema: JSONValue, at place: String) -> [String] {
    guard case .object(let members) = schema else { return [] }
    var found: [String] = []
    if case .object(let properties)? = members["properties"] {
      for (key, property) in properties {
        guard case .object(let described) = property, case .string(let words)? = described["description"],
          !words.isEmpty
        else {
          found.append("\(place)/\(key)")
          continue
        }
      }
    }
    for keyword in ["properties", "$defs"] {
      guard case .object(let parts)? = members[keyword] else { continue }
      for (key, part) in parts { found += undescribed(in: part, at: "\(place)/\(key)") }
    }
    for keyword in ["items", "additionalProperties"] {
      if let part = members[keyword] { found += undescribed(in: part, at: place) }
    }
    return found
  }

  private func check(_ value: JSONValue, against schema: JSONValue, at place: String) -> [String] {
    guard case .object(let rules) = schema else {
      return schema == .boolean(false) ? ["\(place): not allowed"] : []
    }
    var problems: [String] = []
    if case .string(let name)? = rules["$ref"] {
      let key = String(name.dropFirst("#/$defs/".count))
      guard case .object(let top) = root, case .object(let defs)? = top["$defs"], let target = defs[key]
      else { return ["\(place): no definition '\(key)'"] }
      problems += check(value, against: target, at: place)
    }
    if case .array(let choices)? = rules["anyOf"],
      !choices.contains(where: { check(value, against: $0, at: place).isEmpty })
    {
      problems.append("\(place): is none of the choices")
    }
    if let type = rules["type"], !types(type).contains(where: { fits(value, $0) }) {
      problems.append("\(place): \(value) is not \(type)")
    }
    if let constant = rules["const"], constant != value { problems.append("\(place): not \(constant)") }
    if case .array(let choices)? = rules["enum"], !choices.contains(value) {
      problems.append("\(place): \(value) is no choice")
    }
    if case .string(let pattern)? = rules["pattern"], case .string(let text) = value,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      problems.append("\(place): '\(text)' does not match")
    }
    if case .array(let elements) = value, let items = rules["items"] {
      for (index, element) in elements.enumerated() {
        problems += check(element, against: items, at: "\(place)/\(index)")
      }
    }
    if case .object(let members) = value { problems += check(members, against: rules, at: place) }
    return problems
  }

  private func check(
    _ members: [String: JSONValue], against rules: [String: JSONValue], at place: String
  ) -> [String] {
    var problems: [String] = []
    if case .array(let required)? = rules["required"] {
      for case .string(let key) in required where members[key] == nil {
        problems.append("\(place): '\(key)' is missing")
      }
    }
    var properties: [String: JSONValue] = [:]
    if case .object(let known)? = rules["properties"] { properties = known }
    for (key, member) in members {
      guard let schema = properties[key] ?? rules["additionalProperties"] else { continue }
      problems += check(member, against: schema, at: "\(place)/\(key)")
    }
    return problems
  }

  private func types(_ type: JSONValue) -> [String] {
    switch type {
    case .string(let name): [name]
    case .array(let names): names.compactMap { if case .string(let name) = $0 { name } else { nil } }
    default: []
    }
  }

  private func fits(_ value: JSONValue, _ type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .boolean: type == "boolean"
    case .number(let number): type == "number" || (type == "integer" && number == number.rounded())
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }
}
