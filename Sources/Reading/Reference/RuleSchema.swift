internal import Foundation

/// A JSON Schema of a kind of rule file, made from the shapes that the readers themselves go by.
///
/// Editors that know YAML complete keys and underline wrong ones by it. It knows keys and kinds of
/// content; whether an expression makes sense only `hegn check` can say.
///
/// - Source: JSON Schema, draft 2020-12.
package enum RuleSchema: String, CaseIterable, Sendable {
  case law, reform, scenario, prices, vocabulary, test, coverage, figures, population, mapping, target, behaviour

  /// Counts up when a file that was right before would be refused. It stands in the schema's name, in the name
  /// of its file, and so in the first line of each file that goes by it.
  package static let version = 1

  /// The document, keys in alphabetical order.
  package func print() -> String {
    var maker = SchemaMaker()
    var document = body(&maker)
    document["$schema"] = .string("https://json-schema.org/draft/2020-12/schema")
    document["$id"] = .string("urn:hegn:schema:\(rawValue)-\(RuleSchema.version)")
    document["title"] = .string("Hegn: \(rawValue)")
    maker.complete()
    document["$defs"] = .object(maker.definitions)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(SchemaNode.object(document)) else { return "" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private func body(_ maker: inout SchemaMaker) -> [String: SchemaNode] {
    switch self {
    // A law is written in `law.yaml` and any number of further files.
    case .law: ["anyOf": .array([maker.schema(.shape(.law)), maker.schema(.shape(.lawPart))])]
    case .reform: ["anyOf": .array([maker.schema(.shape(.reform)), maker.schema(.shape(.reformPart))])]
    case .scenario: maker.schema(.shape(.scenario)).members
    case .prices: maker.schema(.shape(.prices)).members
    case .vocabulary: maker.schema(.shape(.vocabulary)).members
    case .test: ["type": .string("array"), "items": maker.schema(.shape(.test))]
    case .coverage: maker.schema(.shape(.coverage)).members
    case .figures: maker.schema(.shape(.figures)).members
    case .population: maker.schema(.shape(.population)).members
    case .mapping: maker.schema(.shape(.mapping)).members
    case .target: maker.schema(.shape(.target)).members
    case .behaviour: maker.schema(.shape(.behaviour)).members
    }
  }
}

/// A piece of a schema document.
indirect enum SchemaNode: Encodable {
  case string(String)
  case flag(Bool)
  case array([SchemaNode])
  case object([String: SchemaNode])

  var members: [String: SchemaNode] { if case .object(let members) = self { members } else { [:] } }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .flag(let holds): try container.encode(holds)
    case .array(let nodes): try container.encode(nodes)
    case .object(let members): try container.encode(members)
    }
  }
}

/// Turns shapes into definitions that refer to one another by name.
struct SchemaMaker {
  private(set) var definitions: [String: SchemaNode] = [:]
  /// Shapes that were referred to and have no definition yet; shapes nest in themselves.
  private var waiting: [(name: String, shape: Shape, isPart: Bool)] = []

  mutating func schema(_ content: KeyContent) -> SchemaNode {
    switch content {
    case .text: return types(["string", "number", "boolean"])
    case .textOrNothing: return types(["string", "number", "boolean", "null"])
    case .flag: return .object(["type": .string("boolean")])
    case .whole: return .object(["type": .string("integer")])
    case .day:
      return .object(["type": .string("string"), "pattern": .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")])
    case .texts: return .object(["anyOf": .array([schema(.textOrNothing), schema(.list(.text))])])
    case .list(let item): return .object(["type": .string("array"), "items": schema(item)])
    case .map(let value):
      // A section without entries is nothing to YAML.
      return .object(["type": .array([.string("object"), .string("null")]), "additionalProperties": schema(value)])
    case .shape(let shape): return reference(shape, isPart: false)
    case .part(let shape): return reference(shape, isPart: true)
    case .either(let choices): return .object(["anyOf": .array(choices.map { schema($0) })])
    case .open(let shape):
      guard let shape else { return .object(["type": .string("object")]) }
      var members = definition(of: shape, isPart: false)
      members["additionalProperties"] = .flag(true)
      return .object(members)
    }
  }

  /// Makes the definitions that references wait for, and those that these refer to.
  mutating func complete() {
    while let next = waiting.popLast() {
      guard definitions[next.name] == nil else { continue }
      definitions[next.name] = .object(definition(of: next.shape, isPart: next.isPart))
    }
  }

  private mutating func definition(of shape: Shape, isPart: Bool) -> [String: SchemaNode] {
    var properties: [String: SchemaNode] = [:]
    for word in shape.words {
      properties[word.rawValue] = described(schema(shape.content(of: word)), word.meaning)
    }
    return [
      "type": .string("object"),
      "properties": .object(properties),
      "required": .array(isPart ? [] : shape.needed.map { .string($0.rawValue) }),
      "additionalProperties": .flag(false),
    ]
  }

  private mutating func reference(_ shape: Shape, isPart: Bool) -> SchemaNode {
    let name = SchemaMaker.name(of: shape) + (isPart ? "-part" : "")
    waiting.append((name, shape, isPart))
    return .object(["$ref": .string("#/$defs/\(name)")])
  }

  /// `duty` of "a duty", `covers` of "'covers'".
  private static func name(of shape: Shape) -> String {
    let words = shape.noun.split { !($0.isLetter || $0 == "-") }.map(String.init)
    return words.drop { ["a", "an", "the"].contains($0) }.joined(separator: "-")
  }

  private func types(_ names: [String]) -> SchemaNode {
    .object(["type": .array(names.map { .string($0) })])
  }

  private func described(_ node: SchemaNode, _ words: String) -> SchemaNode {
    .object(node.members.merging(["description": .string(words)]) { _, new in new })
  }
}
