package import Diagnostics
package import Expressions
internal import Legislation
internal import Outcomes
package import Quantities
package import Scenarios
package import Vocabulary

/// A citizen's situation under a law when everything of one day is decided: for asking what is so.
package struct Inspection {
  var simulator: CourseSimulator

  /// - Throws: what replaying the course up to and on that day throws.
  package init(of scenario: Scenario, under plan: SimulationPlan, on day: Day) throws(Diagnostic) {
    simulator = try CourseSimulator.resolved(scenario, under: plan, on: day)
  }

  var law: Law { simulator.state.plan.law }

  package var benefit: Provision? {
    simulator.state.benefit.index.map { law.benefits[$0].provision }
  }

  package var group: Provision? { simulator.state.group.index.map { law.groups[$0].provision } }

  package var unit: Provision? { simulator.state.unit.index.map { law.units[$0].provision } }

  package var openEpisodes: [Provision] {
    law.episodes.indices.filter { simulator.state.episodes[$0].isOpen }.map {
      law.episodes[$0].provision
    }
  }

  /// Whether a duty, by its index, applies: its demands are on their way, or fall due.
  package func isUnder(duty index: Int) -> Bool { simulator.duties[index].applies }

  /// Whether a condition of the law holds.
  ///
  /// - Throws: what evaluating it throws.
  package mutating func holds(_ condition: CheckedExpression) throws(Diagnostic) -> Bool {
    try simulator.state.holds(condition)
  }

  /// Whether `name = value` holds, the value in the words of the rule language.
  ///
  /// - Throws: what reading or evaluating the comparison throws.
  package mutating func holds(
    _ name: String, equals text: MarkedText
  ) throws(Diagnostic) -> (holds: Bool, found: String) {
    guard let declaration = law.names[name] else {
      let nearest = nearestName(to: name, among: law.names.all)
      throw Diagnostic(
        .error, "unknown-name", "'\(name)' is not declared by the law '\(law.id)'", at: text.range,
        hint: nearest.map { "write '\($0)'" })
    }
    let value = try simulator.state.value(of: declaration.slot)
    let found = valueInWords(value, type: declaration.type)
    if value == .unknown { return (text.text == "unknown", found) }
    let read = ExpressionReader.read(
      text, names: law.names,
      expecting: Expectation(
        declaration.type.known, reason: "the value of '\(name)'", declaredAt: declaration.declaredAt))
    guard let expected = read.value else {
      throw read.findings.sorted.first
        ?? Diagnostic(.error, "unknown-name", "'\(text.text)' is no value", at: text.range)
    }
    return (try expected.value(in: &simulator.state) == value, found)
  }
}
