internal import Diagnostics

/// A part of the program that takes whatever bytes it is given, and what must hold of it then.
///
/// A room answers any input with a value or with findings. It never traps, hangs or grows without bound,
/// which the fuzzer sees for itself; whatever else must hold, the room looks for and tells.
package enum FuzzRoom: String, CaseIterable, Sendable {
  /// Bytes to documents.
  case yaml
  /// Text to a checked expression, its value, and a decision table with the text in a cell.
  case expressions
  /// A file of rules, alone or as a reform; a law that reads well is replayed by both evaluators.
  case laws
  /// Files that lie beside laws: courses, rule tests, populations, mappings. What reads well is replayed.
  case scenarios
  /// Rows of citizens, long and wide.
  case citizens

  /// What every input is given to.
  package func target() throws -> any FuzzTarget {
    switch self {
    case .yaml: YAMLTarget()
    case .expressions: ExpressionTarget()
    case .laws: try LawTarget()
    case .scenarios: try ScenarioTarget()
    case .citizens: try CitizenTarget()
    }
  }

  /// Whether inputs of this room are lines of YAML, which are better changed word by word than byte by byte.
  package var isYAML: Bool { self == .yaml || self == .laws || self == .scenarios }
}

/// One room, ready to be given inputs. Nothing that one input does changes what the next one meets.
package protocol FuzzTarget: Sendable {
  /// - Returns: what does not hold, in words; `nil` when all is well.
  func complaint(about input: [UInt8]) -> String?
}

extension Findings {
  /// Whether each finding points at a stretch that ends where it begins or later.
  func misplaced() -> String? {
    for finding in all where finding.range.end < finding.range.start {
      return "'\(finding.code)' ends before it begins: \(finding.range)"
    }
    return nil
  }
}
